"""Dates as pages give them to machines, brought to ISO 8601."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

from quoth.read.dates import find_date

_STAMP = re.compile(
    r"\s*(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})"
    r"(?:(?:[Tt]|\s{1,3})(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?"
    r"\s{0,2}(Z|z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?\s*"
)
_FIRST_YEAR = 1900
"""Earlier years are the empty values of programs (0001-01-01), not dates of pages."""
_LONGEST = 100


def iso(value: str, language: str | None = None) -> str | None:
    """A date as ISO 8601: a day, or a time of day with the zone where the page gives one.

    None where there is no whole date, or an impossible one.
    """
    if not value or len(value) > _LONGEST:
        return None
    stamp = _STAMP.fullmatch(value)
    if stamp:
        return _built(stamp)
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        found = find_date(value, language)
        return found.value if found else None
    return when.isoformat() if when.year >= _FIRST_YEAR else None


def _built(stamp: re.Match[str]) -> str | None:
    year, month, day = (int(stamp[n]) for n in (1, 2, 3))
    hour, minute, second = (int(stamp[n] or 0) for n in (4, 5, 6))
    try:
        when = datetime(year, month, day, hour, minute, second)
    except ValueError:
        return None
    if year < _FIRST_YEAR:
        return None
    if stamp[4] is None:
        return when.date().isoformat()
    zone = _zone(stamp[7] or "")
    if zone is None:
        return None
    return when.isoformat(timespec="seconds" if stamp[6] else "minutes") + zone


def _zone(text: str) -> str | None:
    if not text:
        return ""
    if not text.startswith(("+", "-")):
        return "+00:00"
    digits = text[1:].replace(":", "").ljust(4, "0")
    if int(digits[:2]) > 14 or int(digits[2:]) > 59:
        return None
    return f"{text[0]}{digits[:2]}:{digits[2:]}"
