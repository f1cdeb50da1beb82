"""What a shape may mean on the calendar: every option with its weight and its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import NamedTuple

from quoth.annotate.times.expression import Lean, Page
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
from quoth.annotate.times.years import year_options


class Option(NamedTuple):
    """One meaning: its weight is relative to the others."""

    at: Stretch
    weight: float
    why: str
    anchored: bool = True


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is counted from, and what the text says around it.

    Attributes:
        anchor: the day or moment; None if there is none.
        clocked: whether the anchor has a time of day.
        what: a word for the anchor.
        lean, clue: the direction of the sentence and the word that tells it.
        earlier: the times that the text named before, in its order.
        weekdays: weekdays that the text names without a date (1 is Monday).
        page: what else is known.
        near: a part of a year that the text named right before.
        near_day: a day that the text named right before.
    """

    anchor: datetime | None
    clocked: bool
    what: str
    lean: Lean
    clue: str
    earlier: Sequence[Stretch]
    weekdays: frozenset[int]
    page: Page
    near: Stretch | None = None
    near_day: Stretch | None = None

    @property
    def day(self) -> str:
        """The anchor in words."""
        return f"{self.what}, {self.anchor.date().isoformat()}" if self.anchor else "nothing"


def options(shape: Shape, c: Context) -> list[Option]:
    """All that a shape may mean; none if there is nothing to count from, or no such day."""
    try:
        return list(_OF[type(shape)](shape, c))
    except (OverflowError, ValueError):
        return []  # outside the years 1 to 9999


# --- calendar ---------------------------------------------------------------------------------


def _calendar(shape: Calendar, c: Context) -> Iterator[Option]:
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
        at = _in_day(midnight(day.first.date()), shape)
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


def _decade(shape: Calendar, c: Context) -> Iterator[Option]:
    """“the sixties”: the last ones that have begun before the anchor."""
    year = c.anchor.year if c.anchor else 2000
    first = year // 100 * 100 + (shape.decade or 0) * 10
    if first > year:
        first -= 100
    at = fixed(Calendar(decade=first // 10))
    if at is not None:
        yield Option(at, 1, "the century is not named; the last decade of that name was taken")


def _day_of_weekday(shape: Calendar, c: Context) -> Iterator[Option]:
    """“Monday the 13th”: the nearest such days on which the weekday agrees."""
    if c.anchor is None:
        return
    today = midnight(c.anchor.date())
    for distance in range(-REACH_OF_DAY, REACH_OF_DAY + 1):
        day = today + distance * DAY
        if day.day == shape.day and day.isoweekday() == shape.weekday:
            at = _in_day(day, shape)
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
            weight = 30 / (30 + abs(distance)) * _leaned(distance, c) ** 2
            yield Option(at, weight, f"{distance:+d} days from {c.day}{_said(c)}")


REACH_OF_DAY = 200
"""Days around the anchor in which a weekday with the day of a month is looked for."""


def _leaned(distance: int, c: Context) -> float:
    return 1.0 if distance * c.lean >= 0 else 0.25


BACK = {Lean.PAST: 0.92, Lean.NONE: 0.75, Lean.FUTURE: 0.08}
"""Share of the last weekday against the next one; news without a clue looks back."""
TODAY = {Lean.PAST: 0.85, Lean.NONE: 0.8, Lean.FUTURE: 0.65}
"""Share of the anchor's own day where it is the weekday that the text names."""


def _weekday(shape: Calendar, c: Context) -> Iterator[Option]:
    if c.anchor is None:
        return
    today = midnight(c.anchor.date())
    back = (today.isoweekday() - (shape.weekday or 1)) % 7
    if back:
        share = BACK[c.lean]
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


def _said(c: Context) -> str:
    if c.lean is Lean.NONE:
        return "; no word tells the direction, and news looks back"
    way = "looks back" if c.lean is Lean.PAST else "looks ahead"
    return f"; “{c.clue}” {way}"


def _on(day: datetime, shape: Calendar, weight: float, why: str) -> Iterator[Option]:
    at = _in_day(day, shape)
    if at is not None:
        yield Option(at, weight, why)


def _in_day(day: datetime, shape: Calendar) -> Stretch | None:
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


# --- from the anchor ----------------------------------------------------------------------------


def _step(shape: Step, c: Context) -> Iterator[Option]:
    if c.anchor is None:
        return
    unit = "week" if shape.unit == "fortnight" else shape.unit
    moved = holding(unit, add(c.anchor, unit, shape.n))
    way = {0: "that of", -1: "the one before", 1: "the one after"}.get(shape.n)
    far = way or f"{abs(shape.n)} {unit}s {'before' if shape.n < 0 else 'after'}"
    yield Option(moved, 1, f"{far} {c.day}")


def _shifted(shape: Shifted, c: Context) -> Iterator[Option]:
    inner = shape.inner
    if c.anchor is None or not isinstance(inner, Calendar):
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


NEAREST = 0.7
"""Share of the nearest Monday in “last Monday”, against that of the calendar week before."""


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


def _same(shape: Same, c: Context) -> Iterator[Option]:
    near = fitting(shape.unit, c.earlier)
    if near is not None:
        at = near if not shape.unit else holding(shape.unit, near.first)
        yield Option(at, 1, f"the same as {near.timex}, which the text named before")
    elif c.anchor is not None and shape.unit and shape.fallback:
        at = holding(shape.unit, c.anchor)
        yield Option(at, 1, f"the text names none before, so that of {c.day} was taken")


def fitting(unit: str, earlier: Sequence[Stretch]) -> Stretch | None:
    """The last time of the text that is no longer than the unit."""
    width = _WIDTHS.get(unit, timedelta(days=400))
    return next((s for s in reversed(earlier) if s.last - s.first <= width), None)


def nearest(unit: str, earlier: Sequence[Stretch]) -> Stretch:
    """The last time of the text that is as fine as the unit, or else the last one."""
    width = _WIDTHS.get(unit, timedelta(days=400))
    fine = (s for s in reversed(earlier) if s.last - s.first <= width)
    return next(fine, earlier[-1])


_WIDTHS = {
    "day": timedelta(days=1, hours=12),
    "week": timedelta(days=7),
    "weekend": timedelta(days=7),
    "month": timedelta(days=31),
    "quarter": timedelta(days=93),
}


def _away(shape: Away, c: Context) -> Iterator[Option]:
    if shape.base is None and shape.sign < 0 and c.near is not None and _yearly(shape):
        # “in the third quarter …, against two million a year ago”
        at = _beside(c.near, shape)
        yield Option(at, 1, f"counted from {c.near.timex}, which stands right before it")
        return
    # one word is “in two days” and “two days later” in many languages
    reported = shape.sign > 0 and c.lean is Lean.PAST
    if shape.base is None and reported and not c.earlier:
        return  # what is reported cannot lie ahead, and the text names nothing to count from
    if shape.base is None and not reported:
        if c.anchor is not None:
            way = "before" if shape.sign < 0 else "after"
            at = _moved(c.anchor, shape, c.clocked)
            yield Option(at, 1, f"counted as so long {way} {c.day}")
        return
    text = shape.base is None or isinstance(shape.base, Same)
    bases = _text_base(shape, c) if text or shape.base is None else options(shape.base, c)
    for base in bases:
        if text and _yearly(shape) and base.at.grain.value in _PERIODS:
            yield base._replace(at=_beside(base.at, shape), why=f"from {base.at.timex}: {base.why}")
            continue
        long = base.at.last - base.at.first > DAY
        end = midnight(base.at.last.date()) if long and shape.sign > 0 else base.at.first
        at = _moved(end, shape, base.at.timed, exact=base.at.grain.value == "day" and not text)
        yield base._replace(at=at, why=f"counted from {base.at.timex}: {base.why}")


_PERIODS = frozenset({"month", "quarter", "half", "season"})
"""Parts of a year that are compared with the same part of another year."""


def _yearly(shape: Away) -> bool:
    return len(shape.length.amounts) == 1 and shape.length.amounts[0][1] == "year"


def _beside(base: Stretch, shape: Away) -> Stretch:
    """The same part of another year."""
    number = shape.length.amounts[0][0] or 0
    return holding(base.grain.value, add(base.first, "year", shape.sign * number))


def _text_base(shape: Away, c: Context) -> list[Option]:
    if c.earlier:
        near = nearest(shape.length.amounts[-1][1], c.earlier)
        return [Option(near, 1, "the nearest time that the text named before")]
    if c.anchor is None:
        return []
    at = holding("day", c.anchor)
    return [Option(at, 1, f"the text names no time before, so {c.day} was taken")]


def _moved(base: datetime, shape: Away, clock: bool, exact: bool = False) -> Stretch:
    """The unit of the calendar that lies so far from a moment."""
    moment = base
    for number, unit in shape.length.amounts:
        if number is None:
            raise ValueError("no number")
        moment = add(moment, unit, shape.sign * number)
    unit = shape.length.amounts[-1][1]
    unit = "year" if unit in ("decade", "century", "millennium") else unit
    if unit in ("hour", "minute", "second"):
        return _clock_away(base, moment, unit, clock)
    if unit in ("week", "fortnight", "workday", "weekend") or len(shape.length.amounts) > 1:
        unit = "day"
    if exact or any(n != int(n) for n, _ in shape.length.amounts if n):
        unit = "day" if exact else "month" if unit == "year" else unit
    return holding(unit, moment)


def _clock_away(base: datetime, moment: datetime, unit: str, clock: bool) -> Stretch:
    if clock:
        return holding("minute" if unit == "hour" else unit, moment)
    length = moment - base
    day = midnight(base.date())
    first, last = day + length, day + DAY - timedelta(minutes=1) + length
    return Stretch(first, last, grain_of(unit), f"{moment.date().isoformat()}TXX:XX")


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


# --- one in another -----------------------------------------------------------------------------


def _nth(shape: Nth, c: Context) -> Iterator[Option]:
    for outer in options(shape.outer, c):
        at = _counted(shape, outer.at)
        if at is not None:
            yield outer._replace(at=at)


def _counted(shape: Nth, outer: Stretch) -> Stretch | None:
    unit = shape.unit
    if shape.n == 0:
        return holding(unit, outer.first)
    if shape.n > 0:
        first = _first_of(unit, outer.first)
        start = holding(unit, add(first, unit, shape.n - 1))
        end = holding(unit, add(start.first, unit, shape.count - 1))
    else:
        end = holding(unit, add(outer.last, unit, shape.n + 1))
        start = holding(unit, add(end.first, unit, 1 - shape.count))
    if start.first > outer.last or end.last < outer.first:
        return None
    if shape.count == 1:
        return start
    return Stretch(start.first, end.last, start.grain, "")


def _first_of(unit: str, moment: datetime) -> datetime:
    """Where the first unit of a stretch begins; the first week is that with four of its days."""
    if unit != "week":
        return moment
    return moment + timedelta(days=7 if moment.isoweekday() > 4 else 0)


def _inside(shape: Inside, c: Context) -> Iterator[Option]:
    for outer in options(shape.outer, c):
        at = placed_in(outer.at, shape.inner)
        if at is not None:
            yield outer._replace(at=at)


def placed_in(outer: Stretch, inner: Calendar) -> Stretch | None:
    """A time of the calendar inside a stretch; None if it does not lie there."""
    if inner.weekday and not inner.month:
        monday = midnight(outer.first.date()) - (outer.first.isoweekday() - 1) * DAY
        return _in_day(monday + (inner.weekday - 1) * DAY, inner)
    if inner.part or inner.hour is not None:
        if inner.month is None:
            return clocked(outer, inner)
    elif inner.day and not inner.month:
        return fixed(replace(inner, year=outer.first.year, month=outer.first.month))
    return fixed(replace(inner, year=outer.first.year))


_OF: Mapping[type, Callable[..., Iterator[Option]]] = {
    Calendar: _calendar,
    Step: _step,
    Shifted: _shifted,
    Same: _same,
    Away: _away,
    Length: _length,
    Nth: _nth,
    Inside: _inside,
}
