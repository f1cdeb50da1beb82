"""The timeline: what was said and what is dated, from years down to hours."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from quoth.errors import UsageError
from quoth.model.days import DATED, SAID
from quoth.store.views import timeline as view
from quoth.store.views.filter import Filter
from quoth.store.views.search import names
from quoth.web.calendar import drawn
from quoth.web.narrowing import narrowed
from quoth.web.say import Say
from quoth.web.visit import Visiting
from quoth.web.window import Zoom, usual, zoom

router = APIRouter(include_in_schema=False)
Words = Annotated[str, Query(max_length=500)]
ALL = "all"
"""The name that all time has in an address."""


@router.get("/timeline")
def timeline(visit: Visiting, at: Words = "", only: Words = "", after: Words = "") -> HTMLResponse:
    """A window of time: how much stands on each part of it, and what."""
    wanted = Filter.of(visit.request.query_params)
    if only not in ("", SAID, DATED):
        raise UsageError(f"only: {only[:40]!r} is neither {SAID} nor {DATED}", "bad-filter")
    extent = visit.kept("extent", view.extent)
    if extent is None:
        return visit.page("timeline_empty.html")
    near = zoom("" if at == ALL else at or usual(visit.ledger.ask(view.latest), extent), extent)
    kind = only or None
    found = visit.kept(
        ("entries", near.at, wanted, only, after),
        lambda c: view.entries(c, near.window, wanted, kind, after or None),
    )
    picture = visit.kept(
        ("timeline", near.at, wanted, only),
        lambda c: view.picture(c, near.window, wanted, kind),
    )
    address = _Addresses(near, wanted, only)
    return visit.page(
        "timeline.html",
        zoom=near,
        wanted=wanted,
        only=only,
        after=after,
        found=found,
        picture=picture,
        drawn=drawn(near, picture, visit.language),
        address=address,
        narrowers=narrowed(visit, wanted, address.filtered)[1],
        names=visit.ledger.ask(lambda c: names(c, wanted)) if wanted else {},
        say=Say(visit.language),
        ALL=ALL,
    )


class _Addresses:
    """Addresses of the timeline: the same filter, another window."""

    def __init__(self, near: Zoom, wanted: Filter, only: str) -> None:
        self._at, self._wanted, self._only = near.at or ALL, wanted, only

    def __call__(self, at: str | None = None, only: str | None = None, **more: str) -> str:
        """The address of a window.

        Args:
            at: its name; the same window if None.
            only: which kind of entries; the same if None.
        """
        kind = self._only if only is None else only
        told = {"at": at or self._at, **({"only": kind} if kind else {}), **more}
        return f"/timeline?{self._wanted.query(**told)}"

    @property
    def filtered(self) -> str:
        """The beginning of an address of the same window; the query of a filter follows."""
        told = {"at": self._at, **({"only": self._only} if self._only else {})}
        return f"/timeline?{urlencode(told)}&"
