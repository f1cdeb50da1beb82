"""Looking up the words of a pack in a row of tokens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quoth.lang.pack import Word


@dataclass(frozen=True, slots=True)
class Hit:
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
        self._lengths = sorted({len(k) for k in self._stems}, reverse=True)

    def at(self, keys: Sequence[str], i: int) -> tuple[Hit, ...]:
        """All forms that begin at keys[i], the longest first."""
        hits = self._of(keys, i, keys[i])
        if not hits:
            for letter in self._proclitics:
                if keys[i].startswith(letter) and len(keys[i]) > len(letter) + 1:
                    hits = self._of(keys, i, keys[i][len(letter) :])
                    break
        hits.sort(key=lambda h: -h.length)
        return tuple(hits)

    def has(self, key: str) -> bool:
        """Whether the single word `key` is a form."""
        return any(h.length == 1 for h in self.at((key,), 0))

    def _of(self, keys: Sequence[str], i: int, first: str) -> list[Hit]:
        hits = [
            Hit(len(word.keys), word)
            for word in self._exact.get(first, ())
            if _follows(word, keys, i)
        ]
        for length in self._lengths:
            if length <= len(first):
                hits += [Hit(1, word) for word in self._stems.get(first[:length], ())]
        return hits


def _follows(word: Word, keys: Sequence[str], i: int) -> bool:
    rest = word.keys[1:]
    if not rest:
        return True
    if i + len(rest) >= len(keys):
        return False
    *middle, last = rest
    if any(keys[i + 1 + k] != key for k, key in enumerate(middle)):
        return False
    final = keys[i + len(rest)]
    return final.startswith(last) if word.prefix else final == last
