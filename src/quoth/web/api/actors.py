"""Actors: what they are called, what they say, what is said of them, who passes it on."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response

from quoth.model import ActorKind
from quoth.store.views import actors as view
from quoth.store.views import speaking
from quoth.store.views.actors import Head, Listed
from quoth.store.views.lines import Line
from quoth.web.api.answers import list_answer, record_answer, without
from quoth.web.api.parameters import Ident, Page, Paging, given, one_of, text
from quoth.web.api.routes import missing
from quoth.web.api.routes import router as api_router
from quoth.web.api.shapes import listed, shape
from quoth.web.visit import Visit, Visiting

LISTED = shape(Listed, "Actor")
HEAD = shape(Head, "ActorHead", ("listed",), LISTED)
LINE = shape(Line, "StatementLine")
SOURCE = shape(speaking.Party, "Source", count=int)
PASSED = shape(speaking.Passed, "Paths", ("sources",), sources=list[SOURCE])  # type: ignore[valid-type]
router = api_router("actors")


class Actors(Paging):
    """Which actors."""

    q: str = text("the beginning of a name, or a part of it")
    kind: one_of(ActorKind) = given("only of this kind")  # type: ignore[valid-type]


@router.get("/actors", response_model=listed(LISTED))
def actors(visit: Visiting, request: Request, page: Annotated[Actors, Query()]) -> Response:
    """The actors that articles name, those in most articles first; with `q` on one page alone."""
    kind = ActorKind(page.kind) if page.kind else None
    if page.q.strip():
        named = visit.ledger.ask(lambda c: view.named(c, page.q, kind))
        return list_answer(request, named[: page.limit], None)
    found = visit.ledger.ask(lambda c: view.page(c, kind, page.cursor, page.limit))
    return list_answer(request, found.actors, found.next)


@router.get("/actors/{ident}", response_model=HEAD)
def actor(visit: Visiting, request: Request, ident: Ident) -> Response:
    """An actor with its names in all scripts, its offices, and the months that name it."""
    head = visit.kept(("actor", ident), lambda c: view.head(c, ident))
    if head is None:
        raise missing("actor", ident)
    return record_answer(request, {**without(head.listed), **without(head, "listed")})


@router.get("/actors/{ident}/statements", response_model=listed(LINE))
def said(visit: Visiting, request: Request, ident: Ident, page: Page) -> Response:
    """What an actor said, the latest first."""
    of = _actor(visit, ident)
    found = visit.ledger.ask(lambda c: speaking.said(c, of, page.cursor, page.limit))
    return list_answer(request, found.lines, found.next)


@router.get("/actors/{ident}/about", response_model=listed(LINE))
def about(visit: Visiting, request: Request, ident: Ident, page: Page) -> Response:
    """What others say in which an actor is named, the latest first."""
    of = _actor(visit, ident)
    found = visit.ledger.ask(lambda c: speaking.about(c, of, page.cursor, page.limit))
    return list_answer(request, found.lines, found.next)


@router.get("/actors/{ident}/paths", response_model=PASSED)
def paths(visit: Visiting, request: Request, ident: Ident) -> Response:
    """Who passes an actor's words on, and whose words the actor passes on."""
    of = _actor(visit, ident)
    found = visit.kept(("passed", ident), lambda c: speaking.passed(c, of))
    sources = [{**without(party), "count": count} for party, count in found.sources]
    return record_answer(request, {**without(found, "sources"), "sources": sources})


def _actor(visit: Visit, ident: str) -> Listed:
    found = visit.ledger.ask(lambda c: view.listed(c, ident))
    if found is None:
        raise missing("actor", ident)
    return found
