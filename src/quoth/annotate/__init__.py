"""Articles to Readings: languages, sentences, statements."""

from quoth.annotate.table import ANNOTATORS, READERS, Annotator, annotators
from quoth.model import Article, Reading

__all__ = ["ANNOTATORS", "READERS", "Annotator", "annotate", "annotators"]


def annotate(article: Article, reader: str = "pack") -> Reading:
    """Read an article with every annotator of the table, in its order.

    Raises:
        UsageError: if there is no reader of that name.
    """
    reading = Reading(article)
    for annotator in annotators(reader):
        reading = reading.plus(annotator(reading))
    return reading
