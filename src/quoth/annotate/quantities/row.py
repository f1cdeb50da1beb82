"""A paragraph taken apart: its pieces, its numbers, and what may stand beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quoth.annotate.numbers.pieces import Piece, pieces
from quoth.annotate.numbers.reader import Number, numbers_of
from quoth.lang.measures import Measures, measures
from quoth.lang.numbers import NumberForm, NumberWords, number_words
from quoth.text import Token

_BETWEEN = ("", "-", "\u2010", "\u2011", "'", "’")
_GAP = 3
"""White space between two words of an expression, at most."""


@dataclass(frozen=True, slots=True)
class Row:
    """The pieces of a paragraph and what its language knows of numbers."""

    text: str
    pieces: Sequence[Piece]
    words: NumberWords
    names: Measures

    def slice(self, k: int) -> str:
        """The k-th piece as it is written; empty outside of the row."""
        if not 0 <= k < len(self.pieces):
            return ""
        piece = self.pieces[k]
        return self.text[piece.start : piece.end]

    def key(self, k: int) -> str:
        """The folded k-th piece; empty outside of the row."""
        return self.pieces[k].key if 0 <= k < len(self.pieces) else ""

    def has(self, k: int) -> bool:
        """Whether there is a k-th piece."""
        return 0 <= k < len(self.pieces)

    def near(self, k: int) -> bool:
        """Whether the k-th piece follows the one before it, with a hyphen or less between."""
        if not 0 < k < len(self.pieces):
            return False
        left, right = self.pieces[k - 1], self.pieces[k]
        if right.start - left.end > _GAP:
            return False
        gap = self.text[left.end : right.start]
        return gap.strip() in _BETWEEN and gap.count("\n") < 2

    def at(self, k: int) -> tuple[int, NumberForm] | None:
        """The unit, currency or other measure that begins at piece k, with its end."""
        if not self.has(k):
            return None
        named = self.names.forms.get(self.key(k))
        signs = self.names.exact.get(self.slice(k))
        own = self._longest(named, k, exact=False) if named else None
        sign = self._longest(signs, k, exact=True) if signs else None
        if own and sign:
            return sign if sign[0] > own[0] else own
        return own or sign or self._code(k) or self._inflected(k)

    def _longest(
        self, forms: Sequence[NumberForm], k: int, exact: bool
    ) -> tuple[int, NumberForm] | None:
        for form in forms:
            if self.matches(form, k, exact):
                return k + len(form.keys), form
        return None

    def matches(self, form: NumberForm, k: int, exact: bool = False) -> bool:
        """Whether the words of a form stand from piece k."""
        word = self.slice if exact else self.key
        return all(
            word(k + n) == key and (n == 0 or self.near(k + n)) for n, key in enumerate(form.keys)
        )

    def _inflected(self, k: int) -> tuple[int, NumberForm] | None:
        """A name of one word with the ending of a case."""
        key = self.key(k)
        for ending in self.words.endings:
            if key.endswith(ending):
                forms = self.names.forms.get(key.removesuffix(ending), ())
                for form in forms:
                    if len(form.keys) == 1 and form.kind in ("unit", "currency", "subunit"):
                        return k + 1, form
        return None

    def _code(self, k: int) -> tuple[int, NumberForm] | None:
        code = self.slice(k)
        if len(code) == 3 and code.isupper() and code in self.names.codes:
            return k + 1, NumberForm((code,), "currency", name=code)
        return None

    def before(self, k: int, kind: str) -> tuple[int, NumberForm] | None:
        """The form of a kind that ends right before piece k, with its first piece."""
        if not self.near(k):
            return None
        for form in self.names.before.get(self.key(k - 1), ()):
            start = k - len(form.keys)
            if form.kind == kind and start >= 0 and self.matches(form, start):
                return start, form
        return None


@dataclass(frozen=True, slots=True)
class Placed:
    """A number and its pieces, first to stop."""

    number: Number
    first: int
    stop: int


def row_of(text: str, tokens: Sequence[Token], code: str) -> Row:
    """The row of a paragraph's tokens."""
    words = number_words(code)
    return Row(text, list(pieces(text, tokens, words)), words, measures(code))


def placed(row: Row) -> Iterator[Placed]:
    """The numbers of a row with their pieces."""
    k = 0
    for number in numbers_of(row.text, row.pieces, row.words):
        while row.pieces[k].end <= number.span.start:
            k += 1
        stop = k
        while stop < len(row.pieces) and row.pieces[stop].start < number.span.end:
            stop += 1
        yield Placed(number, k, stop)
