"""From time expressions to places on the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from quoth.annotate.times.context import Context, Option
from quoth.annotate.times.expression import Anchor, Expression, Lean, Page
from quoth.annotate.times.grid import Stretch, grain_of
from quoth.annotate.times.lengths import timex_of
from quoth.annotate.times.options import options
from quoth.annotate.times.ranges import between, end_of
from quoth.annotate.times.shapes import (
    Away,
    Between,
    Calendar,
    Every,
    Inside,
    Length,
    Nth,
    Ref,
    Same,
    Shape,
)
from quoth.annotate.times.story import Story
from quoth.annotate.times.unknown import unknown
from quoth.errors import UsageError
from quoth.model.time import Grain, Time, TimeCandidate, TimeType

CLEAR = 0.5
"""Share of the weight from which one candidate is chosen: it outweighs all others together."""
REMEMBERED = 40
"""How many of the times named last a later one may count from."""
NEAR = 800
"""Characters in which “a year ago” counts from a quarter or a month named before it."""
NEAR_DAY = 60
"""Characters in which a time of day is one of a day named before it."""
CLOSE = 4
"""Tokens in which a clue belongs to the expression itself: will meet on Friday."""
_PERIODS = frozenset({Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.SEASON})
_YEARS = frozenset({Grain.YEAR})
_LONG = frozenset({"month", "quarter", "half", "year"})
_DAYS = frozenset({Grain.DAY, Grain.PART, Grain.HOUR, Grain.MINUTE, Grain.SECOND})
_CLOCK = frozenset({"hour", "minute", "second"})
_UNKNOWN_MONTH = "XXXX-XX"
"""What the formula `hijri` makes."""
_UNCLEAR = "no candidate is clearly ahead"


def resolve(
    expressions: Sequence[Expression], anchor: Anchor | None, page: Page | None = None
) -> tuple[Time, ...]:
    """One time for each expression, in the same order.

    Args:
        expressions: of one text, in its order; later ones may count from earlier ones.
        anchor: what relative times are counted from; None if there is nothing: such times keep
            X in their value and have no place on the calendar.
        page: what else is known, for dates that leave out their year.

    Raises:
        UsageError: if the anchor is no day or moment in ISO 8601.
    """
    moment, clock = _moment(anchor)
    weekdays = frozenset(_weekday(e.shape) for e in expressions) - {0}
    what = anchor.what if anchor else ""
    page = page or Page()
    out: list[Time] = []
    earlier: list[Stretch] = []
    story = Story()
    near, near_day = _Near(_PERIODS, NEAR, _YEARS), _Near(_DAYS, NEAR_DAY)
    for e in expressions:
        known = earlier[-REMEMBERED:]
        context = Context(
            *(moment, clock, what, e.lean, e.clue, known, weekdays, page),
            near=near.at(e),
            near_day=near_day.at(e),
            close=e.beside or 0 < e.far <= CLOSE,
            beside=e.beside,
            sure=e.sure,
            story=story.at(e),
        )
        time, at = _resolved(e, context)
        out.append(replace(time, anchor=_anchor(e.shape, anchor, at, known)))
        if isinstance(e.shape, Length | Nth):
            near.forget(e.shape)
        topic = not _compared(e.shape)
        if time.type is TimeType.DATE and topic:
            near.note(e, at)
        near_day.note(e, at)
        story.note(e, at, moment)
        dated = time.type in (TimeType.DATE, TimeType.TIME) and topic
        if at is not None and dated and at.placed:
            earlier.append(at)
    return tuple(out)


def _compared(shape: Shape) -> bool:
    """Whether a time is what another one is compared with, and not the topic: the year before."""
    return isinstance(shape, Away) or (isinstance(shape, Same) and shape.year is not None)


class _Near:
    """The last time of some grains that the text has named, if it stands right before."""

    def __init__(
        self, grains: frozenset[Grain], reach: int, over: frozenset[Grain] = frozenset()
    ) -> None:
        self._grains, self._over = grains, over
        self._reach = reach
        self._end = 0
        self._last: Stretch | None = None

    def note(self, e: Expression, at: Stretch | None) -> None:
        if at is not None and at.grain in self._grains and at.placed:
            topic = self.at(e)
            compared = topic is not None and _year_before(at, topic)
            self._end, self._last = e.span.end, topic if compared else at
        elif at is not None and at.grain in self._over:
            self._last = None

    def forget(self, length: Length | Nth) -> None:
        """What is told of nine months is compared with the nine months of another year."""
        amounts = length.amounts if isinstance(length, Length) else ((length.count, length.unit),)
        number, unit = amounts[0]
        if len(amounts) == 1 and unit in _LONG and (unit == "year" or number != 1):
            self._last = None

    def at(self, e: Expression) -> Stretch | None:
        return self._last if 0 <= e.span.start - self._end <= self._reach else None


def _year_before(at: Stretch, topic: Stretch) -> bool:
    """Whether a part of a year is that of the year before the topic, which it is compared with."""
    before = (topic.first.year - 1, topic.first.month)
    alike = at.grain is topic.grain and at.grain in _PERIODS
    return alike and (at.first.year, at.first.month) == before


def _moment(anchor: Anchor | None) -> tuple[datetime | None, bool]:
    if anchor is None:
        return None, False
    try:
        if len(anchor.value) == 10:
            return datetime.combine(date.fromisoformat(anchor.value), datetime.min.time()), False
        return datetime.fromisoformat(anchor.value).replace(tzinfo=None), True
    except ValueError as err:
        raise UsageError(f"no day or moment in ISO 8601: {anchor.value!r}") from err


def _weekday(shape: Shape) -> int:
    if isinstance(shape, Inside):
        return _weekday(shape.outer)
    bare = isinstance(shape, Calendar) and shape.month is None and shape.year is None
    return shape.weekday or 0 if bare and isinstance(shape, Calendar) else 0


def _anchor(
    shape: Shape, anchor: Anchor | None, at: Stretch | None, earlier: Sequence[Stretch]
) -> str | None:
    """What a time was counted from, as ISO 8601 or as the value of another time of the text."""
    if at is None or (anchor is None and not _counts_from_text(shape)):
        return None
    if _counts_from_text(shape):
        return earlier[-1].timex if earlier else anchor.value if anchor else None
    return anchor.value if anchor and _relative(shape) else None


def _counts_from_text(shape: Shape) -> bool:
    if isinstance(shape, Away):
        return shape.base is not None and _counts_from_text(shape.base)
    if isinstance(shape, Inside | Nth):
        return _counts_from_text(shape.outer)
    return isinstance(shape, Same)


def _relative(shape: Shape) -> bool:
    if isinstance(shape, Calendar):
        return shape.year is None and shape.century is None and (shape.decade or 0) < 10
    if isinstance(shape, Inside | Nth):
        return _relative(shape.outer)
    if isinstance(shape, Between):
        return _relative(shape.start) or _relative(shape.end)
    if isinstance(shape, Away):
        return shape.base is None or _relative(shape.base)
    if isinstance(shape, Length):
        return bool(shape.placed)
    return not isinstance(shape, Every)


def _resolved(e: Expression, c: Context) -> tuple[Time, Stretch | None]:
    shape = e.shape
    if isinstance(shape, Length) and shape.ahead:
        plain = replace(shape, ahead=False)
        # hours from a day lead to no hour: they are told as a length
        unclear = plain.amounts[-1][1] in _CLOCK and not c.clocked
        shape = plain if e.lean is Lean.PAST or unclear else Away(plain, 1)
        e = replace(e, shape=shape)
    if isinstance(shape, Every) and shape.timex == _UNKNOWN_MONTH:
        why = "of the Islamic calendar, which is not converted"
        return _time(TimeType.DATE, shape.timex, Grain.MONTH, why, e), None
    if isinstance(shape, Every):
        return _time(TimeType.SET, shape.timex, Grain.VAGUE, "how often, without a place", e), None
    if isinstance(shape, Ref):
        return _ref(shape, e, c), None
    if isinstance(shape, Length):
        return _length(shape, e, c)
    if isinstance(shape, Between):
        found = between(shape, c)
        if found is None:
            return _nowhere(e, c), None
        timex, at, why = found
        time = _time(TimeType.DURATION, timex, at.grain, why, e)
        earliest, latest = at.ends()
        return replace(time, earliest=earliest, latest=latest), at
    if isinstance(shape, Away) and any(n is None for n, _ in shape.length.amounts):
        return _vaguely(shape, e, c), None
    end = end_of(e.of, e.closes, c) if e.of is not None else None
    return _point(e, options(shape, c) if end is None else [end], c)


def _time(kind: TimeType, timex: str, grain: Grain, why: str, e: Expression) -> Time:
    return Time(kind, timex, None, None, grain, None, why, e.mod)


def _ref(shape: Ref, e: Expression, c: Context) -> Time:
    day = c.anchor.date().isoformat() if c.anchor else None
    made = _time(TimeType.DATE, f"{shape.which}_REF", Grain.VAGUE, "", e)
    earliest = None if shape.which == "PAST" else day
    latest = None if shape.which == "FUTURE" else day
    why = f"no unit is named; seen from {c.day}" if c.anchor else "nothing to count from"
    return replace(made, earliest=earliest, latest=latest, why=why)


def _vaguely(shape: Away, e: Expression, c: Context) -> Time:
    """Several days ago: only the side is known."""
    which = "PAST" if shape.sign < 0 else "FUTURE"
    known = shape.base is None or (shape.sign < 0 and shape.base == Same())
    time = _ref(Ref(which), e, c) if known else _nowhere(e, c)
    return replace(time, why=f"how long is not told; {time.why}")


def _length(shape: Length, e: Expression, c: Context) -> tuple[Time, Stretch | None]:
    found = options(shape, c)
    grain = grain_of(shape.amounts[-1][1])
    if not found:
        why = "a length of time, without a place on the calendar"
        if shape.placed and c.anchor is None:
            why = "nothing to count from"
        made = _time(TimeType.DURATION, timex_of(shape), grain, why, e)
        return (_open(made, shape.placed, c) if shape.placed and c.anchor else made), None
    at = found[0].at
    made = _time(TimeType.DURATION, timex_of(shape), at.grain, found[0].why, e)
    earliest, latest = at.ends()
    return replace(made, earliest=earliest, latest=latest), None


def _open(made: Time, placed: int, c: Context) -> Time:
    """The last years, without a number: only the one end is known."""
    day = c.anchor.date().isoformat() if c.anchor else None
    if placed < 0:
        return replace(made, latest=day, why=f"how long is not told; up to {c.day}")
    return replace(made, earliest=day, why=f"how long is not told; from {c.day}")


def _nowhere(e: Expression, c: Context) -> Time:
    timex, grain = unknown(e.shape)
    why = "nothing to count from" if c.anchor is None else "no such day near what is known"
    kind = TimeType.TIME if "T" in timex else TimeType.DATE
    return _time(kind, timex or "XXXX-XX-XX", grain, why, e)


def _point(e: Expression, found: list[Option], c: Context) -> tuple[Time, Stretch | None]:
    merged = _merged(found)
    if not merged:
        return _nowhere(e, c), None
    best = merged[0]
    kind = TimeType.TIME if best.at.timed else TimeType.DATE
    timex = best.at.timex or timex_of_nth(e.shape)
    candidates = tuple(_candidate(o) for o in merged) if len(merged) > 1 else ()
    if best.weight < CLEAR and candidates:
        time = _time(kind, unknown(e.shape)[0], best.at.grain, f"{_UNCLEAR}: {best.why}", e)
        earliest = min((x.earliest for x in candidates if x.earliest), default=None)
        latest = max((x.latest for x in candidates if x.latest), default=None)
        return replace(time, earliest=earliest, latest=latest, candidates=candidates), None
    if isinstance(e.shape, Nth) and e.shape.count > 1:
        kind = TimeType.DURATION
    time = _time(kind, timex, best.at.grain, best.why, e)
    earliest, latest = best.at.ends()
    return replace(time, earliest=earliest, latest=latest, candidates=candidates), best.at


def timex_of_nth(shape: Shape) -> str:
    """The value of several units counted together: the last two months of 2031 is P2M."""
    if isinstance(shape, Nth):
        return timex_of(Length(((float(shape.count), shape.unit),)))
    return ""


def _merged(found: list[Option]) -> list[Option]:
    """The options with those of one value put together, their weights shares of one."""
    total = sum(o.weight for o in found)
    if total <= 0:
        return []
    by_value: dict[str, Option] = {}
    for o in found:
        known = by_value.get(o.at.timex)
        weight = o.weight / total + (known.weight if known else 0)
        by_value[o.at.timex] = (known or o)._replace(weight=weight)
    return sorted(by_value.values(), key=lambda o: (-o.weight, o.at.timex))


def _candidate(o: Option) -> TimeCandidate:
    earliest, latest = o.at.ends()
    return TimeCandidate(o.at.timex, earliest, latest, round(o.weight, 3), o.why)
