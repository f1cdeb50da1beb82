"""What was decided about the ledger, page by page, and taking it back."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Path, Query, Response
from fastapi.responses import RedirectResponse

from quoth.errors import UsageError
from quoth.run.author import Author
from quoth.run.deciding import undo
from quoth.store.decisions import CORRECTIONS, DecisionKind
from quoth.store.views import corrections as views
from quoth.web.entry import Editing
from quoth.web.rooms.language import here
from quoth.web.visit import Visiting

router = APIRouter(include_in_schema=False)

To = Annotated[str, Form(max_length=4000)]
Reason = Annotated[str, Form(max_length=1000)]
Number = Annotated[int, Path(ge=1, lt=2**31)]
Which = Annotated[int, Path(ge=1, lt=2**63)]
_ABOUT = {
    "all": frozenset(DecisionKind),
    "actors": frozenset(DecisionKind) - CORRECTIONS,
    "statements": CORRECTIONS,
}


@router.get("/corrections")
def history(
    visit: Visiting,
    about: Annotated[str, Query(max_length=20)] = "all",
    after: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """What was decided, the last decision first."""
    kinds = _ABOUT.get(about, _ABOUT["all"])
    wanted = () if kinds == _ABOUT["all"] else kinds
    found = visit.ledger.ask(lambda c: views.history(c, wanted, after))
    return visit.page("corrections.html", history=found, about=about, first=not after)


@router.get("/corrections/{number}")
def one(visit: Visiting, number: Which) -> Response:
    """One decision."""
    told = visit.ledger.ask(lambda c: views.one(c, number))
    return visit.page("correction.html", told=told, wrong="")


@router.post("/corrections/{number}/undo")
def take_back(
    visit: Editing, number: Which, to: To = "/corrections", reason: Reason = ""
) -> Response:
    """Take a decision back; a reason may be given, and need not."""
    try:
        undo(visit.ledger, number, Author(visit.author, reason.strip() or None))
    except UsageError as error:
        if error.code.startswith("no-such-"):
            raise
        told = visit.ledger.ask(lambda c: views.one(c, number))
        return visit.page("correction.html", 409, told=told, wrong=error.code)
    return RedirectResponse(done(here(to), number), 303)


def done(address: str, number: int) -> str:
    """An address of this room that tells what was just decided."""
    path, _, query = address.partition("?")
    kept = [part for part in query.split("&") if part and not part.startswith("done=")]
    return f"{path}?{'&'.join([*kept, urlencode({'done': number})])}"
