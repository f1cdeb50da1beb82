"""Statements that a reader looks for: pages of them, and what there is to narrow them down by.

No question reads all that fits.  One field of the filter leads: its index gives candidates, the
newest first, a few hundred and then more, `LOOKED` of them at last; the other fields are asked of
those alone.  Where that was not enough for a page, `Found.next` goes on behind the last candidate.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, func, select

from quoth.errors import UsageError
from quoth.store import schema as t
from quoth.store.folding import clean
from quoth.store.numbering import A_DAY, day_of_key
from quoth.store.views import cursor
from quoth.store.views.filter import Filter
from quoth.store.views.leads import Lead, asked, lead
from quoth.store.views.lines import CURRENT, Line, line, lines

T = TypeVar("T")
PAGE = 50
"""Statements on a page."""
FEW = 100
"""Candidates that are looked at first."""
MORE = 10
"""How many times as many are looked at next, where those were too few for a page."""
LOOKED = 10_000
"""Candidates that are looked at for one page at most."""
COUNTED = 1_000
"""The newest candidates, of which the values of each field are counted."""
VALUES = 12
"""Values that are counted of one field."""

_S, _A, _M, _E, _P = t.statement.c, t.article.c, t.membership.c, t.entity.c, t.placed.c


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what was looked for, the newest first.

    Attributes:
        next: the cursor of what follows; None at the end.
        short: whether fewer than a page were found among the candidates that were looked at,
            and older ones are still to be asked.
    """

    lines: tuple[Line, ...]
    next: str | None = None
    short: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a field of the filter.

    Attributes:
        name: the value; of an entity, what it is called; of days, the day, the month (`2031-05`)
            or the year.
        filter: what `Filter.of` takes to have this value alone, by field.
    """

    name: str
    count: int
    filter: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of a field among what was found, most frequent first; days in their order.

    Attributes:
        field: `language`, `kind`, `form`, `hedge`, `outlet`, `country`, `venue`, `entity`,
            `published` or `said`.
        others: how many of those found have a value that is not among these.
    """

    field: str
    values: tuple[Value, ...]
    others: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """How many were found, and how they divide.

    Attributes:
        more: whether there may be more: only the newest `COUNTED` candidates are counted.
    """

    total: int
    more: bool
    facets: tuple[Facet, ...]


def found(
    connection: Connection, wanted: Filter, before: str | None = None, most: int = PAGE
) -> Found:
    """A page of the statements that fit, the newest first.

    Args:
        before: the cursor of an earlier page.

    Raises:
        UsageError: if the cursor is none (`bad-cursor`).
    """
    limit = cursor.read(before)
    looked = FEW
    while True:
        some = lead(connection, wanted, limit, looked)
        keys = _fitting(connection, wanted, some, most + 1)
        if len(keys) > most or some.floor is None or looked >= LOOKED:
            break
        looked = min(looked * MORE, LOOKED)
    short = len(keys) < most and some.floor is not None
    last = some.floor if len(keys) <= most else keys[most - 1]
    following = None if last is None else cursor.written(last)
    return Found(lines_of(connection, keys[:most]), following, short)


def keys_found(connection: Connection, wanted: Filter, most: int) -> list[int]:
    """The keys of the newest statements that fit, among `LOOKED` candidates."""
    return _fitting(connection, wanted, lead(connection, wanted, None, LOOKED), most)


def lines_of(connection: Connection, keys: Iterable[int]) -> tuple[Line, ...]:
    """The statements with these keys, the greatest key first."""
    rows = connection.execute(lines().where(_S.key.in_(list(keys)))).mappings()
    return tuple(sorted(map(line, rows), key=lambda x: -x.key))


def names(connection: Connection, wanted: Filter) -> dict[str, str]:
    """What is called how of that which a filter names by an id, by field."""
    asked_for = {
        "entity": select(_E.name).where(_E.id == clean(wanted.entity)),
        "article": select(_A.headline).where(_A.id == clean(wanted.article)),
        "names": select(_P.name).where(_P.geonames == wanted.names),
    }
    told = {
        field: connection.execute(query.limit(1)).scalar()
        for field, query in asked_for.items()
        if getattr(wanted, field)
    }
    return {field: name for field, name in told.items() if name}


def counted(connection: Connection, wanted: Filter) -> Counted:
    """What was found, counted by the values of each field that may narrow it down."""
    some = lead(connection, wanted, None, COUNTED)
    joined = t.statement.outerjoin(t.article, _A.id == _S.article_id).outerjoin(
        t.membership, (_M.article == _A.key) & (_M.actor == _S.actor)
    )
    fits = (CURRENT, *asked(wanted, some))
    rows = connection.execute(select(*_COUNTED.values()).select_from(joined).where(*fits)).all()
    more = some.floor is not None
    if not rows:
        return Counted(0, more, ())
    columns = dict(zip(_COUNTED, zip(*rows, strict=True), strict=True))
    facets = [
        _speakers(connection, columns["entity"]),
        *(_facet(name, columns[name]) for name in _PLAIN),
        _days("published", _published(columns["key"]), ("since", "until")),
        _days("said", columns["said"], ("said_since", "said_until")),
    ]
    return Counted(len(rows), more, tuple(f for f in facets if f.values))


_PLAIN = ("kind", "form", "hedge", "language", "outlet", "country", "place", "venue")
_COUNTED: dict[str, Any] = {
    "key": _S.key,
    **{name: _S[name] for name in _PLAIN if name != "hedge"},
    "hedge": _S.hedge_text.is_not(None),
    "said": func.substr(_S.said_first, 1, 10),
    "entity": _M.entity,
}


def _fitting(connection: Connection, wanted: Filter, some: Lead, most: int) -> list[int]:
    """The newest candidates that fit."""
    fits = (CURRENT, *asked(wanted, some))
    query = select(_S.key).where(*fits).order_by(_S.key.desc()).limit(most)
    return list(connection.execute(query).scalars())


def _facet(field: str, values: Iterable[Any]) -> Facet:
    counts = _counts(values)
    if field == "hedge":
        counts = Counter({"yes" if k else "no": n for k, n in counts.items()})
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    known = ((name, count) for name, count in ranked if _offered(field, name))
    shown = tuple(Value(name, count, ((field, name),)) for name, count in islice(known, VALUES))
    return Facet(field, shown, counts.total() - sum(v.count for v in shown))


def _counts(values: Iterable[T | None]) -> Counter[T]:
    """How often each value stands there; what has none is not counted."""
    counts = Counter(values)
    counts.pop(None, None)
    return cast("Counter[T]", counts)


def _published(keys: Iterable[int]) -> Counter[str]:
    """How many statements each day has."""
    numbers = Counter(key // A_DAY for key in keys)
    days = ((day_of_key(number * A_DAY), count) for number, count in numbers.items())
    return Counter({day.isoformat(): count for day, count in days if day is not None})


@lru_cache(maxsize=4096)
def _offered(field: str, name: str) -> bool:
    """Whether a filter can have a value that stands in the ledger; it is cut nowhere."""
    try:
        return Filter().replaced(field, name).values() == {field: name}
    except UsageError:
        return False


def _speakers(connection: Connection, entities: Iterable[int | None]) -> Facet:
    counts = _counts(entities)
    first = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:VALUES]
    query = select(_E.key, _E.id, _E.name).where(_E.key.in_([key for key, _ in first]))
    names = {row.key: row for row in connection.execute(query)}
    shown = tuple(
        Value(names[key].name, count, (("entity", names[key].id),)) for key, count in first
    )
    return Facet("entity", shown, counts.total() - sum(v.count for v in shown))


def _days(field: str, days: Iterable[str | None], fields: tuple[str, str]) -> Facet:
    """Days by year, by month or each, so that there are few."""
    counts = _counts(days)
    grouped = counts
    for length in (10, 7, 4):
        grouped = Counter()
        for day, count in counts.items():
            grouped[day[:length]] += count
        if len(grouped) <= VALUES:
            break
    first = sorted(grouped.items())[-VALUES:]
    shown = tuple(
        Value(name, count, tuple(zip(fields, span, strict=True)))
        for name, count in first
        if (span := _span(name))
    )
    return Facet(field, shown, counts.total() - sum(v.count for v in shown))


def _span(name: str) -> tuple[str, str] | None:
    """The first and the last day of a day, a month or a year."""
    try:
        if len(name) == 10:
            day = date.fromisoformat(name).isoformat()
            return (day, day) if day == name else None
        if len(name) == 4:
            return date(int(name), 1, 1).isoformat(), date(int(name), 12, 31).isoformat()
        first = date.fromisoformat(f"{name}-01")
        last = monthrange(first.year, first.month)[1]
        return first.isoformat(), first.replace(day=last).isoformat()
    except ValueError:  # what a page says need be no day
        return None
