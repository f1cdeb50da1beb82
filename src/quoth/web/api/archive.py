"""What is new, and the ledger by years, months and days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, HTTPException, Path, Request, Response

from quoth.store.views import archive as view
from quoth.store.views import front as fronts
from quoth.store.views.articles import Listed, of_day
from quoth.web.api.answers import list_answer, record_answer, without
from quoth.web.api.parameters import Page, Paging
from quoth.web.api.routes import router as api_router
from quoth.web.api.shapes import listed, shape
from quoth.web.visit import Visit, Visiting

Year = Annotated[str, Path(pattern=r"^\d{4}$", description="a year, four digits")]
Month = Annotated[str, Path(pattern=r"^(0[1-9]|1[0-2])$", description="a month, two digits")]
DayOf = Annotated[str, Path(pattern=r"^\d\d$", description="a day, two digits")]


@dataclass(frozen=True, slots=True)
class Period:
    """A year, a month or a day.

    Attributes:
        period: `2031`, `2031-05` or `2031-05-04`.
        articles: how many appeared; older versions of pages count too.
    """

    period: str
    articles: int


@dataclass(frozen=True, slots=True)
class Archive:
    """The parts of the ledger, or of a year or a month of it, in their order.

    Attributes:
        undated: articles whose page states no day; of the whole ledger alone, else 0.
    """

    periods: tuple[Period, ...]
    undated: int


ARTICLE = shape(Listed, "Article")
FRONT = shape(fronts.Front, "Front", ("activity",))
ARCHIVE = shape(Archive)
YEAR, MONTH, DAY = 4, 7, 10
router = api_router("archive")


@router.get("/front", response_model=FRONT)
def front(visit: Visiting, request: Request) -> Response:
    """What is new: the latest days, who speaks most and through whom, languages and countries."""
    found = visit.kept("front", fronts.front)
    return record_answer(request, without(found, "activity"))


@router.get("/archive", response_model=ARCHIVE)
def years(visit: Visiting, request: Request) -> Response:
    """The years that have articles."""
    return _archive(request, visit.kept("archive", view.days), YEAR)


@router.get("/archive/undated", response_model=listed(ARTICLE))
def undated(visit: Visiting, request: Request, page: Page) -> Response:
    """The articles whose page states no day, those read last first."""
    return _articles(visit, request, None, page)


@router.get("/archive/{year}", response_model=ARCHIVE)
def months(visit: Visiting, request: Request, year: Year) -> Response:
    """The months of a year that have articles."""
    return _archive(request, visit.ledger.ask(lambda c: view.days(c, year)), MONTH)


@router.get("/archive/{year}/{month}", response_model=ARCHIVE)
def days(visit: Visiting, request: Request, year: Year, month: Month) -> Response:
    """The days of a month that have articles."""
    return _archive(request, visit.ledger.ask(lambda c: view.days(c, f"{year}-{month}")), DAY)


def _day(year: Year, month: Month, day: DayOf) -> date:
    try:
        return date.fromisoformat(f"{year}-{month}-{day}")
    except ValueError as error:
        raise HTTPException(404, "there is no such day") from error


@router.get("/archive/{year}/{month}/{day}", response_model=listed(ARTICLE))
def articles(
    visit: Visiting, request: Request, day: Annotated[date, Depends(_day)], page: Page
) -> Response:
    """The articles of a day, those read last first."""
    return _articles(visit, request, day, page)


def _articles(visit: Visit, request: Request, day: date | None, page: Paging) -> Response:
    found = visit.ledger.ask(lambda c: of_day(c, day, page.cursor or None, page.limit))
    return list_answer(request, found.articles, found.next)


def _archive(request: Request, days: view.Days, length: int) -> Response:
    """The periods whose names have so many characters."""
    periods = (Period(name, count) for name, count in view.grouped(days, length).items())
    undated = days.undated if length == YEAR else 0
    return record_answer(request, Archive(tuple(periods), undated))
