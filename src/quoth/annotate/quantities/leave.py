"""Numbers that are no quantities: parts of dates, clock times, names, scores, versions."""

from __future__ import annotations

from quoth.annotate.quantities.amounts import Amount, is_like
from quoth.annotate.quantities.row import Row
from quoth.model import Span

YEARS = range(1000, 2100)
"""Four digits in this range are a year unless something else speaks for a number."""
OLD, RECENT, ROUND = 1500, 1900, 2000
"""Before the first year, a noun makes a number of four digits; from the second on, they are a year
even where a noun follows; but 2000 is round."""
HOURS = 24
LONG = 8
"""So many digits without a mark are a telephone number or a key, rarely a quantity."""
_ENDS = frozenset('.!?:…«»“”"—–-')
_TIGHT = frozenset(".:,/-–‐‑")


def left_out(row: Row, amount: Amount, of: Span | None) -> bool:
    """Whether a bare number is none of the article's quantities.

    Args:
        of: what it seems to count.
    """
    number = amount.placed.number
    if number.ordinal or number.article:
        return True
    if number.attached and amount.stop == amount.placed.stop:
        return True
    if _labelled(row, amount, of):
        return True
    if number.worded:
        return _named(row, amount) or outside(row, amount.start)
    return (
        tight(row, amount)
        or _key(row, amount)
        or (of is None and _tabled(row, amount))
        or (_year(amount) and not _plainly_counted(row, amount, of))
        or _name(row, amount, of)
        or (of is None and _ordinal_point(row, amount))
        or _clock(row, amount)
        or (of is None and "/" in row.text[amount.start : amount.end])
    )


def of_time(row: Row, amount: Amount) -> bool:
    """Whether a month, weekday or unit of time stands beside it."""
    names, k, first = row.names, amount.stop, amount.first
    if row.near(k) and row.key(k).partition("'")[0] in names.times:
        return True
    if row.key(first - 1) == "(" and row.key(first - 2) in names.times:
        return True  # quarta-feira (12)
    before = amount.first - 1 - (row.key(amount.first - 1) == ".")  # Jan. 9
    if row.near(amount.first) and row.key(before) in names.months | names.clock:
        return True
    if row.near(k) and any(row.key(k).startswith(age) for age in row.words.ages):
        return True
    if row.near(k) and row.near(k + 1) and row.has(k + 1) and row.pieces[k + 1].figure:
        return _month(row, k + 2)  # the night of 18 to 19 April
    return _month(row, k)


def _month(row: Row, k: int) -> bool:
    """Whether a month stands at k, with a preposition or a point before it."""
    if row.near(k) and row.key(k) in row.names.months:
        return True
    if not (row.near(k) and row.near(k + 1)) or row.key(k + 1) not in row.names.months:
        return False
    return row.key(k) in row.names.function or row.key(k) == "."


def _labelled(row: Row, amount: Amount, of: Span | None) -> bool:
    """Page 5, article 12, No. 3; at five."""
    if of is None and amount.value <= HOURS and row.before(amount.first, "hour"):
        return True
    mark = row.key(amount.first - 1) in (".", "#")
    return any(row.before(amount.first - n, "label") for n in (0, mark)) or (
        row.key(amount.first - 1) == "#"
    )


def tight(row: Row, amount: Amount) -> bool:
    """Whether figures stand on it: 17:30, 3-1, 1.2.3, 5/17/2018, +1-222."""
    text, start, end = row.text, amount.start, amount.end
    if outside(row, start):
        return True
    after = text[end : end + 1]
    if after and after in "'′" and not text[end + 1 : end + 2].isalpha():
        return True  # the 12th minute of a match
    return bool(after) and after in _TIGHT and text[end + 1 : end + 2].isdigit()


def outside(row: Row, start: int) -> bool:
    """Whether letters or figures stand before a figure with a mark between."""
    before = row.text[start - 1 : start] if start else ""
    if before and before in "+_@":
        return True
    return bool(before) and before in _TIGHT and row.text[start - 2 : start - 1].isalnum()


def _key(row: Row, amount: Amount) -> bool:
    """Keys and telephone numbers: many digits, or a nought before others."""
    number = amount.placed.number
    digits = number.span.of(row.text)
    return number.plain and (len(digits) >= LONG or (len(digits) > 1 and digits[0] == "0"))


def _tabled(row: Row, amount: Amount) -> bool:
    """Whether other figures stand beside it, as in a table of results."""
    before, after = amount.first - 1, amount.stop
    left = row.near(amount.first) and row.pieces[before].figure is not None
    return left or (row.near(after) and row.pieces[after].figure is not None)


def _named(row: Row, amount: Amount) -> bool:
    """“Onda Cero”, “World War Two”: a number word with a capital letter in a name."""
    if not row.slice(amount.first)[:1].isupper() or not row.near(amount.first):
        return False
    before = row.slice(amount.first - 1)
    return before[:1].isupper() and row.key(amount.first - 1) not in row.names.function


def _year(amount: Amount) -> bool:
    number = amount.placed.number
    return number.plain and len(number.span) == 4 and number.value in YEARS


def _plainly_counted(row: Row, amount: Amount, of: Span | None) -> bool:
    """“killed 2000 people”, but “in 2000 people” and “the 2014 elections”."""
    if of is None or (amount.value >= OLD and row.key(amount.first - 1) in row.names.function):
        return False
    if row.words.plurals:
        return is_like(row.key(amount.stop), row.words.plurals)
    return amount.value < RECENT or amount.value == ROUND


def _ordinal_point(row: Row, amount: Amount) -> bool:
    """“17.” is the seventeenth in some languages."""
    if "ordinal-point" not in row.words.styles or not amount.placed.number.plain:
        return False
    following = row.text[amount.end : amount.end + 3].rstrip()
    return following.startswith(".") and len(following) > 1


def _clock(row: Row, amount: Amount) -> bool:
    """“17.30” where the point is no decimal mark."""
    written = row.text[amount.start : amount.end]
    hour, mark, minute = written.partition(".")
    clock = mark and len(minute) == 2 and len(hour) <= 2 and (hour + minute).isdigit()
    return bool(clock) and row.words.decimal != "." and int(hour) < 24 and int(minute) < 60


def _name(row: Row, amount: Amount, of: Span | None) -> bool:
    """Boeing 737, Apollo 11: a capitalised word right before plain figures."""
    k = amount.first - 1
    if not (amount.placed.number.plain and row.near(amount.first)):
        return False
    word = row.slice(k)
    if not word[:1].isupper() or row.key(k) in row.names.function:
        return False
    if any(f.kind == "compare" for f in row.names.before.get(row.key(k), ())):
        return False
    opens = not row.has(k - 1) or row.slice(k - 1) in _ENDS
    return not (opens and _counts_plainly(row, amount, of))


def _counts_plainly(row: Row, amount: Amount, of: Span | None) -> bool:
    """Whether a noun follows that can be counted, as far as the language shows it."""
    if of is None or not row.words.plurals:
        return of is not None
    return any(is_like(row.key(k), row.words.plurals) for k in range(amount.stop, amount.stop + 3))
