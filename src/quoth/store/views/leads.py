"""Which statements are looked at when somebody searches: the newest of those that an index gives.

A filter has fields with an index: the words, the actor, the outlet and others.  Each of them can
lead, that is give candidates from the newest down to a floor that lies so many candidates deep.
The one that reaches back furthest does; what the other fields want is asked of its candidates.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    func,
    literal,
    select,
    union_all,
)
from sqlalchemy.sql.visitors import replacement_traverse

from quoth.store import schema as t
from quoth.store.folding import clean
from quoth.store.fulltext import search_query, searching
from quoth.store.numbering import day_of_key, first_key, last_key
from quoth.store.query import begins
from quoth.store.views.filter import CONDITIONS, Filter, key_range, plus

_S, _A, _M, _E, _R, _P = (
    t.statement.c,
    t.article.c,
    t.membership.c,
    t.entity.c,
    t.relay.c,
    t.placed.c,
)
MEMBERS = 2_500
"""Articles of one speaker whose statements are candidates at most: to find them takes longer than
to walk along an index."""
_COLUMNS = ("country", "outlet", "kind")
"""Fields that are columns with an index."""


@dataclass(frozen=True, slots=True)
class Keys:
    """A range of keys of statements, both ends included."""

    low: int
    high: int

    def of(self, key: ColumnElement[int]) -> ColumnElement[bool]:
        """Whether a key is inside."""
        return key.between(self.low, self.high)


@dataclass(frozen=True, slots=True)
class Lead:
    """Candidates.

    Attributes:
        query: for their keys, in any order; `key` is its column.
        keys: the range in which they lie.
        floor: the smallest key down to which there is no other candidate; None where there is
            none at all that is older.
        words: whether they hold the words of the filter.
    """

    query: Select[Any]
    key: ColumnElement[int]
    keys: Keys
    floor: int | None = None
    words: bool = False

    @property
    def candidates(self) -> Select[Any]:
        """The query for them."""
        return self.query.where(self.keys.of(self.key))


def lead(connection: Connection, wanted: Filter, before: int | None, looked: int) -> Lead:
    """The candidates for a filter.

    Args:
        before: their keys are smaller; None for the newest.
        looked: how many of them there are, about, unless there are fewer.
    """
    low, high = key_range(wanted)
    keys = Keys(low, high if before is None else min(high, before - 1))
    best: Lead | None = None
    for make in _LEADS:
        found = make(connection, wanted, keys, looked)
        if found is None:
            continue
        if found.floor is None:
            return found
        if best is None or best.floor is None or found.floor < best.floor:
            best = found
    return best or _cut(connection, Lead(select(_S.key), _S.key, keys), looked)


def asked(wanted: Filter, some: Lead) -> list[ColumnElement[bool]]:
    """What a candidate must fit, so told that the database does not take another index."""
    found = [c for make in CONDITIONS.values() for c in make(wanted)]
    keys = some.candidates
    if wanted.q and not some.words:
        # all hits of the range one after the other: to look for each candidate takes far longer
        hits, key = searching("statement", search_query(wanted.q))
        keys = hits.where(some.keys.of(key), plus(key).in_(keys))
    return [_S.key.in_(keys), *(replacement_traverse(c, {}, _bare) for c in found)]


def _bare(element: Any, **_: Any) -> Any:
    if isinstance(element, ColumnElement) and any(element is _S[name] for name in _BARE):
        return plus(element)
    return None


_BARE = (*_COLUMNS, "language", "said_first")


def _cut(connection: Connection, whole: Lead, looked: int) -> Lead:
    """The newest candidates of a query that an index gives in the order of keys."""
    ordered = whole.candidates.order_by(whole.key.desc())
    last = connection.execute(ordered.limit(1).offset(looked - 1)).scalar()
    if last is None:
        return whole
    return replace(whole, keys=Keys(last, whole.keys.high), floor=last)


def _words(connection: Connection, wanted: Filter, keys: Keys, looked: int) -> Lead | None:
    if not wanted.q:
        return None
    query, key = searching("statement", search_query(wanted.q))
    return _cut(connection, Lead(query, key, keys, words=True), looked)


def _article(_: Connection, wanted: Filter, keys: Keys, __: int) -> Lead | None:
    if not wanted.article:
        return None
    return Lead(select(_S.key).where(_S.article_id == clean(wanted.article)), _S.key, keys)


def _entity(connection: Connection, wanted: Filter, keys: Keys, looked: int) -> Lead | None:
    if not wanted.entity:
        return None
    entity = connection.execute(select(_E.key).where(_E.id == clean(wanted.entity))).scalar()
    if entity is None:
        return Lead(select(_S.key).where(literal(value=False)), _S.key, keys)
    newest, low = day_of_key(keys.high), day_of_key(keys.low)
    of = select(_M.article, _M.actor).where(_M.entity == entity)
    dated = of.where(_M.day <= (newest or date.min).isoformat())
    if low is not None:
        dated = dated.where(_M.day >= low.isoformat())
    # one day is looked at as a whole, so that the floor lies between two days
    ordered = dated.with_only_columns(_M.day).order_by(_M.day.desc())
    last = connection.execute(ordered.limit(1).offset(min(looked // 2, MEMBERS))).scalar()
    if last is None:
        return Lead(_spoken(union_all(dated, of.where(_M.day.is_(None)))), _S.key, keys)
    some, floor = dated.where(_M.day > last), last_key(last) + 1
    if floor > keys.high:  # all on one day
        some, floor = dated.where(_M.day == last), first_key(last)
    return Lead(_spoken(some), _S.key, Keys(floor, keys.high), floor)


def _spoken(members: Any) -> Select[Any]:
    """What the actors of articles say."""
    said = members.subquery()
    joined = said.join(t.article, _A.key == said.c.article).join(
        t.statement, (_S.article_id == _A.id) & (_S.actor == said.c.actor)
    )
    return select(_S.key).select_from(joined)


def _relay(connection: Connection, wanted: Filter, keys: Keys, looked: int) -> Lead | None:
    if not wanted.relay:
        return None
    query = select(_R.statement).where(_R.name == clean(wanted.relay))
    return _cut(connection, Lead(query, _R.statement, keys), looked)


def _names(connection: Connection, wanted: Filter, keys: Keys, looked: int) -> Lead | None:
    if wanted.names is None:
        return None
    named = select(_P.article, _P.start, _P.end).where(_P.geonames == wanted.names)
    if _many(connection, named, looked):
        return None
    place = named.subquery()
    joined = place.join(t.article, _A.key == place.c.article).join(
        t.statement, _S.article_id == _A.id
    )
    inside = (place.c.start >= _S.start, place.c.end <= _S.end)
    return Lead(select(_S.key).select_from(joined).where(*inside), _S.key, keys)


def _column(name: str) -> Callable[[Connection, Filter, Keys, int], Lead | None]:
    def make(connection: Connection, wanted: Filter, keys: Keys, looked: int) -> Lead | None:
        value = getattr(wanted, name)
        if not value:
            return None
        query = select(_S.key).where(_S[name] == clean(str(value)))
        return _cut(connection, Lead(query, _S.key, keys), looked)

    return make


def _language(connection: Connection, wanted: Filter, keys: Keys, looked: int) -> Lead | None:
    if not wanted.language:
        return None
    code = clean(wanted.language)
    narrower = select(_S.language).where(begins(_S.language, f"{code}-")).limit(1)
    if "-" not in code and connection.execute(narrower).first() is not None:
        return None  # several values of the column, whose keys no index gives in one order
    query = select(_S.key).where(_S.language == code)
    return _cut(connection, Lead(query, _S.key, keys), looked)


def _said(connection: Connection, wanted: Filter, keys: Keys, looked: int) -> Lead | None:
    if not wanted.said_since:
        return None  # no first day is known of some that were said until another
    query = select(_S.key).where(_S.said_first >= wanted.said_since.isoformat())
    if wanted.said_until:
        query = query.where(_S.said_first < f"{wanted.said_until.isoformat()}~")
    return None if _many(connection, query, looked) else Lead(query, _S.key, keys)


def _many(connection: Connection, query: Select[Any], looked: int) -> bool:
    """Whether a query finds more than are looked at."""
    some = query.with_only_columns(literal(1)).limit(looked + 1).subquery()
    return bool(connection.execute(select(func.count()).select_from(some)).scalar_one() > looked)


_LEADS: tuple[Callable[[Connection, Filter, Keys, int], Lead | None], ...] = (
    *(_article, _words, _entity, _names, _relay, _said),
    *map(_column, _COLUMNS),
    _language,
)
"""Those first that usually have the fewest."""
