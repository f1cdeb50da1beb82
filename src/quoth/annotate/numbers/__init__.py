"""Numbers in figures and in words."""

from quoth.annotate.numbers.reader import Number, read_numbers

__all__ = ["Number", "read_numbers"]
