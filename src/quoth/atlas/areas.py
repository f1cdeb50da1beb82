"""Areas and waters that the gazetteer lacks: the Sahel, the Donbas, the Red Sea."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources.abc import Traversable

from quoth.atlas.store import DATA
from quoth.atlas.tables import rows
from quoth.atlas.territories import region_around
from quoth.errors import AtlasError

FILE = "areas.tsv"


class AreaKind(StrEnum):
    """What an area is."""

    AREA = "area"
    """Land: a part of a country, or of several."""
    WATER = "water"
    """A sea, a lake, a strait, a canal, a river."""


@dataclass(frozen=True, slots=True)
class Area:
    """An area or a water.

    Attributes:
        id: ours, a word in small letters (`red-sea`); it does not change.
        kind: land or water.
        name: its usual English name.
        countries: ISO 3166-1 alpha-2, of those that it lies in or that lie on it; none of oceans.
        latitude, longitude: degrees north and east (WGS 84), roughly of its middle.
    """

    id: str
    kind: AreaKind
    name: str
    countries: frozenset[str]
    latitude: float
    longitude: float

    @property
    def country(self) -> str:
        """The country that all of it lies in; empty where there are several, or none."""
        return next(iter(self.countries)) if len(self.countries) == 1 else ""

    @property
    def region(self) -> str:
        """The smallest region of UN M49 that holds its countries; empty where none does."""
        return region_around(self.countries)


@lru_cache(maxsize=1)
def areas() -> Mapping[str, Area]:
    """All areas by their ids.

    Raises:
        AtlasError: if their table is missing or breaks its format, with its line.
    """
    return load_areas(DATA / FILE)


def load_areas(path: Traversable) -> Mapping[str, Area]:
    """Read a table of areas.

    Raises:
        AtlasError: if it is missing or breaks its format, with its line.
    """
    out: dict[str, Area] = {}
    for number, row in rows(path, "areas"):
        try:
            area = _area(row)
        except ValueError as err:
            raise AtlasError(f"{path}, line {number}: no area ({err})") from err
        if area.id in out:
            raise AtlasError(f"{path}, line {number}: {area.id} is there twice")
        out[area.id] = area
    return out


def _area(row: list[str]) -> Area:
    word, kind, name, countries, north, east = row
    held = frozenset(countries.split())
    return Area(word, AreaKind(kind), name, held, float(north), float(east))
