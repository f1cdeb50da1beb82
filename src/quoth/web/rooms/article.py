"""The page of an article: its text with what is marked in it, and the records beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fastapi import APIRouter, HTTPException
from fastapi.responses import HTMLResponse

from quoth.model import Span
from quoth.store import Ledger
from quoth.store.views.pages import standing
from quoth.web.article import shown
from quoth.web.say import Say
from quoth.web.visit import Visit, Visiting

router = APIRouter(include_in_schema=False)
_SHOW = re.compile(r"(\d{1,9})-(\d{1,9})\Z")


@dataclass(frozen=True, slots=True)
class Around:
    """What an article stands in.

    Attributes:
        article: its id.
        linked: whether there are pages of its statements and actors.
        edits: whether who asks may correct it.
    """

    article: str
    linked: bool
    edits: bool


@router.get("/articles/{article}")
def article(visit: Visiting, article: str, show: str = "") -> HTMLResponse:
    """An article; `show` is a stretch of its text (`120-158`) that the reader came for."""
    return article_page(visit, visit.ledger, article, show=asked(show))


def article_page(
    visit: Visit,
    ledger: Ledger,
    article: str,
    *,
    show: Span | None = None,
    kept: str | None = None,
) -> HTMLResponse:
    """The page of an article of a ledger.

    Args:
        article: its whole id.
        show: words that are marked as those that the reader came for.
        kept: the address of something that was read at once and is in no ledger; None of an
            article of the room's own ledger.
    """
    found = ledger.ask(lambda c: standing(c, article))
    if found is None:
        raise HTTPException(404)
    return visit.page(
        "article.html",
        shown=shown(ledger.linked(article), show),
        standing=found,
        say=Say(visit.language),
        room=Around(article, kept is None, kept is None and visit.may("edit")),
        kept=kept,
    )


def asked(show: str) -> Span | None:
    """A stretch as an address has it; None of what is none."""
    found = _SHOW.match(show)
    start, end = (int(x) for x in found.groups()) if found else (0, 0)
    return Span(start, end) if start < end else None
