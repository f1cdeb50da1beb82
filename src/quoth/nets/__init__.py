"""The trained models: weights, sessions, and what their scores say of a text."""

from quoth.nets.findings import Attribution, Findings, Name
from quoth.nets.reader import TrainedReader, trained
from quoth.nets.sentence import SentenceEncoder
from quoth.nets.weights import variants

__all__ = [
    "Attribution",
    "Findings",
    "Name",
    "SentenceEncoder",
    "TrainedReader",
    "trained",
    "variants",
]
