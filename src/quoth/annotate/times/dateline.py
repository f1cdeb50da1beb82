"""The day that the times of an article are counted from: of publication, else of its dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quoth.annotate.times.expression import Anchor, Expression, Page
from quoth.annotate.times.resolve import resolve
from quoth.annotate.times.tagging import tag
from quoth.model import Article, BlockKind, Span

HINTS = 60
"""Times of the text of which a weekday may tell the year of a dateline that leaves it out."""
_LINES = (
    (BlockKind.DATELINE, "date", "the date of the dateline"),
    (BlockKind.DATE, "published", "the page's date line"),
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")


def page_anchor(
    article: Article, hints: Sequence[Expression], language: str, page: Page
) -> Anchor | None:
    """What the times of an article are counted from; None where nothing gives a single day.

    Args:
        hints: the times of the text, in order.
        language: of the dateline, BCP 47.
        page: what else is known of the page.
    """
    published = article.meta.published
    if published and _DAY.match(published):
        return Anchor(published)
    for span, what in _spans(article):
        found = tag(article.text, span.start, span.end, language)
        times = resolve((*found, *hints[:HINTS]), None, page)[: len(found)]
        day = next((m.group() for t in times if (m := _DAY.match(t.timex))), None)
        if day is not None:
            return Anchor(day, what)
    return None


def _spans(article: Article) -> Iterator[tuple[Span, str]]:
    """Where the page tells its day."""
    for kind, part, what in _LINES:
        for block in article.of(kind)[:1]:
            span = block.part(part) or (block.span if kind is BlockKind.DATE else None)
            if span is not None:
                yield span, what
