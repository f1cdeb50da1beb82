"""Quantities: numbers with their units, their bounds and what they count."""

from quoth.annotate.quantities.annotator import QuantityAnnotator
from quoth.annotate.quantities.reader import measured, quantities

__all__ = ["QuantityAnnotator", "measured", "quantities"]
