"""What was said and what is dated, by when."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Query, Request, Response

from quoth.store.views import timeline as view
from quoth.store.views.timeline import Entry
from quoth.web.api.answers import list_answer, record_answer, without
from quoth.web.api.parameters import Choosing, Paging, given
from quoth.web.api.routes import router as api_router
from quoth.web.api.shapes import listed, shape
from quoth.web.visit import Visit, Visiting
from quoth.web.window import Zoom, usual, zoom

shape(view.Day, "DatedSentence")  # by that name wherever it stands
ENTRY = shape(Entry, "TimelineEntry")
PICTURE = shape(
    view.Picture,
    "Timeline",
    at=str,
    since=str | None,
    until=str | None,
    before=str | None,
    after=str | None,
)
ALL = "all"
"""The name of all time."""
router = api_router("timeline")


class Window(Choosing):
    """Which part of the calendar, and which statements.

    Attributes:
        at: `203` is a decade, `2031` a year, `2031-05` a month, `2031-05-03` a day.
    """

    at: str = given(
        "a century (20), a decade (203), a year, a month (2031-05), a day, or all; "
        "the month of the latest page where it is left out",
        pattern=r"^(all|\d{2,4}|\d{4}-\d\d|\d{4}-\d\d-\d\d)$",
    )
    only: Literal["said", "dated"] = given("only statements, or only sentences that name a day")


class Listing(Window, Paging):
    """Which page of the entries of a window."""


@router.get("/timeline", response_model=PICTURE)
def timeline(visit: Visiting, request: Request, page: Annotated[Window, Query()]) -> Response:
    """How much stands on each part of a window, and which stretches lie over several.

    Sentences that name a day are left out where a parameter chooses statements.
    """
    near, wanted, only = _near(visit, page), page.filter, page.only or None
    if near is None:
        ends = dict.fromkeys(("since", "until", "before", "after"))
        empty = view.Picture((), ())
        return record_answer(request, {**without(empty), "at": ALL, **ends})
    found = visit.kept(
        ("timeline", near.at, wanted, page.only),
        lambda c: view.picture(c, near.window, wanted, only),
    )
    return record_answer(request, {**without(found), **_window(near)})


@router.get("/timeline/entries", response_model=listed(ENTRY))
def entries(visit: Visiting, request: Request, page: Annotated[Listing, Query()]) -> Response:
    """What begins in a window, in the order of time: statements, and sentences that name a day."""
    near, wanted, only = _near(visit, page), page.filter, page.only or None
    if near is None:
        return list_answer(request, (), None)
    found = visit.kept(
        ("entries", near.at, wanted, page.only, page.cursor, page.limit),
        lambda c: view.entries(c, near.window, wanted, only, page.cursor or None, page.limit),
    )
    return list_answer(request, found.entries, found.next)


def _near(visit: Visit, page: Window) -> Zoom | None:
    """The window; None where nothing has a day."""
    extent = visit.kept("extent", view.extent)
    if extent is None:
        return None
    at = page.at or usual(visit.ledger.ask(view.latest), extent)
    return zoom("" if at == ALL else at, extent)


def _window(near: Zoom) -> dict[str, object]:
    since, until = near.window.since, near.window.until
    return {
        "at": near.at or ALL,
        "since": None if since is None else since.isoformat(),
        "until": None if until is None else until.isoformat(),
        "before": near.before,
        "after": near.after,
    }
