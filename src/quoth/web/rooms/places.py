"""The map: the places that articles and statements name."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from quoth.errors import UsageError
from quoth.store.views import places as view
from quoth.store.views.filter import Filter
from quoth.store.views.search import names
from quoth.web.chart import PARTS, Part
from quoth.web.narrowing import narrowed
from quoth.web.say import Say
from quoth.web.spots import spots
from quoth.web.visit import Visiting

router = APIRouter(include_in_schema=False)
Words = Annotated[str, Query(max_length=500)]
Number = Annotated[int | None, Query(ge=1, lt=2**62)]


@router.get("/map")
def places(visit: Visiting, part: Words = "", at: Number = None) -> HTMLResponse:
    """The map, and where one of its places is named."""
    wanted = Filter.of(visit.request.query_params)
    if part and part not in PARTS:
        raise UsageError(f"part: {part[:40]!r} is no part of the world", "bad-filter")
    found = visit.kept(("places", wanted), lambda c: view.places(c, wanted))
    here = next((s for s in (*found.spots, *found.others) if s.geonames == at), None)
    told = visit.ledger.ask(lambda c: view.named(c, wanted, at)) if at is not None else ()
    days = Filter(since=wanted.since, until=wanted.until)
    address = _Addresses(wanted, part)
    return visit.page(
        "map.html",
        wanted=wanted,
        of_statements=wanted != days,
        found=found,
        drawn=spots(visit.language, found.spots, part, at, address.place),
        parts=PARTS,
        part=PARTS.get(part, Part()),
        chosen=part,
        at=at,
        here=here,
        told=told,
        narrowers=narrowed(visit, wanted, address.filtered)[1],
        names=visit.ledger.ask(lambda c: names(c, wanted)) if wanted else {},
        say=Say(visit.language),
        address=address,
    )


class _Addresses:
    """Addresses of the map: the same filter, another place or part of the world."""

    def __init__(self, wanted: Filter, part: str) -> None:
        self._wanted, self._part = wanted, part
        here = self()
        self.place = f"{here}{'&' if '?' in here else '?'}at="
        """The address of a place of this part; its number in GeoNames follows."""

    def __call__(self, part: str | None = None) -> str:
        """The address of a part of the world.

        Args:
            part: one of `quoth.web.chart.PARTS`, empty for all; the same if None.
        """
        chosen = self._part if part is None else part
        query = self._wanted.query(**({"part": chosen} if chosen else {}))
        return f"/map?{query}" if query else "/map"

    @property
    def filtered(self) -> str:
        """The beginning of an address of the same part; the query of a filter follows."""
        return f"/map?{urlencode({'part': self._part})}&" if self._part else "/map?"
