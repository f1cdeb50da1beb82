"""The languages of the interface: gettext catalogues, and dates and numbers as people write them.

The catalogues are `locale/<code>/quoth.po`; English is the language of the messages themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

from babel import Locale, negotiate_locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations

from quoth.text.cldr import locale_of

NAMES = {"en": "English", "es": "Español", "id": "Bahasa Indonesia"}
"""The languages of the interface, each as its speakers call it."""
LANGUAGES = tuple(NAMES)
"""Their codes; the first is for a reader who wants none of them."""
_PLACE = Path(__file__).parent / "locale"


@cache
def catalogue(language: str) -> NullTranslations:
    """The messages of a language."""
    file = _PLACE / language / "quoth.po"
    if not file.exists():
        return NullTranslations()
    made = BytesIO()
    with file.open("rb") as read:
        write_mo(made, read_po(read, locale=language))
    made.seek(0)
    return Translations(made)


@cache
def locale(language: str) -> Locale:
    """How a language writes dates and numbers."""
    found = locale_of(language)
    if found is None:
        raise KeyError(language)
    return found


def chosen(wanted: Sequence[str]) -> str:
    """The language of the interface for a reader who wants those of `wanted`, the best first."""
    return negotiate_locale(list(wanted), LANGUAGES, sep="-") or LANGUAGES[0]


def accepted(header: str) -> tuple[str, ...]:
    """The languages of an Accept-Language header (RFC 9110, 12.5.4), the best first."""
    found: list[tuple[float, int, str]] = []
    for number, part in enumerate(header[:500].split(",")):
        code, _, parameter = part.strip().partition(";")
        name, _, value = parameter.strip().partition("=")
        try:
            weight = float(value) if name.strip() == "q" else 1.0
        except ValueError:
            weight = 0.0
        if code and weight > 0:
            found.append((-weight, number, code))
    return tuple(code for _, _, code in sorted(found))


@lru_cache(maxsize=4096)  # counts, of which a page of a list has hundreds
def number(value: float, language: str) -> str:
    """A number as a language writes it."""
    return str(format_decimal(value, locale=locale(language)))
