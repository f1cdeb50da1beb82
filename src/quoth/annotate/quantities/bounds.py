"""Comparators and ranges: the least and the greatest value."""

from __future__ import annotations

from dataclasses import replace

from quoth.annotate.numbers.reader import exact
from quoth.annotate.quantities.amounts import Amount
from quoth.annotate.quantities.row import Row
from quoth.model import Quantity, Span

_DASHES = frozenset("-–—‐‑")
_APOSTROPHES = ("'", "’", "ʼ")


def quantity(row: Row, amount: Amount, of: Span | None) -> Quantity:
    """The quantity of an amount with the comparator beside it."""
    mod = comparator(row, amount)
    low: float | None = amount.value
    high: float | None = amount.value
    if mod in ("more", "at-least"):
        high = None
    elif mod in ("less", "at-most"):
        low = None
    why = "; ".join(w for w in (_marks(row, amount), amount.why) if w)
    return Quantity(amount.type, low, high, amount.unit, of, mod, why)


def comparator(row: Row, amount: Amount) -> str:
    """What is said of the value: about, more, …; empty if nothing."""
    found = row.before(amount.first, "compare")
    if found:
        return found[1].name
    behind = _behind(row, amount)
    return behind[1] if behind else ""


def _behind(row: Row, amount: Amount) -> tuple[int, str] | None:
    """The comparator behind an amount (“or more”, “'tan fazla”): where it ends, its name."""
    k = amount.stop + (row.slice(amount.stop) in _APOSTROPHES)
    found = row.at(k) if row.near(k) else None
    return (found[0], found[1].name) if found and found[1].kind == "compare-after" else None


def compared(row: Row, amount: Amount) -> int:
    """The piece behind an amount and its comparator."""
    behind = _behind(row, amount)
    return behind[0] if behind else amount.stop


def _marks(row: Row, amount: Amount) -> str:
    """What was assumed of a mark that could be read in two ways."""
    number = amount.placed.number
    written = row.text[number.span.start : number.span.end]
    marks = [c for c in written if c in ".,"]
    if len(marks) != 1 or len(written.rpartition(marks[0])[2].rstrip()) < 3:
        return ""
    mark = marks[0]
    tail = written.partition(mark)[2]
    if not tail[:3].isdigit() or tail[3:4].isdigit():
        return ""
    role = "thousands" if mark == row.words.thousands else "decimal"
    return f"“{mark}” read as the {role} mark of the language ({row.words.code})"


def joined(row: Row, left: Amount, right: Amount) -> Quantity | None:
    """Two amounts as the ends of a range: 20 to 30 people, 5-7 km, between 20 and 30."""
    if right.placed.number.ordinal or not _linked(row, left, right):
        return None
    low = left.value
    if left.placed.number.scale == 1.0 and low < right.placed.number.value:
        scale = right.value / right.placed.number.value if right.placed.number.value else 1.0
        factor = right.placed.number.scale * scale
        low = low * factor if low * factor < right.value else low
    if not low < right.value:
        return None
    named = left if right.bare else right
    return Quantity(named.type, exact(low), right.value, named.unit, None, "range", named.why)


def _linked(row: Row, left: Amount, right: Amount) -> bool:
    k = left.stop
    signed = right.bare and left.start < left.placed.number.span.start  # $2-3 billion
    if not (left.bare or left.unit == right.unit or signed):
        return False
    if right.first == k + 1 and row.slice(k) in _DASHES:
        return not row.text[left.end : right.start].strip(" -–—‐‑")
    opened = row.before(left.first, "range")
    form = _connector(row, k, right.first)
    if form == "and":
        return opened is not None and opened[1].name == "between"
    if form == "to":
        return left.bare or opened is None
    return False


def _connector(row: Row, k: int, stop: int) -> str:
    """The word between two amounts, if there is nothing else."""
    for form in row.names.before.get(row.key(stop - 1), ()):
        fits = form.name in ("and", "to") and len(form.keys) == stop - k
        if fits and row.matches(form, k) and row.near(k) and row.near(stop):
            return form.name
    return ""


def spread(left: Amount, right: Amount) -> Amount:
    """Both amounts as one stretch of text."""
    return replace(right, first=left.first, start=left.start)
