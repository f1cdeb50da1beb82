"""A place on the map."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class SpotKind(IntEnum):
    """What a place of the gazetteer is."""

    COUNTRY = 0
    ADMIN = 1
    """A first-level division of a country: a state, a province."""
    CAPITAL = 2
    """The capital of a country."""
    CITY = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the gazetteer.

    Attributes:
        id: its id in GeoNames.
        kind: country, division, capital or other city.
        name: its usual name.
        country: ISO 3166-1 alpha-2.
        admin: the GeoNames id of the first-level division that a city lies in; 0 if unknown, and
            of countries and divisions.
        latitude, longitude: degrees north and east (WGS 84); of a country its capital's, of a
            division those of its largest city.
        population: people; of a division those of its cities in the gazetteer.
    """

    id: int
    kind: SpotKind
    name: str
    country: str
    admin: int
    latitude: float
    longitude: float
    population: int
