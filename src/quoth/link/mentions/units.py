"""A sentence as a row of units: names, nouns of those who speak, and the small words between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from quoth.lang.actors import (
    AGE,
    BOTH,
    CALLED,
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
_TITLED = 2
"""Units between a title and its name."""
_FAR = 60
"""Units before one that are looked at, so that work stays linear."""
_LONG = NOUNS | {TITLE, PRONOUN, BOTH, AGE, CALLED}
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
        # called for most words of every page, of which most are of no kind
        if self.tags:
            for kind in kinds:
                if kind in self.tags:
                    return True
        return False

    @property
    def noun(self) -> bool:
        """Whether it is a noun for one who may speak."""
        return not NOUNS.isdisjoint(self.tags)


class Units:
    """The units of one line.

    Args:
        names: the marks of names in the line.
        cuts: where sources begin and end in the article, in order: no unit reaches over these.

    Attributes:
        line: their line.
        row: the units in order.
        named, nouns: those that are names, and nouns for those who may speak.
    """

    def __init__(
        self, scene: Scene, line: Line, names: Sequence[Mark[Entity]], cuts: Sequence[int]
    ) -> None:
        self.line, self._text, self._cuts = line, scene.text, cuts
        self.row = self._made(line, names)
        self._firsts = [u.first for u in self.row]
        self.named = [i for i, u in enumerate(self.row) if u.name is not None]
        self.nouns = [i for i, u in enumerate(self.row) if u.tags and u.noun]

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

    def subject(self, at: int) -> bool:
        """Whether unit `at` stands where a subject does: first of its kind, with no preposition."""
        i, first = at - 1, max(at - _FAR, 0)
        while i >= first:
            unit = self.row[i]
            if unit.name is not None or unit.noun:
                if not unit.noun or i < at - _TITLED:
                    return False
                at = i
            elif unit.has("conj") and i == at - 1 and i and self.row[i - 1].name is not None:
                at = i = i - 1
            elif unit.has("prep") and not unit.has(TITLE):
                return False
            elif unit.has("conj", "comp", "sub", "relative") or not self.word(i):
                return True
            i -= 1
        return True

    def word(self, i: int) -> bool:
        """Whether unit i is a word or a name, and no punctuation mark."""
        return self.line.tokens[self.row[i].first].word

    def key(self, i: int) -> str:
        """The look-up keys of unit i, with a space between."""
        unit = self.row[i]
        return " ".join(self.line.keys[unit.first : unit.stop])

    def _made(self, line: Line, names: Sequence[Mark[Entity]]) -> list[Unit]:
        row: list[Unit] = []
        add, new = row.append, tuple.__new__  # called for every word of every page
        i, k, count, tags = 0, 0, len(line.tokens), line.tags
        begin = names[0].span.start if names else line.span.end
        while i < count:
            if line.tokens[i].end > begin:
                unit = self._named(line, names[k], i)
                i, k = unit.stop, k + 1
                while k < len(names) and names[k].span.end <= line.tokens[i - 1].end:
                    k += 1
                begin = names[k].span.start if k < len(names) else line.span.end
                add(unit)
            elif tags[i]:
                unit = _worded(line, i, min(begin, self._cut(line.tokens[i].start)))
                i = unit.stop
                add(unit)
            else:
                add(new(Unit, (i, i + 1, NO_TAGS, None, "")))
                i += 1
        return row

    def _cut(self, start: int) -> int:
        """The end of the next source or cue, over which no unit reaches."""
        k = bisect_right(self._cuts, start)
        return self._cuts[k] if k < len(self._cuts) else self.line.span.end

    def _named(self, line: Line, name: Mark[Entity], i: int) -> Unit:
        stop = max(line.inside(name.span).stop, i + 1)
        tail = self._text[name.span.end : line.tokens[stop - 1].end]
        if tail.startswith("-"):  # “Bahn-Sprecherin”
            tags = line.words.tags([line.keys[stop - 1].rpartition("-")[2]], 0)
            if not NOUNS.isdisjoint(tags):
                return Unit(i, stop, tags)
        return Unit(i, stop, NO_TAGS, name, tail)


def _worded(line: Line, i: int, end: int) -> Unit:
    """The unit of token i: its longest noun that does not reach over `end`."""
    tags = line.tags[i]
    length = 1
    for kind, hit in tags.items():
        if hit.length > length and kind in _LONG:
            length = hit.length
    if length > 1 and line.tokens[i + length - 1].end > end:
        return _shorter(line, i, end)
    kept = {k: h for k, h in tags.items() if h.length == length or (length == 1 and k not in _LONG)}
    return Unit(i, i + length, kept)


def _shorter(line: Line, i: int, end: int) -> Unit:
    """The unit of a token whose longest form reaches over `end`."""
    fit = [
        h for h in line.words.actors.at(line.keys, i) if line.tokens[i + h.length - 1].end <= end
    ]
    length = max((h.length for h in fit), default=1)
    small = {k: h for k, h in line.tags[i].items() if k not in _LONG and h.length == length}
    return Unit(
        i, i + length, {h.word.kind: h for h in reversed(fit) if h.length == length} | small
    )
