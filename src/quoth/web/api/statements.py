"""Statements."""

from __future__ import annotations

from fastapi import HTTPException, Request, Response

from quoth.errors import UsageError
from quoth.export.record import record
from quoth.store.views import corrections
from quoth.web.api.answers import record_answer
from quoth.web.api.articles import STATEMENT
from quoth.web.api.parameters import Ident
from quoth.web.api.routes import HOME, missing
from quoth.web.api.routes import router as api_router
from quoth.web.visit import Visiting

router = api_router("statements")


@router.get("/statements/{ident}", response_model=STATEMENT)
def statement(visit: Visiting, request: Request, ident: Ident) -> Response:
    """A statement with all that is known of it; 410 if somebody marked it wrong."""
    try:
        reading, mark = visit.ledger.found_by_id(ident)
    except UsageError as error:
        if visit.ledger.ask(lambda c: corrections.about(c, ident)):
            raise HTTPException(
                410, f"marked wrong: see {HOME}/corrections?about={ident}"
            ) from error
        raise missing("statement", ident) from error
    if mark.id != ident:  # the beginning of an id is none
        raise missing("statement", ident)
    return record_answer(request, record(reading, mark))
