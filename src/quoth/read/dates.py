"""Dates as pages write them, in the languages of all packs; month names come from CLDR."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel import Locale

from quoth.lang import available
from quoth.model import Span
from quoth.read.clock import Clock, find_clock
from quoth.text.cldr import locale_of

LANGUAGES = ("en", "id", "es", "pt", "fr", "de", "it", "nl", "ru", "uk", "ar", "tr")
"""Languages whose month names are known even where no pack is installed."""
# Arabic has four sets of month names
_VARIANTS = {"ar": ("ar", "ar_SY", "ar_DZ", "ar_MA"), "de": ("de", "de_AT")}
_ISO = re.compile(r"(?<![\d.])(\d{4})-(\d{2})-(\d{2})(?!\d)")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,4})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|\.\d)")
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_REACH = 24  # characters between the words of one date
_CLOCK_REACH = 40  # characters between a date and its time of day
_JOINS = frozenset({"de", "del", "di", "do", "da", "of", "le"})


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text.

    Attributes:
        value: ISO 8601: a day, or a minute where a time of day is given, with its zone if given.
        span: from the first to the last character of date and time.
        note: what had to be assumed (`day-month order assumed`), if anything.
    """

    value: str
    span: Span
    note: str | None = None


@dataclass(frozen=True, slots=True)
class _Day:
    day: date
    start: int
    end: int
    note: str | None = None


def find_date(text: str, language: str | None = None) -> FoundDate | None:
    """The first whole date (day, month, year) of a text, with its time of day.

    Args:
        text: a line or so; only the first 400 characters are looked at.
        language: BCP 47 code, decides the order of day and month in 03/06/2021.
    """
    head = text[:400]
    found = min(
        (d for d in (_iso(head), _numeric(head, language), _named(head)) if d is not None),
        key=lambda d: d.start,
        default=None,
    )
    if found is None:
        return None
    clock = find_clock(head, found.start, found.end, _CLOCK_REACH)
    start, end = found.start, found.end
    if clock is not None:
        start, end = min(start, clock.start), max(end, clock.end)
    return FoundDate(_value(found.day, clock), Span(start, end), found.note)


def _value(day: date, clock: Clock | None) -> str:
    return day.isoformat() if clock is None else f"{day.isoformat()}T{clock.value}"


def month_of(word: str) -> int | None:
    """The month (1 to 12) that a word names in any of the languages, full stop left out."""
    return _months().get(word.casefold().rstrip("."))


def is_weekday(word: str) -> bool:
    """Whether a word names a day of the week in any of the languages."""
    return word.casefold().rstrip(".") in _weekdays()


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    out: dict[str, int] = {}
    for locale in locales():
        for use in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[use][width].items():
                    out.setdefault(name.casefold().rstrip("."), number)
    return {name: number for name, number in out.items() if len(name) > 2}


@lru_cache(maxsize=1)
def _weekdays() -> frozenset[str]:
    return frozenset(
        name.casefold().rstrip(".")
        for locale in locales()
        for use in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in locale.days[use][width].values()
        if len(name.rstrip(".")) > 2
    )


@lru_cache(maxsize=1)
def locales() -> tuple[Locale, ...]:
    """The CLDR locales of all packs' languages."""
    codes = dict.fromkeys(LANGUAGES + available())
    names = [name for code in codes for name in _VARIANTS.get(code, (code,))]
    return tuple(locale for locale in map(locale_of, names) if locale is not None)


def _iso(text: str) -> _Day | None:
    for m in _ISO.finditer(text):
        day = _day(int(m[1]), int(m[2]), int(m[3]))
        if day is not None:
            return _Day(day, m.start(), m.end())
    return None


def _numeric(text: str, language: str | None) -> _Day | None:
    for m in _NUMERIC.finditer(text):
        first, second, third = int(m[1]), int(m[3]), int(m[4])
        if len(m[1]) == 4:
            day, note = _day(first, second, third), None
        else:
            year = third if len(m[4]) == 4 else 2000 + third
            day, note = _ordered(first, second, year, _month_first(language, m[2]))
        if day is not None and len(m[1]) != 3:
            return _Day(day, m.start(), m.end(), note)
    return None


def _ordered(
    first: int, second: int, year: int, month_first: bool
) -> tuple[date | None, str | None]:
    if first == second or first > 12:
        return _day(year, second, first), None
    if second > 12:
        return _day(year, first, second), None
    if month_first:
        return _day(year, first, second), "month-day order assumed"
    return _day(year, second, first), "day-month order assumed"


def _month_first(language: str | None, mark: str) -> bool:
    # only the slash is used in both orders; CLDR's short pattern says which is usual
    locale = locale_of(language) if language and mark == "/" else None
    if locale is None:
        return False
    pattern = str(locale.date_formats["short"].pattern).lower()
    return pattern.find("m") < pattern.find("d")


def _named(text: str) -> _Day | None:
    pieces = list(_PIECE.finditer(text))
    for i, piece in enumerate(pieces):
        month = month_of(piece.group()) if not piece.group()[0].isdecimal() else None
        if month is not None:
            found = _around(pieces, i, month)
            if found is not None:
                return found
    return None


def _around(pieces: list[re.Match[str]], i: int, month: int) -> _Day | None:
    here = pieces[i]
    before = next(_numbers(reversed(pieces[:i][-3:]), here), None)
    after = list(_numbers(pieces[i + 1 : i + 5], here))
    if before is not None and _is_day(before):
        for year in after[:1]:
            return _built(year, month, before, before.start(), year.end())
    if len(after) > 1 and _is_day(after[0]):
        return _built(after[1], month, after[0], here.start(), after[1].end())
    if before is not None and len(before.group()) == 4 and after and _is_day(after[0]):
        return _built(before, month, after[0], before.start(), after[0].end())
    return None


def _numbers(
    pieces: Iterator[re.Match[str]] | list[re.Match[str]], here: re.Match[str]
) -> Iterator[re.Match[str]]:
    """Numbers beside a month, over ordinal endings, `de` and a second name of the month."""
    for piece in pieces:
        word = piece.group()
        if abs(piece.start() - here.start()) > _REACH:
            return
        if word[0].isdecimal():
            yield piece
        elif len(word) > 3 and month_of(word) is None and word.casefold() not in _JOINS:
            return


def _is_day(piece: re.Match[str]) -> bool:
    return len(piece.group()) <= 2 and 1 <= int(piece.group()) <= 31


def _built(
    year: re.Match[str], month: int, day: re.Match[str], start: int, end: int
) -> _Day | None:
    if len(year.group()) != 4:
        return None
    built = _day(int(year.group()), month, int(day.group()))
    return None if built is None else _Day(built, start, end)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        built = date(year, month, day)
    except ValueError:
        return None
    return built if 1600 <= year <= 2200 else None
