"""Statements."""

from __future__ import annotations

from fastapi import Request, Response

from quoth.errors import UsageError
from quoth.export.record import record
from quoth.web.api.answers import record_answer
from quoth.web.api.articles import STATEMENT
from quoth.web.api.parameters import Ident
from quoth.web.api.routes import missing
from quoth.web.api.routes import router as api_router
from quoth.web.visit import Visiting

router = api_router("statements")


@router.get("/statements/{ident}", response_model=STATEMENT)
def statement(visit: Visiting, request: Request, ident: Ident) -> Response:
    """A statement with all that is known of it."""
    try:
        reading, mark = visit.ledger.found_by_id(ident)
    except UsageError as error:
        raise missing("statement", ident) from error
    if mark.id != ident:  # the beginning of an id is none
        raise missing("statement", ident)
    return record_answer(request, record(reading, mark))
