"""Looking for statements, and what there is to narrow a search down by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import Query, Request, Response
from pydantic import Field

from quoth.errors import UsageError
from quoth.store.hits import Term, hits, terms
from quoth.store.views import search as view
from quoth.store.views.articles import FOUND, Hit, found_articles
from quoth.store.views.filter import LONGEST, Filter
from quoth.store.views.lines import Line
from quoth.web.api.actors import LINE
from quoth.web.api.answers import LONG, list_answer, outside, record_answer, without
from quoth.web.api.parameters import Choosing, Paging, Wanted, day, text
from quoth.web.api.routes import router as api_router
from quoth.web.api.shapes import Pair, listed, shape
from quoth.web.visit import Visiting

VALUE = shape(view.Value, "FacetValue", ("filter",), filter=dict[str, str])
FACET = shape(view.Facet, "Facet", ("values",), values=list[VALUE])  # type: ignore[valid-type]
COUNTED = shape(view.Counted, "Facets", ("facets",), facets=list[FACET])  # type: ignore[valid-type]
HIT = shape(Hit)
_HITS = Annotated[
    list[Pair], Field(description="the words that were searched for, as spans of `content`")
]
FOUND_LINE = shape(Line, "FoundStatement", base=LINE, hits=_HITS)
router = api_router("search")


class Words(Paging):
    """Which articles."""

    q: str = Field(max_length=LONGEST, description="words of the article")
    language: str = text("of the article, BCP 47; pt fits pt-BR too")
    since: str = day("published on this day or later")
    until: str = day("published on this day or before")
    outlet: str = text("who published it, as the page says")
    limit: int = Field(FOUND, ge=1, le=FOUND, description="how many items at most")

    @property
    def filter(self) -> Filter:
        """The filter.

        Raises:
            UsageError: if a value is none that its field can have (`bad-filter`, `no-words`).
        """
        return Filter.of(self.model_dump(exclude={"cursor", "limit"}))


@router.get("/search", response_model=listed(FOUND_LINE))
def search(visit: Visiting, request: Request, page: Annotated[Wanted, Query()]) -> Response:
    """The statements that fit, the newest first; all of them without a parameter.

    A page may hold fewer than `limit` where few of many fit: `next` goes on all the same.
    """
    wanted = page.filter
    found = visit.ledger.ask(lambda c: view.found(c, wanted, page.cursor, page.limit))
    words = terms(wanted.q)
    return list_answer(request, found.lines, found.next, lambda one: _found(one, words))


def _found(one: Line, words: Sequence[Term]) -> dict[str, object]:
    return {**without(one), "hits": outside(hits(one.content[:LONG], words))}


@router.get("/articles", response_model=listed(HIT))
def articles(visit: Visiting, request: Request, page: Annotated[Words, Query()]) -> Response:
    """The articles that hold some words, the newest first, each with the place where it does."""
    wanted = page.filter
    if not wanted.q:
        raise UsageError("give words to search for; /archive has all articles", "no-words")
    found = visit.ledger.ask(lambda c: found_articles(c, wanted, page.cursor or None, page.limit))
    return list_answer(request, found.hits, found.next)


@router.get("/facets", response_model=COUNTED)
def facets(visit: Visiting, request: Request, page: Annotated[Choosing, Query()]) -> Response:
    """How many statements fit, and how they divide by the values of each parameter."""
    wanted = page.filter
    found = visit.kept(("search", wanted), lambda c: view.counted(c, wanted))
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
