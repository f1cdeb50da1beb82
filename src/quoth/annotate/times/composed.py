"""Formulas of one time in another, and of times with modifiers."""

from __future__ import annotations

from dataclasses import replace

from quoth.annotate.times import lengths
from quoth.annotate.times.clocks import half_of_day
from quoth.annotate.times.dates import calendar
from quoth.annotate.times.edges import Edge
from quoth.annotate.times.matched import Path, of_kind, shapes, shift_of, whole
from quoth.annotate.times.patterns import Made
from quoth.annotate.times.shapes import (
    Away,
    Between,
    Calendar,
    Inside,
    Length,
    Nth,
    Same,
    Shape,
    Shifted,
    Step,
)


def inside(path: Path, *_: str) -> Made | None:
    """The finer of two times inside the coarser: Friday evening, Monday of next week."""
    found = shapes(path)
    if len(found) == 3 and "WEEKDAY" in found[0].kinds:  # Monday evening, Feb. 16
        found = found[1:]
    hour = of_kind(path, "hh", "hhalf")
    if len(found) == 1 and hour is not None:  # Tuesday at five
        half = "hhalf" in hour.kinds  # lunedì alle sette e mezza
        clocked = Calendar(hour=int(hour.value), minute=30 if half else None)  # type: ignore[arg-type]
        found.append(hour._replace(kinds=("CLOCK",), value=clocked))
    stopped = of_kind(path, "stopped")
    if len(found) == 1 and stopped is not None:  # vandaag om 20.30
        found.append(stopped._replace(kinds=("CLOCK",)))
    if len(found) != 2:
        return None
    outer, inner = sorted(found, key=lambda e: _fineness(e))
    if not isinstance(inner.value, Calendar) or isinstance(outer.value, str | int | float):
        return None
    narrow = isinstance(outer.value, Step) and outer.value.unit not in ("year", "fiscal", "decade")
    if narrow and (inner.value.month or inner.value.quarter or inner.value.season):
        return None  # “3 March, this week” are two times
    mod = outer.mod or inner.mod
    fine = _in_half(outer, inner.value)
    if isinstance(outer.value, Calendar):
        merged = calendar((outer, inner._replace(value=fine)))
        if merged is not None and (outer.value.year is not None or fine.hour is not None):
            return merged._replace(mod=mod)
    if outer.value is None:
        return None
    return Made(Inside(outer.value, fine), mod)


DUSK = 5
"""The first hour of twelve that an evening has."""


def _in_half(outer: Edge, inner: Calendar) -> Calendar:
    """The hour of the half of the day that the outer time names: tonight at 7."""
    told = outer.value.inner if isinstance(outer.value, Inside) else outer.value
    if not isinstance(told, Calendar) or not told.part or inner.hour is None:
        return inner
    if told.part != "AF" and inner.hour < DUSK:
        return inner
    named = outer._replace(value=told.part, kinds=("part",))
    return replace(inner, hour=half_of_day(inner.hour, None, named))


def _fineness(edge: Edge) -> int:
    order = ("CENTURY", "DECADE", "YEAR", "HALF", "QUARTER", "SEASON", "MONTH", "WEEK", "WEEKEND")
    last = {"DAY": 20, "PART": 30, "MOMENT": 25, "CLOCK": 40}
    return next(
        (order.index(k) if k in order else last[k] for k in edge.kinds if k in order or k in last),
        10,
    )


def nth(path: Path, *given: str) -> Made | None:
    """The n-th unit of a time: the first week of March, the last two months of 2031."""
    outer = next(iter(shapes(path)), None)
    units = [e for e in path if "unit" in e.kinds]
    unit = units[0] if units else None
    if outer is None and len(units) > 1:  # the first six months of the year
        outer = units[-1]._replace(value=Same(str(units[-1].value), fallback=True))
    number, shift = of_kind(path, "ord"), of_kind(path, "shift")
    count = of_kind(path, "n")
    at = of_kind(path, "yyyy")
    if outer is None and at is not None:
        outer = at._replace(value=Calendar(year=whole(at)))
    if outer is None or unit is None or isinstance(outer.value, str | int | float | None):
        return None
    if number is not None:
        n = whole(number)
    elif shift is not None:
        n = shift_of(shift)
    else:
        n = int(given[0]) if given else whole(count) if count else 0
        count = None
    if unit is None:
        return None
    times, name = lengths.unit_of(str(unit.value))
    if not n or times != 1:
        return None
    how_many = whole(count) if count else 1
    return Made(Nth(n, name, outer.value, how_many))


def nth_weekday(path: Path, *_: str) -> Made | None:
    """The n-th of a weekday in a month or a year: the first Monday of June."""
    weekday, unit = of_kind(path, "weekday"), of_kind(path, "unit")
    number, shift = of_kind(path, "ord"), of_kind(path, "shift")
    outer = next((e.value for e in shapes(path)), None)
    if outer is None and unit is not None:
        outer = Same(str(unit.value), fallback=True)
    n = whole(number) if number else shift_of(shift) if shift else 0
    if weekday is None or not n or isinstance(outer, str | int | float | None):
        return None
    return Made(Nth(n, "day", outer, weekday=whole(weekday)))


def week_of(path: Path, *_: str) -> Made | None:
    """The week (or another unit) that holds a day: the week of 10 April."""
    unit, figure = of_kind(path, "unit"), of_kind(path, "dd")
    day = next(iter(shapes(path)), None)
    if day is None and figure is not None:
        day = figure._replace(value=Calendar(day=whole(figure)))
    if unit is None or day is None or isinstance(day.value, str | int | float | None):
        return None
    return Made(Nth(0, str(unit.value), day.value))


def overnight(path: Path) -> Made | None:
    """A night to a day, or between two days, is that of the day before; its small hours are of
    the day itself."""
    part_of, days = of_kind(path, "part", "PART"), of_kind(path, "RANGE")
    named = [e.value for e in path if "DAY" in e.kinds]
    if part_of is None:
        return None
    name = part_of.value.part if isinstance(part_of.value, Calendar) else str(part_of.value)
    if name not in ("NI", "SM"):
        return None
    if days is not None and isinstance(days.value, Between):
        day = days.value.end if name == "SM" else days.value.start
    elif named and not isinstance(named[-1], str | int | float | None):
        day = named[-1] if name == "SM" else Away(Length(((1.0, "day"),)), -1, named[-1])
    else:
        return None
    return Made(Inside(day, Calendar(part=name)))


def modified(path: Path, *given: str) -> Made | None:
    """A time with a modifier: early March, about two weeks."""
    mod = of_kind(path, "mod")
    found = next(iter(shapes(path)), None)
    new = given[0] if given else str(mod.value) if mod else ""
    at = of_kind(path, "yyyy")
    if found is not None and isinstance(found.value, Length) and found.value.placed:
        return None  # “over the last two years”
    if found is None:
        return None if at is None else Made(Calendar(year=whole(at)), new)
    return Made(found.value, new, found.kinds, found.lean, found.ends)


def unit_modified(path: Path, *given: str) -> Made | None:
    """A bare unit with a modifier is that of the anchor: the end of the year."""
    unit, mod = of_kind(path, "unit"), of_kind(path, "mod")
    if unit is None:
        return None
    times, name = lengths.unit_of(str(unit.value))
    new = given[0] if given else str(mod.value) if mod else ""
    return Made(Step(name, 0), new) if times == 1 else None


def leaning(path: Path, which: str) -> Made | None:
    """A time behind since (-1; -2 if it only looks back) or until (1), with that direction."""
    found = next(iter(shapes(path)), None)
    if found is None:
        return None
    return Made(found.value, found.mod, found.kinds, int(which), found.ends)


def part_then(path: Path, *given: str) -> Made | None:
    """A part of the day that the text spoke of before (that night), or of the day before (`-1`)
    or after (`1`: the next morning)."""
    part = of_kind(path, "PART", "part")
    if part is None:
        return None
    inner = part.value if isinstance(part.value, Calendar) else Calendar(part=str(part.value))
    day: Shape = Same("day")
    if given:
        day = Away(Length(((1.0, "day"),)), int(given[0]), Same())
    return Made(Inside(day, inner), part.mod)


def weekday_then(path: Path, which: str) -> Made | None:
    """A weekday or a month before (-1) or after (1) a time of the text: the following Monday."""
    found = of_kind(path, "WEEKDAY", "MONTHNAME", "MONTHDAY", "SEASON")
    if found is None or not isinstance(found.value, Calendar) or found.value.year is not None:
        return None
    return Made(Shifted(found.value, int(which), text=True), found.mod)


def same_as(path: Path) -> Made | None:
    """The one time among the elements, with what stands beside it in its extent."""
    found = next(iter(shapes(path)), None)
    return None if found is None else Made(found.value, found.mod, found.kinds, ends=found.ends)


def never(path: Path) -> Made:
    """Words that look like a time and are none: 52 years old."""
    return Made(None, kinds=("never",))
