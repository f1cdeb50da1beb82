"""What packs say of the words around a cue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quoth.annotate.statements.grammar import grammar
from quoth.lang import Hit, Lexicon
from quoth.lang.venues import VenueWords, venue_words
from quoth.text import Token, tokenise

Tags = Mapping[str, Hit]
NO_TAGS: dict[str, Hit] = {}
LIGHT = frozenset({"det", "prep", "link", "conj", "aux", "time", "title", "at", "intro", "join"})
"""Kinds of words that a phrase of time, place or occasion is made of, besides names."""
_HARD = frozenset({"sub", "verb", "conj"})
_CLAUSE = frozenset({"relative", "comp", "wh"})
_LOOSE = frozenset({"det", "prep", "link"})
_STOPS = frozenset(
    {"verb", "prep", "link", "conj", "sub", "aux", "pronoun", "at", "intro", "marker"}
)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one language.

    Attributes:
        pack: those of its statements' pack.
        venues: those of occasions.
        nouns: whether nouns have capital letters, so that a capital tells no name.
        final: whether a noun stands behind what belongs to it (as in Turkish).
        articles: those that are written onto their nouns (ال).
        digest: of the words of occasions.
    """

    code: str
    elision: bool
    pack: Lexicon
    venues: VenueWords
    nouns: bool
    final: bool
    articles: tuple[str, ...]
    digest: str

    def tokens(self, text: str, start: int, end: int) -> list[Token]:
        """The words and punctuation marks of text[start:end]."""
        return tokenise(text, start, end, language=self.code, elision=self.elision)

    def tags(self, keys: Sequence[str], i: int) -> Tags:
        """The longest form of each kind that begins at keys[i]."""
        pack, venues = self.pack.best(keys, i), self.venues.lexicon.best(keys, i)
        return {**pack, **venues} if venues else pack


@lru_cache(maxsize=64)
def words(code: str) -> Words:
    """The words of a language that has a pack.

    Raises:
        PackError: if there is no pack, or it breaks the format.
    """
    known, venues = grammar(code), venue_words(code)
    pack, nouns = known.pack, venues.capitals
    return Words(
        code,
        pack.elision,
        known.lexicon,
        venues,
        nouns,
        pack.verb_final,
        known.articles,
        venues.digest,
    )


def hard(tags: Tags) -> bool:
    """Whether a word begins another clause."""
    kinds = tags.keys()
    return not kinds.isdisjoint(_HARD) or (
        not kinds.isdisjoint(_CLAUSE) and kinds.isdisjoint(_LOOSE)
    )


def free(tags: Tags) -> bool:
    """Whether a word may stand inside a noun phrase: a noun, an adjective, a determiner."""
    kinds = tags.keys()
    return "det" in kinds or (kinds.isdisjoint(_STOPS) and not hard(tags))
