"""Which year a date means that leaves it out: all candidates, with what speaks for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from math import exp
from typing import TYPE_CHECKING

from quoth.annotate.times.expression import Lean
from quoth.annotate.times.fixed import fixed
from quoth.annotate.times.grid import Stretch
from quoth.annotate.times.shapes import Calendar
from quoth.model.time import Grain

if TYPE_CHECKING:
    from quoth.annotate.times.context import Context

BACK, AHEAD = 7, 3
"""Years before and after a known day that are looked at: a weekday comes round in 5, 6 or 11."""
NEAR = 120.0
"""Days after which a known day speaks for a date by a third only."""
CLUE = {Lean.PAST: 4.0, Lean.FUTURE: 4.0}
"""How much more a side weighs that the sentence points to; 1 if it points nowhere."""
BESIDE = {Lean.PAST: 12.0, Lean.FUTURE: 10.0}
"""The same where the clue stands right beside the date: was named in December."""
PART = 6.0
"""The same of a quarter or a half, where a word of past stands right beside it; no more, for it
expects a third-quarter loss, which it will report soon."""
SURE = 60.0
"""The same where a word that belongs to it only looks back: since December, ended Nov. 30."""
_REPORTED = frozenset({Grain.QUARTER, Grain.HALF})
"""What a clue beside it tells little more of than one far away."""
NEWS = 1.5
"""How much more the past weighs where nothing points: news is mostly of what has happened."""
WEEKDAY = 6.0
"""How much more a year weighs in which a weekday that the text names falls on the date."""
MISPRINT = 0.05
"""How much less a year beside that of publication weighs if the weekday written there falls on
another day: one of the two is wrong then."""
UNSEEN = 0.01
"""How much less a day weighs that is reported, and lies behind the day the page was fetched."""
LEAST = 0.02
"""Candidates with a smaller share of the best one are left out."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A day that is known of the page: how much it says, and how fast that fades with distance.

    `told`: the time of the text that it is of, from which a story goes on.
    """

    day: datetime
    what: str
    strength: float
    near: float
    back_only: bool = False
    told: Stretch | None = None


def year_options(shape: Calendar, c: Context) -> Iterator[tuple[Stretch, float, str]]:
    """The times that a month, a day or a season without a year may be."""
    known = list(_known(c))
    if not known:
        return
    found = [_weighed(at, shape, c, known) for at in _candidates(shape, known)]
    top = max((weight for _, weight, _ in found), default=0.0)
    yield from (f for f in found if f[1] >= LEAST * top)


def _known(c: Context) -> Iterator[_Known]:
    if c.anchor is not None:
        yield _Known(c.anchor, c.what, 1.0, NEAR)
    if c.story is not None:
        told, strength = c.story
        what = "a date that the text named before"
        yield _Known(told.first, what, strength, NEAR, told=told)
    fetched = _day(c.page.fetched)
    if fetched is not None:
        strength = 0.1 if c.anchor is not None else 1.0
        yield _Known(fetched, "the day the page was fetched", strength, 3 * NEAR, True)
    for value in dict.fromkeys(c.page.dates):
        day = _day(value)
        if day is not None:
            strength = 0.2 if c.anchor is not None else 1.5
            yield _Known(day, "a date elsewhere on the page", strength, NEAR / 4)


def _day(value: str | None) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat((value or "")[:10]), datetime.min.time())
    except ValueError:
        return None


def _candidates(shape: Calendar, known: list[_Known]) -> Iterator[Stretch]:
    wide = shape.weekday is not None
    back = BACK if wide or len(known) > 1 or known[0].back_only else 2
    years = {
        y for k in known for y in range(k.day.year - back, k.day.year + (AHEAD if wide else 2))
    }
    published = next((k.day.year for k in known if not k.back_only and k.strength == 1), None)
    for year in sorted(y for y in years if 1 <= y <= 9998):
        at = fixed(replace(shape, year=year, swapped=None, weekday=None))
        misprint = published is not None and abs(year - published) <= 1
        if at is not None and (misprint or shape.weekday in (None, at.first.isoweekday())):
            yield at
        if shape.swapped is not None:
            other = replace(shape, year=year, month=shape.swapped[0], day=shape.swapped[1])
            turned = fixed(replace(other, swapped=None))
            if turned is not None and shape.weekday in (None, turned.first.isoweekday()):
                yield turned


def _weighed(
    at: Stretch, shape: Calendar, c: Context, known: list[_Known]
) -> tuple[Stretch, float, str]:
    weight, reasons = 0.0, []
    for k in known:
        share, why = _share(at, k, c)
        if share > 0.05 * k.strength:
            reasons.append(why)
        weight += share
    if shape.day and shape.weekday is None and c.anchor is None and c.weekdays:
        if at.first.isoweekday() in c.weekdays:
            weight *= WEEKDAY
            reasons.append("its weekday is one that the text names")
        else:
            reasons.append("its weekday is none that the text names")
    elif shape.weekday not in (None, at.first.isoweekday()):
        weight *= MISPRINT
        reasons.append("its weekday does not agree")
    elif shape.weekday is not None:
        reasons.append("its weekday agrees")
    if shape.swapped is not None and (at.first.month, at.first.day) == shape.swapped:
        weight *= 0.4
        reasons.append("day and month the other way round")
    return at, max(weight, 1e-9), "; ".join(reasons) or "far from all that is known"


def _share(at: Stretch, k: _Known, c: Context) -> tuple[float, str]:
    """What one known day says for a candidate."""
    day = k.day.date().isoformat()
    if at.first <= k.day <= at.last or at.first.date() == k.day.date():
        return k.strength * 2, f"the one that holds {k.what}, {day}"
    if k.told is not None:
        return _told(at, k, k.told)
    distance = (at.first - k.day).days if at.first > k.day else (at.last - k.day).days
    # a page may be fetched years after it was written, so that this day fades more slowly
    far = (1 + abs(distance) / k.near) ** -2 if k.back_only else exp(-abs(distance) / k.near)
    side = 1 if distance > 0 else -1
    factor = NEWS if side < 0 else 1.0
    if c.lean is not Lean.NONE:
        factor = _pointed(at, c) if side == c.lean else 1.0
        factor = SURE if c.sure and side == c.lean else factor
    if k.back_only and side > 0 and c.lean is not Lean.FUTURE:
        factor = 0.2 if c.lean is Lean.NONE else UNSEEN
    clue = f", “{c.clue}” points there" if c.lean == side and c.clue else ""
    way = "after" if side > 0 else "before"
    return k.strength * factor * far, f"{abs(distance)} days {way} {k.what}, {day}{clue}"


def _pointed(at: Stretch, c: Context) -> float:
    """How much more a candidate weighs on the side that the sentence points to."""
    if at.grain not in _REPORTED:
        return (BESIDE if c.beside else CLUE)[c.lean]
    return PART if c.beside and c.lean is Lean.PAST else CLUE[c.lean]


def _told(at: Stretch, k: _Known, near: Stretch) -> tuple[float, str]:
    """What a time of the text says for a candidate that is in its month or soon after it."""
    month = near.first.replace(day=1)
    away = (at.first - near.last).days
    share = exp(-max(away, 0) / k.near) if at.first >= month else 0.0
    why = f"in the story of {near.timex}, which the text named before"
    return k.strength * share, why
