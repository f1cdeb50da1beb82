"""What an actor of a ledger said, what is said about it, and who passes whose words on."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    func,
    literal,
    or_,
    select,
    tuple_,
)

from quoth.model import Role
from quoth.store import schema as t
from quoth.store.folding import search_key
from quoth.store.sqlite import each
from quoth.store.views import cursor
from quoth.store.views.actors import Listed
from quoth.store.views.lines import CURRENT, JOINED, Line
from quoth.store.views.search import lines_of

_S, _A, _M, _E, _N, _R = (
    t.statement.c,
    t.article.c,
    t.membership.c,
    t.entity.c,
    t.entity_name.c,
    t.relay.c,
)
_SPOKEN = t.membership.join(t.article, _A.key == _M.article).join(
    t.statement, and_(_S.article_id == _A.id, _S.actor == _M.actor)
)
EXACT = 300
"""Members up to which statements are put in the order of the days on which they were made; those
of an actor in more articles stand by the day of publication, which an index has."""
COUNTED = 500
"""The latest statements of an actor whose chains are counted."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A page of statements; `next` is the cursor of the one that follows, None of the last."""

    lines: tuple[Line, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody at an end of a chain.

    Attributes:
        entity: its id, where the ledger knows which one it is.
    """

    name: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """A way by which words reach readers, and how many statements went it.

    Attributes:
        relay: who passed them on first; None where nobody stands between.
        outlet: who published them; None where the page does not say.
    """

    relay: Party | None
    outlet: Party | None
    count: int


@dataclass(frozen=True, slots=True)
class Passed:
    """Who passes an actor's words on, and whose words the actor passes on.

    Attributes:
        paths: the most frequent first.
        sources: those whose words it passes on, each with the number of statements; the most
            frequent first.
        looked: how many statements of the actor were counted, the latest ones.
        capped: whether there are more.
    """

    paths: tuple[Path, ...]
    sources: tuple[tuple[Party, int], ...]
    looked: int
    capped: bool


def said(connection: Connection, of: Listed, after: str | None = None, limit: int = 50) -> Lines:
    """What an actor said, the latest first: see `EXACT`.

    Raises:
        UsageError: if the cursor is none (`bad-cursor`).
    """
    query = select(_S.key).select_from(_SPOKEN).where(_M.entity == of.key, CURRENT)
    return _page(connection, query, _order(of, _M.day), after, limit)


def about(connection: Connection, of: Listed, after: str | None = None, limit: int = 50) -> Lines:
    """What others say in which an actor is named, the latest first; as `said` otherwise."""
    meant, a = t.membership.alias("meant"), t.about.c
    own = select(_M.entity).where(
        _M.article == a.article, _M.actor == _S.actor, _M.entity == of.key
    )
    query = (
        select(_S.key)
        .select_from(meant)
        .join(t.about, and_(meant.c.article == a.article, meant.c.actor == a.actor))
        .join(t.statement, _S.key == a.statement)
        .where(meant.c.entity == of.key, CURRENT, ~own.correlate(t.about, t.statement).exists())
        .distinct()
    )
    return _page(connection, query, _order(of, meant.c.day), after, limit)


def passed(connection: Connection, of: Listed) -> Passed:
    """Who passes an actor's words on, and whose words the actor passes on."""
    newest = (
        select(_S.key)
        .select_from(_SPOKEN)
        .where(_M.entity == of.key, CURRENT)
        .order_by(_M.day.desc(), _S.key.desc())
        .limit(COUNTED + 1)
    )
    keys = list(connection.execute(newest).scalars())
    paths = _paths(connection, keys[:COUNTED])
    return Passed(paths, _sources(connection, of), min(len(keys), COUNTED), len(keys) > COUNTED)


@dataclass(frozen=True, slots=True)
class _Order:
    """By what a list is ordered, before the key.

    Attributes:
        exact: whether by the days of utterance; else by those of publication, as the keys are.
    """

    column: ColumnElement[str]
    exact: bool

    def beyond(self, after: str) -> ColumnElement[bool]:
        day, told = cursor.parts_of(after, 2)
        key = cursor.number(told)
        if self.exact:
            return tuple_(self.column, _S.key) < tuple_(literal(day), literal(key))
        # the day bounds the search in the index, the key says where exactly
        return and_(_S.key < key, or_(self.column <= day, self.column.is_(None)))


def _order(of: Listed, day: ColumnElement[str]) -> _Order:
    exact = of.members <= EXACT
    return _Order(func.coalesce(_S.said_first, _S.day, "") if exact else day, exact)


def _page(
    connection: Connection,
    query: Select[tuple[int]],
    order: _Order,
    after: str | None,
    limit: int,
) -> Lines:
    if after:
        query = query.where(order.beyond(after))
    ordered = query.add_columns(order.column.label("order_day"))
    ordered = ordered.order_by(order.column.desc(), _S.key.desc()).limit(limit + 1)
    rows = [(key, day or "") for key, day in connection.execute(ordered)]
    following = None
    if len(rows) > limit:
        key, day = rows[limit - 1]
        following = cursor.written(day, key)
    found = {x.key: x for x in lines_of(connection, [key for key, _ in rows[:limit]])}
    return Lines(tuple(found[key] for key, _ in rows[:limit] if key in found), following)


def _paths(connection: Connection, keys: Sequence[int]) -> tuple[Path, ...]:
    """The ways of statements: the first relay of each, and its outlet."""
    ways: dict[int, dict[str, _Told]] = {}
    rows = connection.execute(_WAYS, {"keys": json.dumps(keys)})
    for key, role, name, entity, site in rows.all():
        way = ways.setdefault(key, {})
        if name:
            way.setdefault(role, (name, entity))
        if site:
            way["site"] = (site, None)
    # names are folded once each, not once for each statement
    told = Counter(
        (way.get(Role.RELAY.value), way.get(Role.OUTLET.value) or way.get("site"))
        for way in ways.values()
    )
    calling = _Calling()
    found = (
        Path(calling.party(relay), calling.party(outlet), count)
        for (relay, outlet), count in calling.counted(told).items()
    )
    return tuple(sorted(found, key=lambda p: (-p.count, str(p.relay), str(p.outlet))))


def _sources(connection: Connection, of: Listed) -> tuple[tuple[Party, int], ...]:
    """Those whose words an actor passes on, by the names that pages have for it."""
    names = select(_N.name).where(_N.entity == of.key).order_by(_N.count.desc()).limit(_NAMES)
    known = list(connection.execute(names).scalars())
    called = sorted({form for name in known for form in (name, name.upper())})
    relayed = (
        select(_R.statement)
        .where(_R.name.in_(called), _R.role == Role.RELAY.value)
        .limit(COUNTED)
        .subquery()
    )
    query = (
        select(func.coalesce(_E.name, _S.speaker, _S.source_text), _E.id, _E.key)
        .select_from(relayed.join(JOINED, _S.key == relayed.c.statement))
        .where(CURRENT)
    )
    told: Counter[tuple[_Told]] = Counter(
        ((name, entity),)
        for name, entity, key in connection.execute(query).all()
        if name and key != of.key
    )
    calling = _Calling()
    ranked = sorted(calling.counted(told).items(), key=lambda i: (-i[1], i[0][0] or ""))
    parties = ((calling.party(key), count) for (key,), count in ranked)
    return tuple((party, count) for party, count in parties if party is not None)


_CARRY = (Role.RELAY.value, Role.OUTLET.value)
_KEYS = each("keys", "value")
_WAYS = (
    select(_S.key, _R.role, _R.name, _E.id, _A.site)
    .select_from(_KEYS)
    .join(t.statement, _S.key == _KEYS.c.value)
    .join(t.article, _A.id == _S.article_id)
    .outerjoin(t.relay, and_(_R.statement == _S.key, _R.role.in_(_CARRY)))
    .outerjoin(t.membership, and_(_M.article == _A.key, _M.actor == _R.actor))
    .outerjoin(t.entity, _E.key == _M.entity)
    .order_by(_S.key, _R.number)
)
_NAMES = 20
_Told = tuple[str, str | None]
"""A name, and the id of its entity where that is known."""
_Names = TypeVar("_Names", bound=tuple[_Told | None, ...])


class _Calling:
    """Names that differ in nothing but case and accents are one."""

    def __init__(self) -> None:
        self._names: dict[str, Counter[str]] = {}
        self._entities: dict[str, str] = {}

    def counted(self, told: Mapping[_Names, int]) -> Counter[tuple[str | None, ...]]:
        """How often names stand together, by what they are known under here."""
        out = Counter[tuple[str | None, ...]]()
        for names, count in told.items():
            out[tuple(self.heard(name, count) for name in names)] += count
        return out

    def heard(self, told: _Told | None, count: int) -> str | None:
        """Note a name that stands so often; what it is known under here."""
        if told is None:
            return None
        name, entity = told
        key = search_key(name)
        self._names.setdefault(key, Counter())[name] += count
        if entity is not None:
            self._entities.setdefault(key, entity)
        return key

    def party(self, key: str | None) -> Party | None:
        """What is known under a key, by its most frequent name."""
        if key is None:
            return None
        counts = self._names[key]
        return Party(min(counts, key=lambda n: (-counts[n], n)), self._entities.get(key))
