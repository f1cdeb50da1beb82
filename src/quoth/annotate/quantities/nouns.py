"""What is counted: the noun behind a number or a unit."""

from __future__ import annotations

from quoth.annotate.quantities.amounts import Amount, is_like
from quoth.annotate.quantities.bounds import compared
from quoth.annotate.quantities.row import Row
from quoth.model import QuantityType, Span

STUFF = frozenset({"tonne", "ton", "kilogram", "gram", "liter", "milliliter", "barrel", "quintal"})
"""Units behind which some languages name the stuff without a preposition (“400 Tonnen Papier”)."""
WORDS = 3
"""Words that are looked at behind a number: two of them may describe the noun."""


def counted(row: Row, amount: Amount) -> Span | None:
    """Where the noun stands that says what is counted, if one does."""
    k, joined, named = compared(row, amount), False, False
    if not row.near(k):
        return None
    if any(f.kind == "of" for f in row.names.forms.get(row.key(k), ())):
        k, joined = k + 1, True
        if row.near(k) and row.key(k) in row.names.function:
            k, named = k + 1, True  # “half of the voters”
    elif not amount.bare:
        if amount.unit not in STUFF or "stuff" not in row.words.styles:
            return None
        joined = True
    candidates = _candidates(row, k)
    if not candidates or (joined and _place(row, amount, k, named)):
        return None
    last = _noun(row, candidates, plural=not joined)
    return Span(row.pieces[k].start, row.pieces[last].end) if last is not None else None


def _place(row: Row, amount: Amount, k: int, named: bool) -> bool:
    """Whether “5 km de la costa”, “5 km de Arden” say from where."""
    name = row.slice(k)[0].isupper() and "capital-nouns" not in row.words.styles
    return amount.type is QuantityType.MEASURE and (named or name)


def _candidates(row: Row, k: int) -> list[int]:
    out: list[int] = []
    token = row.pieces[k - 1].stop - 1
    while len(out) < WORDS and row.near(k) and _may_be_noun(row, k):
        if out and is_like(row.key(k), row.words.verbal):
            break
        out.append(k)
        if row.pieces[k].token == token:
            break  # a 60-page document counts pages
        k += 1
    return out


def _may_be_noun(row: Row, k: int) -> bool:
    piece, word = row.pieces[k], row.slice(k)
    if not word[:1].isalpha() or len(word) < 2:
        return False
    if piece.key in row.names.function or piece.key in row.names.times:
        return False
    if piece.forms or piece.parts or piece.figure or row.at(k):
        return False
    return not any(f.kind == "compare" for f in row.names.before.get(piece.key, ()))


def _noun(row: Row, candidates: list[int], plural: bool) -> int | None:
    words = row.words
    if "capital-nouns" in words.styles:
        return next((k for k in candidates if row.slice(k)[0].isupper()), None)
    if words.plurals and plural:
        return next((k for k in candidates if is_like(row.key(k), words.plurals)), candidates[0])
    if words.modifiers:
        rest = (k for k in candidates if not is_like(row.key(k), words.modifiers))
        return next(rest, candidates[0])
    return candidates[0]
