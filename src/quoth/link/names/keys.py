"""Blocking keys: short strings of which two forms of one name share at least one."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from heapq import nlargest
from itertools import combinations, product
from typing import Generic, TypeVar

from quoth.link.names.align import EASTERN
from quoth.link.names.bones import bones, first_sounds
from quoth.link.names.name import Name, NameKind, Part, Role
from quoth.link.names.table import known

T = TypeVar("T", bound=Hashable)

WORDS = 5
"""Words of a name that are looked at."""

PAIR, INITIAL, ONE, LETTERS, KNOWN = "2", "i", "1", "a", "k"
"""What a key begins with: two words, a first letter and a word, one word, letters of an acronym, a
name of the table of known ones."""

NEAR = 12
"""Things that share keys with a name and are worth comparing with it."""

SCANNED = 2000
"""Things of one key that are looked at."""

_SHORT = 3  # classes of each word in a key of two


def keys(name: Name) -> tuple[str, ...]:
    """The keys of a name, the most selective first; none twice.

    Two names that may belong to one share at least one nearly always. A key is a short string.
    """
    found = []
    if name.kind is not NameKind.PERSON:
        found += [f"{KNOWN}{group}" for group in sorted(known(name.text))]
        found += [LETTERS + letters for letters in _letters(name)]
    words = name.core[:WORDS]
    whole = [part for part in words if part.role is not Role.INITIAL]
    if not name.is_acronym:
        found += [*_two(whole), *_initials(words, whole)]
    found += [ONE + bone for part in whole for bone in _bones(part)]
    if name.script in EASTERN and len(words) == 2 and len(whole) == 2:
        one = words[0].fold + words[1].fold  # a foreign name may have been cut in two
        found += [ONE + bone for bone in bones((one, name.script))]
    return tuple(dict.fromkeys(found))


def _letters(name: Name) -> Iterator[str]:
    """The letters of an acronym, or of the words that one may be made of."""
    if name.is_acronym:
        yield name.acronym
        if name.acronym[::2] == name.acronym[1::2]:  # EE. UU.
            yield name.acronym[::2]
    elif len(name.acronym) > 1:
        yield from {name.acronym: 1, name.letters: 1}


def _two(words: list[Part]) -> Iterator[str]:
    """Each two words, whichever comes first."""
    for left, right in combinations(words, 2):
        for pair in product(_bones(left), _bones(right)):
            yield PAIR + "+".join(sorted(bone[:_SHORT] for bone in pair))


def _initials(words: tuple[Part, ...], whole: list[Part]) -> Iterator[str]:
    """Each word with the first letter of each other one."""
    for first in words:
        for part in whole:
            if first is not part:
                sounds = sorted(first_sounds((first.fold, first.script)))
                yield from (f"{INITIAL}{s}+{b}" for s in sounds for b in _bones(part))


def _bones(part: Part) -> tuple[str, ...]:
    return bones((part.fold, part.script))


class Index(Generic[T]):
    """Things by the keys of their names, in memory.

    Looking one up takes about as long among a hundred thousand as among a thousand: the selective
    keys are asked first, and of a frequent key only the things that were added last.
    """

    def __init__(self) -> None:
        self._found: dict[str, list[T]] = {}

    def add(self, thing: T, name: Name) -> None:
        """Puts a thing in under a name; a thing may have several."""
        for key in keys(name):
            self._found.setdefault(key, []).append(thing)

    def near(self, name: Name, most: int = NEAR) -> list[T]:
        """The things that share most keys with a name, at most `most`, those with most first."""
        shared: dict[T, float] = {}
        for key in keys(name):
            things = self._found.get(key, ())
            weight = 1 / (1 + len(things))  # a rare key tells more
            for thing in things[-SCANNED:]:
                shared[thing] = shared.get(thing, 0.0) + weight
        return nlargest(most, shared, key=shared.__getitem__)
