"""Actors: who speaks in the ledger, and all that one of them said."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import HTMLResponse

from quoth.errors import UsageError
from quoth.model import ActorKind
from quoth.store.views import actors as view
from quoth.store.views import speaking
from quoth.store.views.corrections import about
from quoth.web.flows import flows
from quoth.web.scale import Scale
from quoth.web.visit import Visiting

router = APIRouter(include_in_schema=False)
Words = Annotated[str, Query(max_length=500)]
Cursor = Annotated[str, Query(max_length=200)]
PARTS = ("said", "about")
SHOWN = 20
"""Statements on a page."""
_SOURCES = 12
_OFFICES = 16


@router.get("/actors")
def actors(visit: Visiting, q: Words = "", kind: Words = "", after: Cursor = "") -> HTMLResponse:
    """The actors of the ledger, or those of a name."""
    wanted = _kind(kind)
    if q.strip():
        found = visit.ledger.ask(lambda c: view.named(c, q, wanted))
        page = view.Page(found)
    else:
        page = visit.ledger.ask(lambda c: view.page(c, wanted, after or None))
    return visit.page(
        "actors.html", q=q.strip(), kind=wanted, kinds=tuple(ActorKind), after=after, found=page
    )


@router.get("/actors/{entity}")
def actor(visit: Visiting, entity: str, part: Words = "said", after: Cursor = "") -> HTMLResponse:
    """One actor: names, offices, all that it said, and what is said about it."""
    head = visit.ledger.ask(lambda c: view.head(c, entity))
    if head is None or part not in PARTS:
        raise HTTPException(404)
    ask = speaking.said if part == "said" else speaking.about
    found = visit.ledger.ask(lambda c: ask(c, head.listed, after or None, SHOWN))
    passed = visit.kept(("passed", entity), lambda c: speaking.passed(c, head.listed))
    return visit.page(
        "actor.html",
        actor=head,
        part=part,
        after=after,
        found=found,
        passed=passed,
        flows=flows(passed.paths),
        sources=passed.sources[:_SOURCES],
        offices=head.offices[:_OFFICES],
        scale=Scale.of(head.first, head.last),
        exact=head.listed.members <= speaking.EXACT,
        decided=visit.kept(("decided", entity), lambda c: about(c, entity)),
    )


def _kind(told: str) -> ActorKind | None:
    try:
        return ActorKind(told) if told else None
    except ValueError as error:
        raise UsageError(f"kind: {told[:40]!r} is nothing to filter by", "bad-filter") from error
