"""Times of the calendar that name their year."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from quoth.annotate.times.figures import is_day
from quoth.annotate.times.grid import (
    DAY,
    Stretch,
    clock_stretch,
    holding,
    holiday_day,
    midnight,
    part_stretch,
    part_timex,
    season_stretch,
    year_stretch,
)
from quoth.annotate.times.shapes import Calendar
from quoth.model.time import Grain


def fixed(c: Calendar) -> Stretch | None:
    """The place of a time that names its year, decade or century; None if there is no such day."""
    if c.year is not None and not 1 <= c.year <= 9998:
        return Stretch(NOWHERE, NOWHERE, Grain.YEAR, before_era(c), placed=False)
    at = _dated(c)
    return None if at is None else clocked(at, c)


def clocked(at: Stretch, c: Calendar) -> Stretch | None:
    """The time or part of day of `c` in a day; anything longer than a day stays as it is."""
    day = midnight(at.first.date())
    if c.hour is None and not c.part:
        return at
    if at.last - at.first > DAY:
        if c.hour is None and at.grain in (Grain.WEEK, Grain.WEEKEND, Grain.MONTH):
            return replace(at, timex=at.timex + part_timex(c.part))
        return at
    if c.hour is None:
        return part_stretch(day, c.part)
    unit = "hour" if c.minute is None else "minute" if c.second is None else "second"
    made = clock_stretch(day, c.hour, c.minute or 0, c.second or 0, unit)
    if unit == "hour":
        made = replace(made, last=made.first)
    zone = _offset(c.zone, made.first)
    # TIMEX3 has a mark for universal time, and none for other zones
    return replace(made, timex=made.timex + universal(zone), zone=zone)


def universal(zone: str) -> str:
    """`Z` of universal time, however it was told; empty of any other zone."""
    return "Z" if zone in ("Z", "+00:00") else ""


def _offset(zone: str, moment: datetime) -> str:
    """A zone as `Z` or an offset; of a named one that which holds at the moment."""
    if "/" not in zone:
        return zone
    try:
        offset = ZoneInfo(zone).utcoffset(moment)
    except (KeyError, OSError, ValueError):
        return ""
    minutes = int((offset or timedelta(0)).total_seconds() // 60)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _dated(c: Calendar) -> Stretch | None:
    if c.century is not None and c.century < 0:
        return Stretch(NOWHERE, NOWHERE, Grain.CENTURY, before_era(c), placed=False)
    if c.century is not None:
        return year_stretch("century", c.century * 100)
    if c.decade is not None:
        return year_stretch("decade", c.decade * 10)
    year = c.year or 1
    if c.holiday:
        return holding("day", midnight(holiday_day(c.holiday, year)))
    if c.month is not None:
        return _monthly(c, year, c.month)
    if c.season:
        return season_stretch(c.season, year)
    if c.week is not None:
        monday = datetime.fromisocalendar(year, c.week, 1)
        if c.weekday:
            return holding("day", monday + (c.weekday - 1) * DAY)
        return holding("weekend" if c.weekend else "week", monday)
    number = c.quarter or c.half
    if number:
        unit, width = ("quarter", 3) if c.quarter else ("half", 6)
        made = holding(unit, datetime(year, (number - 1) * width + 1, 1))
        return replace(made, timex=f"FY{made.timex}", placed=False) if c.fiscal else made
    return year_stretch("fiscal" if c.fiscal else "year", year)


def _monthly(c: Calendar, year: int, month: int) -> Stretch | None:
    if c.day is None:
        return holding("month", datetime(year, month, 1))
    if not is_day(year, month, c.day):
        return None
    return holding("day", datetime(year, month, c.day))


NOWHERE = datetime(1, 1, 1)
"""Stands where a time has a value and no ISO date."""


def before_era(c: Calendar) -> str:
    """The TIMEX3 value of a year or century before the common era, which has no ISO date: BC0240,
    BC02 of the third century (299 to 200)."""
    if c.century is not None:
        return f"BC{-c.century - 1:02d}"
    return f"BC{-(c.year or 0):04d}"
