"""Locales of Unicode's CLDR, each with data of its own.

Babel keeps what an alias leads to in the place of the alias, and that place is shared by all
locales that inherit it (python-babel/babel, issue 1234): whichever language is asked first lends
the others its months.  Every locale that Quoth uses therefore comes from here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError, localedata


class _Parts(dict[Any, Any]):
    """The parts of a locale's data (months, territories), copied when they are first asked for."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def __missing__(self, key: Any) -> Any:
        self[key] = found = _copied(localedata.load(self._name)[key])
        return found


class _Own(Locale):
    """A locale whose aliases are resolved in data that no other locale has."""

    @property
    def _data(self) -> localedata.LocaleDataDict:
        found: localedata.LocaleDataDict | None = self.__dict__.get("_parts")
        if found is None:
            found = localedata.LocaleDataDict(_Parts(str(self)))
            self.__dict__["_parts"] = found
        return found


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _copied(v) for k, v in value.items()}
    if isinstance(value, tuple):  # an alias, and what is different from where it leads
        return tuple(map(_copied, value))
    return value


@lru_cache(maxsize=256)
def locale_of(name: str) -> Locale | None:
    """The CLDR locale of a BCP 47 code; None if there is none.

    Args:
        name: its parts have `-` or `_` between them.
    """
    try:
        return _Own.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        return None
