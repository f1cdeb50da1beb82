"""Moments, stretches of time and measures as people write them."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from functools import lru_cache

from babel.dates import format_time
from babel.numbers import (
    format_currency,
    format_decimal,
    format_percent,
    get_currency_name,
    is_currency,
)
from babel.units import format_unit

from quoth.model import Quantity, QuantityType
from quoth.web.days import day_of
from quoth.web.words import locale

_CLOCK = re.compile(r"T\d\d:\d\d")
_LENGTH = re.compile(r"P(T?)(\d{1,6}(?:\.\d{1,3})?)([YMWDHS])\Z")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second"}
_UNKNOWN = "XXX"
"""ISO 4217 of a currency that is not known."""
_WRITTEN = 1e15
"""From here on a number is not written out."""
_SUM = 1e5
"""From here on a sum of money is told without the sign of its currency."""


def moment_of(value: str | None, language: str) -> str:
    """A day, with the time of day and the zone where the value (ISO 8601) has them."""
    day = day_of(value, language)
    if not value or not _CLOCK.search(value):
        return day
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return day
    clock = format_time(at.time().replace(tzinfo=None), "short", locale=locale(language))
    return ", ".join((day, " ".join(x for x in (clock, _zone(at.utcoffset())) if x)))


def clock_of(value: str, language: str) -> str:
    """The time of day of a moment (ISO 8601), as people write it; empty where it has none."""
    found = _CLOCK.search(value)
    if not found:
        return ""
    clock = time.fromisoformat(found.group()[1:])
    return str(format_time(clock, "short", locale=locale(language)))


def length_of(timex: str, language: str) -> str | None:
    """How long a TIMEX3 duration of one unit is (`P3W`); None of any other value."""
    found = _LENGTH.match(timex)
    if not found:
        return None
    clock, number, unit = found.groups()
    name = "minute" if clock and unit == "M" else _UNITS[unit]
    return str(format_unit(float(number), f"duration-{name}", locale=locale(language)))


def measure_of(value: float, quantity: Quantity, language: str) -> str:
    """A number with the unit of a quantity."""
    spoken, unit = locale(language), quantity.unit
    if not abs(value) < _WRITTEN:
        return f"{value:g} {unit}".strip()
    if quantity.type is QuantityType.PERCENT:
        return str(format_percent(value / 100, "#,##0.###%", locale=spoken))
    number = str(format_decimal(value, locale=spoken))
    if not unit or unit == _UNKNOWN:
        return number
    if quantity.type is QuantityType.MONEY and is_currency(unit):
        if value == int(value) and value >= _SUM:  # a sum told in full words has no cents
            return f"{number} {get_currency_name(unit, value, locale=spoken)}"
        return str(format_currency(value, unit, locale=spoken))
    names = (str(name) for name in spoken.unit_display_names)
    known = next((name for name in names if name.endswith(f"-{unit}")), None)
    return str(format_unit(value, known, locale=spoken)) if known else f"{number} {unit}"


@lru_cache(maxsize=256)  # a page has hundreds
def hundredths(language: str, value: float) -> str:
    """A number from 0 to 1 with two decimals."""
    return str(format_decimal(round(value, 2), "0.00", locale=locale(language)))


def _zone(offset: timedelta | None) -> str:
    if offset is None:
        return ""
    minutes = int(offset.total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    told = f"{hours}:{rest:02}" if rest else f"{hours}"
    return f"UTC{'−' if minutes < 0 else '+'}{told}" if minutes else "UTC"
