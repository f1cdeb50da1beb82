"""Places that pages name."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path, Query, Request, Response

from quoth.store.views import places as view
from quoth.web.api.answers import list_answer, record_answer
from quoth.web.api.parameters import Choosing
from quoth.web.api.routes import router as api_router
from quoth.web.api.shapes import listed, shape
from quoth.web.visit import Visiting

MENTION = shape(view.Named, "MentionOfPlace")
PLACES = shape(view.Places)
router = api_router("places")


@router.get("/places", response_model=PLACES)
def places(visit: Visiting, request: Request, page: Annotated[Choosing, Query()]) -> Response:
    """The places that the newest articles name; where a parameter chooses statements, theirs."""
    wanted = page.filter
    return record_answer(request, visit.kept(("places", wanted), lambda c: view.places(c, wanted)))


@router.get("/places/{geonames}", response_model=listed(MENTION))
def place(
    visit: Visiting,
    request: Request,
    geonames: Annotated[int, Path(ge=0, lt=10**15, description="the id in GeoNames")],
    page: Annotated[Choosing, Query()],
) -> Response:
    """Where those articles or statements name a place, the newest first: fifty at most."""
    wanted = page.filter
    found = visit.ledger.ask(lambda c: view.named(c, wanted, geonames))
    return list_answer(request, found, None)
