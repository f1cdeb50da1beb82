"""Atom feeds of any search and of any actor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Response
from sqlalchemy import Connection

from quoth.store.decisions import Decisions
from quoth.store.views import actors, search, speaking
from quoth.store.views.filter import Filter
from quoth.store.views.lines import Line
from quoth.store.views.stored import stored_at
from quoth.web.api.answers import answer
from quoth.web.api.parameters import Ident
from quoth.web.atom import MEDIA, Entry, Feed, written
from quoth.web.visit import Visit, Visiting

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class _Of:
    """What a feed is of.

    Attributes:
        query: what was asked, in one order whatever order it was asked in.
        page: the path of the page that the feed belongs to.
    """

    query: str
    page: str
    title: str


@router.get("/feeds/search.atom")
def found(visit: Visiting) -> Response:
    """The newest statements that a search finds; all of them without one."""
    told = visit.request.query_params
    wanted = Filter.of(told)
    some = visit.ledger.ask(lambda c: search.found(c, wanted, told.get("cursor")))
    query = wanted.query()
    title = " · ".join(("Quoth", *wanted.values().values()))
    return _answer(visit, _Of(query, f"/search?{query}", title), some.lines, some.next)


@router.get("/feeds/actors/{ident}.atom")
def said(visit: Visiting, ident: Ident) -> Response:
    """What an actor said last."""
    return _of_actor(visit, ident, said=True)


@router.get("/feeds/actors/{ident}/about.atom")
def about(visit: Visiting, ident: Ident) -> Response:
    """What others said last in which an actor is named."""
    return _of_actor(visit, ident, said=False)


def _of_actor(visit: Visit, ident: str, *, said: bool) -> Response:
    of = visit.ledger.ask(lambda c: actors.listed(c, ident))
    if of is None:
        raise HTTPException(404)
    after = visit.request.query_params.get("cursor")
    view = speaking.said if said else speaking.about
    some = visit.ledger.ask(lambda c: view(c, of, after))
    title = f"Quoth · {of.name}" if said else f"Quoth · “{of.name}”"
    return _answer(visit, _Of("", f"/actors/{ident}", title), some.lines, some.next)


def _answer(visit: Visit, of: _Of, lines: Sequence[Line], after: str | None) -> Response:
    """A feed of lines; `after` is the cursor of what follows."""
    told, path = visit.request.query_params, visit.request.url.path
    stored = visit.ledger.ask(lambda c: stored_at(c, (x.article for x in lines)))
    decided = visit.ledger.ask(lambda c: _decided(c, lines))
    feed = Feed(
        name=_address(path, of.query),
        title=of.title,
        room=visit.settings.address or str(visit.request.base_url).rstrip("/"),
        here=_address(path, of.query, told.get("cursor")),
        page=of.page,
        entries=[Entry(x, stored.get(x.article, ""), decided.get(x.id, "")) for x in lines],
        after=None if after is None else _address(path, of.query, after),
    )
    return answer(visit.request, written(feed), MEDIA)


def _decided(connection: Connection, lines: Sequence[Line]) -> dict[str, str]:
    """When somebody last changed what a line tells, of those of which somebody did, by its id."""
    subjects = (ident for x in lines for ident in (x.id, x.entity) if ident)
    latest = Decisions(connection).latest(subjects, (x.article for x in lines))
    known = {x.id: [latest.get(i or "", "") for i in (x.id, x.entity, x.article)] for x in lines}
    return {ident: max(told) for ident, told in known.items() if any(told)}


def _address(path: str, query: str, cursor: str | None = None) -> str:
    told = [query] if query else []
    if cursor:
        told.append(urlencode({"cursor": cursor}))
    return f"{path}?{'&'.join(told)}" if told else path
