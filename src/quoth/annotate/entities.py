"""Names of people, organisations and places, as the trained reader finds them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quoth.annotate.agreed import agreed
from quoth.annotate.pieced import capitals, pieced
from quoth.model import Article, Entity, EntityType, Maker, Mark, Span, mark

if TYPE_CHECKING:
    from quoth.nets import Name

DIGITS = 3
"""Decimals of a score: calibration tells no more, and no sum of floats shows."""


def entities(
    article: Article, paragraphs: Sequence[Span], names: Sequence[Name], by: Maker
) -> Iterator[Mark[object]]:
    """The entity marks of an article.

    Args:
        paragraphs: what was read, in order; a name lies in one of them.
    """
    starts = [p.start for p in paragraphs]
    text = article.text
    for name in capitals(text, agreed(text, pieced(text, names))):
        k = bisect_right(starts, name.span.start) - 1
        if len(name.span) and k >= 0 and paragraphs[k].covers(name.span):
            value = Entity(EntityType(name.type))
            yield mark(article.id, name.span, value, by, round(name.score, DIGITS))
