"""Everybody known of an article so far, found without going through all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from quoth.lang.offices import akin
from quoth.link.mentions.described import Phrase, Sort

if TYPE_CHECKING:
    from quoth.link.mentions.who import Touch, Who


class Crowd:
    """Those known so far, in the order in which they became known, the named ones first.

    Each answer is what a search of `everyone` gives, in the same order; the work does not grow
    with the article. Those in it tell it of what they learn.

    Attributes:
        everyone: all of them.
        peers: those who are somebody's colleague.
        pairs: groups of two named ones.
        unnamed: those who are kept unnamed.
    """

    def __init__(self, everyone: Iterable[Who]) -> None:
        self.everyone: list[Who] = []
        self.peers: list[Who] = []
        self.pairs: list[Who] = []
        self.unnamed: list[Who] = []
        self._lines: dict[int, set[int]] = defaultdict(set)
        self._top = -1
        self._met: list[int] = []
        self._phrases: dict[tuple[frozenset[str], Sort], list[int]] = defaultdict(list)
        self._offices: dict[str, list[int]] = defaultdict(list)
        self._words: dict[str, list[int]] = defaultdict(list)
        self._orgs: dict[str, list[int]] = defaultdict(list)
        self._last: dict[str, list[Who]] | None = None
        for who in everyone:
            self.add(who)

    def add(self, who: Who) -> None:
        """Take up one more, behind the others."""
        who.number, who.crowd = len(self.everyone), self
        self.everyone.append(who)
        for touch in who.touches:
            self.touched(who, touch)
        for found in who.phrases:
            self.described(who, found)
        for word in who.words:
            _note(self._words[word], who.number)
            _note(self._words[word.partition(" ")[0]], who.number)
        self.told(who)

    def touched(self, who: Who, touch: Touch) -> None:
        """Somebody was mentioned."""
        self._lines[touch.line].add(who.number)
        self._top = max(self._top, touch.line)
        if who.named and len(who.touches) == 1:
            _note(self._met, who.number)

    def described(self, who: Who, found: Phrase) -> None:
        """Somebody was described."""
        _note(self._phrases[found.keys, found.sort], who.number)

    def told(self, who: Who) -> None:
        """Something was told of somebody's offices or kind."""
        for office in who.offices | who.loose:
            _note(self._offices[office], who.number)
        if who.org:
            _note(self._orgs[who.org], who.number)

    def unname(self, who: Who) -> None:
        """Somebody is kept unnamed."""
        if who not in self.unnamed:
            self.unnamed.append(who)

    def join(self, who: Who, other: Who) -> None:
        """Somebody is the colleague of another one."""
        told = other.offices | other.loose
        if told and not who.peers:
            self.peers.append(who)
        who.peers |= told

    def near(self, line: int, last: int | None = None) -> list[Who]:
        """Those who are mentioned in a line or behind it, up to the line `last`."""
        lines = self._lines
        found: set[int] = set()
        for n in range(line, (self._top if last is None else last) + 1):
            if n in lines:
                found |= lines[n]
        return [self.everyone[n] for n in sorted(found)]

    def met(self) -> Iterator[Who]:
        """The named ones who were mentioned."""
        return (self.everyone[n] for n in self._met)

    def lately(self) -> Iterator[Who]:
        """The same, the last one first."""
        return (self.everyone[n] for n in reversed(self._met))

    def alike(self, found: Phrase) -> Iterator[Who]:
        """Those who were described by the words of a phrase, the last one first."""
        known = self._phrases.get((found.keys, found.sort), ())
        return (self.everyone[n] for n in reversed(known))

    def holding(self, offices: Iterable[str]) -> list[Who]:
        """Those who hold, or may hold, one of some offices."""
        return self._of(self._offices, offices)

    def fitting(self, found: Phrase) -> list[Who]:
        """Those whose office or word a description may mean."""
        numbers = {n for office in akin(found.offices) for n in self._offices.get(office, ())}
        numbers.update(self._words.get(found.noun, ()))
        return [self.everyone[n] for n in sorted(numbers)]

    def organisations(self, org: str) -> list[Who]:
        """Those of a kind of organisations."""
        return self._of(self._orgs, (org,))

    def namesakes(self, name: str, last_name: Callable[[Who], str]) -> list[Who]:
        """The named ones of a last name; all their names are known from the beginning."""
        if self._last is None:
            self._last = defaultdict(list)
            for who in self.everyone:
                if who.named:
                    self._last[last_name(who)].append(who)
        return self._last.get(name, [])

    def _of(self, index: dict[str, list[int]], keys: Iterable[str]) -> list[Who]:
        return [self.everyone[n] for n in sorted({n for k in keys for n in index.get(k, ())})]


def _note(numbers: list[int], number: int) -> None:
    """Put a number in its place, once."""
    if not numbers or numbers[-1] < number:
        numbers.append(number)
        return
    at = bisect_left(numbers, number)
    if numbers[at] != number:
        numbers.insert(at, number)
