"""Looking up the words of a pack in a row of tokens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from quoth.lang.pack import Word

MEMORY = 50_000
"""Keys that a lexicon remembers, so that hostile text cannot fill the memory."""


class Hit(NamedTuple):
    """`length` tokens that are a form of `word`."""

    length: int
    word: Word


class _Entry(NamedTuple):
    """What may begin with one key: forms of one word, and longer ones by their second key."""

    single: tuple[Hit, ...]
    best: Mapping[str, Hit]
    longer: Mapping[str, tuple[Word, ...]]
    loose: tuple[Word, ...]
    """Forms of two words whose second is only a beginning."""
    kinds: frozenset[str]


class Lexicon:
    """An index over words by their first key; prefixes are looked up by their lengths.

    Args:
        words: the forms.
        proclitics: letters that may be written onto a first word; a key that begins no form is
            looked up without them.
    """

    def __init__(self, words: Iterable[Word], proclitics: Sequence[str] = ()) -> None:
        self._exact: dict[str, list[Word]] = {}
        self._stems: dict[str, list[Word]] = {}
        self._proclitics = tuple(proclitics)
        self._known: dict[str, _Entry] = {}
        for word in words:
            lone_prefix = word.prefix and len(word.keys) == 1
            index = self._stems if lone_prefix else self._exact
            index.setdefault(word.keys[0], []).append(word)
        self._lengths = sorted({len(k) for k in self._stems}, reverse=True)

    def at(self, keys: Sequence[str], i: int) -> tuple[Hit, ...]:
        """All forms that begin at keys[i], the longest first."""
        entry = self._entry(keys[i])
        hits = self._longer(entry, keys, i)
        hits.sort(key=lambda h: -h.length)
        return (*hits, *entry.single)

    def best(self, keys: Sequence[str], i: int) -> Mapping[str, Hit]:
        """The longest form of each kind that begins at keys[i]."""
        entry = self._known.get(keys[i]) or self._entry(keys[i])
        if not entry.longer and not entry.loose:
            return entry.best
        hits = self._longer(entry, keys, i)
        if not hits:
            return entry.best
        hits.reverse()
        hits.sort(key=lambda h: h.length)  # the longest stays, of equals the first in the pack
        return {**entry.best, **{h.word.kind: h for h in hits}}

    def holds(self, keys: Sequence[str], kinds: Set[str]) -> bool:
        """Whether a form of one of `kinds` begins at one of the keys."""
        for i, key in enumerate(keys):
            entry = self._known.get(key) or self._entry(key)
            if not kinds.isdisjoint(entry.kinds) and not kinds.isdisjoint(self.best(keys, i)):
                return True
        return False

    def has(self, key: str) -> bool:
        """Whether the single word `key` is a form."""
        return bool(self._entry(key).single)

    def _longer(self, entry: _Entry, keys: Sequence[str], i: int) -> list[Hit]:
        if i + 1 >= len(keys):
            return []
        words = entry.longer.get(keys[i + 1], ()) + entry.loose
        return [Hit(len(w.keys), w) for w in words if _follows(w, keys, i)]

    def _entry(self, key: str) -> _Entry:
        known = self._known.get(key)
        if known is not None:
            return known
        words = self._words(key)
        if not any(len(w.keys) == 1 for w in words):
            words += self._behind_proclitic(key)
        single = tuple(Hit(1, w) for w in words if len(w.keys) == 1)
        longer: dict[str, tuple[Word, ...]] = {}
        loose = tuple(w for w in words if len(w.keys) == 2 and w.prefix)
        for word in words:
            if len(word.keys) > 1 and not (len(word.keys) == 2 and word.prefix):
                longer[word.keys[1]] = (*longer.get(word.keys[1], ()), word)
        if len(self._known) > MEMORY:
            self._known.clear()
        best = {h.word.kind: h for h in reversed(single)}
        kinds = frozenset(w.kind for w in words)
        self._known[key] = _Entry(single, best, longer, loose, kinds)
        return self._known[key]

    def _words(self, key: str) -> list[Word]:
        words = list(self._exact.get(key, ()))
        for length in self._lengths:
            if length <= len(key):
                words += self._stems.get(key[:length], ())
        return words

    def _behind_proclitic(self, key: str) -> list[Word]:
        for letters in self._proclitics:
            if key.startswith(letters) and len(key) > len(letters) + 1:
                return self._words(key[len(letters) :])
        return []


def _follows(word: Word, keys: Sequence[str], i: int) -> bool:
    """Whether the keys behind keys[i] are the rest of a form of several words."""
    rest = word.keys[1:]
    if i + len(rest) >= len(keys):
        return False
    *middle, last = rest
    if any(keys[i + 1 + k] != key for k, key in enumerate(middle)):
        return False
    final = keys[i + len(rest)]
    return final.startswith(last) if word.prefix else final == last
