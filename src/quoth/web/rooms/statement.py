"""The page of a statement: its words in their place, who, when and where, and its chain."""

from __future__ import annotations

import json

from fastapi import APIRouter, HTTPException
from fastapi.responses import HTMLResponse

from quoth.export.record import record
from quoth.model import Statement
from quoth.store.views.pages import article_of, neighbours
from quoth.web.rooms.article import Around
from quoth.web.say import Say
from quoth.web.statement import placed
from quoth.web.visit import Visiting

router = APIRouter(include_in_schema=False)


@router.get("/statements/{statement}")
def statement(visit: Visiting, statement: str) -> HTMLResponse:
    """A statement."""
    article = visit.ledger.ask(lambda c: article_of(c, statement))
    if article is None:
        raise HTTPException(404)
    reading = visit.ledger.linked(article)
    mark = next((m for m in reading.of(Statement) if m.id == statement), None)
    if mark is None:  # the page was read anew meanwhile
        raise HTTPException(404)
    before, behind = visit.ledger.ask(lambda c: neighbours(c, article, statement))
    return visit.page(
        "statement.html",
        placed=placed(reading, mark),
        article=reading.article,
        before=before,
        behind=behind,
        raw=json.dumps(record(reading, mark), ensure_ascii=False, indent=2),
        say=Say(visit.language),
        room=Around(linked=True),
    )
