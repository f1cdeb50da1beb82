"""The archive: the ledger by years, months and days."""

from __future__ import annotations

from calendar import Calendar
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter, HTTPException
from fastapi.responses import HTMLResponse

from quoth.errors import UsageError
from quoth.store.views import archive as ask
from quoth.store.views.articles import of_day
from quoth.web.visit import Visit, Visiting
from quoth.web.words import locale

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Part:
    """A year, a month or a day of the archive.

    Attributes:
        name: `2031`, `2031-05` or `2031-05-04`.
        share: of the one with most articles, between 0 and 1.
    """

    name: str
    articles: int
    share: float

    @property
    def level(self) -> int:
        """How dark it is drawn, from 1 to 4."""
        return min(4, 1 + int(self.share * 4))

    @property
    def address(self) -> str:
        """Of its page."""
        return "/archive/" + self.name.replace("-", "/")


@router.get("/archive")
def years(visit: Visiting) -> HTMLResponse:
    """All years, with their months."""
    days = visit.kept("archive", ask.days)
    months = ask.grouped(days, 7)
    parts = _parts(months)
    found = [
        (year, [part for part in parts if part.name[:4] == year.name])
        for year in reversed(_parts(ask.grouped(days, 4)))
    ]
    return visit.page("archive.html", years=found, undated=days.undated)


@router.get("/archive/undated")
def undated(visit: Visiting, before: str = "") -> HTMLResponse:
    """The articles that state no day."""
    return _day(visit, None, before)


@router.get("/archive/{year}")
def year(visit: Visiting, year: str) -> HTMLResponse:
    """A year: its months, and the days of each."""
    first = _date(year, "1", "1")
    days = visit.ledger.ask(lambda c: ask.days(c, f"{first.year:04}"))
    months = [f"{first.year:04}-{number:02}" for number in range(1, 13)]
    found = {part.name: part for part in _parts(ask.grouped(days, 10))}
    return visit.page(
        "archive_year.html",
        year=f"{first.year:04}",
        months=[(month, _weeks(visit, month)) for month in months],
        found=found,
        counts=ask.grouped(days, 7),
        weekdays=_weekdays(visit),
    )


@router.get("/archive/{year}/{month}")
def month(visit: Visiting, year: str, month: str) -> HTMLResponse:
    """A month: its days."""
    first = _date(year, month, "1")
    name = first.isoformat()[:7]
    days = visit.ledger.ask(lambda c: ask.days(c, name))
    found = {part.name: part for part in _parts(ask.grouped(days, 10))}
    return visit.page(
        "archive_month.html",
        month=name,
        weeks=_weeks(visit, name),
        found=found,
        articles=sum(part.articles for part in found.values()),
        weekdays=_weekdays(visit),
        beside=_beside(first),
    )


@router.get("/archive/{year}/{month}/{day}")
def day(visit: Visiting, year: str, month: str, day: str, before: str = "") -> HTMLResponse:
    """A day: its articles."""
    return _day(visit, _date(year, month, day), before)


def _day(visit: Visit, day: date | None, before: str) -> HTMLResponse:
    try:
        page = visit.ledger.ask(lambda c: of_day(c, day, before or None))
    except UsageError as error:
        raise HTTPException(400) from error
    earlier, later = None, None
    if day is not None:
        earlier, later = visit.ledger.ask(lambda c: ask.neighbours(c, day.isoformat()))
    return visit.page(
        "archive_day.html",
        when=None if day is None else day.isoformat(),
        page=page,
        first=not before,
        earlier=earlier,
        later=later,
    )


def _parts(counts: dict[str, int]) -> list[Part]:
    most = max(counts.values(), default=1)
    return [Part(name, count, count / most) for name, count in counts.items()]


def _weeks(visit: Visit, month: str) -> list[list[str | None]]:
    """The days of a month by weeks, which begin as the reader's language has it."""
    year, number = int(month[:4]), int(month[5:])
    weeks = Calendar(locale(visit.language).first_week_day).monthdayscalendar(year, number)
    return [[f"{month}-{day:02}" if day else None for day in week] for week in weeks]


def _weekdays(visit: Visit) -> list[tuple[str, str]]:
    """The names of the days of a week, short and whole, in the order of the calendar."""
    tongue = locale(visit.language)
    days = tongue.days["stand-alone"]
    order = [(tongue.first_week_day + i) % 7 for i in range(7)]
    return [(days["abbreviated"][i], days["wide"][i]) for i in order]


def _beside(first: date) -> tuple[str | None, str | None]:
    """The months before and after one."""
    number = first.year * 12 + first.month - 1
    beside = [divmod(n, 12) for n in (number - 1, number + 1)]
    names = [
        f"{y:04}-{m + 1:02}" if date.min.year <= y <= date.max.year else None for y, m in beside
    ]
    return names[0], names[1]


def _date(year: str, month: str, day: str) -> date:
    """A date from the parts of an address; 404 where it is none, or written otherwise."""
    told = f"{year}-{month:>02}-{day:>02}"
    try:
        found = date.fromisoformat(told)
    except ValueError as error:
        raise HTTPException(404) from error
    if found.isoformat() != told or len(month) > 2 or len(day) > 2:
        raise HTTPException(404)
    return found
