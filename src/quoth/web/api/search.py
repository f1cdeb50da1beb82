"""Looking for statements, and what there is to narrow a search down by."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response

from quoth.store.views import search as view
from quoth.web.api.actors import LINE, line_record
from quoth.web.api.answers import list_answer, record_answer, without
from quoth.web.api.parameters import Choosing, Wanted
from quoth.web.api.routes import router as api_router
from quoth.web.api.shapes import listed, shape
from quoth.web.visit import Visiting

VALUE = shape(view.Value, "FacetValue", ("filter",), filter=dict[str, str])
FACET = shape(view.Facet, "Facet", ("values",), values=list[VALUE])  # type: ignore[valid-type]
COUNTED = shape(view.Counted, "Facets", ("facets",), facets=list[FACET])  # type: ignore[valid-type]
router = api_router("search")


@router.get("/search", response_model=listed(LINE))
def search(visit: Visiting, request: Request, page: Annotated[Wanted, Query()]) -> Response:
    """The statements that fit, the newest first; all of them without a parameter.

    A page may hold fewer than `limit` where few of many fit: `next` goes on all the same.
    """
    wanted = page.filter
    found = visit.ledger.ask(lambda c: view.found(c, wanted, page.cursor, page.limit))
    return list_answer(request, found.lines, found.next, line_record)


@router.get("/facets", response_model=COUNTED)
def facets(visit: Visiting, request: Request, page: Annotated[Choosing, Query()]) -> Response:
    """How many statements fit, and how they divide by the values of each parameter."""
    wanted = page.filter
    found = visit.kept(("counted", wanted), lambda c: view.counted(c, wanted))
    return record_answer(request, counted_record(found))


def counted_record(found: view.Counted) -> dict[str, object]:
    """What was counted; each value with the parameters that have it alone."""
    facets = [
        {
            **without(facet, "values"),
            "values": [{**without(v, "filter"), "filter": dict(v.filter)} for v in facet.values],
        }
        for facet in found.facets
    ]
    return {**without(found, "facets"), "facets": facets}
