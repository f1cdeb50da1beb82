"""Lengths of time: numbers and units, their TIMEX3 values, and how often something is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quoth.annotate.times.edges import Edge, Value
from quoth.annotate.times.grid import part_timex
from quoth.annotate.times.shapes import DURATION_UNITS, Calendar, Inside, Length

_CODES = {
    "century": "C",
    "decade": "E",
    "millennium": "L",
    "year": "Y",
    "fiscal": "Y",
    "half": "6M",
    "quarter": "Q",
    "season": "3M",
    "month": "M",
    "fortnight": "2W",
    "week": "W",
    "weekend": "WE",
    "workday": "D",
    "day": "D",
    "hour": "H",
    "minute": "M",
    "second": "S",
}
_CLOCKED = frozenset({"hour", "minute", "second"})
_UNIT = {
    "D": "day",
    "W": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "E": "decade",
    "C": "century",
}
_TIMED = {"H": "hour", "M": "minute", "S": "second"}
_YEARS = {"decade": 10, "century": 100, "millennium": 1000}
_HALVES = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S")}
"""Units whose half is told in a smaller one: P6M, PT30M."""
_DATED = frozenset({"year", "fiscal", "quarter", "half", "season"})
"""Units of which four figures before them are no number, but the year."""
_TIMEX = re.compile(r"P(?:(\d+|X)([DWMQYEC]))?(?:T(\d+|X)([HMS]))?")


def unit_of(name: str) -> tuple[int, str]:
    """A unit of a pack as a number and a unit: `2 month` is (2, month), `week` (1, week)."""
    number, _, unit = name.rpartition(" ")
    return (int(number), unit) if number else (1, name)


def measured(path: Sequence[Edge], given: Sequence[str]) -> Length | None:
    """The length of a number (or an article, `several`, `half`) and a unit."""
    unit = next((e for e in path if "unit" in e.kinds or "nunit" in e.kinds), None)
    named = next((w for w in given if w in DURATION_UNITS), "")
    if unit is None and not named:
        return None
    times, name = unit_of(str(unit.value) if unit is not None else named)
    if name not in DURATION_UNITS and name not in ("millennium", "season", "fiscal"):
        return None
    number = next((e for e in path if "n" in e.kinds), None)
    if any("vague" in e.kinds for e in path) or "X" in given:
        return Length(((None, name),))
    told = next((float(w) for w in given if w.isdecimal()), 1.0)
    amount = float(number.value) if number is not None else told  # type: ignore[arg-type]
    if number is not None and "yyyy" in number.kinds and name in _DATED and amount % 100:
        return None  # “2019 yılından beri”: since the year 2019; the 1997 fiscal year
    if any("halfmore" in e.kinds for e in path):
        amount += 0.5
    elif any("half" in e.kinds for e in path):
        amount = amount + 0.5 if number is not None or _one_and_half(path) else 0.5
    if amount <= 0:
        return None
    return Length(((amount * times, name),))


def _one_and_half(path: Sequence[Edge]) -> bool:
    """Whether an article before the unit counts it and a half stands behind: une heure et demie."""
    return "one" in path[0].kinds and "half" in path[-1].kinds


def added(parts: Sequence[Length]) -> Length | None:
    """Lengths one behind the other, if their units grow shorter."""
    amounts = tuple(a for p in parts for a in p.amounts)
    order = [DURATION_UNITS.index(u) if u in DURATION_UNITS else -1 for _, u in amounts]
    if len(parts) < 2 or order != sorted(set(order)) or any(n is None for n, _ in amounts):
        return None
    return Length(amounts, parts[0].placed)


def parsed(timex: str) -> Length | None:
    """The length that a TIMEX3 value tells."""
    match = _TIMEX.fullmatch(timex)
    if match is None or not (match[1] or match[3]):
        return None
    number, unit = (match[1], _UNIT[match[2]]) if match[1] else (match[3], _TIMED[match[4]])
    return Length(((None if number == "X" else float(number), unit),))


def timex_of(length: Length) -> str:
    """The TIMEX3 value of a length: P2Y6M, PT5H, PXD."""
    days, hours = "", ""
    for number, unit in length.amounts:
        piece = _amount(number, unit)
        if unit in _CLOCKED:
            hours += piece
        else:
            days += piece
    return f"P{days}" + (f"T{hours}" if hours else "")


def _amount(number: float | None, unit: str) -> str:
    code = _CODES[unit]
    if number is None:
        return "X" + code.lstrip("0123456789")
    if unit in _YEARS:
        return f"{_plain(number * _YEARS[unit])}Y"
    if number != int(number) and number * 2 == int(number * 2) and unit in _HALVES:
        each, smaller = _HALVES[unit]
        if number < 1 or unit == "hour":
            return f"{_plain(number * each)}{smaller}"
    if code[0].isdecimal():
        return f"{_plain(number * int(code[0]))}{code[1:]}"
    return f"{_plain(number)}{code}"


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:g}"


def often(path: Sequence[Edge]) -> str:
    """The TIMEX3 value of a set: every two weeks P2W, every Monday XXXX-WXX-1; empty if none."""
    unit = next((e for e in path if "unit" in e.kinds or "nunit" in e.kinds), None)
    if unit is not None:
        number = next((e for e in path if "n" in e.kinds or "ord" in e.kinds), None)
        times, name = unit_of(str(unit.value))
        amount = float(number.value) if number is not None else 1.0  # type: ignore[arg-type]
        return timex_of(Length(((amount * times, name),)))
    shape = next((e.value for e in path if e.kinds[0].isupper()), None)
    return often_on(shape) if shape is not None else ""


def often_on(shape: Value) -> str:
    """The value of a set on a weekday, in a month, in a part of the day."""
    if isinstance(shape, Length):
        return timex_of(shape)
    if isinstance(shape, Inside) and isinstance(shape.outer, Calendar):  # every Sunday morning
        inner = shape.inner
        shape = replace(shape.outer, part=inner.part, hour=inner.hour, minute=inner.minute)
    if not isinstance(shape, Calendar):
        return ""
    part = part_timex(shape.part) if shape.part else ""
    if shape.hour is not None:
        part = f"T{shape.hour:02d}:{shape.minute or 0:02d}"
    if shape.weekday:
        return f"XXXX-WXX-{shape.weekday}{part}"
    if shape.weekend:
        return "XXXX-WXX-WE"
    if shape.month:
        day = f"-{shape.day:02d}" if shape.day else ""
        return f"XXXX-{shape.month:02d}{day}{part}"
    if shape.season:
        return f"XXXX-{shape.season}"
    if shape.holiday and shape.holiday[0].isdecimal():
        return f"XXXX-{shape.holiday}"
    return f"XXXX-XX-XX{part}" if part else ""
