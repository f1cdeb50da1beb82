"""What people decided: merged, split and renamed actors, corrected statements and days."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path, Query, Request, Response

from quoth.run.decided import decision_record
from quoth.store.decisions import DecisionKind
from quoth.store.views import corrections as view
from quoth.store.views.corrections import Told
from quoth.web.api.answers import list_answer, record_answer
from quoth.web.api.parameters import ID, Paging, given, one_of
from quoth.web.api.records import DecisionRecord
from quoth.web.api.routes import router as api_router
from quoth.web.api.shapes import listed, shape
from quoth.web.visit import Visiting

DECISION = shape(DecisionRecord, "Decision")
MOST = 10**15
router = api_router("corrections")


class Decisions(Paging):
    """Which decisions."""

    kind: one_of(DecisionKind) = given("only of this kind")  # type: ignore[valid-type]
    about: str = given(
        "id of an actor, an article, a statement or a time: all about it, on one page", pattern=ID
    )


@router.get("/corrections", response_model=listed(DECISION))
def corrections(visit: Visiting, request: Request, page: Annotated[Decisions, Query()]) -> Response:
    """What was decided, the last first, with author, time and reason; what was undone too."""
    kinds = [DecisionKind(page.kind)] if page.kind else []
    if page.about:
        told = visit.ledger.ask(lambda c: view.about(c, page.about))
        fit = [one for one in told if not kinds or one.decision.kind in kinds]
        return list_answer(request, fit, None, _record)
    found = visit.ledger.ask(lambda c: view.history(c, kinds, page.cursor, page.limit))
    return list_answer(request, found.told, found.next, _record)


@router.get("/corrections/{number}", response_model=DECISION)
def correction(
    visit: Visiting,
    request: Request,
    number: Annotated[int, Path(ge=1, lt=MOST, description="its number")],
) -> Response:
    """One decision."""
    return record_answer(request, _record(visit.ledger.ask(lambda c: view.one(c, number))))


def _record(told: Told) -> dict[str, object]:
    return decision_record(told.decision, told.moved)
