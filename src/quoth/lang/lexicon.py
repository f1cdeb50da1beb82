"""Looking up the words of a pack in a row of tokens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from quoth.lang.pack import Word

MEMORY = 50_000
"""Keys whose words a lexicon remembers, so that hostile text cannot fill the memory."""


class Hit(NamedTuple):
    """`length` tokens that are a form of `word`."""

    length: int
    word: Word


class Lexicon:
    """An index over words by their first key; prefixes are looked up by their lengths."""

    def __init__(self, words: Iterable[Word], proclitics: Sequence[str] = ()) -> None:
        self._exact: dict[str, list[Word]] = {}
        self._stems: dict[str, list[Word]] = {}
        self._proclitics = tuple(proclitics)
        for word in words:
            lone_prefix = word.prefix and len(word.keys) == 1
            index = self._stems if lone_prefix else self._exact
            index.setdefault(word.keys[0], []).append(word)
        self._first: dict[str, tuple[Word, ...]] = {}
        self._alone: dict[str, dict[str, Hit]] = {}
        self._lengths = sorted({len(k) for k in self._stems}, reverse=True)

    def at(self, keys: Sequence[str], i: int) -> tuple[Hit, ...]:
        """All forms that begin at keys[i], the longest first."""
        hits = self._of(keys, i, keys[i])
        if not hits:
            for letter in self._proclitics:
                if keys[i].startswith(letter) and len(keys[i]) > len(letter) + 1:
                    hits = self._of(keys, i, keys[i][len(letter) :])
                    break
        if len(hits) > 1:
            hits.sort(key=lambda h: -h.length)
        return tuple(hits)

    def best(self, keys: Sequence[str], i: int) -> Mapping[str, Hit]:
        """The longest form of each kind that begins at keys[i].

        A key that begins no form of several words always has the same answer, which is kept.
        """
        known = self._alone.get(keys[i])
        if known is not None:
            return known
        out: dict[str, Hit] = {}
        for hit in self.at(keys, i):
            out.setdefault(hit.word.kind, hit)
        if all(len(w.keys) == 1 for w in self._candidates(keys[i])):
            if len(self._alone) > MEMORY:
                self._alone.clear()
            self._alone[keys[i]] = out
        return out

    def _candidates(self, key: str) -> list[Word]:
        stripped = [key.removeprefix(p) for p in self._proclitics if key.startswith(p)]
        return [w for k in (key, *stripped) for w in self._first.get(k, ())]

    def has(self, key: str) -> bool:
        """Whether the single word `key` is a form."""
        return any(h.length == 1 for h in self.at((key,), 0))

    def _of(self, keys: Sequence[str], i: int, first: str) -> list[Hit]:
        words = self._first.get(first)
        if words is None:
            words = self._remember(first)
        return [Hit(len(w.keys), w) for w in words if len(w.keys) == 1 or _follows(w, keys, i)]

    def _remember(self, first: str) -> tuple[Word, ...]:
        """The words that may begin with the key `first`, kept for the next time."""
        words = list(self._exact.get(first, ()))
        for length in self._lengths:
            if length <= len(first):
                words += self._stems.get(first[:length], ())
        if len(self._first) > MEMORY:
            self._first.clear()
        self._first[first] = tuple(words)
        return self._first[first]


def _follows(word: Word, keys: Sequence[str], i: int) -> bool:
    rest = word.keys[1:]
    if i + len(rest) >= len(keys):
        return False
    *middle, last = rest
    if any(keys[i + 1 + k] != key for k, key in enumerate(middle)):
        return False
    final = keys[i + len(rest)]
    return final.startswith(last) if word.prefix else final == last
