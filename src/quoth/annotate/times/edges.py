"""Stretches of tokens with what they may mean: what patterns are matched over."""

from __future__ import annotations

from typing import NamedTuple

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
    Shifted,
    Step,
)

Value = Shape | str | int | float | None


class Edge(NamedTuple):
    """Tokens [start, end) read as `value`.

    Attributes:
        kinds: what patterns may call it, the most special first; in small letters a class of
            times.tsv or of numbers, in capitals what a pattern made.
        low, high: the tokens that belong to the extent; what is around them is context.
        weight: how many words of time it holds; 0 if it may as well be something else.
        rank: the place of the pattern that made it in the table; the first is preferred.
        ends: token ranges of the two ends of a range.
    """

    start: int
    end: int
    kinds: tuple[str, ...]
    value: Value
    low: int
    high: int
    mod: str = ""
    lean: int = 0
    weight: int = 2
    rank: int = -1
    ends: tuple[tuple[int, int], ...] = ()

    @property
    def kind(self) -> str:
        """The most special of its kinds."""
        return self.kinds[0]


_UNIT_KINDS = {
    "day": "DAY",
    "workday": "DAY",
    "week": "WEEK",
    "fortnight": "WEEK",
    "weekend": "WEEKEND",
    "month": "MONTH",
    "quarter": "QUARTER",
    "half": "HALF",
    "season": "SEASON",
    "year": "YEAR",
    "fiscal": "YEAR",
    "decade": "DECADE",
    "century": "CENTURY",
    "millennium": "CENTURY",
    "hour": "MOMENT",
    "minute": "MOMENT",
    "second": "MOMENT",
}


def kinds_of(shape: Shape) -> tuple[str, ...]:
    """What patterns may call a shape, the most special first."""
    if isinstance(shape, Calendar):
        return _calendar_kinds(shape)
    if isinstance(shape, Step):
        return (*_unit_kinds(shape.unit), "STEP")
    if isinstance(shape, Shifted):
        return (*(k for k in kinds_of(shape.inner) if k not in _BARE), "SHIFTED")
    if isinstance(shape, Away):
        return (*_unit_kinds(shape.length.amounts[-1][1]), "AWAY")
    if isinstance(shape, Same):
        return (*_unit_kinds(shape.unit or "day"), "SAME")
    if isinstance(shape, Nth):
        return (*_unit_kinds(shape.unit), "NTH")
    if isinstance(shape, Inside):
        inner = _calendar_kinds(shape.inner)
        timed = shape.inner.part or shape.inner.hour is not None
        return ("MOMENT", "POINT") if timed else tuple(k for k in inner if k not in _BARE)
    return _OTHERS[type(shape)]


_BARE = frozenset({"WEEKDAY", "MONTHDAY", "MONTHNAME", "YEARNAME"})
_OTHERS: dict[type, tuple[str, ...]] = {
    Length: ("LENGTH",),
    Between: ("RANGE",),
    Every: ("SET",),
    Ref: ("REF",),
}


def _unit_kinds(unit: str) -> tuple[str, ...]:
    kind = _UNIT_KINDS[unit]
    return (kind, "POINT") if kind == "MOMENT" else (kind, "DATE", "POINT")


def _calendar_kinds(c: Calendar) -> tuple[str, ...]:
    dated = _dated(c)
    if c.hour is not None:
        return ("MOMENT", "POINT") if dated else ("CLOCK", "POINT")
    if c.part:
        return ("MOMENT", "POINT") if dated else ("PART",)
    return dated


_FIELDS = (
    ("weekend", "WEEKEND"),
    ("week", "WEEK"),
    ("month", "MONTH"),
    ("quarter", "QUARTER"),
    ("half", "HALF"),
    ("season", "SEASON"),
    ("year", "YEAR"),
    ("decade", "DECADE"),
    ("century", "CENTURY"),
)


def _dated(c: Calendar) -> tuple[str, ...]:
    plain = ("DATE", "POINT")
    yearless = c.year is None
    if c.day is not None or c.holiday:
        special = ("MONTHDAY",) if yearless and c.weekday is None else ()
        return (*special, "DAY", *plain)
    if c.weekday is not None:
        bare = yearless and c.month is None and c.week is None
        return ("WEEKDAY", "DAY", *plain) if bare else ("DAY", *plain)
    for name, kind in _FIELDS:
        if getattr(c, name):
            if kind == "MONTH" and yearless:
                return ("MONTHNAME", kind, *plain)
            return ("YEARNAME", kind, *plain) if kind == "YEAR" else (kind, *plain)
    return ()
