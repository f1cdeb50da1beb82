"""Formulas of times of day."""

from __future__ import annotations

from dataclasses import replace

from quoth.annotate.times.edges import Edge
from quoth.annotate.times.matched import Path, modifier, of_kind, whole
from quoth.annotate.times.patterns import Made
from quoth.annotate.times.shapes import (
    Between,
    Calendar,
    Inside,
)

HOUR = 60
"""Minutes of an hour."""


def clock(path: Path, *given: str) -> Made | None:
    """A time of day from hours, minutes, a half of the day and a zone; `+30` adds minutes.

    `less` takes the minutes behind the hour off it; `before` and `after` are of minutes that stand
    before the hour (ten to eight).
    """
    named = next((w for w in given if w in _SIGNS), "")
    minutes = _beside_hour(path, named) if named else minutes_of(path)
    if minutes is None:
        return None
    minutes += sum(int(w) for w in given if w != named)
    half = next((e for e in path if "clock" in e.kinds and e.value in ("am", "pm")), None)
    part = of_kind(path, "part", "PART")
    zone = of_kind(path, "zone")
    hour = half_of_day(minutes // 60, half, part)
    if hour is None or minutes < 0:
        return None
    found = of_kind(path, "CLOCK", "stopped")
    exact = isinstance(found.value, Calendar) and found.value.minute is not None if found else False
    exactly = bool(given) or of_kind(path, "mm") is not None or exact or minutes % 60 != 0
    return Made(
        Calendar(
            hour=hour,
            minute=minutes % 60 if exactly else None,
            second=_second(found),
            zone=str(zone.value) if zone else _zone(found),
        )
    )


_SIGNS = {"less": -1, "before": -1, "after": 1}


def _beside_hour(path: Path, how: str) -> int | None:
    """The minutes of the day that an hour and minutes beside it tell."""
    figures = [e for e in path if {"n", "hh", "mm"} & set(e.kinds)]
    if len(figures) != 2:
        return None
    hour, minute = (whole(e) for e in (figures if how == "less" else reversed(figures)))
    if not 0 < hour <= 24 or not 0 < minute < 60:
        return None
    return hour * 60 + _SIGNS[how] * minute


def clock_on(path: Path, *given: str) -> Made | None:
    """A bare hour on a day: Saturday at 5, tonight around 7; `weekday=5` gives the day."""
    day_of = of_kind(path, "DAY", "MOMENT", "PART")
    hour = of_kind(path, "hh", "hhmmword")
    if given and hour is not None:
        return Made(Calendar(weekday=int(given[0].partition("=")[2]), hour=whole(hour)))
    if day_of is None or hour is None:
        return None
    worded = "hhmmword" in hour.kinds  # at nine thirty
    minute = whole(hour) % 100 if worded else None
    figure = whole(hour) // 100 if worded else whole(hour)
    part_name = ""
    if isinstance(day_of.value, Inside):
        part_name = day_of.value.inner.part
    elif isinstance(day_of.value, Calendar):
        part_name = day_of.value.part
    told = day_of._replace(value=part_name, kinds=("part",)) if part_name else None
    value = half_of_day(figure, of_kind(path, "clock"), told)
    if value is None:
        return None
    outer = day_of.value.outer if isinstance(day_of.value, Inside) else day_of.value
    if isinstance(outer, Calendar):
        return Made(replace(outer, part="", hour=value, minute=minute), modifier(path))
    return Made(Inside(outer, Calendar(hour=value, minute=minute)), modifier(path))  # type: ignore[arg-type]


_AT = {"NO": 12, "MI": 12, "MN": 24}
"""Parts of the day that a range of hours may end with."""


def hours_to(path: Path, *_: str) -> Made | None:
    """From one time of day to another, of which only the last need say that it is one."""
    found = [(e, _hour(e)) for e in path]
    times = [(e, at) for e, at in found if at is not None]
    if len(times) != 2:
        return None
    (first, start), (last, end) = times
    if (start.hour or 0) * HOUR + (start.minute or 0) >= (end.hour or 0) * HOUR + (end.minute or 0):
        return None
    ends = ((first.low, first.high), (last.low, last.high))
    return Made(Between(replace(start, zone=start.zone or end.zone), end), ends=ends, weight=1)


def _hour(edge: Edge) -> Calendar | None:
    if {"CLOCK", "stopped"} & set(edge.kinds) and isinstance(edge.value, Calendar):
        return edge.value
    if "hh" in edge.kinds:
        return Calendar(hour=whole(edge))
    return (
        Calendar(hour=_AT[str(edge.value)]) if "part" in edge.kinds and edge.value in _AT else None
    )


def _second(found: Edge | None) -> int | None:
    return found.value.second if found and isinstance(found.value, Calendar) else None


def _zone(found: Edge | None) -> str:
    return found.value.zone if found and isinstance(found.value, Calendar) else ""


def minutes_of(path: Path) -> int | None:
    found = of_kind(path, "CLOCK", "stopped")
    if found is not None and isinstance(found.value, Calendar):
        return (found.value.hour or 0) * 60 + (found.value.minute or 0)
    figure = of_kind(path, "hhmm")
    if figure is not None and of_kind(path, "hh") is None:
        value = whole(figure)
        return value // 100 * 60 + value % 100
    halved = of_kind(path, "hhalf")
    if halved is not None and isinstance(halved.value, float):
        return int(halved.value * 60)
    figures = [e for e in path if {"hh", "mm", "ord", "n"} & set(e.kinds)]
    if not figures or not 0 <= whole(figures[0]) <= 24:
        return None
    minute = whole(figures[1]) if len(figures) > 1 else 0
    if minute >= HOUR:
        return None
    return whole(figures[0]) * 60 + minute


def half_of_day(hour: int, half: Edge | None, part: Edge | None) -> int | None:
    """The hour of 24 from one of 12 and a word for the half of the day."""
    if hour > 24:
        return None
    name = part.value if part is not None else None
    if isinstance(name, Calendar):
        name = name.part
    late = (half is not None and half.value == "pm") or (name == "AF" and hour < 10)
    late = late or name == "EV"
    late = late or (name == "NI" and 6 <= hour < 12)
    early = (half is not None and half.value == "am") or name in ("MO", "SM")
    early = early or (name == "NI" and hour == 12)
    if late and hour < 12:
        return hour + 12
    if early and hour == 12:
        return 0
    return hour
