"""Marks the quantities of an article."""

from __future__ import annotations

from collections.abc import Iterable

from quoth.annotate.blocks import paragraphs, spoken
from quoth.annotate.quantities.reader import measured
from quoth.lang.numbers import number_words
from quoth.model import Maker, Mark, Reading, mark

SCORE = 1.0
"""The rules that read a quantity are sure or silent; what was assumed stands in its `why`."""


class QuantityAnnotator:
    """Reads numbers with their units and what they count in the article's running text."""

    name = "quantities"
    needs = frozenset({"language"})
    makes = frozenset({"quantity"})

    def __call__(self, reading: Reading) -> Iterable[Mark[object]]:
        """The quantity marks of a reading."""
        article = reading.article
        blocks = spoken(reading)
        digests = sorted({number_words(code).digest for _, code in blocks})
        by = Maker("quoth.quantities", "1", "-".join(d for d in digests if d))
        for part in paragraphs(article.text, blocks):
            found = measured(article.text, part.language, part.span.start, part.span.end)
            for span, value in found:
                yield mark(article.id, span, value, by, SCORE)
