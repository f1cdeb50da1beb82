"""A sentence as a row of units: names, nouns of those who speak, and the small words between."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quoth.lang import Hit
from quoth.lang.actors import (
    DOCUMENT,
    GOVERNMENT,
    GROUP,
    LEADER,
    MEDIA,
    OFFICE,
    ORG,
    PRONOUN,
    TITLE,
)
from quoth.link.mentions.scene import NO_TAGS, Line, Scene
from quoth.link.mentions.words import Tags
from quoth.model import Entity, Mark, Span

NOUNS = frozenset({OFFICE, LEADER, GROUP, ORG, DOCUMENT, MEDIA, GOVERNMENT})
"""Classes of nouns for one who may speak."""
_LONG = NOUNS | {TITLE, PRONOUN}
"""Classes whose forms of several words are one unit."""


class Unit(NamedTuple):
    """Tokens `first` to before `stop` of a line.

    Attributes:
        tags: what packs call it; nothing of a name.
        name: the mark of the name that it is.
        tail: what is written onto a name behind its mark (`'s`).
    """

    first: int
    stop: int
    tags: Tags
    name: Mark[Entity] | None = None
    tail: str = ""

    def has(self, *kinds: str) -> bool:
        """Whether it is of one of some kinds."""
        return any(k in self.tags for k in kinds)

    @property
    def noun(self) -> bool:
        """Whether it is a noun for one who may speak."""
        return not NOUNS.isdisjoint(self.tags)


class Units:
    """The units of one line.

    Attributes:
        line: their line.
        row: the units in order.
    """

    def __init__(self, scene: Scene, line: Line, names: Sequence[Mark[Entity]]) -> None:
        self.line, self._text = line, scene.text
        self.row = list(self._made(line, names))
        self._firsts = [u.first for u in self.row]

    def span(self, first: int, stop: int) -> Span:
        """From unit `first` to before unit `stop`, what is written onto a last name left out."""
        last = self.row[stop - 1]
        end = last.name.span.end if last.name is not None else None
        whole = self.line.extent(self.row[first].first, last.stop)
        begin = self.row[first]
        start = begin.name.span.start if begin.name is not None else whole.start
        return Span(start, max(start, end if end is not None else whole.end))

    def inside(self, span: Span) -> range:
        """The units that share a character with a span."""
        tokens = self.line.inside(span)
        if not tokens:
            return range(0)
        first = bisect_left(self._firsts, tokens.start + 1) - 1
        stop = bisect_left(self._firsts, tokens.stop)
        return range(max(first, 0), stop)

    def word(self, i: int) -> bool:
        """Whether unit i is a word or a name, and no punctuation mark."""
        return self.line.tokens[self.row[i].first].word

    def key(self, i: int) -> str:
        """The look-up keys of unit i, with a space between."""
        unit = self.row[i]
        return " ".join(self.line.keys[unit.first : unit.stop])

    def _made(self, line: Line, names: Sequence[Mark[Entity]]) -> Iterator[Unit]:
        i, k = 0, 0
        while i < len(line.tokens):
            while k < len(names) and names[k].span.end <= line.tokens[i].start:
                k += 1
            if k < len(names) and names[k].span.start < line.tokens[i].end:
                stop = line.inside(names[k].span).stop
                tail = self._text[names[k].span.end : line.tokens[stop - 1].end]
                yield Unit(i, max(stop, i + 1), NO_TAGS, names[k], tail)
                i, k = max(stop, i + 1), k + 1
                continue
            length = self._length(line, names[k : k + 1], i)
            tags = line.tags[i]
            if length > 1:
                tags = {kind: h for kind, h in tags.items() if h.length == length}
            else:
                tags = {kind: h for kind, h in tags.items() if kind not in _LONG or h.length == 1}
            yield Unit(i, i + length, tags)
            i += length

    def _length(self, line: Line, following: Sequence[Mark[Entity]], i: int) -> int:
        """Tokens of the longest noun at token i that does not reach into the next name."""
        lengths = [h.length for kind, h in line.tags[i].items() if kind in _LONG]
        length = max(lengths, default=1)
        if length > 1 and following:
            end = line.tokens[min(i + length, len(line.tokens)) - 1].end
            if end > following[0].span.start:
                return 1
        return length


def hits(unit: Unit) -> Iterator[tuple[str, Hit]]:
    """The nouns that a unit may be, with their classes."""
    for kind, hit in unit.tags.items():
        if kind in NOUNS:
            yield kind, hit
