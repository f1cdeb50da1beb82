"""The front page: what is new."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from quoth.web.visit import Visiting

router = APIRouter(include_in_schema=False)


@router.get("/")
def front(visit: Visiting) -> HTMLResponse:
    """What is new."""
    return visit.page("front.html", counts=visit.ledger.counts())
