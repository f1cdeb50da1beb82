"""Days that the text names without a month or a year: weekdays, weekends, the 13th."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice
from math import exp

from quoth.annotate.times.away import fitting
from quoth.annotate.times.context import Context, Option
from quoth.annotate.times.expression import Lean
from quoth.annotate.times.fixed import clocked, fixed
from quoth.annotate.times.grid import DAY, Stretch, add, holding, midnight
from quoth.annotate.times.shapes import (
    Calendar,
    Shifted,
)
from quoth.annotate.times.years import year_options
from quoth.model.time import Grain


def calendar_options(shape: Calendar, c: Context) -> Iterator[Option]:
    if shape.year is not None or shape.century is not None or (shape.decade or 0) >= 10:
        yield from _whole(shape)
    elif shape.decade is not None:
        yield from _decade(shape, c)
    elif shape.month or shape.holiday or shape.season or shape.quarter or shape.half or shape.week:
        yield from (Option(*found) for found in year_options(shape, c))
    elif shape.weekday and shape.day:
        yield from _day_of_weekday(shape, c)
    elif shape.day:
        yield from _day_of_month(shape, c)
    elif shape.weekday:
        yield from _weekday(shape, c)
    elif shape.weekend and c.anchor is not None:
        yield from _weekend(c.anchor, c)
    elif c.anchor is not None:
        day = c.near_day or holding("day", c.anchor)
        at = in_day(midnight(day.first.date()), shape)
        where = f"on {day.timex}, named right before it" if c.near_day else f"on {c.day}"
        if at is not None:
            yield Option(at, 1, f"a time of day, taken to be {where}")


def _whole(shape: Calendar) -> Iterator[Option]:
    at = fixed(shape)
    if at is None:
        return
    why = "the year is written with two digits" if shape.two_digits else ""
    if shape.swapped is None:
        yield Option(at, 1, why or "written out", False)
        return
    other = fixed(replace(shape, month=shape.swapped[0], day=shape.swapped[1]))
    order = "day and month may change places; the usual order of the language was taken"
    yield Option(at, ORDER, order, False)
    if other is not None:
        yield Option(other, 1 - ORDER, "day and month the other way round", False)


ORDER = 0.7
"""Share of the usual order of the language in a numeric date that allows both."""


NEAR_DECADE, COMING = 3, 15
"""Years before a decade in which its bare name means it already: the '90s, told in 1989; and the
same where the sentence looks ahead."""


def _decade(shape: Calendar, c: Context) -> Iterator[Option]:
    """“the sixties”: the last ones that have begun before the anchor, or are about to."""
    year = c.anchor.year if c.anchor else 2000
    first = year // 100 * 100 + (shape.decade or 0) * 10
    if first > year + (COMING if c.lean is Lean.FUTURE else NEAR_DECADE):
        first -= 100
    at = fixed(Calendar(decade=first // 10))
    if at is not None:
        yield Option(
            at,
            1,
            "the century is not named; the next decade of that name was taken"
            if first > year
            else "the century is not named; the last decade of that name was taken",
        )


def _day_of_weekday(shape: Calendar, c: Context) -> Iterator[Option]:
    """“Monday the 13th”: the nearest such days on which the weekday agrees."""
    if c.anchor is None:
        return
    today = midnight(c.anchor.date())
    for distance in range(-REACH_OF_DAY, REACH_OF_DAY + 1):
        day = today + distance * DAY
        if day.day == shape.day and day.isoweekday() == shape.weekday:
            at = in_day(day, shape)
            if at is not None:
                weight = 1 / (1 + abs(distance)) * _leaned(distance, c)
                yield Option(at, weight, f"the nearest day {shape.day} on that weekday to {c.day}")


def _day_of_month(shape: Calendar, c: Context) -> Iterator[Option]:
    """“the 13th”: of the anchor's month, the one before and the one after."""
    if c.anchor is None:
        return
    today = midnight(c.anchor.date())
    for n in (-1, 0, 1):
        month = add(today.replace(day=1), "month", n)
        at = fixed(replace(shape, year=month.year, month=month.month))
        if at is not None:
            distance = (at.first - today).days
            weight = (MONTH / (MONTH + abs(distance)) * _leaned(distance, c)) ** 2
            yield Option(at, weight, f"{distance:+d} days from {c.day}{_said(c)}")


MONTH = 30
"""Days after which the nearness of a day of a month counts half."""
REACH_OF_DAY = 200
"""Days around the anchor in which a weekday with the day of a month is looked for."""


def _leaned(distance: int, c: Context) -> float:
    return 1.0 if distance * c.lean >= 0 else 0.25


BACK = {Lean.PAST: 11.0, Lean.NONE: 13.0, Lean.FUTURE: 0.08}
"""How much more the last weekday weighs than the next one, if both are as near; news without a
clue looks back."""
BESIDE = {Lean.PAST: 25.0, Lean.NONE: 13.0, Lean.FUTURE: 0.04}
"""The same where the clue stands right beside it."""
FADES = 2.0
"""Days after which a weekday weighs a third only: one of six days ago is mostly “last Friday”."""


TODAY = {Lean.PAST: 0.85, Lean.NONE: 0.8, Lean.FUTURE: 0.65}
"""Share of the anchor's own day where it is the weekday that the text names."""


def _weekday(shape: Calendar, c: Context) -> Iterator[Option]:
    if c.anchor is None:
        return
    today = midnight(c.anchor.date())
    back = (today.isoweekday() - (shape.weekday or 1)) % 7
    c = _beside_coming(c, today)
    if back:
        odds = (BESIDE if c.close else BACK)[c.lean] * exp((7 - 2 * back) / FADES)
        share = odds / (1 + odds)
        yield from _on(today - back * DAY, shape, share, f"the last one before {c.day}{_said(c)}")
        yield from _on(
            today + (7 - back) * DAY, shape, 1 - share, f"the next one after {c.day}{_said(c)}"
        )
        return
    share = TODAY[c.lean]
    rest = 1 - share
    ahead = {Lean.PAST: 0.1, Lean.NONE: 0.5, Lean.FUTURE: 0.9}[c.lean]
    yield from _on(today, shape, share, f"the weekday of {c.day}")
    yield from _on(today - 7 * DAY, shape, rest * (1 - ahead), f"a week before {c.day}")
    yield from _on(today + 7 * DAY, shape, rest * ahead, f"a week after {c.day}")


def _beside_coming(c: Context, today: datetime) -> Context:
    """The context of a weekday without a clue, looking ahead where a coming day stands right
    before it: three-year notes tomorrow, bonds Thursday."""
    near = c.near_day
    if c.lean is not Lean.NONE or near is None or near.first < today + DAY:
        return c
    return replace(c, lean=Lean.FUTURE, clue=near.timex)


def _said(c: Context) -> str:
    if c.lean is Lean.NONE:
        return "; no word tells the direction, and news looks back"
    way = "looks back" if c.lean is Lean.PAST else "looks ahead"
    return f"; “{c.clue}” {way}"


def _on(day: datetime, shape: Calendar, weight: float, why: str) -> Iterator[Option]:
    at = in_day(day, shape)
    if at is not None:
        yield Option(at, weight, why)


def in_day(day: datetime, shape: Calendar) -> Stretch | None:
    """A day, or the part or time of day of a shape in it."""
    return clocked(holding("day", day), shape)


def _weekend(anchor: datetime, c: Context) -> Iterator[Option]:
    """The weekend: that of the week from Thursday on and of plans, else the last one."""
    here = holding("weekend", anchor)
    last = holding("weekend", anchor - 7 * DAY)
    ahead = {Lean.PAST: 0.25, Lean.NONE: 0.4, Lean.FUTURE: 0.9}[c.lean]
    if anchor.isoweekday() >= 6:
        ahead = 0.9
    yield Option(here, ahead, f"the weekend of the week of {c.day}")
    yield Option(last, 1 - ahead, f"the last weekend before {c.day}{_said(c)}")


NEAREST = 0.7
"""Share of the nearest Monday in “last Monday”, against that of the calendar week before."""


def shifted_options(shape: Shifted, c: Context) -> Iterator[Option]:
    inner = shape.inner
    if c.anchor is None or not isinstance(inner, Calendar):
        return
    if shape.text and shape.n == 0:
        yield from _part_beside(inner, c)
        return
    if shape.text:
        yield from (_weekday_then if inner.weekday else _month_then)(inner, shape.n, c)
        return
    if inner.weekday and not inner.month:
        yield from _shifted_weekday(inner, shape.n, c)
        return
    if inner.day and not inner.month:
        lean = Lean(shape.n) if shape.n in (-1, 1) else c.lean
        yield from _day_of_month(inner, replace(c, lean=lean))
        return
    found = [Option(*o) for o in year_options(inner, c)]
    before = [o for o in found if o.at.last < c.anchor]
    after = [o for o in found if o.at.first > c.anchor]
    if shape.n == 0:
        same = [o for o in found if o.at.first.year == c.anchor.year]
        yield from (o._replace(weight=1, why=f"in the year of {c.day}") for o in same[:1])
    elif shape.n < 0 and before:
        last = max(before, key=lambda o: o.at.first)
        yield last._replace(weight=1, why=f"the last one before {c.day}")
    elif shape.n > 0 and after:
        first = min(after, key=lambda o: o.at.first)
        yield first._replace(weight=1, why=f"the next one after {c.day}")


def _weekday_then(inner: Calendar, n: int, c: Context) -> Iterator[Option]:
    """The weekday before or after the day that the text named last: the following Monday."""
    near = fitting("day", c.earlier)
    base = near.first if near is not None else c.anchor
    assert base is not None  # noqa: S101 - the caller looked
    day = midnight(base.date())
    away = (n * ((inner.weekday or 1) - day.isoweekday()) - 1) % 7 + 1
    anchor = near.timex if near is not None else c.day
    why = f"the one after {anchor}" if n > 0 else f"the one before {anchor}"
    yield from _on(day + n * away * DAY, inner, 1, why)


def _month_then(inner: Calendar, n: int, c: Context) -> Iterator[Option]:
    """The month or season before or after the time that the text named last: the following May."""
    near = fitting("year", c.earlier)
    base = near or (holding("day", c.anchor) if c.anchor is not None else None)
    assert base is not None  # noqa: S101 - the caller looked
    first = base.last.year if n > 0 else base.first.year
    found = (fixed(replace(inner, year=year)) for year in (first, first + n))
    beyond = (a for a in found if a and (a.first > base.last if n > 0 else a.last < base.first))
    anchor = near.timex if near is not None else c.day
    why = f"the one after {anchor}" if n > 0 else f"the one before {anchor}"
    yield from (Option(at, 1, why) for at in islice(beyond, 1))


def _part_beside(inner: Calendar, c: Context) -> Iterator[Option]:
    """A quarter or half that leaves out its word: the nearest to the one told right before it,
    and the one behind that where the sentence looks ahead."""
    near = c.earlier[-1] if c.earlier else None
    if near is None or near.grain not in (Grain.QUARTER, Grain.HALF) or c.anchor is None:
        yield from calendar_options(inner, c)
        return
    years = (near.first.year, near.first.year - 1, near.first.year + 1)
    found = [at for at in (fixed(replace(inner, year=y)) for y in years) if at is not None]
    ahead = c.lean is Lean.FUTURE or (c.lean is Lean.NONE and near.first > c.anchor)
    if ahead:
        found = [at for at in found if at.first > near.last]
    else:
        found = [at for at in found if at.first <= c.anchor] or found
    if found:
        best = min(found, key=lambda at: abs(_months(at) - _months(near)))
        yield Option(best, 1, f"counted from {near.timex}, which stands right before it")


def _months(at: Stretch) -> int:
    return at.first.year * 12 + at.first.month


def _shifted_weekday(inner: Calendar, n: int, c: Context) -> Iterator[Option]:
    assert c.anchor is not None  # noqa: S101 - the caller looked
    today = midnight(c.anchor.date())
    wanted = inner.weekday or 1
    of_week = today + (wanted - today.isoweekday() + 7 * n) * DAY
    if n == 0:
        # “informó este viernes”, published on a Wednesday: the Friday before
        turn = 7 * DAY if of_week < today and c.lean is Lean.FUTURE else 0 * DAY
        turn = -7 * DAY if of_week > today and c.lean is Lean.PAST else turn
        told = _said(c) if turn else ""
        yield from _on(of_week + turn, inner, 1, f"in the week of {c.day}, or beside it{told}")
        return
    back = (today.isoweekday() - wanted) % 7 or 7
    near = today - back * DAY if n < 0 else today + (7 - back % 7) * DAY
    way = "last one before" if n < 0 else "next one after"
    share = NEAREST if near != of_week else 1
    if abs(n) == 1:
        yield from _on(near, inner, share, f"the {way} {c.day}")
    if near != of_week:
        yield from _on(
            of_week, inner, 1 - share or 1, f"in the calendar week beside that of {c.day}"
        )
