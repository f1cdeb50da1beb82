"""The words around a cue, outside of what was said: where a page tells when and where."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from quoth.annotate.setting.scene import Scene
from quoth.annotate.setting.words import LIGHT, NO_TAGS, Tags, Words, hard
from quoth.lang.venues import OCCASION
from quoth.model import Mark, PlaceType, Span

_GAP = "\0"  # the key of what is no word: no form has it
_PARTING = frozenset(",،、;؛:()[]{}—–―-/|•.!?…؟") | {"..."}
_TAIL = re.compile("[\\w'’ʼ\u2010\u2011-]{0,30}")
_QUOTES = frozenset('"“”„«»‘’‚‹›')
_LEAD = 160  # characters at the head of a content in which an occasion may stand (a guess)
_ASIDES = 3  # stretches between commas that may stand between a cue and what is told of it


class Sort(Enum):
    """What an item of a clause is."""

    WORD = auto()
    """A word, or a mark that parts nothing (a quotation mark)."""
    MARK = auto()
    """A punctuation mark that parts stretches of words."""
    CONTENT = auto()
    """What was said, here or in another statement."""
    CUE = auto()
    SOURCE = auto()
    OTHER = auto()
    """The cue of another statement: what lies behind it is not of this clause."""
    TIME = auto()
    PLACE = auto()


_PARTS = frozenset({Sort.MARK, Sort.CONTENT, Sort.OTHER})
_ANCHORS = frozenset({Sort.CUE, Sort.SOURCE})


@dataclass(frozen=True, slots=True)
class Item:
    """A word, a punctuation mark, or a stretch that is known as a whole.

    Attributes:
        key: the look-up key of a word or mark.
        tags: what the packs say of it.
        mark: the time or place.
        tail: what the last word of a time or place goes on with behind it (`'s`, `'da`).
    """

    span: Span
    sort: Sort
    key: str = _GAP
    capital: bool = False
    tags: Tags = field(default_factory=lambda: NO_TAGS)
    mark: Mark[object] | None = None
    tail: str = ""


Stretch = tuple[Span, Sort, Mark[object] | None]


class Clause:
    """The items around the cue of a statement, in stretches that marks and contents part.

    Attributes:
        items: in text order.
        part: the number of the stretch of each item; that of a parting one is its own.
        venue: places of items that belong to a phrase of an occasion, which let others pass.
    """

    def __init__(self, text: str, words: Words, items: Sequence[Item]) -> None:
        self.text, self.words, self.items = text, words, items
        self.part = list(_parts(items))
        self.venue: set[int] = set()
        cues = [i for i, item in enumerate(items) if item.sort is Sort.CUE]
        self.anchors = [i for i, item in enumerate(items) if item.sort in _ANCHORS]
        self.cues = cues or self.anchors

    def having(self, sort: Sort) -> list[int]:
        """The places of the items of a sort."""
        return [i for i, item in enumerate(self.items) if item.sort is sort]

    def light(self, first: int, last: int, budget: int = 0) -> bool:
        """Whether items[first:last] are words of time, place and occasion, names and sources.

        Args:
            budget: how many other words may be among them, none of which begins a clause.
        """
        for i in range(first, last):
            if i in self.venue or light(self.items[i], self.words):
                continue
            if self.items[i].sort is not Sort.WORD or hard(self.items[i].tags) or not budget:
                return False
            budget -= 1
        return True

    def distance(self, i: int, stop: int, budget: int) -> int | None:
        """How far the phrase of items[i:stop] lies from the cue that it goes with.

        Returns:
            None if it does not belong to the cue: another clause or cue is between.
        """
        nearest = min(self.cues, key=lambda a: abs(a - i), default=None)
        if nearest is None or not self._belongs(i, stop, budget):
            return None
        low, high = min(nearest, i), max(nearest, i)
        if any(self.items[k].sort is Sort.OTHER for k in range(low, high)):
            return None
        return high - low

    def _belongs(self, i: int, stop: int, budget: int) -> bool:
        begin, end = self.stretch(i)
        left = max((a for a in self.anchors if begin <= a < i), default=None)
        right = min((a for a in self.anchors if i < a < end), default=None)
        if right is not None:
            start = begin if left is None else left + 1
            return self.light(start, i) and self.light(stop, right)
        if left is not None:
            return self.light(left + 1, i, budget)
        if not self.light(begin, i, budget if self.words.final else 0):
            return False
        if i > self.anchors[0]:
            return self._asides(i) <= _ASIDES
        return self.light(stop, end) and self._over(end, self.anchors[0])

    def stretch(self, i: int) -> tuple[int, int]:
        """The first item of the stretch of item i, and the one behind its last."""
        begin = bisect_left(self.part, self.part[i])
        return begin, bisect_left(self.part, self.part[i] + 1)

    def _asides(self, i: int) -> int:
        """The stretches of words between item i and the last anchor before it."""
        last = max(a for a in self.anchors if a < i)
        between = range(self.part[last] + 1, self.part[i])
        return sum(self.items[bisect_left(self.part, n)].sort not in _PARTS for n in between)

    def _over(self, first: int, anchor: int) -> bool:
        """Whether the stretches from `first` to the one with the anchor are asides."""
        i = first
        while i < anchor and self.part[i] != self.part[anchor]:
            _, end = self.stretch(i)
            item = self.items[i]
            aside = item.sort in _PARTS or not item.tags.keys().isdisjoint({"sub", "relative"})
            if not aside and "prep" not in item.tags and not self.light(i, end):
                return False
            i = end
        return True


def light(item: Item, words: Words) -> bool:
    """Whether an item is of a phrase of time, place or occasion, a name, a source or a cue."""
    if item.sort is not Sort.WORD:
        return item.sort in (Sort.TIME, Sort.PLACE, Sort.SOURCE, Sort.CUE)
    kinds = item.tags.keys()
    if not kinds.isdisjoint(LIGHT):
        return "sub" not in kinds or not kinds.isdisjoint({"at", "intro"})
    return (item.capital and not words.nouns) or not item.key[:1].isalpha()


def clause(scene: Scene, number: int, words: Words) -> Clause | None:
    """The clause of a statement; None where it has neither a cue nor a source of its own."""
    items: list[Item] = []
    for window in scene.windows(scene.statements[number].value):
        if items:
            items.append(Item(Span(window.start, window.start), Sort.CONTENT))
        items += _items(scene.text, window, _stretches(scene, number, window, words), words)
    found = Clause(scene.text, words, items)
    return found if found.anchors else None


def _stretches(scene: Scene, number: int, window: Span, words: Words) -> list[Stretch]:
    """What is known as a whole, in text order; of two that overlap the first named here stays."""
    out: list[Stretch] = []
    for stretch in _known(scene, number, window, words):
        at = bisect_left(out, stretch[0].start, key=lambda s: s[0].start)
        before, behind = out[at - 1 : at] if at else [], out[at : at + 1]
        if not any(s[0].meets(stretch[0]) for s in (*before, *behind)):
            out.insert(at, stretch)
    return out


def _known(scene: Scene, number: int, window: Span, words: Words) -> Iterator[Stretch]:
    value = scene.statements[number].value
    content, cue = value.content, value.cue
    source = tuple(_without_time(scene, s) for s in value.source)
    if words.final and content and any(0 <= content[0].start - s.end <= 2 for s in source):
        content = (_behind(scene.text, content[0], words), *content[1:])
    for spans, sort in ((cue, Sort.CUE), (content, Sort.CONTENT), (source, Sort.SOURCE)):
        yield from ((s, sort, None) for s in spans if s.meets(window))
    yield from ((s, Sort.CONTENT, None) for s in scene.others(number, window))
    yield from ((s, Sort.OTHER, None) for s, n in scene.cues.meeting(window) if n != number)
    for span, time in scene.times.meeting(window):
        yield span, Sort.TIME, time
    for span, place in scene.places.meeting(window):
        if place.value.type is not PlaceType.DEMONYM:
            yield span, Sort.PLACE, place


def _without_time(scene: Scene, source: Span) -> Span:
    """A source without the time before it that a reader took for a part of it."""
    for span, _ in scene.times.meeting(Span(source.start, min(source.start + 1, source.end))):
        if span.start == source.start and span.end < source.end and not _tail(scene.text, span.end):
            return Span(span.end, source.end)
    return source


def _behind(text: str, content: Span, words: Words) -> Span:
    """A content without the occasion that it begins with where the verb ends the sentence:
    “pazartesi günü yaptığı konuşmada | köprünün güvenli olduğunu”."""
    items = list(items_of(text, content.start, min(content.end, content.start + _LEAD), words))
    others = 0
    for i, item in enumerate(items):
        stops = [i + h.length for kind, h in item.tags.items() if kind.startswith(OCCASION)]
        if stops and max(stops) < len(items):
            return Span(items[max(stops)].span.start, content.end)
        others += not light(item, words)
        if item.sort is Sort.MARK or item.key in _QUOTES or others > 1:
            break
    return content


def _items(text: str, window: Span, stretches: Sequence[Stretch], words: Words) -> Iterator[Item]:
    position = window.start
    for span, sort, mark in stretches:
        yield from items_of(text, position, max(position, span.start), words)
        tail = _tail(text, span.end) if mark is not None else ""
        yield Item(span, sort, tags=_tags(text, span, sort, words), mark=mark, tail=tail)
        position = max(position, span.end + len(tail))
    yield from items_of(text, position, max(position, window.end), words)


def _tags(text: str, span: Span, sort: Sort, words: Words) -> Tags:
    """What the packs say of the first word of a cue."""
    if sort is not Sort.CUE:
        return NO_TAGS
    first = next(items_of(text, span.start, span.end, words), None)
    return first.tags if first is not None else NO_TAGS


def items_of(text: str, start: int, end: int, words: Words) -> Iterator[Item]:
    """The words and punctuation marks of text[start:end]."""
    tokens = words.tokens(text, start, end)
    keys = [t.key for t in tokens]
    for i, token in enumerate(tokens):
        span = Span(token.start, token.end)
        if token.word:
            yield Item(span, Sort.WORD, token.key, token.capital, words.tags(keys, i))
        else:
            sort = Sort.MARK if token.key in _PARTING else Sort.WORD
            yield Item(span, sort, token.key)


def _tail(text: str, end: int) -> str:
    """The rest of the word that a time or place ends in."""
    found = _TAIL.match(text, end)
    return found.group().rstrip("'’ʼ\u2010\u2011-") if found else ""


def _parts(items: Sequence[Item]) -> Iterator[int]:
    number = 0
    for item in items:
        if item.sort in _PARTS:
            number += 1
            yield number
            number += 1
        else:
            yield number
