"""Countries and regions: their names in any language of CLDR, and which contains which."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from babel.core import get_global

from quoth.atlas.key import place_key
from quoth.atlas.store import DATA
from quoth.errors import AtlasError
from quoth.text.cldr import locale_of

WORLD = "001"
_DIRECT = ("019", "002", "150", "142", "009")  # the continents; deeper regions are sought in them


@lru_cache(maxsize=64)
def territory_names(language: str) -> Mapping[str, str]:
    """The codes of countries (ISO 3166-1) and regions (UN M49) by `place_key` of their names.

    Args:
        language: BCP 47 code; a language that CLDR does not have gives no names.
    """
    locale = locale_of(language)
    if locale is None:
        return {}
    names = locale.territories
    known = frozenset(_contains()) | frozenset(_parents())
    codes = (c for c in names if c in known and c != WORLD)
    return {place_key(names[c]): c for c in sorted(codes, reverse=True)}


def region_name(code: str, language: str = "en") -> str:
    """The name of a region or country in a language; empty where CLDR has none."""
    locale = locale_of(language)
    return str(locale.territories.get(code, "")) if locale else ""


def region_of(country: str) -> str:
    """The smallest UN M49 region that holds a country, groupings left out; empty if unknown."""
    return _parents().get(country, "")


@lru_cache(maxsize=64)
def countries_in(region: str) -> frozenset[str]:
    """The countries of a region, those of its parts included; none if it is unknown."""
    found: set[str] = set()
    for part in _contains().get(region, ()):
        found |= countries_in(part) if part in _contains() else {part}
    return frozenset(found)


@lru_cache(maxsize=1024)
def region_around(countries: frozenset[str]) -> str:
    """The smallest region of UN M49, groupings left out, that holds all of some countries.

    Empty where none but the world does, or where there are no countries.
    """
    if not countries:
        return ""
    regions = {*_DIRECT, *_parents().values()}
    holding = [r for r in regions if countries <= countries_in(r)]
    return min(holding, key=lambda r: (len(countries_in(r)), r), default="")


def contains(region: str, code: str) -> bool:
    """Whether a region holds a country (ISO 3166-1) or another region (UN M49)."""
    if code in _contains():
        inner = countries_in(code)
        return bool(inner) and code != region and inner <= countries_in(region)
    return code in countries_in(region)


@lru_cache(maxsize=64)
def official_in(language: str) -> frozenset[str]:
    """The countries (ISO 3166-1) in which a language is official, by CLDR."""
    table: Mapping[str, Mapping[str, Mapping[str, object]]] = get_global("territory_languages")
    wanted = ("official", "de_facto_official")
    told = {c: (languages.get(language) or {}) for c, languages in table.items()}
    return frozenset(c for c, facts in told.items() if facts.get("official_status") in wanted)


@lru_cache(maxsize=64)
def calendar_names(language: str) -> frozenset[str]:
    """The keys (`place_key`) of the names of months and weekdays, which some places share."""
    locale = locale_of(language)
    if locale is None:
        return frozenset()
    tables = (locale.months, locale.days)
    forms = ("format", "stand-alone")
    names = (n for t in tables for f in forms for n in t[f]["wide"].values())
    return frozenset(place_key(str(name)) for name in names)


@lru_cache(maxsize=1)
def _contains() -> Mapping[str, tuple[str, ...]]:
    try:
        table = (DATA / "regions.tsv").read_text("utf-8")
    except OSError as err:
        raise AtlasError(f"the table of regions is missing ({err}): install Quoth again") from err
    rows = (line.split("\t") for line in table.splitlines() if line and line[0] != "#")
    return {region: tuple(parts.split()) for region, parts in rows}


@lru_cache(maxsize=1)
def _parents() -> Mapping[str, str]:
    """The region of each country, by the way down from the continents."""
    out: dict[str, str] = {}
    todo = list(_DIRECT)
    for region in todo:
        for part in _contains()[region]:
            if part in _contains():
                todo.append(part)
            else:
                out[part] = region
    return out
