"""Search: statements and articles that hold some words, and what there is to narrow them down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from sqlalchemy import Connection

from quoth.errors import UsageError
from quoth.export import EXPORTS
from quoth.model import Form, SourceType, VenueType
from quoth.store.hits import terms
from quoth.store.views.actors import Listed, called
from quoth.store.views.articles import found_articles
from quoth.store.views.filter import Filter
from quoth.store.views.lines import Line
from quoth.store.views.search import Found, found, names
from quoth.web.finding import Piece, of_excerpt, quoted
from quoth.web.narrowing import narrowed
from quoth.web.rooms.export import MOST
from quoth.web.say import Say
from quoth.web.visit import Visit, Visiting

router = APIRouter(include_in_schema=False)

IN_FORM = ("q", "language", "kind", "form", "hedge", "outlet")
"""Fields that the form shows, besides the days; the others are kept as they are."""
SHOWN = 20
"""Statements on a page."""
ACTORS = 5
"""Actors of that name that a page of results leads to."""
LETTERS, LONGEST_NAME = 3, 80
"""Letters of what was searched for, where it may be a name."""
DAYS = ("since", "until", "said_since", "said_until")


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement, and its words in pieces where some were searched for."""

    line: Line
    pieces: tuple[Piece, ...] | None


@router.get("/search")
def search(visit: Visiting) -> HTMLResponse:
    """What was searched for; without words and filters the newest statements."""
    told = dict(visit.request.query_params)
    try:
        wanted = Filter.of(told)
        if told.get("what") == "articles":
            return _articles(visit, wanted, told.get("before"))
        return _statements(visit, wanted, told.get("before"))
    except UsageError as error:
        # words that are none are no fault of the address
        status = 200 if error.code in ("no-words", "short-prefix") else 400
        return _page(visit, Filter(), status, fault=error.code, told=told.get("q", "")[:500])


def _statements(visit: Visit, wanted: Filter, before: str | None) -> HTMLResponse:
    page: Found = visit.ledger.ask(lambda c: found(c, wanted, before, SHOWN))
    counts, fields = narrowed(visit, wanted, "/search?")
    words = terms(wanted.q)
    actors = visit.ledger.ask(lambda c: _called(c, wanted)) if not before else ()
    shown = [Shown(line, quoted(line, words)) for line in page.lines]
    return _page(
        visit,
        wanted,
        what="statements",
        page=page,
        shown=shown,
        counts=counts,
        narrowers=fields,
        actors=actors,
    )


def _called(connection: Connection, wanted: Filter) -> tuple[Listed, ...]:
    """The actors whose names begin with what was searched for."""
    words = wanted.q.strip(' "')
    if not (LETTERS <= len(words) <= LONGEST_NAME):
        return ()
    return called(connection, words, ACTORS)


def _articles(visit: Visit, wanted: Filter, before: str | None) -> HTMLResponse:
    page = visit.ledger.ask(lambda c: found_articles(c, wanted, before))
    shown = [
        (hit.article, hit.excerpt, of_excerpt(hit.excerpt) if hit.excerpt else ())
        for hit in page.hits
    ]
    return _page(visit, wanted, what="articles", page=page, shown=shown)


def _page(visit: Visit, wanted: Filter, status: int = 200, **found: Any) -> HTMLResponse:
    told: dict[str, Any] = {
        "what": "statements",
        "page": None,
        "shown": (),
        "counts": None,
        "narrowers": (),
        "fault": None,
        "actors": (),
    }
    given = wanted.values()
    return visit.page(
        "search.html",
        status,
        **{**told, "told": wanted.q, **found},
        wanted=wanted,
        given=given,
        names=visit.ledger.ask(lambda c: names(c, wanted)) if wanted else {},
        hidden={k: v for k, v in given.items() if k not in (*IN_FORM, *DAYS)},
        first=not visit.request.query_params.get("before"),
        say=Say(visit.language),
        kinds=tuple(SourceType),
        forms=tuple(Form),
        venues=tuple(VenueType),
        formats=tuple(EXPORTS),
        most=MOST,
    )
