"""Numbers that are no quantities: parts of dates, clock times, names, scores, versions."""

from __future__ import annotations

from quoth.annotate.quantities.amounts import Amount
from quoth.annotate.quantities.row import Row

YEARS = range(1500, 2100)
"""Four digits in this range are a year unless something else speaks for a number."""
LONG = 8
"""So many digits without a mark are a telephone number or a key, rarely a quantity."""
_DASHES = frozenset("-–—‐‑/")
_TIGHT = frozenset(".:,/-–‐‑")


def left_out(row: Row, amount: Amount) -> bool:
    """Whether a bare number is none of the article's quantities."""
    number = amount.placed.number
    if number.ordinal or number.article:
        return True
    if number.attached and amount.bare:
        return True
    if _of_time(row, amount) or _labelled(row, amount):
        return True
    if number.worded:
        return False
    return _tight(row, amount) or _year(row, amount) or _name(row, amount)


def _of_time(row: Row, amount: Amount) -> bool:
    """Whether a month, weekday or unit of time stands beside it."""
    names, k = row.names, amount.stop
    if row.near(k) and row.key(k) in names.times:
        return True
    if row.near(amount.first) and row.key(amount.first - 1) in names.months:
        return True
    joined = row.near(k) and row.near(k + 1) and row.key(k + 1) in names.months
    return joined and (row.key(k) in names.function or row.key(k) == ".")


def _labelled(row: Row, amount: Amount) -> bool:
    """Page 5, article 12, No. 3."""
    k = amount.first - (row.key(amount.first - 1) in (".", "#"))
    return row.before(k, "label") is not None or row.key(amount.first - 1) == "#"


def _tight(row: Row, amount: Amount) -> bool:
    """Whether figures stand on it: 17:30, 3-1, 1.2.3, 5/17/2018, +1-222."""
    text, start, end = row.text, amount.start, amount.end
    before = text[start - 1 : start]
    if before == "+" or (before and before in _TIGHT and text[start - 2 : start - 1].isalnum()):
        return True
    if before in ("_", "@"):
        return True
    after = text[end : end + 1]
    return bool(after) and after in _TIGHT and text[end + 1 : end + 2].isdigit()


def _year(row: Row, amount: Amount) -> bool:
    number = amount.placed.number
    digits = amount.placed.number.span
    if not number.plain:
        return False
    if len(digits) >= LONG:
        return True
    return len(digits) == 4 and number.value in YEARS


def _name(row: Row, amount: Amount) -> bool:
    """Boeing 737, Apollo 11: a capitalised word right before plain figures."""
    k = amount.first - 1
    if not (amount.placed.number.plain and row.near(amount.first)):
        return False
    word = row.slice(k)
    if not word[:1].isupper() or row.key(k) in row.names.function:
        return False
    return not any(f.kind == "compare" for f in row.names.before.get(row.key(k), ()))
