"""The front page: what is new, who speaks, and where to begin."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from quoth.store.views.front import front as ask
from quoth.web.activity import activity
from quoth.web.say import Say
from quoth.web.visit import Visiting

router = APIRouter(include_in_schema=False)


@router.get("/")
def front(visit: Visiting) -> HTMLResponse:
    """What is new."""
    found = visit.kept("front", ask)
    return visit.page(
        "front.html", found=found, activity=activity(found.activity), say=Say(visit.language)
    )
