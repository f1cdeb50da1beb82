"""Formulas of ranges."""

from __future__ import annotations

from dataclasses import replace

from quoth.annotate.times.dates import calendar
from quoth.annotate.times.edges import Edge
from quoth.annotate.times.matched import Path, modifier, of_kind, whole
from quoth.annotate.times.patterns import Made
from quoth.annotate.times.shapes import (
    Between,
    Calendar,
    Inside,
    Shape,
    Shifted,
    Step,
)

_ENDS = frozenset({"dd", "yyyy", "pair", "stopped"})
"""Figures that may be an end of a range."""


def between(path: Path, *_: str) -> Made | None:
    """From one time to another; the first takes from the last what it does not name."""
    found = [e for e in path if e.kinds[0].isupper() or _ENDS & set(e.kinds)]
    found += [e for e in path if "yy" in e.kinds and e not in found]
    if len(found) != 2:
        return None
    first, last = found
    end = _end(last, first)
    start = _start(first, end)
    if start is None or end is None:
        return None
    ends = ((first.low, first.high), (last.low, last.high))
    return Made(Between(start, end), first.mod and modifier(path), ends=ends)


def _end(edge: Edge, first: Edge) -> Shape | None:
    if isinstance(edge.value, int | float):
        return _figure_end(whole(edge), edge, first)
    return edge.value if not isinstance(edge.value, str) else None


def _figure_end(value: int, edge: Edge, first: Edge) -> Shape | None:
    """The last of “June 4-7”, “1998-2001”, “1998-99”."""
    start = first.value
    if isinstance(start, Calendar) and start.day is not None and "dd" in edge.kinds:
        later = value > start.day
        return replace(start, day=value, weekday=None, swapped=None) if later else None
    before = start.year if isinstance(start, Calendar) else start
    if not isinstance(before, int | float):
        return None
    if "yyyy" not in edge.kinds:
        value += int(before) // 100 * 100
    return Calendar(year=value) if value > before else None


def _start(edge: Edge, end: Shape | None) -> Shape | None:
    if isinstance(edge.value, int | float):
        if "yyyy" in edge.kinds and not isinstance(end, Calendar | Step):
            return None
        if "yyyy" in edge.kinds:
            return Calendar(year=whole(edge))
        if isinstance(end, Inside | Shifted):  # from the 4th to the 23rd of next month
            inner = _start(edge, end.inner)
            return replace(end, inner=inner) if isinstance(inner, Calendar) else None
        if not isinstance(end, Calendar) or end.day is None or end.day <= whole(edge):
            return None
        return replace(end, day=whole(edge), weekday=None)
    if isinstance(edge.value, str) or edge.value is None:
        return None
    return shared(edge.value, end)


def shared(start: Shape, end: Shape | None) -> Shape:
    """The first end of a range with the year, month, day or zone that only the last one names."""
    if isinstance(start, Calendar) and start.hour is not None and not _of_day(start):
        if isinstance(end, Inside) and end.inner.hour is not None:  # from 3 p.m. to 5 p.m. today
            return replace(end, inner=replace(start, zone=start.zone or end.inner.zone))
        if isinstance(end, Calendar) and _of_day(end):
            told = {n: getattr(start, n) for n in ("hour", "minute", "second", "part")}
            return replace(end, **told, zone=start.zone or end.zone)
    if not isinstance(start, Calendar) or not isinstance(end, Calendar):
        return start
    names = []
    if start.zone == "" and end.zone:
        names.append("zone")
    made = replace(start, **{n: getattr(end, n) for n in names})
    if start.year is None and end.year is not None and _dated(start):
        turned = bool(start.month and end.month and start.month > end.month)
        made = replace(made, year=end.year - turned)  # November to February 2032
    return made


def _of_day(c: Calendar) -> bool:
    return bool(c.day or c.weekday or c.holiday)


def _dated(c: Calendar) -> bool:
    return bool(c.month or c.season or c.quarter or c.half)


def days_to(path: Path, *_: str) -> Made | None:
    """Two days of one month: from 4 to 22 April."""
    days = [e for e in path if "dd" in e.kinds]
    month = of_kind(path, "month")
    if len(days) != 2 or month is None:
        return None
    found = [calendar((d, month)) for d in days]
    if found[0] is None or found[1] is None or days[0].value >= days[1].value:  # type: ignore[operator]
        return None
    start, end = found[0].value, found[1].value
    ends = ((days[0].low, days[0].high), (days[1].low, path[-1].high))
    return Made(Between(start, end), ends=ends)  # type: ignore[arg-type]


def range_in_year(path: Path, *_: str) -> Made | None:
    """A range with the year that stands behind it."""
    found, at = of_kind(path, "RANGE"), of_kind(path, "yyyy")
    if found is None or at is None or not isinstance(found.value, Between):
        return None
    year = Calendar(year=whole(at))
    end = found.value.end
    if not isinstance(end, Calendar) or end.year is not None or not _dated(end):
        return None
    end = replace(end, year=year.year)
    return Made(Between(shared(found.value.start, end), end), ends=found.ends)


def range_on(path: Path, *_: str) -> Made | None:
    """A range of clock times on a day."""
    at, found = of_kind(path, "DAY"), of_kind(path, "RANGE")
    if at is None or found is None or not isinstance(found.value, Between):
        return None
    start, end = found.value.start, found.value.end
    if not isinstance(start, Calendar) or not isinstance(end, Calendar) or start.hour is None:
        return None
    outer: Shape = at.value  # type: ignore[assignment]
    return Made(Between(Inside(outer, start), Inside(outer, end)), ends=found.ends)
