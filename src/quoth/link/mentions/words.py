"""What packs say of the words around a source."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quoth.lang import Hit, Lexicon, available, pack
from quoth.lang.actors import ActorWords, actor_words
from quoth.lang.pack import Word
from quoth.text import Token, tokenise

MEMORY = 20_000
"""Words of a language whose ends are remembered."""
Tags = Mapping[str, Hit]
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
    both: str
    tail: Callable[[str], Tags]

    def tokens(self, text: str, start: int, end: int) -> list[Token]:
        """The words and punctuation marks of text[start:end]."""
        return tokenise(text, start, end, language=self.code, elision=self.elision)

    def tags(self, keys: Sequence[str], i: int) -> Tags:
        """The longest form of each kind that begins at keys[i]."""
        found = self.lexicon.best(keys, i)
        if found or not (self.actors.tails or self.actors.compound):
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
        return Words(code, False, none, Lexicon(()), False, False, False, "&", _tails(none))
    known, actors = pack(code), actor_words(code)
    small: list[Word] = [w for w in known.words if w.kind in _PACK]
    written_on = [letters for letters, _ in actors.prefixes]
    lexicon = Lexicon([*actors.words, *small], (*written_on, *known.proclitics))
    drop = actors.drop or known.drop_subject
    tails = _tails(actors)
    joint = next((w.keys[0] for w in known.words if w.kind == "conj"), "&")
    return Words(
        code, known.elision, actors, lexicon, actors.last, drop, actors.articles, joint, tails
    )


def _tails(actors: ActorWords) -> Callable[[str], Tags]:
    """What words are by their ends, remembered."""

    @lru_cache(maxsize=MEMORY)
    def tail(key: str) -> Tags:
        return {h.word.kind: h for h in reversed(actors.at([key], 0))}

    return tail
