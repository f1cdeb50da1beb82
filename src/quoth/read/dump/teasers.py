"""Teasers of other stories, put together from their lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from quoth.model import Block, BlockKind, Part, Span
from quoth.read.dateline import body_start
from quoth.read.dump.glue import glued
from quoth.read.dump.inside import inside
from quoth.read.dump.shape import Shape, Unit

_SHORTEST_TITLE = 3  # words: a shorter line is a label or a button


_SEVERAL = 3  # lines that look as if a label were glued to them, where no label is known


def labelled(text: str, units: Iterable[Unit]) -> bool:
    """Whether labels are glued to first words here: a known one, or several that look so."""
    several = 0
    for unit in units:
        if unit.glue is not None and unit.glue.known:
            return True
        if unit.prose or unit.shape is Shape.TITLE:
            found = glued(text, unit.span.start, unit.span.end, loose=True)
            several += found is not None
    return several >= _SEVERAL


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

    def __init__(self, text: str, *, loose: bool = False) -> None:
        self.text, self.loose = text, loose
        self.blocks: list[Block] = []
        self._open: _Open | None = None

    @property
    def last(self) -> BlockKind | None:
        """The kind of the last block, a teaser still open included."""
        if self._open is not None:
            return BlockKind.TEASER
        return self.blocks[-1].kind if self.blocks else None

    def take(self, unit: Unit, *, titles: bool = False) -> None:
        """Add the next line of a stretch of other stories.

        Args:
            titles: whether running text follows, which a short line may be the title of.
        """
        if unit.prose and not self._asks(unit):
            self._text(unit)
        elif unit.shape is Shape.PLACE:
            self._place(unit)
        elif unit.shape is Shape.DATE and self._open is not None and not self._full():
            self._open.add(unit)
        elif unit.shape is Shape.TITLE or unit.prose:
            self._title(unit, titles)
        else:
            self.close()
            self.blocks.append(Block(_furniture(unit.shape), unit.span))

    def _asks(self, unit: Unit) -> bool:
        """A short question that follows no headline is one."""
        waiting = self._open is not None and not self._full()
        return not waiting and unit.size < 120 and self.text[unit.span.end - 1] in "?؟!"

    def close(self) -> None:
        """End the teaser that is being put together."""
        if self._open is not None:
            parts = sorted((Part(n, s) for n, s in self._open.parts.items()), key=lambda p: p.span)
            kind = BlockKind.TEASER if {"headline", "text"} & {p.name for p in parts} else _NAV
            span = Span(self._open.start, self._open.end)
            self.blocks.append(Block(kind, span, tuple(parts) if kind is not _NAV else ()))
        self._open = None

    def _is_button(self, unit: Unit) -> bool:
        return unit.words < _SHORTEST_TITLE and len(unit.span) < 20

    def _awaits_title(self) -> bool:
        return self._open is not None and set(self._open.parts) == {"place"}

    def _full(self) -> bool:
        return self._open is not None and "text" in self._open.parts

    def _begin(self, unit: Unit, **parts: Span) -> None:
        self.close()
        self._open = _Open(unit.span.start, unit.span.end, dict(parts))

    def _title(self, unit: Unit, titles: bool) -> None:
        split = label_and_text(self.text, unit, self.loose)
        if "text" in split and len(split) > 1:
            self._text(unit)
        elif titles and self._names_place(unit):
            self._place(unit)
        elif not titles and not self._awaits_title() and self._is_button(unit):
            self.close()
            self.blocks.append(Block(_NAV, unit.span))
        elif self._open is not None and self._awaits_title():
            self._open.add(unit, headline=unit.span)
        else:
            self._begin(unit, headline=unit.span)

    def _names_place(self, unit: Unit) -> bool:
        """A name between a headline and its text, unknown as it may be."""
        if self._open is None or set(self._open.parts) != {"headline"} or unit.words > 3:
            return False
        words = unit.span.of(self.text).split()
        head = len(self._open.parts["headline"].of(self.text).split())
        return head >= _SHORTEST_TITLE and all(_named(word) for word in words)

    def _place(self, unit: Unit) -> None:
        if self._open is not None and set(self._open.parts) == {"headline"}:
            self._open.add(unit, place=unit.span)
        else:
            self._begin(unit, place=unit.span)

    def _text(self, unit: Unit) -> None:
        parts = label_and_text(self.text, unit, self.loose)
        mine = self._open
        if mine is not None and "text" not in mine.parts and not set(mine.parts) & set(parts):
            mine.add(unit, **parts)
        else:
            self._begin(unit, **parts)


_NAV = BlockKind.NAVIGATION


def _named(word: str) -> bool:
    """Whether a word may be one of a name: with a capital, or of a script without any."""
    return word[0].isalpha() and word.isalpha() and (word[0].upper() == word[0])


def _furniture(shape: Shape) -> BlockKind:
    if shape is Shape.RULES:
        return BlockKind.COMMENT_RULES
    return BlockKind.APPEAL if shape is Shape.APPEAL else _NAV


def label_and_text(text: str, unit: Unit, loose: bool = False) -> dict[str, Span]:
    """The parts of one line: a label or a dateline's place, a glued headline, the text."""
    span = unit.span
    glue = unit.glue or (glued(text, span.start, span.end, loose=True) if loose else None)
    if glue is not None:
        name = "section" if glue.section else "place"
        return {name: glue.label, "text": Span(glue.rest, span.end)}
    if unit.head is not None:
        place = unit.head.part("place")
        begin = body_start(text, unit.head, span.end)
        if place is not None and begin < span.end:
            return {"place": place, "text": Span(begin, span.end)}
    inner = unit.inner or inside(text, span.start, span.end)
    if inner is None:
        return {"text": span}
    named = {"headline": inner.headline, "text": Span(inner.rest, span.end)}
    return named if inner.place is None else {**named, "place": inner.place}
