"""The words that furniture is known by, of all packs: a page's language is not yet known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from quoth.lang import Lexicon, Word, available, pack
from quoth.text import tokenise

_PAGE = frozenset(
    {"published", "updated", "by", "credit", "appeal", "rules", "more", "menu", "section"}
)
_GRAMMAR = frozenset(
    {
        "verb",
        "marker",
        "pronoun",
        "relative",
        "comp",
        "wh",
        "prep",
        "link",
        "det",
        "conj",
        "sub",
        "aux",
        "time",
        "never",
    }
)
_OPENERS = frozenset(
    {
        "det",
        "pronoun",
        "prep",
        "sub",
        "conj",
        "role",
        "title",
        "wh",
        "comp",
        "time",
        "never",
        "noun",
    }
)


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase at token `at`, `length` tokens long."""

    kind: str
    at: int
    length: int
    language: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a line: look-up keys with their places."""

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    is_word: tuple[bool, ...]

    @property
    def count(self) -> int:
        """How many are words and not marks."""
        return sum(self.is_word)


def words(text: str, start: int, end: int) -> Words:
    """The words of text[start:end]."""
    tokens = tokenise(text, start, end)
    # a Turkish capital İ folds to an i with a dot above where the language is not known
    if not tokens:
        return Words((), (), (), ())
    starts, ends, keys, is_word, _ = zip(*tokens, strict=True)
    if any("\u0307" in key for key in keys):
        keys = tuple(key.replace("i\u0307", "i") for key in keys)
    return Words(keys, starts, ends, is_word)


def phrases(row: Words, kinds: frozenset[str] = _PAGE) -> list[Found]:
    """The furniture phrases of a line, of each kind the longest at each place."""
    lexicon, languages = _page_words()
    out: list[Found] = []
    for i, word in enumerate(row.is_word):
        if not word:
            continue
        best: dict[str, Found] = {}
        for hit in lexicon.at(row.keys, i):
            kind = hit.word.kind
            if kind in kinds and kind not in best:
                best[kind] = Found(kind, i, hit.length, languages[id(hit.word)])
        out += best.values()
    return out


@lru_cache(maxsize=1)
def _page_words() -> tuple[Lexicon, dict[int, str]]:
    found = [(word, code) for code in available() for word in pack(code).words]
    kept = [(_whole(word), code) for word, code in found if word.kind in _PAGE]
    return Lexicon(word for word, _ in kept), {id(word): code for word, code in kept}


def _whole(word: Word) -> Word:
    """A word whose elided articles are written onto the next word: l'intervista.

    The words of a line are told apart without knowing its language, so without elision.
    """
    keys: list[str] = []
    for key in word.keys:
        if keys and keys[-1].endswith(("'", "’")):
            keys[-1] += key
        else:
            keys.append(key)
    return word if len(keys) == len(word.keys) else replace(word, keys=tuple(keys))


@lru_cache(maxsize=1)
def grammar() -> frozenset[str]:
    """Words that say nothing of a topic: articles, prepositions, reporting verbs."""
    return _single(_GRAMMAR)


@lru_cache(maxsize=1)
def openers() -> frozenset[str]:
    """Words that a sentence may well begin with: articles, prepositions, roles."""
    return _single(_OPENERS)


def _single(kinds: frozenset[str]) -> frozenset[str]:
    every: Sequence[Word] = [word for code in available() for word in pack(code).words]
    return frozenset(w.keys[0] for w in every if w.kind in kinds and len(w.keys) == 1)
