"""A text pasted, or a page named, and read at once; nothing is stored unless an editor adds it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Response
from fastapi.responses import RedirectResponse

from quoth.errors import LimitExceeded
from quoth.read.fetch import is_url
from quoth.read.options import As
from quoth.run.at_once import LONGEST, Busy, Desk
from quoth.run.joining import Joiner
from quoth.run.outcome import Outcome
from quoth.store import page_key
from quoth.store.views.pages import standing
from quoth.web.entry import Editing, Trying
from quoth.web.patience import Limit, Patience
from quoth.web.rooms.article import article_page, asked
from quoth.web.shelf import Shelf
from quoth.web.visit import Visit

router = APIRouter(include_in_schema=False)

_LONGEST_URL = 2000
_TIMES, _SECONDS = 30, 600.0
_STATUS = {"busy": 503, "too-large": 413, "too-often": 429}
_WRONG = 422


@router.get("/read")
def form(visit: Trying) -> Response:
    """The form to paste a text or to name a page."""
    desk: Desk = visit.request.app.state.desk
    desk.warm()
    return _form(visit)


@router.post("/read")
def read(
    visit: Trying,
    text: Annotated[str, Form()] = "",
    url: Annotated[str, Form()] = "",
    whole: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Read a text, or the page at an address, and lead to what it says."""
    url = url.strip()
    wrong = _wrong(visit, text, url)
    if wrong:
        return _form(visit, text, url, wrong)
    desk: Desk = visit.request.app.state.desk
    try:
        found = desk.url(url) if url else desk.text(text, As.DUMP if whole else As.ARTICLE)
    except (Busy, LimitExceeded) as error:
        return _form(visit, text, url, error.code)
    if found.reading is None:
        return _form(visit, text, url, found.issues[0].code if found.issues else "empty")
    return RedirectResponse(_address(visit, desk, found), 303)


def _wrong(visit: Visit, text: str, url: str) -> str:
    if bool(text.strip()) == bool(url):
        return "both" if url else "nothing"
    if url and (not is_url(url) or len(url) > _LONGEST_URL):
        return "no-url"
    if len(text) > LONGEST:
        return "too-large"
    if not visit.settings.accounts:  # the owner of the machine
        return ""
    patience: Patience = visit.request.app.state.patience
    return "" if patience.allows([Limit(("read", visit.author), _TIMES, _SECONDS)]) else "too-often"


def _address(visit: Visit, desk: Desk, found: Outcome) -> str:
    reading = found.reading
    assert reading is not None  # noqa: S101
    article = reading.article.id
    if visit.ledger.ask(lambda c: standing(c, article)) is not None:
        return f"/articles/{article}"
    shelf: Shelf = visit.request.app.state.shelf
    return f"/read/{shelf.put(reading, desk.stamp(found))}"


@router.get("/read/{key}")
def result(visit: Trying, key: str, show: str = "") -> Response:
    """What was read at once."""
    shelf: Shelf = visit.request.app.state.shelf
    with shelf.take(key) as found:
        if found is None:
            return _form(visit, wrong="gone", status=404)
        ledger, article = found
        return article_page(visit, ledger, article, show=asked(show), kept=f"/read/{key}")


@router.post("/read/{key}/add")
def add(visit: Editing, key: str) -> Response:
    """Add to the ledger what was read at once, as it was read."""
    shelf: Shelf = visit.request.app.state.shelf
    with shelf.take(key) as found:
        if found is None:
            raise HTTPException(404)
        kept, article = found
        reading = kept.reading(article)
    desk: Desk = visit.request.app.state.desk
    stamp = desk.stamp(Outcome(reading.article.source, reading, reading.issues))
    visit.ledger.add(page_key(reading.article.source), reading, stamp, Joiner())
    return RedirectResponse(f"/articles/{article}", 303)


def _form(
    visit: Visit, text: str = "", url: str = "", wrong: str = "", status: int | None = None
) -> Response:
    return visit.page(
        "read.html",
        status or (_STATUS.get(wrong, _WRONG) if wrong else 200),
        text=text[:LONGEST],
        url=url[:_LONGEST_URL],
        wrong=wrong,
        longest=LONGEST,
    )
