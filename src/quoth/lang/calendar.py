"""What CLDR says of a language's calendar: names of months and weekdays, the order of a date."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale

from quoth.text.cldr import locale_of

VARIANTS = {"ar": ("ar", "ar_SY", "ar_DZ", "ar_MA"), "de": ("de", "de_AT")}
"""Languages with more than one set of names; Arabic has four for the months."""


@lru_cache(maxsize=64)
def calendar_names(code: str, what: str) -> tuple[tuple[str, int, bool], ...]:
    """The names of months (1 to 12) or weekdays (1 is Monday) of a language, from CLDR.

    Args:
        code: BCP 47 code; of an unknown one there are no names.
        what: `months` or `days`.

    Returns:
        Each name without its full stop, its number, and whether it is an abbreviation only.
    """
    wide: dict[str, int] = {}
    short: dict[str, int] = {}
    for locale in locales_of(code):
        for use in ("format", "stand-alone"):
            names = getattr(locale, what)[use]
            for width, found in (("wide", wide), ("abbreviated", short)):
                for number, name in names[width].items():
                    found.setdefault(name.rstrip("."), number + (what == "days"))
    full = tuple((name, number, False) for name, number in wide.items())
    return full + tuple((n, number, True) for n, number in short.items() if n not in wide)


def month_first(code: str) -> bool:
    """Whether the language writes the month before the day in figures (6/14/2031)."""
    locale = locale_of(code)
    if locale is None:
        return False
    pattern = str(locale.date_formats["short"].pattern).lower()
    return pattern.find("m") < pattern.find("d")


def writes_stops(code: str) -> bool:
    """Whether the language writes days in figures with full stops (14.6.2031)."""
    locale = locale_of(code)
    return locale is not None and "." in str(locale.date_formats["short"].pattern)


def locales_of(code: str) -> tuple[Locale, ...]:
    """The CLDR locales whose names a language uses."""
    found = (locale_of(name) for name in VARIANTS.get(code, (code,)))
    return tuple(locale for locale in found if locale is not None)
