"""Days as people write them."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date, format_skeleton

from quoth.web.words import locale


def day_of(value: str | None, language: str, form: str = "long") -> str:
    """A day, a month (`2031-05`) or a year as a language writes it; what is none of them as it is.

    Args:
        value: ISO 8601; a time of day does not count.
        form: `full`, `long`, `medium` or `short`, of days.
    """
    if not value:
        return ""
    try:
        if len(value) == 4:
            return format_skeleton("y", date(int(value), 1, 1), locale=locale(language))
        if len(value) == 7:
            first = date.fromisoformat(f"{value}-01")
            return format_skeleton("yMMMM", first, locale=locale(language))
        return format_date(date.fromisoformat(value[:10]), form, locale=locale(language))
    except (ValueError, KeyError):
        return value
