"""Times so far from another: from the anchor, from a time beside them, from the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from quoth.annotate.times.context import Context, Option
from quoth.annotate.times.expression import Lean
from quoth.annotate.times.grid import DAY, Stretch, add, grain_of, holding, midnight
from quoth.annotate.times.shapes import (
    Away,
    Calendar,
    Same,
    Shape,
)

OptionsOf = Callable[[Shape, Context], list[Option]]


def fitting(unit: str, earlier: Sequence[Stretch]) -> Stretch | None:
    """The last time of the text that is no longer than the unit."""
    width = _WIDTHS.get(unit, timedelta(days=400))
    return next((s for s in reversed(earlier) if s.last - s.first <= width), None)


_WIDTHS = {
    "day": timedelta(days=1, hours=12),
    "week": timedelta(days=7),
    "weekend": timedelta(days=7),
    "month": timedelta(days=31),
    "quarter": timedelta(days=93),
}


def away_options(shape: Away, c: Context, of: OptionsOf) -> Iterator[Option]:
    of_text = shape.base is None or (isinstance(shape.base, Same) and not shape.base.unit)
    if of_text and shape.sign < 0 and c.near is not None and _last_year(shape):
        # “in the third quarter …, against two million a year ago”; ten years ago is a year
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
    named = isinstance(shape.base, Same) and shape.base.unit
    bases = of(shape.base, c) if shape.base is not None and (named or not text) else []
    for base in bases or _text_base(shape, c) if text else bases:
        # what is told of nine months, or stands far behind a quarter, is not that quarter's;
        # “the following year” is a year
        told = named or not text or shape.base == Same(fallback=True)
        compared = told or (shape.sign > 0 and not shape.whole)
        if _yearly(shape) and compared and base.at.grain.value in _PERIODS:
            yield base._replace(at=_beside(base.at, shape), why=f"from {base.at.timex}: {base.why}")
            continue
        long = base.at.last - base.at.first > DAY
        end = midnight(base.at.last.date()) if long and shape.sign > 0 else base.at.first
        exact = base.at.grain.value in ("day", "part") and not text
        at = _moved(end, shape, base.at.timed, exact=exact)
        if isinstance(shape.base, Calendar) and shape.base.weekday and _yearly(shape):
            at = _on_weekday(at, shape.base.weekday)
        yield base._replace(at=at, why=f"counted from {base.at.timex}: {base.why}")


_PERIODS = frozenset({"week", "month", "quarter", "half", "season"})
"""Parts of a year that are compared with the same part of another year."""


def _on_weekday(at: Stretch, weekday: int) -> Stretch:
    """The nearest such weekday: a year ago Tuesday is a Tuesday."""
    away = (weekday - at.first.isoweekday() + 3) % 7 - 3
    return holding("day", at.first + away * DAY)


def _yearly(shape: Away) -> bool:
    return len(shape.length.amounts) == 1 and shape.length.amounts[0][1] == "year"


def _last_year(shape: Away) -> bool:
    """Whether it is the year before, with which a part of a year is compared."""
    return _yearly(shape) and shape.length.amounts[0][0] == 1


def _beside(base: Stretch, shape: Away) -> Stretch:
    """The same part of another year."""
    number = shape.length.amounts[0][0] or 0
    return holding(base.grain.value, add(base.first, "year", shape.sign * number))


def _text_base(shape: Away, c: Context) -> list[Option]:
    # nothing lies a day before a year: a time must be as fine as the unit
    near = fitting(shape.length.amounts[-1][1], c.earlier)
    if near is not None:
        return [Option(near, 1, "the nearest time that the text named before")]
    if c.anchor is None or (shape.sign > 0 and not shape.whole and c.lean is not Lean.FUTURE):
        return []  # thirty years later: of a story whose beginning has no date
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
    if shape.whole and unit == "week":
        return holding(unit, moment)
    whole = all(n == int(n) for n, _ in shape.length.amounts if n)
    if unit in ("decade", "century") and whole and not exact and len(shape.length.amounts) == 1:
        # a decade ago: about that year, and TIMEX3 names its decade
        return replace(holding("year", moment), timex=holding(unit, moment).timex)
    unit = "year" if unit in ("decade", "century", "millennium") else unit
    if unit in ("hour", "minute", "second"):
        return _clock_away(base, moment, unit, clock)
    if unit in ("week", "fortnight", "workday") or len(shape.length.amounts) > 1:
        unit = "day"
    if exact or not whole:
        unit = "day" if exact else "month" if shape.length.amounts[-1][1] == "year" else unit
    return holding(unit, moment)


def _clock_away(base: datetime, moment: datetime, unit: str, clock: bool) -> Stretch:
    if clock:
        return holding("minute" if unit == "hour" else unit, moment)
    length = moment - base
    day = midnight(base.date())
    first, last = day + length, day + DAY - timedelta(minutes=1) + length
    middle = (day + DAY / 2 + length).date()
    return Stretch(first, last, grain_of(unit), f"{middle.isoformat()}TXX:XX")
