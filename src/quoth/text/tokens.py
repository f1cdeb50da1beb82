"""Words and punctuation marks with exact offsets."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from quoth.text.fold import fold

# letters and digits with the combining marks and joiners that belong to them
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f\u0962\u0963\u200c\u200d"
)
_LETTER = rf"[^\W_][{_MARKS}]*"
_JOINER = "['’ʼ\u2010\u2011-]"
_WORD = rf"(?:{_LETTER})+(?:{_JOINER}(?:{_LETTER})+)*"
_DOTTED = rf"(?:{_LETTER}\.){{2,}}"  # U.S., z.B., т.е.
# no possessive or atomic groups in these patterns: Python 3.11.2 matches them wrongly (gh-100061)
_NUMBER = r"\d+(?:[.,:]\d+)*(?!\d)"  # “45-летний” is not “4” and “5-летний”
_OTHER = r"\.\.\.|``|''|[^\s\w]|_"
_FIRST = rf"{_NUMBER}(?!-?[^\W\d_])|{_DOTTED}"
# most words are letters alone; the rest of the pattern is for those that are not
_SIMPLE = rf"[^\W\d_]+(?![.'’ʼ\u2010\u2011\w{_MARKS}-])"
_PLAIN = re.compile(rf"{_SIMPLE}|{_FIRST}|{_WORD}|{_OTHER}")
_ELIDED = re.compile(rf"{_SIMPLE}|{_FIRST}|(?:{_LETTER})+['’](?=\w)|{_WORD}|{_OTHER}")


class Token(NamedTuple):
    """A word or a punctuation mark: [start, end) in the text, and its look-up key."""

    start: int
    end: int
    key: str
    word: bool
    capital: bool


def tokenise(
    text: str, start: int = 0, end: int | None = None, *, language: str = "", elision: bool = False
) -> list[Token]:
    """Split text[start:end] into words and punctuation marks.

    Args:
        language: BCP 47 code, for the look-up keys.
        elision: whether an elided article or pronoun (l', qu', dell') is a word of its own.
    """
    pattern = _ELIDED if elision else _PLAIN
    found = pattern.finditer(text, start, len(text) if end is None else end)
    new = tuple.__new__  # called for every word of every page
    return [new(Token, (*m.span(), *_known(m[0], language))) for m in found]


@lru_cache(maxsize=65536)
def _known(piece: str, language: str) -> tuple[str, bool, bool]:
    """The look-up key of a token, whether it is a word, and one with a capital."""
    word = piece[0].isalnum()
    return fold(piece, language) if word else piece, word, word and piece[0].isupper()
