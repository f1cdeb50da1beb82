"""What a time expression says, before it is known from which day it counts.

Shapes nest: “two weeks before the end of last month” is an `Away` from a `Step`.  They are frozen,
hold no offsets, and know nothing of the page's date.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

DURATION_UNITS = (
    *("century", "decade", "year", "half", "quarter", "month", "fortnight", "week"),
    *("weekend", "workday", "day", "hour", "minute", "second"),
)
"""Units that lengths are counted in, the longest first."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Fields of the calendar that the page names; what it does not name is None (or empty).

    Attributes:
        year: negative before the common era.
        month, day: 1 to 12, 1 to 31.
        weekday: 1 (Monday) to 7.
        week: ISO week, 1 to 53.
        quarter, half: 1 to 4, 1 or 2.
        season: `SP`, `SU`, `FA`, `WI`.
        decade: 199 of the 1990s; a number below 10 is a decade of an unnamed century (6: sixties).
        century: its TIMEX3 value, 19 of the twentieth century (1900 to 1999); before the common era
            its number, negative: -3 of the third.
        holiday: `MM-DD`, or `easter+N` with N days after Easter Sunday.
        weekend: whether it is a weekend.
        part: part of the day: `MO`, `MI`, `AF`, `EV`, `NI`, `DT`, `NO` (noon), `MN` (midnight),
            `SM` (the small hours, which are morning in TIMEX3).
        hour, minute, second: of the clock; `hour` may be 24.
        zone: `Z`, or an offset `+07:00`.
        fiscal: whether the year is one of accounts.
        swapped: the other reading of a numeric date whose day and month may change places.
        two_digits: whether the year was written with two digits.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    week: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str = ""
    decade: int | None = None
    century: int | None = None
    holiday: str = ""
    weekend: bool = False
    part: str = ""
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str = ""
    fiscal: bool = False
    swapped: tuple[int, int] | None = None
    two_digits: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A unit of the calendar, `n` of them from the one that holds the anchor: last week (-1).

    `text`: counted from another time of the text where the sentence looks back (the next year).
    """

    unit: str
    n: int
    text: bool = False


@dataclass(frozen=True, slots=True)
class Shifted:
    """A `Calendar` time with last (-1), this (0) or next (1) before it: last Monday, next May.

    `text`: counted from another time of the text, as the following Monday is.
    """

    inner: Shape
    n: int
    text: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """How long: pairs of a number and a unit; None where the number is not told (several days).

    Attributes:
        placed: -1 of the last …, 1 of the next …, 0 of a length without a place.
        ahead: whether it stands behind a preposition that also points ahead (in two years): it
            does so unless the sentence looks back.
    """

    amounts: tuple[tuple[float | None, str], ...]
    placed: int = 0
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Away:
    """As far as `length` before (`sign` -1) or after (1) `base`.

    `base` None is the anchor (two days ago); a `Same` is another time of the text (two days later).
    `whole`: the unit itself is meant (the following week), and not a day that far away.
    """

    length: Length
    sign: int
    base: Shape | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Same:
    """A time that the text spoke of before: that day, the same week; unit empty: whatever it is.

    `fallback`: the unit of the anchor is meant if the text named none (the week). `year`: the same
    part of that year is meant (the 2029 quarter), or the year if the text named no part of one.
    """

    unit: str = ""
    fallback: bool = False
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th `unit` inside `outer`, counted from its end if negative; `count` of them.

    `weekday` (1 to 7) counts only the days of that name: the first Monday of June.
    """

    n: int
    unit: str
    outer: Shape
    count: int = 1
    weekday: int = 0


@dataclass(frozen=True, slots=True)
class Inside:
    """`inner` (a weekday, a part of the day, a clock time, a quarter) inside `outer`."""

    outer: Shape
    inner: Calendar


@dataclass(frozen=True, slots=True)
class Between:
    """From `start` to `end`, both included."""

    start: Shape
    end: Shape


@dataclass(frozen=True, slots=True)
class Every:
    """How often, as a TIMEX3 value (`P1W`, `XXXX-WXX-1`)."""

    timex: str


@dataclass(frozen=True, slots=True)
class Ref:
    """Now, in the past, in the future, without a unit: `PRESENT`, `PAST`, `FUTURE`."""

    which: str


Shape: TypeAlias = (
    Calendar | Step | Shifted | Length | Away | Same | Nth | Inside | Between | Every | Ref
)
