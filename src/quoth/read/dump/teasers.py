"""Teasers of other stories, put together from their lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from quoth.model import Block, BlockKind, Part, Span
from quoth.read.dateline import body_start
from quoth.read.dump.shape import Shape, Unit
from quoth.read.places import is_place

_SHORTEST_TITLE = 3  # words: a shorter line is a label or a button
_INSIDE = re.compile(r"(?<=[^\W\d_])(?=[^\W\d_])")


@dataclass(slots=True)
class _Open:
    start: int
    end: int
    parts: dict[str, Span] = field(default_factory=dict)

    def add(self, unit: Unit, **parts: Span) -> None:
        self.end = unit.span.end
        self.parts.update(parts)


class Teasers:
    """Collects lines; `blocks` are the teasers made of them and the navigation between them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self._open: _Open | None = None

    def take(self, unit: Unit) -> None:
        """Add the next line of a stretch of other stories."""
        if unit.prose:
            self._text(unit)
        elif unit.shape is Shape.PLACE:
            self._place(unit)
        elif unit.shape is Shape.DATE and self._open is not None and not self._full():
            self._open.add(unit)
        elif unit.shape is Shape.TITLE:
            self._title(unit)
        else:
            self.close()
            self.blocks.append(Block(_furniture(unit.shape), unit.span))

    def close(self) -> None:
        """End the teaser that is being put together."""
        if self._open is not None:
            parts = sorted((Part(n, s) for n, s in self._open.parts.items()), key=lambda p: p.span)
            kind = BlockKind.TEASER if {"headline", "text"} & {p.name for p in parts} else _NAV
            span = Span(self._open.start, self._open.end)
            self.blocks.append(Block(kind, span, tuple(parts) if kind is not _NAV else ()))
        self._open = None

    def _full(self) -> bool:
        return self._open is not None and "text" in self._open.parts

    def _begin(self, unit: Unit, **parts: Span) -> None:
        self.close()
        self._open = _Open(unit.span.start, unit.span.end, dict(parts))

    def _title(self, unit: Unit) -> None:
        split = label_and_text(self.text, unit)
        if "text" in split and len(split) > 1:
            self._text(unit)
        elif unit.words < _SHORTEST_TITLE and self._open is None and len(unit.span) < 20:
            self.blocks.append(Block(_NAV, unit.span))
        elif self._open is not None and set(self._open.parts) == {"place"}:
            self._open.add(unit, headline=unit.span)
        else:
            self._begin(unit, headline=unit.span)

    def _place(self, unit: Unit) -> None:
        if self._open is not None and set(self._open.parts) == {"headline"}:
            self._open.add(unit, place=unit.span)
        else:
            self._begin(unit, place=unit.span)

    def _text(self, unit: Unit) -> None:
        parts = label_and_text(self.text, unit)
        mine = self._open
        if mine is not None and "text" not in mine.parts and not set(mine.parts) & set(parts):
            mine.add(unit, **parts)
        else:
            self._begin(unit, **parts)


_NAV = BlockKind.NAVIGATION


def _furniture(shape: Shape) -> BlockKind:
    if shape is Shape.RULES:
        return BlockKind.COMMENT_RULES
    return BlockKind.APPEAL if shape is Shape.APPEAL else _NAV


def label_and_text(text: str, unit: Unit) -> dict[str, Span]:
    """The parts of one line: a label or a dateline's place, a glued headline, the text."""
    span = unit.span
    if unit.glue is not None:
        name = "section" if unit.glue.section else "place"
        return {name: unit.glue.label, "text": Span(unit.glue.rest, span.end)}
    if unit.head is not None:
        place = unit.head.part("place")
        begin = body_start(text, unit.head, span.end)
        if place is not None and begin < span.end:
            return {"place": place, "text": Span(begin, span.end)}
    return _split_inside(text, span) or {"text": span}


def _split_inside(text: str, span: Span) -> dict[str, Span] | None:
    """`Ministers agree on a new dealBerlinThe chancellor said …` in one line."""
    cuts = [
        m.start()
        for m in _INSIDE.finditer(text, span.start + 12, min(span.end, span.start + 220))
        if text[m.start() - 1].islower() and text[m.start()].isupper()
    ]
    for one, two in pairwise(cuts):
        if is_place(text[one:two]) and span.end - two > 20:
            return {
                "headline": Span(span.start, one),
                "place": Span(one, two),
                "text": Span(two, span.end),
            }
    if len(cuts) == 1 and " " in text[span.start : cuts[0]] and span.end - cuts[0] > 40:
        word = text[cuts[0] : cuts[0] + 24].split(None, 1)[0]
        before = text[span.start : cuts[0]].rsplit(None, 1)[-1]
        if len(before) > 2 and (len(word) <= 3 or before[0].islower()):
            return {"headline": Span(span.start, cuts[0]), "text": Span(cuts[0], span.end)}
    return None
