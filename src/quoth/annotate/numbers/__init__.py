"""Numbers in figures and in words."""

from quoth.annotate.numbers.reader import Number, all_numbers, read_numbers

__all__ = ["Number", "all_numbers", "read_numbers"]
