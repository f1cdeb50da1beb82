"""A paragraph as tokens, with what its capitals are worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quoth.annotate.blocks import Paragraph
from quoth.annotate.places.names import Names
from quoth.atlas import place_key
from quoth.text import Token, tokenise

TITLE_CASE = 0.6
"""Share of capitals among a headline's longer words from which they tell nothing; English
headlines that capitalise every noun and verb have more, those in plain case less than half."""

_LONGER = 3  # letters that even title case capitalises
_STOPS = frozenset('.!?…؟:|•—–-"“”«»„‘(')
_ENDS = frozenset(".!?…؟")
_JOINERS = frozenset("-\u2010\u2011")


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of a paragraph.

    Attributes:
        tokens: words and signs; a word with hyphens that names nothing as a whole is cut there.
        names: of the paragraph's language.
        plain: whether a capital inside a sentence tells that a word is a name.
        cased: whether the script has capitals at all.
        sentences: for each token, the number of its sentence in the paragraph.
    """

    tokens: Sequence[Token]
    names: Names
    plain: bool
    cased: bool
    sentences: Sequence[int]

    def word(self, i: int) -> Token | None:
        """The token at i if it is there and a word."""
        if 0 <= i < len(self.tokens) and self.tokens[i].word:
            return self.tokens[i]
        return None

    def opens(self, i: int) -> bool:
        """Whether a sentence, a quotation or an item of a list begins at i."""
        return i == 0 or self.tokens[i - 1].key in _STOPS

    def telling(self, i: int) -> bool:
        """Whether the capital of the token at i tells that it is a name."""
        return self.plain and self.tokens[i].capital and not self.opens(i)


def line(text: str, paragraph: Paragraph, names: Names, *, elision: bool) -> Line:
    """The line of a paragraph."""
    span = paragraph.span
    whole = tokenise(text, span.start, span.end, language=paragraph.language, elision=elision)
    tokens: list[Token] = []
    for token in whole:
        if token.word and not _JOINERS.isdisjoint(token.key):
            tokens += _parts(text, token, names)
        else:
            tokens.append(token)
    words = [t for t in tokens if t.word]
    cased = any(text[t.start].lower() != text[t.start].upper() for t in words[:40])
    return Line(
        tokens,
        names,
        cased and not names.nouns and not _shouted(text, words, head=paragraph.head),
        cased,
        _sentences(tokens),
    )


def _parts(text: str, token: Token, names: Names) -> list[Token]:
    """A token with hyphens as its parts, where it is no name as a whole."""
    if any(names.find(key) or names.leads(key) for key in names.variants(token.key)):
        return [token]
    out, start = [], token.start
    for i in range(token.start, token.end + 1):
        if i == token.end or text[i] in _JOINERS:
            if i > start:
                piece = text[start:i]
                key = token.key[start - token.start : i - token.start]
                out.append(Token(start, i, key or piece, True, piece[0].isupper()))
            start = i + 1
    return out


def _shouted(text: str, words: Sequence[Token], *, head: bool) -> bool:
    """Whether most words have capitals anyway: title case, or nothing else."""
    if not head and not all(text[t.start : t.end].isupper() for t in words[:_LONGER]):
        return False  # as nearly all paragraphs
    longer = [t for t in words if t.end - t.start > _LONGER]
    if not longer:
        return False
    if head and sum(t.capital for t in longer) > TITLE_CASE * len(longer):
        return True
    return len(longer) > _LONGER and all(text[t.start : t.end].isupper() for t in longer)


def _sentences(tokens: Sequence[Token]) -> list[int]:
    out, number = [], 0
    for i, token in enumerate(tokens):
        out.append(number)
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if token.key in _ENDS and after is not None and (after.capital or not after.word):
            number += 1
    return out


def key_of(tokens: Sequence[Token]) -> str:
    """The key of some words."""
    return " ".join([place_key(t.key) for t in tokens])
