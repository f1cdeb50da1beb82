"""The ledger by years, months and days."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from quoth.store import schema as t
from quoth.store.folding import clean

_A = t.article.c


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which articles appeared; older versions of pages count too."""

    day: str
    articles: int


@dataclass(frozen=True, slots=True)
class Days:
    """All days of a ledger, or of a part of it, in their order.

    Attributes:
        undated: articles whose page states no day.
    """

    days: tuple[Day, ...]
    undated: int = 0


def days(connection: Connection, within: str = "") -> Days:
    """How many articles each day has: an index alone is read.

    Args:
        within: a year (`2031`) or a month (`2031-05`); all days if it is empty.
    """
    query = select(_A.day, func.count()).group_by(_A.day).order_by(_A.day)
    if within:
        first = clean(within)
        query = query.where(_A.day >= first, _A.day < f"{first}~")
    counts: dict[str | None, int] = dict(connection.execute(query).all())
    undated = counts.pop(None, 0)
    return Days(tuple(Day(day, count) for day, count in counts.items() if day), undated)


def grouped(of: Days, length: int) -> dict[str, int]:
    """Articles by year (4), by month (7) or by day (10), in order."""
    found: dict[str, int] = {}
    for day in of.days:
        found[day.day[:length]] = found.get(day.day[:length], 0) + day.articles
    return found


def neighbours(connection: Connection, day: str) -> tuple[str | None, str | None]:
    """The last day with articles before a day, and the first one after it."""
    before = select(func.max(_A.day)).where(_A.day < day)
    after = select(func.min(_A.day)).where(_A.day > day)
    return connection.execute(before).scalar(), connection.execute(after).scalar()
