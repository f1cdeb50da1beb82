"""The page of a statement: its words in their place, who, when and where, and its chain."""

from __future__ import annotations

import json

from fastapi import APIRouter, HTTPException, Response
from fastapi.responses import RedirectResponse

from quoth.export.record import record
from quoth.model import Statement
from quoth.store.views import corrections
from quoth.store.views.pages import article_of, neighbours
from quoth.web.rooms.article import Around
from quoth.web.say import Say
from quoth.web.statement import placed
from quoth.web.visit import Visit, Visiting

router = APIRouter(include_in_schema=False)
RAW = 50_000
"""Characters of the record that the page has; the API has all of it."""


@router.get("/statements/{statement}")
def statement(visit: Visiting, statement: str) -> Response:
    """A statement."""
    article = visit.ledger.ask(lambda c: article_of(c, statement))
    if article is None:
        return _gone(visit, statement)
    reading = visit.ledger.linked(article)
    mark = next((m for m in reading.of(Statement) if m.id == statement), None)
    if mark is None:  # the page was read anew meanwhile
        return _gone(visit, statement)
    before, behind = visit.ledger.ask(lambda c: neighbours(c, article, statement))
    return visit.page(
        "statement.html",
        placed=placed(reading, mark),
        article=reading.article,
        before=before,
        behind=behind,
        decisions=visit.ledger.ask(lambda c: corrections.about(c, statement)),
        raw=_cut(json.dumps(record(reading, mark), ensure_ascii=False, indent=2)),
        say=Say(visit.language),
        room=Around(article, linked=True, edits=visit.may("edit")),
    )


def _cut(raw: str) -> str:
    return raw if len(raw) <= RAW else f"{raw[:RAW]}…"


def _gone(visit: Visit, statement: str) -> Response:
    """A statement that somebody marked as wrong is told by what was decided about it."""
    if visit.ledger.ask(lambda c: corrections.about(c, statement)):
        return RedirectResponse(f"/corrections/statements/{statement}", 303)
    raise HTTPException(404)
