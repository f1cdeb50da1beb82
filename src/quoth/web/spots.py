"""Places as the map shows them: drawn once while the ledger says the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from quoth.store.views.places import Spot
from quoth.web.chart import PARTS, Part, chart
from quoth.web.pages import environment
from quoth.web.say import Say

KEPT = 32
"""Maps that a process keeps, each of some hundred thousand characters."""
LISTED = 100
"""Places of the table."""


@dataclass(frozen=True, slots=True)
class Spots:
    """The spots of a map, for its picture, and the rows of its table."""

    dots: Markup
    rows: Markup


@lru_cache(maxsize=KEPT)
def spots(language: str, found: tuple[Spot, ...], part: str, at: int | None, address: str) -> Spots:
    """What a map shows of its places, in a language of the interface.

    Args:
        part: of the world: one of `quoth.web.chart.PARTS`, or empty.
        at: the place that is chosen, by its number in GeoNames.
        address: of a place, without its number.
    """
    macros = environment(language).get_template("parts/map.html").module
    say, zoom = Say(language), PARTS.get(part, Part()).zoom
    return Spots(
        macros.dots(say, chart(found, part), zoom, at, address),  # type: ignore[attr-defined]
        macros.rows(say, found[:LISTED], address),  # type: ignore[attr-defined]
    )
