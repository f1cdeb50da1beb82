"""What a shape may mean on the calendar: every option with its weight and its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from quoth.annotate.times.away import away_options, fitting
from quoth.annotate.times.bare import calendar_options, in_day, shifted_options
from quoth.annotate.times.context import Context, Option
from quoth.annotate.times.expression import Lean
from quoth.annotate.times.fixed import clocked, fixed
from quoth.annotate.times.grid import DAY, Stretch, add, grain_of, holding, midnight
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


def options(shape: Shape, c: Context) -> list[Option]:
    """All that a shape may mean; none if there is nothing to count from, or no such day."""
    try:
        return list(_OF[type(shape)](shape, c))
    except (OverflowError, ValueError):
        return []  # outside the years 1 to 9999


def _step(shape: Step, c: Context) -> Iterator[Option]:
    if c.anchor is None:
        return
    near = fitting(shape.unit, c.earlier) if shape.text and c.lean is Lean.PAST else None
    if near is not None and near.last < c.anchor:
        at = holding(shape.unit, add(near.first, shape.unit, shape.n))
        yield Option(
            at, 1, f"counted from {near.timex}: the nearest time that the text named before"
        )
        return
    unit = "week" if shape.unit == "fortnight" else shape.unit
    moved = holding(unit, add(c.anchor, unit, shape.n))
    way = {0: "that of", -1: "the one before", 1: "the one after"}.get(shape.n)
    far = way or f"{abs(shape.n)} {unit}s {'before' if shape.n < 0 else 'after'}"
    yield Option(moved, 1, f"{far} {c.day}")


def _same(shape: Same, c: Context) -> Iterator[Option]:
    if shape.year is not None:
        yield from _same_in(shape, shape.year, c)
        return
    reported = c.anchor is not None and c.lean is Lean.PAST  # what is told of is not ahead
    told = [s for s in c.earlier if not reported or s.first <= c.anchor]  # type: ignore[operator]
    near = fitting(shape.unit, told)
    if shape.unit == "quarter":
        near = next((s for s in reversed(told) if s.grain is Grain.QUARTER), None)
    if c.near is not None and c.near.grain.value == shape.unit:
        near = c.near
    if near is None and shape.unit == "quarter" and shape.fallback:
        yield from _quarter(c)
    elif near is not None:
        at = near if not shape.unit else holding(shape.unit, near.first)
        yield Option(at, 1, f"the same as {near.timex}, which the text named before")
    elif c.anchor is not None and shape.unit and shape.fallback:
        at = holding(shape.unit, c.anchor)
        yield Option(at, 1, f"the text names none before, so that of {c.day} was taken")


def _same_in(shape: Same, year: int, c: Context) -> Iterator[Option]:
    """What the text spoke of in another year."""
    for one in _same(replace(shape, year=None), c) if shape.unit else ():
        first = one.at.first.replace(year=year, day=min(one.at.first.day, 28))
        yield one._replace(at=holding(shape.unit, first))
        return
    if c.near is not None:
        first = c.near.first.replace(year=year, day=1)
        at = holding(c.near.grain.value, first)
        yield Option(at, 1, f"counted from {c.near.timex}, which stands right before it")
    else:
        yield Option(holding("year", datetime(year, 1, 1)), 1, "written out")


REPORTED = 60
"""Days of a quarter in which what is reported of “the quarter” is told of the one before."""


def _quarter(c: Context) -> Iterator[Option]:
    if c.anchor is None:
        return
    here = holding("quarter", c.anchor)
    young = (c.anchor - here.first).days < REPORTED
    if young and c.lean is not Lean.FUTURE:
        at = holding("quarter", here.first - DAY)
        yield Option(at, 1, f"the one before {c.day}")
    else:
        yield Option(here, 1, f"the text names none before, so that of {c.day} was taken")


def _away(shape: Away, c: Context) -> Iterator[Option]:
    return away_options(shape, c, options)


def _length(shape: Length, c: Context) -> Iterator[Option]:
    """The place of “the last two years” on the calendar."""
    if not shape.placed or c.anchor is None or any(n is None for n, _ in shape.amounts):
        return
    moment = c.anchor
    for number, unit in shape.amounts:
        moment = add(moment, unit, shape.placed * (number or 0))
    first, last = sorted((moment, c.anchor))
    timed = shape.amounts[-1][1] in ("hour", "minute", "second")
    grain = grain_of(shape.amounts[-1][1]) if timed else grain_of("day")
    way = "up to" if shape.placed < 0 else "from"
    yield Option(Stretch(first, last, grain, ""), 1, f"{way} {c.day}")


def _nth(shape: Nth, c: Context) -> Iterator[Option]:
    for outer in options(shape.outer, c):
        at = _counted(shape, outer.at)
        if at is not None:
            yield outer._replace(at=at)


def _counted(shape: Nth, outer: Stretch) -> Stretch | None:
    unit = shape.unit
    if shape.weekday:
        return _weekday_of(shape, outer)
    if shape.n == 0:
        return holding(unit, outer.first)
    if shape.n > 0:
        first = _first_of(unit, outer.first)
        start = holding(unit, add(first, unit, shape.n - 1))
        end = holding(unit, add(start.first, unit, shape.count - 1))
    else:
        end = holding(unit, add(_last_of(unit, outer.last), unit, shape.n + 1))
        start = holding(unit, add(end.first, unit, 1 - shape.count))
    if start.first > outer.last or end.last < outer.first:
        return None
    if shape.count == 1:
        return start
    return Stretch(start.first, end.last, start.grain, "")


def _weekday_of(shape: Nth, outer: Stretch) -> Stretch | None:
    """The n-th day of a name in a stretch."""
    if shape.n > 0:
        first = midnight(outer.first.date())
        day = first + ((shape.weekday - first.isoweekday()) % 7 + 7 * (shape.n - 1)) * DAY
    else:
        last = midnight(outer.last.date())
        day = last - ((last.isoweekday() - shape.weekday) % 7 - 7 * (shape.n + 1)) * DAY
    return holding("day", day) if outer.first <= day <= outer.last else None


def _first_of(unit: str, moment: datetime) -> datetime:
    """Where the first unit of a stretch begins; the first week is that with four of its days."""
    if unit != "week":
        return moment
    return moment + timedelta(days=7 if moment.isoweekday() > 4 else 0)


def _last_of(unit: str, moment: datetime) -> datetime:
    """Where the last unit of a stretch ends; the last week is that with four of its days."""
    if unit != "week":
        return moment
    return moment - timedelta(days=7 if moment.isoweekday() < 4 else 0)


def _inside(shape: Inside, c: Context) -> Iterator[Option]:
    for outer in options(shape.outer, c):
        at = placed_in(outer.at, shape.inner)
        if at is not None:
            yield outer._replace(at=at)


def placed_in(outer: Stretch, inner: Calendar) -> Stretch | None:
    """A time of the calendar inside a stretch; None if it does not lie there."""
    if inner.weekday and not inner.month:
        monday = midnight(outer.first.date()) - (outer.first.isoweekday() - 1) * DAY
        return in_day(monday + (inner.weekday - 1) * DAY, inner)
    if inner.part or inner.hour is not None:
        if inner.month is None:
            return clocked(outer, inner)
    elif inner.day and not inner.month:
        return fixed(replace(inner, year=outer.first.year, month=outer.first.month))
    return fixed(replace(inner, year=outer.first.year))


_OF: Mapping[type, Callable[..., Iterator[Option]]] = {
    Calendar: calendar_options,
    Step: _step,
    Shifted: shifted_options,
    Same: _same,
    Away: _away,
    Length: _length,
    Nth: _nth,
    Inside: _inside,
}
