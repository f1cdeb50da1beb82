"""Where: a place named on the page, with the places on the map that it may be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PlaceType(StrEnum):
    """What kind of place a name names."""

    CITY = "city"
    ADMIN = "admin"
    """A part of a country: a state, a province, a district; an area such as the Donbas."""
    COUNTRY = "country"
    REGION = "region"
    """A group of countries, or an area in several: Southeast Asia, the Sahel."""
    WATER = "water"
    """A sea, a lake, a strait, a canal or a river."""
    DEMONYM = "demonym"
    """A people or an adjective that stands for its country: Peruvian."""


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """One of the places that a name may mean.

    Attributes:
        geonames: its id in GeoNames; None of regions, areas and waters.
        name: its usual name.
        country: ISO 3166-1 alpha-2; empty of what lies in several countries.
        weight: its share, 0 to 1; the weights of all candidates add up to 1.
        why: what speaks for it.
    """

    geonames: int | None
    name: str
    country: str
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place, resolved as far as the page allows.

    Attributes:
        type: city, part of a country, country, region, water or demonym.
        name: the usual name of the place; empty where no candidate is clearly ahead.
        geonames: its id in GeoNames; None of regions, areas and waters, and where none is clearly
            ahead.
        country: ISO 3166-1 alpha-2; empty where it cannot be told, and of what lies in several.
        region: the UN M49 code of the place, if it is a region, or of the smallest one that holds
            its country or countries; empty of oceans and the like.
        latitude, longitude: degrees north and east (WGS 84), or None.
        why: what decided.
        candidates: all that it may be, the likeliest first, where there is more than one.
    """

    type: PlaceType
    name: str
    geonames: int | None
    country: str
    region: str
    latitude: float | None
    longitude: float | None
    why: str
    candidates: tuple[PlaceCandidate, ...] = ()
