"""What was said and what is dated, in the order of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    and_,
    exists,
    literal,
    or_,
    select,
    tuple_,
)

from quoth.model import Span
from quoth.model.days import DATED, SAID
from quoth.model.time import Grain
from quoth.store import schema as t
from quoth.store.views import cursor
from quoth.store.views.filter import Filter
from quoth.store.views.lines import CURRENT, Line
from quoth.store.views.periods import (
    Bar,
    Picture,
    Range,
    Window,
    extent,
    keys_within,
    latest,
    picture,
)
from quoth.store.views.search import lines_of

__all__ = [
    "Bar",
    "Day",
    "Entries",
    "Entry",
    "Picture",
    "Range",
    "Window",
    "entries",
    "extent",
    "latest",
    "picture",
]

_S, _A, _D, _V = t.statement.c, t.article.c, t.dated.c, t.version.c


@dataclass(frozen=True, slots=True)
class Day:
    """A sentence that names a day and is not what somebody said.

    Attributes:
        sentence: its words, for people.
        first, last: days or moments, both included.
        grain: the unit to which it is known.
        span: the sentence.
    """

    article: str
    headline: str | None
    site: str | None
    language: str | None
    day: str | None
    sentence: str
    first: str
    last: str
    grain: Grain
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the list: a statement, or a sentence."""

    first: str
    last: str
    said: Line | None
    dated: Day | None

    @property
    def day(self) -> str:
        """The day on which it begins."""
        return self.first[:10]


@dataclass(frozen=True, slots=True)
class Entries:
    """A page of the list; `next` is the cursor of the one that follows, None of the last."""

    entries: tuple[Entry, ...]
    next: str | None = None


def entries(
    connection: Connection,
    window: Window,
    wanted: Filter,
    only: str | None = None,
    after: str | None = None,
    most: int = 50,
) -> Entries:
    """What begins in a window, in the order of time; as `picture` otherwise.

    Raises:
        UsageError: if the cursor is none (`bad-cursor`).
    """
    place = _place(after)
    found: list[_Row] = []
    if only != DATED:
        found += _said(connection, window, wanted, place, most + 1)
    if only != SAID and not wanted:
        found += _dated(connection, window, place, most + 1)
    found.sort()
    shown = found[:most]
    following = cursor.written(*shown[-1].place) if len(found) > most else None
    return Entries(_entries(connection, shown), following)


@dataclass(frozen=True, slots=True, order=True)
class _Row:
    """Where an entry stands in the list: `one` and `two` are keys of its table.

    An open end is an empty `last`.
    """

    first: str
    last: str
    kind: str
    one: int
    two: int

    @property
    def place(self) -> tuple[str, str, str, int, int]:
        return self.first, self.last, self.kind, self.one, self.two


def _place(after: str | None) -> _Row | None:
    if not after:
        return None
    first, last, kind, one, two = cursor.parts_of(after, 5)
    return _Row(first, last, kind, cursor.number(one), cursor.number(two))


def _said(
    connection: Connection, window: Window, wanted: Filter, place: _Row | None, most: int
) -> list[_Row]:
    if wanted:
        return _chosen(connection, window, wanted, place)[:most]
    columns = (_S.said_first, _S.said_last, _S.key)
    query = select(*columns).where(CURRENT)
    query = query.where(_S.said_first >= window.low, _S.said_first < window.high)
    if place is not None:
        key = place.one if place.kind == SAID else _AFTER[place.kind > SAID]
        beyond = _beyond(columns, (place.first, place.last, key))
        if not place.last:  # of an open end there may be more: they come first, and compare to none
            more = (_S.said_first == place.first, _S.said_last.is_(None), _S.key > key)
            beyond = and_(_S.said_first >= place.first, or_(beyond, and_(*more)))
        query = query.where(beyond)
    rows = connection.execute(query.order_by(*columns).limit(most))
    return [_Row(first, last or "", SAID, key, 0) for first, last, key in rows]


def _chosen(
    connection: Connection, window: Window, wanted: Filter, place: _Row | None
) -> list[_Row]:
    """The statements that fit a filter, in order; they are few, so that no index is walked."""
    query = select(_S.said_first, _S.said_last, _S.key)
    rows = connection.execute(query.where(_S.key.in_(keys_within(connection, window, wanted))))
    told = [_Row(first, last or "", SAID, key, 0) for first, last, key in rows if first]
    inside = (row for row in told if window.low <= row.first < window.high)
    return sorted(row for row in inside if place is None or row > place)


_AFTER = (-1, 2**62)
"""A key before all, and one behind all."""


def _dated(connection: Connection, window: Window, place: _Row | None, most: int) -> list[_Row]:
    now = exists().where(_V.article_id == _A.id, _V.current)
    columns = (_D.first, _D.last, _D.article, _D.position)
    query = (
        select(*columns)
        .join(t.article, _A.key == _D.article)
        .where(now, _D.first >= window.low, _D.first < window.high)
    )
    if place is not None:
        here = (place.one, place.two) if place.kind == DATED else (_AFTER[place.kind > DATED], 0)
        query = query.where(_beyond(columns, (place.first, place.last, *here)))
    query = query.order_by(*columns).limit(most)
    return [_Row(first, last, DATED, a, p) for first, last, a, p in connection.execute(query)]


def _beyond(columns: Sequence[Any], place: Sequence[str | int]) -> ColumnElement[bool]:
    """Whether a row stands behind a place in the list."""
    return and_(columns[0] >= place[0], tuple_(*columns) > tuple_(*map(literal, place)))


def _entries(connection: Connection, rows: Sequence[_Row]) -> tuple[Entry, ...]:
    said = {x.key: x for x in lines_of(connection, [r.one for r in rows if r.kind == SAID])}
    dated = [r for r in rows if r.kind == DATED]
    # any article with any of the positions: an index has both, and pairs would be looked for in all
    query = (
        select(t.dated, _A.id, _A.headline, _A.site, _A.language, _A.day)
        .join(t.article, _A.key == _D.article)
        .where(_D.article.in_({r.one for r in dated}), _D.position.in_({r.two for r in dated}))
    )
    days = {
        (row["article"], row["position"]): _day(row) for row in connection.execute(query).mappings()
    }
    return tuple(
        Entry(r.first, r.last or r.first, said.get(r.one), None)
        if r.kind == SAID
        else Entry(r.first, r.last, None, days.get((r.one, r.two)))
        for r in rows
    )


def _day(row: RowMapping) -> Day:
    return Day(
        article=row["id"],
        headline=row["headline"],
        site=row["site"],
        language=row["language"],
        day=row["day"],
        sentence=row["sentence"],
        first=row["first"],
        last=row["last"],
        grain=Grain(row["grain"]),
        span=Span(row["start"], row["end"]),
    )
