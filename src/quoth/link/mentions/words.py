"""What packs say of the words around a source."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from quoth.lang import Hit, Lexicon, available, pack
from quoth.lang.actors import (
    DEFINITE,
    OFFICE,
    POSSESSIVE,
    PRONOUN,
    ActorWords,
    actor_words,
    gender,
    offices_of,
)
from quoth.lang.pack import Word
from quoth.link.mentions.offices import OF_SOMEBODY, OWNED
from quoth.text import Token, tokenise

MEMORY = 20_000
"""Words of a language whose ends are remembered."""
Tags = Mapping[str, Hit]
NONE: Tags = MappingProxyType({})
_PACK = frozenset(
    {"link", "prep", "det", "conj", "comp", "relative", "verb", "aux", "sub", "marker"}
)
"""Kinds of words of a pack that part one noun phrase from another."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one language; compared and hashed by identity.

    Attributes:
        lexicon: those of `actors.tsv`, and the small words of the pack.
        last: whether the last of two nouns side by side is the head.
        articles: whether nouns have articles, so that a bare one is seldom a description.
        gendered: whether nouns for organisations have a gender that a pronoun agrees with.
        both: “and”.
        drop: whether subject pronouns are left out.
        tail: what a long word is by its end (Hafensprecherin).
    """

    code: str
    elision: bool
    actors: ActorWords
    lexicon: Lexicon
    last: bool
    drop: bool
    articles: bool
    gendered: bool
    both: str
    tail: Callable[[str], Tags]

    @property
    def prefixed(self) -> bool:
        """Whether the article is written onto the noun (الوزير)."""
        return any(kind == DEFINITE for _, kind in self.actors.prefixes)

    def tokens(self, text: str, start: int, end: int) -> list[Token]:
        """The words and punctuation marks of text[start:end]."""
        return tokenise(text, start, end, language=self.code, elision=self.elision)

    def tags(self, keys: Sequence[str], i: int) -> Tags:
        """The longest form of each kind that begins at keys[i]."""
        found = self.lexicon.best(keys, i)
        if found or not (self.actors.tails or self.actors.compound or self.actors.clitics):
            return found
        return self.tail(keys[i])


@lru_cache(maxsize=64)
def words(code: str) -> Words:
    """The words of a language; none where it has no pack.

    Raises:
        PackError: if its pack breaks the format.
    """
    if code not in available():
        none = ActorWords(code)
        return Words(code, False, none, Lexicon(()), False, False, False, False, "&", _tails(none))
    known, actors = pack(code), actor_words(code)
    small: list[Word] = [w for w in known.words if w.kind in _PACK]
    written_on = [letters for letters, _ in actors.prefixes]
    lexicon = Lexicon([*actors.words, *small], (*written_on, *known.proclitics))
    drop = actors.drop or known.drop_subject
    tails = _tails(actors)
    joint = next((w.keys[0] for w in known.words if w.kind == "conj"), "&")
    return Words(
        code,
        known.elision,
        actors,
        lexicon,
        actors.last,
        drop,
        actors.articles,
        _gendered(actors),
        joint,
        tails,
    )


def _owned(actors: ActorWords, key: str, clitic: Word) -> Tags:
    """What a word is that says whose somebody is by its end (“istrinya”, his wife)."""
    stem = key.removesuffix(clitic.keys[0])
    if stem == key:
        return NONE
    for hit in actors.at([stem], 0):
        if hit.word.kind == OFFICE and not offices_of(hit.word).isdisjoint(OF_SOMEBODY | OWNED):
            return {OFFICE: hit, POSSESSIVE: Hit(1, clitic)}
    return NONE


def _gendered(actors: ActorWords) -> bool:
    """Whether all nouns have genders: articles tell them, or pronouns where there are none."""
    telling = PRONOUN if not actors.articles else DEFINITE
    return any(w.kind == telling and gender(w) in ("m", "f") for w in actors.words)


def _tails(actors: ActorWords) -> Callable[[str], Tags]:
    """What words are by their ends, remembered."""

    theirs = [w for w in actors.clitics if w.kind == POSSESSIVE]

    @lru_cache(maxsize=MEMORY)
    def tail(key: str) -> Tags:
        found = {h.word.kind: h for h in reversed(actors.at([key], 0))}
        return found or next((t for w in theirs if (t := _owned(actors, key, w))), NONE)

    return tail
