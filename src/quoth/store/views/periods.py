"""How much was said and is dated by when: counts of the parts of a window of time.

A window is a beginning and an end as text: `2031-05` to `2031-05~` is a month, whose parts are
days: the first ten characters of every day or moment in it.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import ne
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    func,
    select,
)

from quoth.model.days import DATED, SAID
from quoth.store import schema as t
from quoth.store.sqlite import each
from quoth.store.views.filter import Filter
from quoth.store.views.search import keys_found

_S, _A, _D = t.statement.c, t.article.c, t.dated.c
LOOKED = 2_000
"""Statements that fit a filter and are counted: the newest ones."""
RANGES = 60
"""Stretches of a window, at most: those that most entries have."""


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the calendar.

    Attributes:
        low, high: every day or moment of it is `low` or greater, and less than `high`.
        before: where the window before it begins: stretches that begin there may reach into it.
        parts: the beginnings of its parts, in order, all of one length.
        since, until: its first and its last day; None where it is open.
    """

    low: str
    high: str
    before: str
    parts: tuple[str, ...]
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """What stands on one part of a window, and on no other: so many statements, so many days."""

    period: str
    said: int
    dated: int


@dataclass(frozen=True, slots=True)
class Range:
    """A stretch over several parts of a window: so many statements or days may be of any of it."""

    first: str
    last: str
    said: int
    dated: int


@dataclass(frozen=True, slots=True)
class Picture:
    """The bars and stretches of a window, in order.

    Attributes:
        capped: whether more than `LOOKED` statements fit, and only the newest are counted.
    """

    bars: tuple[Bar, ...]
    ranges: tuple[Range, ...]
    capped: bool = False


def extent(connection: Connection) -> tuple[str, str] | None:
    """The first and the last day or moment of the ledger; None where it has none."""
    told: list[str] = []
    for column in (_S.said_first, _D.first):
        for order in (column.asc(), column.desc()):
            query = select(column).where(column >= "0").order_by(order).limit(1)
            told += connection.execute(query).scalars()
    return (min(told), max(told)) if told else None


def latest(connection: Connection) -> str | None:
    """The day of the latest article; None where no article has one."""
    found: str | None = connection.execute(select(func.max(_A.day))).scalar()
    return found


def picture(
    connection: Connection, window: Window, wanted: Filter, only: str | None = None
) -> Picture:
    """What is drawn of a window.

    Without a filter it counts what earlier versions of pages had too.

    Args:
        wanted: which statements; sentences are left out where it asks for anything.
        only: `said` or `dated`, and not the other.
    """
    bars: dict[str, Counter[str]] = defaultdict(Counter)
    ranges: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    capped = False
    if wanted:
        keys = keys_within(connection, window, wanted) if only != DATED else []
        capped = len(keys) >= LOOKED
        _count(bars, ranges, window, _times(connection, keys))
    else:
        for source in (s for s in _SOURCES if only in (None, s.kind)):
            for period, count in _bars(connection, source, window):
                bars[period][source.kind] += count
            for first, last, count in connection.execute(_ranges(source, window)):
                ranges[first, last][source.kind] += count
    most = sorted(ranges.items(), key=lambda item: (-item[1].total(), item[0]))[:RANGES]
    return Picture(
        tuple(Bar(p, n[SAID], n[DATED]) for p, n in sorted(bars.items()) if n.total()),
        tuple(Range(*ends, n[SAID], n[DATED]) for ends, n in sorted(most)),
        capped,
    )


@dataclass(frozen=True, slots=True)
class _Source:
    """A table whose rows have a first and a last day or moment.

    Attributes:
        inside: the query for the number of those that lie between each of some beginnings and its
            end: `ends`, an object of JSON.
    """

    kind: str
    table: Table
    first: ColumnElement[str]
    last: ColumnElement[str]
    inside: Select[Any]


def _source(kind: str, table: Table, first: str, last: str) -> _Source:
    ends = each("ends", "key", "value")
    low, high = ends.c.key, ends.c.value
    inside = (table.c[first] >= low, table.c[first] < high, table.c[last] < high)
    count = select(func.count()).select_from(table).where(*inside).scalar_subquery()
    return _Source(kind, table, table.c[first], table.c[last], select(low, count))


_SOURCES = (
    _source(SAID, t.statement, "said_first", "said_last"),
    _source(DATED, t.dated, "first", "last"),
)


def keys_within(connection: Connection, window: Window, wanted: Filter) -> list[int]:
    """The newest statements that fit and were made within a window."""
    days = [day for day in (wanted.said_since, window.since) if day is not None]
    ends = [day for day in (wanted.said_until, window.until) if day is not None]
    since, until = max(days, default=None), min(ends, default=None)
    return keys_found(connection, replace(wanted, said_since=since, said_until=until), LOOKED)


def _times(connection: Connection, keys: Sequence[int]) -> list[tuple[str, str]]:
    query = select(_S.said_first, _S.said_last).where(_S.key.in_(keys))
    rows = connection.execute(query)
    return [(first, last) for first, last in rows if first is not None and last is not None]


def _count(
    bars: dict[str, Counter[str]],
    ranges: dict[tuple[str, str], Counter[str]],
    window: Window,
    times: Sequence[tuple[str, str]],
) -> None:
    """Count statements as `_bars` and `_ranges` do."""
    size = len(window.parts[0])
    for first, last in times:
        if first[:size] == last[:size]:
            if window.low <= first < window.high:
                bars[first[:size]][SAID] += 1
        elif window.before <= first < window.high and last >= window.low:
            end = _end(window)
            ranges[first[:end], last[:end]][SAID] += 1


def _bars(connection: Connection, source: _Source, window: Window) -> list[tuple[str, int]]:
    """What stands on one part of the window alone: a count of each, which an index gives."""
    ends = [(part, f"{part}~") for part in window.parts]
    if len(window.parts[0]) > _DAY:  # what is of the whole day is of none of its hours
        ends.append((window.low, f"{window.low} "))
    rows = connection.execute(source.inside, {"ends": json.dumps(dict(ends))})
    return [(low, count) for low, count in rows]


def _ranges(source: _Source, window: Window) -> Select[Any]:
    """What may stand on several parts of the window, and is not much longer than it."""
    size, end = len(window.parts[0]), _end(window)
    ends = (func.substr(source.first, 1, end), func.substr(source.last, 1, end))
    parts = (func.substr(one, 1, size) for one in ends)
    return (
        select(*ends, func.count())
        .select_from(source.table)
        .where(source.last > source.first)  # in these words: there is an index of such rows alone
        .where(source.first >= window.before, source.first < window.high)
        .where(source.last >= window.low, ne(*parts))
        .group_by(*ends)
        .order_by(func.count().desc(), *ends)
        .limit(RANGES)
    )


def _end(window: Window) -> int:
    """Characters of a day or moment that tell stretches of a window apart."""
    return _DAY if len(window.parts[0]) <= _DAY else _MINUTE


_DAY, _MINUTE = len("2031-05-01"), len("2031-05-01T00:00")
