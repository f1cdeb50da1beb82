"""The quantities of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quoth.annotate.quantities.amounts import Amount, amount, with_hundredths
from quoth.annotate.quantities.bounds import comparator, joined, quantity, spread
from quoth.annotate.quantities.leave import left_out, of_time, outside, tight
from quoth.annotate.quantities.nouns import counted
from quoth.annotate.quantities.row import Row, placed, row_of
from quoth.lang import pack
from quoth.model import Quantity, QuantityType, Span
from quoth.text import Token, tokenise


def measured(
    text: str, code: str, start: int = 0, end: int | None = None
) -> Iterator[tuple[Span, Quantity]]:
    """The quantities of text[start:end] in the order of their places.

    Args:
        code: a language with a pack.
    """
    tokens = tokenise(text, start, end, language=code, elision=pack(code).elision)
    yield from quantities(text, tokens, code)


def quantities(text: str, tokens: Sequence[Token], code: str) -> Iterator[tuple[Span, Quantity]]:
    """The quantities among tokens of a text."""
    row = row_of(text, tokens, code)
    amounts = _amounts(row)
    i = 0
    while i < len(amounts):
        now, after = amounts[i], amounts[i + 1] if i + 1 < len(amounts) else None
        whole = with_hundredths(row, now, after) if after else None
        if whole:
            yield Span(whole.start, whole.end), quantity(row, whole, None)
            i += 2
            continue
        between = joined(row, now, after) if after else None
        if between and after and not _meagre(row, now, after):
            yield _range(row, now, after, between)
            i += 2
            continue
        of = counted(row, now)
        if not _skipped(row, now, of):
            yield Span(now.start, now.end), quantity(row, now, of)
        i += 1


def _amounts(row: Row) -> list[Amount]:
    """The numbers with their units; none begins within the one before it."""
    out: list[Amount] = []
    for at in placed(row):
        if at.number.article and "article-one" not in row.words.styles:
            continue
        if at.number.article and (sign := row.at(at.first)) and sign[0] > at.stop:
            continue  # “A$5”
        found = amount(row, at)
        if out and found.first < out[-1].stop:
            if at.first < out[-1].stop:
                continue
            # “50 dollar 50”: the name belongs to the number before it
            found = _number_alone(found)
        out.append(found)
    return out


def _number_alone(found: Amount) -> Amount:
    """The bare number of an amount."""
    at = found.placed
    span = at.number.span
    return Amount(
        at.first, at.stop, span.start, span.end, at.number.value, QuantityType.COUNT, "", "", at
    )


def _range(row: Row, left: Amount, right: Amount, value: Quantity) -> tuple[Span, Quantity]:
    both = spread(left, right)
    return Span(both.start, both.end), replace(value, of=counted(row, right))


def _meagre(row: Row, left: Amount, right: Amount) -> bool:
    """Whether nothing says that “3-1”, “1998-99” or “1998-08-30” is a range of something."""
    if left.bare and right.bare and (outside(row, left.start) or tight(row, right)):
        return True
    return (
        right.bare and left.bare and counted(row, right) is None and not right.placed.number.worded
    )


def _skipped(row: Row, found: Amount, of: Span | None) -> bool:
    number = found.placed.number
    if not found.bare:
        return number.ordinal
    if number.worded and number.value in (0, 1) and of is None:
        return True
    if of_time(row, found):
        return True
    sure = bool(comparator(row, found)) and of is not None and not number.attached
    return left_out(row, found, of) and (number.ordinal or number.article or not sure)
