"""Ranges: where they begin and end, and the length between."""

from __future__ import annotations

from quoth.annotate.times.context import Context, Option
from quoth.annotate.times.grid import DAY, Stretch, holding
from quoth.annotate.times.options import options
from quoth.annotate.times.shapes import Between, Calendar, Ref, Shape
from quoth.model.time import Grain

_ORDER = list(Grain)


def between(shape: Between, c: Context) -> tuple[str, Stretch, str] | None:
    """The TIMEX3 value of the length between the ends, the stretch, and the reason.

    None if an end has no place on the calendar, or the last lies before the first.
    """
    pair = _pair(shape, c)
    if pair is None:
        return None
    start, end = pair
    first, last = start.at, end.at
    grain = max(first.grain, last.grain, key=lambda g: -_ORDER.index(g))
    whole = Stretch(first.first, last.last, grain, "", first.zone or last.zone)
    reasons = dict.fromkeys(w for w in (start.why, end.why) if w)
    return _length(first, last), whole, "; ".join(reasons)


def end_of(shape: Between, closes: bool, c: Context) -> Option | None:
    """The one end of a range, the last one if it `closes`, as both fit together: January of
    January to September.

    None for ends that are no bare days or months, or have no place on the calendar.
    """
    if not (_bare(shape.start) and _bare(shape.end)):
        return None
    pair = _pair(shape, c)
    return None if pair is None else pair[closes]._replace(weight=1)


def _bare(shape: Shape) -> bool:
    dated = isinstance(shape, Calendar) and shape.year is None and shape.hour is None
    return dated and bool(shape.month or shape.weekday)  # type: ignore[union-attr]


def _pair(shape: Between, c: Context) -> tuple[Option, Option] | None:
    found = [(s, e) for s in _options(shape.start, c) for e in _ends(shape.end, s, c)]
    right = [(s, e) for s, e in found if s.at.first <= e.at.first]
    return max(right, key=lambda pair: _together(pair, c)) if right else None


def _ends(shape: Shape, start: Option, c: Context) -> list[Option]:
    """The options of the end; a bare weekday is the next one after the start: Monday to Friday."""
    if not isinstance(shape, Calendar) or shape != Calendar(weekday=shape.weekday):
        return _options(shape, c)
    if start.at.grain is not Grain.DAY or shape.weekday is None:
        return _options(shape, c)
    first = start.at.first
    day = first + ((shape.weekday - first.isoweekday()) % 7) * DAY
    return [Option(holding("day", day), 1, "the next one after the start")]


def _options(shape: Shape, c: Context) -> list[Option]:
    if isinstance(shape, Ref):
        at = holding("day", c.anchor) if c.anchor else None
        return [Option(at, 1, f"now is {c.day}")] if at is not None else []
    return options(shape, c)


def _together(pair: tuple[Option, Option], c: Context) -> float:
    """How likely two ends are together: ends of one range lie near each other."""
    start, end = pair
    days = (end.at.first - start.at.first).days
    return start.weight * end.weight / (1 + days / 365)


def _length(first: Stretch, last: Stretch) -> str:
    if first.grain == last.grain == Grain.YEAR:
        return f"P{last.first.year - first.first.year}Y"
    months = (last.first.year - first.first.year) * 12 + last.first.month - first.first.month
    if {first.grain, last.grain} <= {Grain.MONTH, Grain.YEAR}:
        return f"P{months}M"
    if first.timed and last.timed:
        minutes = int((last.first - first.first).total_seconds() // 60)
        return f"PT{minutes // 60}H" if minutes % 60 == 0 else f"PT{minutes}M"
    return f"P{(last.first - first.first).days}D"


def is_clock(shape: Shape) -> bool:
    """Whether a shape is a time of day without a day."""
    return isinstance(shape, Calendar) and shape.hour is not None and shape.day is None
