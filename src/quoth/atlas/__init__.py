"""The gazetteer that ships: countries, regions, divisions and cities, offline."""

from quoth.atlas.areas import Area, AreaKind, areas
from quoth.atlas.gazetteer import Gazetteer, Named, gazetteer
from quoth.atlas.key import place_key
from quoth.atlas.spot import Spot, SpotKind
from quoth.atlas.territories import (
    calendar_names,
    contains,
    countries_in,
    official_in,
    region_around,
    region_name,
    region_of,
    territory_names,
)

__all__ = [
    "Area",
    "AreaKind",
    "Gazetteer",
    "Named",
    "Spot",
    "SpotKind",
    "areas",
    "calendar_names",
    "contains",
    "countries_in",
    "gazetteer",
    "official_in",
    "place_key",
    "region_around",
    "region_name",
    "region_of",
    "territory_names",
]
