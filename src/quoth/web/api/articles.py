"""Articles with their statements and marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypeVar

from fastapi import HTTPException, Query, Request, Response

from quoth.errors import UsageError
from quoth.export.record import article_record, exported, mark_record
from quoth.model import VALUES, Mark, Reading, Statement
from quoth.store import Ledger
from quoth.store.views.pages import Standing, standing
from quoth.web.api.answers import list_answer, record_answer
from quoth.web.api.parameters import Ident, Page, Paging, given
from quoth.web.api.records import ArticleRecord, MarkRecord, StatementRecord
from quoth.web.api.routes import missing
from quoth.web.api.routes import router as api_router
from quoth.web.api.shapes import listed, shape
from quoth.web.visit import Visiting

ARTICLE, STATEMENT, MARK = shape(ArticleRecord), shape(StatementRecord), shape(MarkRecord)
STANDING = shape(Standing)
router = api_router("articles")
V = TypeVar("V")


class Marks(Paging):
    """Which marks of an article."""

    kind: str = given("only marks of this kind", pattern=f"^({'|'.join(sorted(VALUES))})$")


@router.get("/articles/{ident}", response_model=ARTICLE)
def article(visit: Visiting, request: Request, ident: Ident) -> Response:
    """An article with its blocks."""
    return record_answer(request, article_record(_reading(visit.ledger, ident)))


@router.get("/articles/{ident}/statements", response_model=listed(STATEMENT))
def statements(visit: Visiting, request: Request, ident: Ident, page: Page) -> Response:
    """The statements of an article with all that is known of them, in text order."""
    reading = _reading(visit.ledger, ident)
    some, after = _page(reading.of(Statement), page)
    return list_answer(request, exported((reading, mark) for mark in some), after)


@router.get("/articles/{ident}/versions", response_model=STANDING)
def versions(visit: Visiting, request: Request, ident: Ident) -> Response:
    """Where an article stands in the ledger, and what its page said otherwise."""
    found = visit.ledger.ask(lambda c: standing(c, ident))
    if found is None:
        raise missing("article", ident)
    return record_answer(request, found)


@router.get("/articles/{ident}/marks", response_model=listed(MARK))
def marks(
    visit: Visiting, request: Request, ident: Ident, page: Annotated[Marks, Query()]
) -> Response:
    """The marks of an article in text order: languages, sentences, names, times, and so on."""
    reading = _reading(visit.ledger, ident)
    found = [m for m in reading.marks if m.kind in VALUES and page.kind in ("", m.kind)]
    some, after = _page(found, page)
    return list_answer(request, some, after, lambda mark: mark_record(reading.article, mark))


def _reading(ledger: Ledger, ident: str) -> Reading:
    try:
        reading = ledger.linked(ident)
    except UsageError as error:
        raise missing("article", ident) from error
    if reading.article.id != ident:  # the beginning of an id is none
        raise missing("article", ident)
    return reading


def _page(found: Sequence[Mark[V]], page: Paging) -> tuple[Sequence[Mark[V]], str | None]:
    """Those behind the cursor, and the cursor of the next page; a cursor is the last mark's id."""
    at = 0
    if page.cursor:
        ids = [m.id for m in found]
        if page.cursor not in ids:
            raise HTTPException(400, "the cursor is of no such list")
        at = ids.index(page.cursor) + 1
    some = found[at : at + page.limit]
    return some, some[-1].id if at + page.limit < len(found) else None
