"""TIMEX3 values of times that nothing places on the calendar: what is not known is X."""

from __future__ import annotations

from quoth.annotate.times.fixed import before_era, universal
from quoth.annotate.times.grid import grain_of, part_timex
from quoth.annotate.times.shapes import (
    Away,
    Calendar,
    Inside,
    Length,
    Nth,
    Same,
    Shape,
    Shifted,
    Step,
)
from quoth.model.time import Grain

_UNITS = {
    "day": "XXXX-XX-XX",
    "workday": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "season": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "fiscal": "XXXX",
    "decade": "XXX",
    "century": "XX",
    "millennium": "X",
    "hour": "XXXX-XX-XXTXX",
    "minute": "XXXX-XX-XXTXX:XX",
    "second": "XXXX-XX-XXTXX:XX:XX",
}


def unknown(shape: Shape) -> tuple[str, Grain]:
    """The value and the grain of a time without a place on the calendar."""
    if isinstance(shape, Calendar):
        return _calendar(shape)
    if isinstance(shape, Shifted):
        return unknown(shape.inner)
    if isinstance(shape, Inside):
        return _inside(shape)
    if isinstance(shape, Away):
        unit = shape.length.amounts[-1][1]
    elif isinstance(shape, Step | Nth):
        unit = shape.unit
    elif isinstance(shape, Same):
        unit = shape.unit or "day"
    elif isinstance(shape, Length):
        unit = shape.amounts[-1][1]
    else:
        return "", Grain.VAGUE
    return _UNITS[unit], grain_of(unit)


def _inside(shape: Inside) -> tuple[str, Grain]:
    outer, _ = unknown(shape.outer)
    inner, grain = _calendar(shape.inner)
    _, mark, clock = inner.partition("T")
    if mark and inner.startswith("XXXX-XX-XX"):
        return f"{outer}T{clock}", grain
    year = outer[:4] if len(outer) >= 4 else "XXXX"
    return year + inner[4:], grain


def _calendar(c: Calendar) -> tuple[str, Grain]:
    day, grain = _day(c)
    if c.hour is not None:
        clock = f"T{c.hour:02d}:{c.minute or 0:02d}"
        seconds = f":{c.second:02d}" if c.second is not None else ""
        width = Grain.HOUR if c.minute is None else Grain.MINUTE
        return f"{day}{clock}{seconds}{universal(c.zone)}", Grain.SECOND if seconds else width
    if c.part:
        return day + part_timex(c.part), Grain.PART
    return day, grain


def _day(c: Calendar) -> tuple[str, Grain]:
    year = f"{c.year:04d}" if c.year is not None else "XXXX"
    if c.month is not None:
        if c.day is None:
            return f"{year}-{c.month:02d}", Grain.MONTH
        return f"{year}-{c.month:02d}-{c.day:02d}", Grain.DAY
    if c.holiday:
        fixed = c.holiday[0].isdecimal() and "W" not in c.holiday
        return f"{year}-{c.holiday}" if fixed else f"{year}-XX-XX", Grain.DAY
    if c.day and c.weekday is None:
        return f"{year}-XX-{c.day:02d}", Grain.DAY
    if c.weekday is not None:
        day = f"-{c.day:02d}" if c.day else ""
        return (f"{year}-XX{day}" if day else f"{year}-WXX-{c.weekday}"), Grain.DAY
    return _longer(c, year)


def _longer(c: Calendar, year: str) -> tuple[str, Grain]:
    if c.weekend:
        return f"{year}-WXX-WE", Grain.WEEKEND
    if c.week:
        return f"{year}-W{c.week:02d}", Grain.WEEK
    if c.quarter:
        return f"{year}-Q{c.quarter}", Grain.QUARTER
    if c.half:
        return f"{year}-H{c.half}", Grain.HALF
    if c.season:
        return f"{year}-{c.season}", Grain.SEASON
    if c.decade is not None:
        return (f"{c.decade:03d}" if c.decade >= 10 else f"XX{c.decade}"), Grain.DECADE
    if c.century is not None:
        return before_era(c) if c.century < 0 else f"{c.century:02d}", Grain.CENTURY
    if c.year is not None:
        return year, Grain.YEAR
    return "XXXX-XX-XX", Grain.DAY
