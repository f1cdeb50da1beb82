"""Who speaks when the page names a seat of power, a capital, or a body of several countries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources.abc import Traversable

from quoth.atlas.gazetteer import gazetteer
from quoth.atlas.key import place_key
from quoth.atlas.spot import SpotKind
from quoth.atlas.store import DATA
from quoth.atlas.tables import rows
from quoth.atlas.territories import region_name
from quoth.errors import AtlasError

FILE = "seats.tsv"
BODY = "body"
"""What speaks at a seat of a body of several countries: the body itself."""
_CYRILLIC = frozenset({"ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg"})
_OTHER = frozenset({"ar", "fa", "ur", "he", "el", "zh", "ja", "ko", "th", "hi", "hy", "ka"})
_ID = re.compile(r"Q[1-9]\d*|-")
_ENDING = 3  # letters that an asterisk stands for at most
_SHORT = 5  # letters of a name that is never looked up without its last one
_ARTICLES = re.compile(
    r"(?:the|der|die|das|dem|den|des|el|la|los|las|lo|le|les|il|i|gli|o|a|os|as|do|da|de|het) (?=.)"
    r"|(?:l|dell|dall|all|nell|d)['’](?=.)",
    re.IGNORECASE,
)
_WRITTEN_ON = "وفبل"  # Arabic conjunctions and prepositions of one letter


@dataclass(frozen=True, slots=True)
class Seat:
    """A name that stands for a government, an office of state or a body of several countries.

    Attributes:
        country: ISO 3166-1 alpha-2; of a body its key (`EU`).
        speaks: what speaks there: `head-of-state`, `foreign-ministry`, `government`, `body` …
        wikidata: the id of the seat or the body; empty where the table has none.
        names: of a body: its name by language; empty of a country.
    """

    country: str
    speaks: str
    wikidata: str = ""
    names: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def body(self) -> bool:
        """Whether it is a body of several countries, not one state."""
        return bool(self.names)

    def name(self, language: str) -> str:
        """Who speaks, in a language: the country or the body; in English where it has no other."""
        if not self.names:
            return region_name(self.country, language) or region_name(self.country)
        script = _script(language)
        return self.names.get(language) or self.names.get(script) or next(iter(self.names.values()))


def seat(name: str, language: str) -> Seat | None:
    """What a name stands for, if it is one of the table; with an article or an ending too.

    Args:
        name: as the page has it.
        language: BCP 47 code of the page.
    """
    table = _table().get(language) or _table().get(_script(language), {})
    for key in _keys(name, language):
        found = table.get(key)
        if found is None:
            cut = (key[:-n] + "*" for n in range(_ENDING + 1) if len(key) > n + _ENDING)
            stems = (key + "*", *cut)
            found = next((table[s] for s in stems if s in table), None)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=4096)
def capital(name: str) -> str:
    """The country (ISO 3166-1 alpha-2) whose capital has that name in any language.

    Empty where no capital has it, or where another city of that name has more people.
    """
    spots = [n.spot for n in gazetteer().named(name)]
    cities = [s for s in spots if s.kind in (SpotKind.CAPITAL, SpotKind.CITY)]
    if not cities:
        return ""
    largest = max(cities, key=lambda s: s.population)
    return largest.country if largest.kind is SpotKind.CAPITAL else ""


def _keys(name: str, language: str) -> Iterator[str]:
    """The keys to try, as it stands first."""
    yield place_key(name)
    name = name[article.end() :] if (article := _ARTICLES.match(name)) else name
    key = place_key(name)
    yield key
    bare = re.split("['’]", name, maxsplit=1)[0]
    if bare != name and len(bare) >= _SHORT:  # Kremlin'in, the Kremlin's
        yield place_key(bare)
    if language == "ar" and key[:1] in _WRITTEN_ON:
        yield key[1:]
    if key.endswith("s") and len(key) > _SHORT:  # Kremls
        yield key[:-1]


def _script(language: str) -> str:
    if language in _CYRILLIC:
        return "Cyrl"
    return "" if language in _OTHER else "Latn"


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Mapping[str, Seat]]:
    return load_seats(DATA / FILE)


def load_seats(path: Traversable) -> Mapping[str, Mapping[str, Seat]]:
    """Read a table of seats: language or script, then key of the name (`*`: any ending).

    Raises:
        AtlasError: if it is missing or breaks its format, with its line.
    """
    found = rows(path, "seats")
    for number, row in found:
        if len(row) < 5 or row[0] not in ("seat", BODY) or not _ID.fullmatch(row[1]):
            raise AtlasError(f"{path}, line {number}: kind, id, country, what speaks, names wanted")
    bodies = {r[3]: (r[1].strip("-"), _first_names(r[4:])) for _, r in found if r[0] == BODY}
    out: dict[str, dict[str, Seat]] = {}
    for number, row in found:
        made = _seat(row, bodies)
        for language, names in _names(row[4:], f"{path}, line {number}"):
            for name in names:
                star = "*" if name.endswith("*") else ""
                out.setdefault(language, {}).setdefault(place_key(name.rstrip("*")) + star, made)
    return {language: _with_script(language, out) for language in out}


def _with_script(language: str, table: Mapping[str, Mapping[str, Seat]]) -> Mapping[str, Seat]:
    """The names of a language and, behind them, those that its script has in common."""
    return (
        {**table.get(_script(language), {}), **table[language]}
        if len(language) == 2
        else table[language]
    )


def _seat(row: list[str], bodies: Mapping[str, tuple[str, Mapping[str, str]]]) -> Seat:
    kind, wikidata, country, speaks = row[:4]
    key = speaks if kind == BODY else country
    if key in bodies:
        known, names = bodies[key]
        return Seat(key, BODY if kind == BODY else speaks, known, names)
    return Seat(country, speaks, wikidata.strip("-"))


def _first_names(fields: list[str]) -> Mapping[str, str]:
    return {language: names[0] for language, names in _names(fields, "")}


def _names(fields: list[str], where: str) -> Iterator[tuple[str, list[str]]]:
    for part in fields:
        language, colon, names = part.partition(":")
        if not colon or not all(n.strip() for n in names.split("|")):
            raise AtlasError(f"{where}: language, colon, names wanted: {part[:60]!r}")
        yield language, names.split("|")
