"""Blocks made of one line: dates and bylines with their parts."""

from __future__ import annotations

from quoth.model import Block, BlockKind, Part, Span
from quoth.read.dump.names import authors
from quoth.read.dump.unit import Unit


def date_block(unit: Unit) -> Block:
    """A date line, with its dates as parts."""
    parts = []
    if unit.date is not None:
        span = unit.date.span
        begin = unit.span.start
        label = unit.labelled or "published"
        parts.append(Part(label.replace("updated", "modified"), _moved(span, begin)))
        for kind, more in unit.extra:
            parts.append(Part(kind.replace("updated", "modified"), _moved(more.span, begin)))
    return Block(BlockKind.DATE, unit.span, tuple(parts))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def byline_block(text: str, unit: Unit) -> Block:
    """A byline, with its authors as parts."""
    parts = [Part("author", s) for s in authors(text, unit.name)] if unit.name else []
    return Block(BlockKind.BYLINE, unit.span, tuple(parts))


def named_block(text: str, unit: Unit) -> Block:
    """A bare name below the headline; an agency or an editorial desk is no author."""
    parts = tuple(Part("author", s) for s in authors(text, unit.span))
    return Block(BlockKind.BYLINE, unit.span, parts)


def byline_blocks(text: str, unit: Unit) -> list[Block]:
    """A byline, and the date that shares its line as a block of its own."""
    whole = byline_block(text, unit)
    if unit.tail is None or unit.name is None or unit.date is None:
        return [whole]
    end = unit.name.end
    date = Part("published", Span(unit.tail, unit.span.start + unit.date.span.end))
    begin = end
    while begin < unit.tail and not text[begin].isalnum():
        begin += 1
    return [
        Block(BlockKind.BYLINE, Span(unit.span.start, end), whole.parts),
        Block(BlockKind.DATE, Span(begin, unit.span.end), (date,)),
    ]
