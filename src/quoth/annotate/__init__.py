"""Articles to Readings: languages, sentences, statements, names."""

from quoth.annotate.options import THRESHOLD, ReaderOptions
from quoth.annotate.table import ANNOTATORS, PACK, READERS, Annotator, annotators, reader_name
from quoth.model import Article, Reading

__all__ = [
    "ANNOTATORS",
    "PACK",
    "READERS",
    "THRESHOLD",
    "Annotator",
    "ReaderOptions",
    "annotate",
    "annotators",
    "reader_name",
]


def annotate(article: Article, reader: str | ReaderOptions = "") -> Reading:
    """Read an article with every annotator of the table, in its order.

    Args:
        reader: one of `READERS`, or how it is to read; if empty, the best one that is there.

    Raises:
        UsageError: if there is no reader of that name.
        WeightsError: if its weights are missing or damaged.
    """
    options = reader if isinstance(reader, ReaderOptions) else ReaderOptions(reader)
    reading = Reading(article)
    for annotator in annotators(options):
        reading = reading.plus(annotator(reading))
    return reading
