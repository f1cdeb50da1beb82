"""What was said and what is dated, by when: counts, stretches and lists of a window of time.

A window is a beginning and an end as text: `2031-05` to `2031-06` is a month, whose parts are
days, the first ten characters of every day or moment in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from operator import ne
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    RowMapping,
    Select,
    exists,
    func,
    literal,
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
from quoth.store.views.search import keys_found, lines_of

_S, _A, _D, _V = t.statement.c, t.article.c, t.dated.c, t.version.c
LOOKED = 5_000
"""Statements that fit a filter and are counted: the newest ones."""
RANGES = 60
"""Stretches of a window, at most: those that most entries have."""


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the calendar.

    Attributes:
        low, high: every day or moment of it is `low` or greater, and less than `high`.
        before: where the window before it begins: stretches that begin there may reach into it.
        size: characters by which its parts are told apart: 4 of years, 13 of hours.
        since, until: its first and its last day; None where it is open.
    """

    low: str
    high: str
    before: str
    size: int
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """What stands on one part of a window, and on no other: so many statements, so many days.

    What is of a whole day has that day as its period, where the parts are hours.
    """

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


def extent(connection: Connection) -> tuple[str, str] | None:
    """The first and the last day or moment of the ledger; None where it has none."""
    ends = ((f, c) for c in (_S.said_first, _D.first) for f in (func.min, func.max))
    found = [connection.execute(select(f(c)).where(c >= "0")).scalar() for f, c in ends]
    told = [str(one) for one in found if one is not None]
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
    sources, capped = _sources(connection, window, wanted, only)
    for kind, source in sources.items():
        for period, count in connection.execute(_bars(source, window)):
            bars[period][kind] += count
        for first, last, count in connection.execute(_ranges(source, window)):
            ranges[first, last][kind] += count
    most = sorted(ranges.items(), key=lambda item: (-item[1].total(), item[0]))[:RANGES]
    return Picture(
        tuple(Bar(period, n[SAID], n[DATED]) for period, n in sorted(bars.items())),
        tuple(Range(*ends, n[SAID], n[DATED]) for ends, n in sorted(most)),
        capped,
    )


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
    """Where an entry stands in the list: `one` and `two` are keys of its table."""

    first: str
    kind: str
    one: int
    two: int
    last: str = field(compare=False)

    @property
    def place(self) -> tuple[str, str, int, int]:
        return self.first, self.kind, self.one, self.two


def _place(after: str | None) -> tuple[str, str, int, int] | None:
    if not after:
        return None
    first, kind, one, two = cursor.parts_of(after, 4)
    return first, kind, cursor.number(one), cursor.number(two)


@dataclass(frozen=True, slots=True)
class _Source:
    """Rows with a first and a last day or moment."""

    table: FromClause
    first: ColumnElement[str]
    last: ColumnElement[str]


_SAID = _Source(t.statement, _S.said_first, _S.said_last)
_DATED = _Source(t.dated, _D.first, _D.last)


def _sources(
    connection: Connection, window: Window, wanted: Filter, only: str | None
) -> tuple[dict[str, _Source], bool]:
    """Where the kinds of entries are counted, and whether not all are there."""
    if not wanted:
        kinds = {SAID: _SAID, DATED: _DATED}
        return {kind: kinds[kind] for kind in kinds if only in (None, kind)}, False
    if only == DATED:
        return {}, False
    keys = _keys(connection, window, wanted)
    some = select(_S.said_first, _S.said_last).where(_S.key.in_(keys)).subquery()
    return {SAID: _Source(some, some.c.said_first, some.c.said_last)}, len(keys) >= LOOKED


def _keys(connection: Connection, window: Window, wanted: Filter) -> list[int]:
    """The newest statements that fit and were made within a window."""
    since, until = wanted.said_since or window.since, wanted.said_until or window.until
    narrowed = replace(
        wanted,
        said_since=max(since, window.since) if window.since and since else since,
        said_until=min(until, window.until) if window.until and until else until,
    )
    return keys_found(connection, narrowed, LOOKED)


def _bars(source: _Source, window: Window) -> Select[Any]:
    """What stands on one part of the window alone."""
    part = func.substr(source.first, 1, window.size)
    return (
        select(part, func.count())
        .select_from(source.table)
        .where(source.first >= window.low, source.first < window.high)
        .where(part == func.substr(source.last, 1, window.size))
        .group_by(part)
    )


def _ranges(source: _Source, window: Window) -> Select[Any]:
    """What may stand on several parts of the window, and is not much longer than it."""
    ends = (func.substr(source.first, 1, _MINUTE), func.substr(source.last, 1, _MINUTE))
    if window.size <= _DAY:
        ends = (func.substr(source.first, 1, _DAY), func.substr(source.last, 1, _DAY))
    parts = (func.substr(end, 1, window.size) for end in ends)
    return (
        select(*ends, func.count())
        .select_from(source.table)
        .where(source.first >= window.before, source.first < window.high)
        .where(source.last >= window.low, ne(*parts))
        .group_by(*ends)
        .order_by(func.count().desc(), *ends)
        .limit(RANGES)
    )


_DAY, _MINUTE = len("2031-05-01"), len("2031-05-01T00:00")


def _said(
    connection: Connection,
    window: Window,
    wanted: Filter,
    place: tuple[str, str, int, int] | None,
    most: int,
) -> list[_Row]:
    query = select(_S.said_first, _S.key, _S.said_last).where(CURRENT)
    if wanted:
        query = query.where(_S.key.in_(_keys(connection, window, wanted)))
    query = query.where(_S.said_first >= window.low, _S.said_first < window.high)
    if place is not None:
        first, kind, one, _ = place
        beyond = tuple_(_S.said_first, _S.key) > tuple_(
            literal(first), literal(one if kind == SAID else _AFTER[kind > SAID])
        )
        query = query.where(_S.said_first >= first, beyond)
    rows = connection.execute(query.order_by(_S.said_first, _S.key).limit(most))
    return [_Row(first, SAID, key, 0, last or first) for first, key, last in rows]


_AFTER = (-1, 2**62)
"""A key before all, and one behind all."""


def _dated(
    connection: Connection,
    window: Window,
    place: tuple[str, str, int, int] | None,
    most: int,
) -> list[_Row]:
    now = exists().where(_V.article_id == _A.id, _V.current)
    query = (
        select(_D.first, _D.article, _D.position, _D.last)
        .join(t.article, _A.key == _D.article)
        .where(now, _D.first >= window.low, _D.first < window.high)
    )
    if place is not None:
        first, kind, one, two = place
        here = (one, two) if kind == DATED else (_AFTER[kind > DATED], 0)
        beyond = tuple_(_D.first, _D.article, _D.position) > tuple_(*map(literal, (first, *here)))
        query = query.where(_D.first >= first, beyond)
    query = query.order_by(_D.first, _D.article, _D.position).limit(most)
    return [_Row(first, DATED, a, p, last) for first, a, p, last in connection.execute(query)]


def _entries(connection: Connection, rows: Sequence[_Row]) -> tuple[Entry, ...]:
    said = {x.key: x for x in lines_of(connection, [r.one for r in rows if r.kind == SAID])}
    places = [(r.one, r.two) for r in rows if r.kind == DATED]
    query = (
        select(t.dated, _A.id, _A.headline, _A.site, _A.language, _A.day)
        .join(t.article, _A.key == _D.article)
        .where(tuple_(_D.article, _D.position).in_(places))
    )
    days = {
        (row["article"], row["position"]): _day(row) for row in connection.execute(query).mappings()
    }
    return tuple(
        Entry(r.first, r.last, said.get(r.one), None)
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
