"""Dates and times of day in figures, which are the same in all languages."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

from quoth.annotate.times.shapes import Calendar, Length

CENTURY_TURN = 50
"""Years of two digits below it are of the 2000s, the others of the 1900s; news of 1950 on."""

FIRST_YEAR, LAST_YEAR = 1000, 2199
"""Four figures between them may be a year."""

_ZONE = r"(?:\s?(?P<zone>Z|[+-]\d{2}:?\d{2}))?(?![\w])"
_FORMS = (
    ("mixed", r"(?P<whole>\d{1,3}) (?P<part>[1-7])/(?P<of>[248])(?![\w/]|[.,]\d)"),
    ("iso", r"(?P<y>\d{4})(?:-| - )(?P<m>\d{2})(?:-| - )(?P<d>\d{2})"
            r"(?:[T ](?P<h>\d{2}):(?P<n>\d{2})(?::(?P<s>\d{2})(?:[.,]\d{1,9})?)?)?" + _ZONE),
    ("week", r"(?P<wy>\d{4})-W(?P<w>\d{2})(?:-(?P<wd>[1-7]))?(?!\w)"),
    ("numeric", r"(?P<a>\d{1,4})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<c>\d{4}|\d{1,2})"
                r"(?![\w/]|[.,]\d|-\d{3,4}(?!\d))"),
    ("yearly", r"(?P<yy>\d{4})(?P<ymark>[/-])(?P<ym>\d{1,2})(?![\w/-]|[.,]\d)"),
    ("monthly", r"(?P<mm>\d{1,2})[/-](?P<my>(?:19|20)\d{2})(?![\w/-]|[.,]\d)"),
    ("basic", r"(?P<by>(?:19|20)\d{2})(?P<bm>\d{2})(?P<bd>\d{2})(?!\d|\w)"),
    ("half", r"(?P<hh>\d{1,2})(?:[:.](?P<hn>\d{2}))?(?::(?P<hs>\d{2}))?\s?"
             r"(?P<ap>[ap])(?:\.\s?m\.|\.?m)(?!\w)"),
    ("clock", r"(?P<ch>\d{1,2}):(?P<cn>\d{2})(?::(?P<cs>\d{2}))?(?![\d:]|[.,]\d)"),
    ("letter", r"(?P<lh>\d{1,2})[hH](?:(?P<ln>\d{2})(?:min)?)?(?!\w)"),
    ("pair", r"(?P<pa>\d{1,2})/(?P<pb>\d{1,2})(?![\w/]|[.,]\d)"),
    ("stops", r"(?P<sa>\d{1,2})\.(?P<sb>\d{1,2})\.(?!\w)"),
    ("stop", r"(?P<ta>\d{1,2})\.(?P<tb>\d{2})(?![\w/:]|[.,]\d)"),
)  # fmt: skip
_FIGURES = re.compile(r"(?<![\w.,:/$€£])(?:" + "|".join(f"(?P<{n}>{p})" for n, p in _FORMS) + ")")
_DIGIT = re.compile(r"\d")
_PAIR_BEHIND = re.compile(r"\s?[-–]\s?\d{1,2}/\d{1,2}(?!\d)")
_PAIR_BEFORE = re.compile(r"(?<!\d)\d{1,2}/\d{1,2}\s?[-–]\s?$")
_STAMP = re.compile(r"\s\d{4}[A-Z]{3}\b")
"""The clock behind the day at the foot of a wire report: 02-27-28 0802EST."""
_INCHES = frozenset({"16"})
"""Figures below the stroke that are a fraction as often as a day, where the month comes first."""
_NO_DAYS = frozenset({"24/7", "16/9"})
"""Pairs of figures that are read as a date nowhere: all day and every day, a format of pictures."""


class Order(NamedTuple):
    """How a language writes days in figures.

    Attributes:
        month_first: whether 3/4/2031 is the fourth of March.
        stops: whether it writes 14.6. for a day; else that is a time of day.
    """

    month_first: bool
    stops: bool


class Figure(NamedTuple):
    """What stands in figures in [start, end); `kind` is that of its edge (docs/times.md)."""

    start: int
    end: int
    kind: str
    value: Calendar | Length | float


def figures(text: str, start: int, end: int, order: Order) -> Iterator[Figure]:
    """The dates and times of day in figures of text[start:end].

    Args:
        order: how the language writes days in figures.
    """
    if _DIGIT.search(text, start, end) is None:
        return
    last = -1
    for match in _FIGURES.finditer(text, start, end):
        begin, finish = match.span()
        # a figure behind a figure and a dash is one only if the one before is: 10/1-10/7
        dashed = begin > start + 1 and text[begin - 1] in "-–" and text[begin - 2].isdecimal()
        if dashed and last != begin - 1:
            continue
        found = _READ[match.lastgroup or ""](match, order)
        if found is not None:
            last = finish = finish - (match.lastgroup == "stops" and found[0] == "stopped")
            yield Figure(begin, finish, *found)


_Found = tuple[str, Calendar | Length | float] | None


def _mixed(m: re.Match[str], order: Order) -> _Found:
    part, of = int(m["part"]), int(m["of"])
    return ("n", int(m["whole"]) + part / of) if part < of else None


def _iso(m: re.Match[str], order: Order) -> _Found:
    year, month, day = int(m["y"]), int(m["m"]), int(m["d"])
    if not is_day(year, month, day):
        return None
    clock = _clock(m["h"], m["n"], m["s"])
    if clock is None:
        return "DATE", Calendar(year=year, month=month, day=day)
    zone = m["zone"] or ""
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    hour, minute, second = clock
    return "DATE", Calendar(
        year=year, month=month, day=day, hour=hour, minute=minute, second=second, zone=zone
    )


def _week(m: re.Match[str], order: Order) -> _Found:
    if not 1 <= int(m["w"]) <= 53:
        return None
    weekday = int(m["wd"]) if m["wd"] else None
    return "DATE", Calendar(year=int(m["wy"]), week=int(m["w"]), weekday=weekday)


def _numeric(m: re.Match[str], order: Order) -> _Found:
    first, second, third = int(m["a"]), int(m["b"]), int(m["c"])
    if len(m["a"]) == 3 or (len(m["a"]) == 4) == (len(m["c"]) == 4):
        short = len(m["a"]) <= 2 and len(m["c"]) == 2  # else of one figure
        # with stops and dashes, six figures are mostly a number of a version where / is usual
        wired = _STAMP.match(m.string, m.end()) is not None
        if not short or (order.month_first and m["mark"] != "/" and not wired):
            return None
    if len(m["a"]) == 4:
        return _day(first, second, third, None)
    year = third if len(m["c"]) == 4 else full_year(third)
    # only the slash is used in both orders
    orders = [(second, first), (first, second)]
    if order.month_first and m["mark"] in "/-":
        orders.reverse()
    return _either(year, orders, len(m["c"]) == 2)


def _either(year: int | None, orders: list[tuple[int, int]], short: bool) -> _Found:
    right = [o for o in orders if is_day(year or 2000, *o)]
    month, day = orders[0]
    if not right and year is not None and not short and month <= 12 and 0 < day <= 31:
        right = orders[:1]  # 30/2/2031: no such day, and no other thing
    if not right:
        return None
    (month, day), *rest = right
    swapped = rest[0] if rest and rest[0] != (month, day) else None
    value = Calendar(year=year, month=month, day=day, swapped=swapped, two_digits=short)
    return "DATE", value


def _day(year: int, month: int, day: int, swapped: tuple[int, int] | None) -> _Found:
    if not is_day(year, month, day):
        return None
    return "DATE", Calendar(year=year, month=month, day=day, swapped=swapped)


def _yearly(m: re.Match[str], order: Order) -> _Found:
    month = int(m["ym"])
    if not 1 <= month <= 12 or not FIRST_YEAR <= int(m["yy"]) <= LAST_YEAR:
        return None
    return "DATE", Calendar(year=int(m["yy"]), month=month)


def _monthly(m: re.Match[str], order: Order) -> _Found:
    month = int(m["mm"])
    return ("DATE", Calendar(year=int(m["my"]), month=month)) if 1 <= month <= 12 else None


def _basic(m: re.Match[str], order: Order) -> _Found:
    return _day(int(m["by"]), int(m["bm"]), int(m["bd"]), None)


def _half(m: re.Match[str], order: Order) -> _Found:
    hour = int(m["hh"])
    if not 1 <= hour <= 12:
        return None
    clock = _clock(str(hour % 12 + (12 if m["ap"] == "p" else 0)), m["hn"], m["hs"])
    return None if clock is None else ("CLOCK", _at(clock))


def _colon(m: re.Match[str], order: Order) -> _Found:
    clock = _clock(m["ch"], m["cn"], m["cs"])
    return None if clock is None else ("CLOCK", _at(clock))


def _letter(m: re.Match[str], order: Order) -> _Found:
    if m["ln"] is None:
        return "hours", Length(((float(m["lh"]), "hour"),))
    clock = _clock(m["lh"], m["ln"], None)
    return None if clock is None else ("CLOCK", _at(clock))


def _pair(m: re.Match[str], order: Order) -> _Found:
    found = _either(None, _orders(m["pa"], m["pb"], order.month_first), False)
    if found is None:
        return None
    # 29/2 can only be a day; 2/3 is as often a fraction, and some are words of their own
    sure = int(m["pa"]) > 12 and not order.month_first and m["pair"] not in _NO_DAYS
    if order.month_first and int(m["pb"]) > 12 and m["pb"] not in _INCHES:
        sure = int(m["pa"]) <= 12
    sure = sure or _PAIR_BEHIND.match(m.string, m.end()) is not None
    sure = sure or _PAIR_BEFORE.search(m.string, max(m.start() - 8, 0), m.start()) is not None
    return "DATE" if sure else "pair", found[1]


def _stops(m: re.Match[str], order: Order) -> _Found:
    if order.stops:
        found = _either(None, _orders(m["sa"], m["sb"], False), False)
        if found is not None:
            return "pair", found[1]
    clock = _clock(m["sa"], m["sb"], None) if len(m["sb"]) == 2 else None
    return None if clock is None else ("stopped", _at(clock))


def _stop(m: re.Match[str], order: Order) -> _Found:
    clock = _clock(m["ta"], m["tb"], None)
    return None if clock is None else ("stopped", _at(clock))


def _orders(first: str, second: str, month_first: bool) -> list[tuple[int, int]]:
    orders = [(int(second), int(first)), (int(first), int(second))]
    return orders[::-1] if month_first else orders


_READ = {
    "mixed": _mixed,
    "iso": _iso,
    "week": _week,
    "numeric": _numeric,
    "yearly": _yearly,
    "monthly": _monthly,
    "basic": _basic,
    "half": _half,
    "clock": _colon,
    "letter": _letter,
    "pair": _pair,
    "stops": _stops,
    "stop": _stop,
}

_Clock = tuple[int, int | None, int | None]


def _clock(hour: str | None, minute: str | None, second: str | None) -> _Clock | None:
    if hour is None:
        return None
    found = int(hour), int(minute or 0), int(second or 0)
    if found[0] > 24 or found[1] > 59 or found[2] > 59 or (found[0] == 24 and any(found[1:])):
        return None
    return found[0], found[1] if minute else None, found[2] if second else None


def _at(clock: _Clock) -> Calendar:
    return Calendar(hour=clock[0], minute=clock[1], second=clock[2])


def full_year(short: int) -> int:
    """The year that two digits stand for."""
    return short + (2000 if short < CENTURY_TURN else 1900)


def is_day(year: int, month: int, day: int) -> bool:
    """Whether that is a day of the calendar."""
    return 1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= monthrange(year, month)[1]
