"""Days as people write them."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date, format_interval, format_skeleton

from quoth.web.words import locale


def day_of(value: str | None, language: str, form: str = "long") -> str:
    """A day, a month (`2031-05`) or a year as a language writes it; what is none of them as it is.

    Args:
        value: ISO 8601; a time of day does not count.
        form: `full`, `long`, `medium` or `short`, of days.
    """
    return (_written(value[:10], language, form) or value) if value else ""


@lru_cache(maxsize=4096)  # a page of a list has hundreds, of few days
def _written(value: str, language: str, form: str) -> str | None:
    try:
        if len(value) == 4:
            return format_skeleton("y", date(int(value), 1, 1), locale=locale(language))
        if len(value) == 7:
            first = date.fromisoformat(f"{value}-01")
            return format_skeleton("yMMMM", first, locale=locale(language))
        return format_date(date.fromisoformat(value), form, locale=locale(language))
    except (ValueError, KeyError):
        return None


def part_of(value: str, language: str) -> str:
    """A part of a window of the timeline as an axis has it: an hour, a day, a month, a year.

    Args:
        value: the beginning of an ISO 8601 moment: 13 characters are an hour.
    """
    try:
        if len(value) == 13:
            hour = datetime.fromisoformat(f"{value}:00")
            return format_skeleton("H", hour, locale=locale(language))
        if len(value) == 10:
            return str(int(value[-2:]))
        if len(value) == 7:
            return format_skeleton(
                "MMM", date.fromisoformat(f"{value}-01"), locale=locale(language)
            )
    except (ValueError, KeyError):
        return value
    return f"{value:0<4}" if len(value) < 4 else value


@lru_cache(maxsize=4096)  # as `_written`
def stretch_of(first: str, last: str, language: str) -> str:
    """Two days or moments and all between them, as short as a language writes it."""
    if len(first) < 10 or len(last) < 10:
        return _years(first, last, language)
    try:
        if len(first) == len(last) == 10:
            begin, end = date.fromisoformat(first), date.fromisoformat(last)
            return str(format_interval(begin, end, "yMMMd", locale=locale(language)))
        from_, to = _moment(first, "T00:00"), _moment(last, "T23:59")
        if from_.date() == to.date():
            return str(format_interval(from_, to, "Hm", locale=locale(language)))
        return f"{_with_clock(from_, language)} – {_with_clock(to, language)}"
    except (ValueError, KeyError):
        return first if first == last else f"{first} – {last}"


def _moment(value: str, clock: str) -> datetime:
    return datetime.fromisoformat(value + clock[len(value) - 10 :])


def _with_clock(moment: datetime, language: str) -> str:
    day = format_skeleton("MMMd", moment, locale=locale(language))
    return f"{day} {format_skeleton('Hm', moment, locale=locale(language))}"


def _years(first: str, last: str, language: str) -> str:
    if len(first) < 4:
        return f"{first:0<4}–{last:9<4}"
    told = (day_of(first, language), day_of(last, language))
    return told[0] if told[0] == told[1] else " – ".join(told)
