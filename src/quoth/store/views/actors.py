"""Actors of a ledger: which there are, and what each is called."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    Connection,
    RowMapping,
    Select,
    and_,
    bindparam,
    func,
    literal,
    select,
    tuple_,
)

from quoth.model import Actor, ActorKind
from quoth.store import schema as t
from quoth.store.codec import read_value
from quoth.store.folding import clean, search_key
from quoth.store.naming import given
from quoth.store.query import begins
from quoth.store.sqlite import contains, each, row_of
from quoth.store.views import cursor

_A, _M, _E, _N, _F, _K = (
    t.article.c,
    t.membership.c,
    t.entity.c,
    t.entity_name.c,
    t.entity_fact.c,
    t.mark.c,
)
FOUND = 50
"""Actors that a search by name gives at most."""
LOOKED = 20
"""Articles in which the offices of one are looked up, spread over all their days."""
SHORT = 120
"""Days between the first and the last article up to which each day is counted by itself."""
_NAMES = 200
_FEW = 5
"""Fewer that begin with what is searched: those that hold it are looked for as well."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An actor as a page lists it.

    Attributes:
        key: its place in the tables; no stable id.
        members: in how many articles it is named, as often as it is another one there.
    """

    key: int
    id: str
    name: str
    kind: ActorKind
    members: int
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the list; `next` is the cursor of the one that follows, None of the last."""

    actors: tuple[Listed, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an actor: its script (ISO 15924), its languages, in how many articles."""

    name: str
    script: str
    languages: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Held:
    """What pages call somebody, with the days of the first and the last page that does.

    Attributes:
        language: BCP 47 code of the pages; empty where it is not known.
        count: in how many of the articles that were looked at.
    """

    title: str
    language: str
    first: str | None
    last: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Busy:
    """How many articles of a day, or of a month (`YYYY-MM`), name an actor."""

    period: str
    count: int


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of an actor.

    Attributes:
        names: the one in most articles first.
        countries: ISO 3166 codes.
        offices: by their first day; looked up in `LOOKED` articles at most.
        busy: the days that have any, in order; the months where they are more than `SHORT` apart.
    """

    listed: Listed
    names: tuple[Name, ...]
    countries: tuple[str, ...]
    offices: tuple[Held, ...]
    busy: tuple[Busy, ...]
    first: str | None
    last: str | None


def page(
    connection: Connection, kind: ActorKind | None = None, after: str | None = None, limit: int = 50
) -> Page:
    """The actors that articles name, those in most articles first.

    Args:
        after: the cursor of the page before.

    Raises:
        UsageError: if the cursor is none (`bad-cursor`).
    """
    query = select(t.entity).where(_E.members > 0)
    if kind is not None:
        query = query.where(_E.kind == kind.value)
    if after:
        members, key = map(cursor.number, cursor.parts_of(after, 2))
        query = query.where(tuple_(_E.members, _E.key) < tuple_(literal(members), literal(key)))
    query = query.order_by(_E.members.desc(), _E.key.desc()).limit(limit + 1)
    found = [_listed(row) for row in connection.execute(query).mappings()]
    more = found[limit - 1] if len(found) > limit else None
    following = cursor.written(more.members, more.key) if more is not None else None
    return Page(tuple(found[:limit]), following)


def named(connection: Connection, words: str, kind: ActorKind | None = None) -> tuple[Listed, ...]:
    """The actors that have a name which begins with `words`, or, if few do, holds them.

    Case and accents do not count.  At most `FOUND`, those in most articles first.
    """
    key = _key(words)
    if not key:
        return ()
    found = _called(connection, words, key, kind)
    if len(found) < _FEW:
        found |= _found(connection, contains(_N.search, key), kind)
    return _most_named(found)


def called(connection: Connection, words: str, most: int) -> tuple[Listed, ...]:
    """The actors that have a name which begins with `words`: of `named`, what an index gives.

    Args:
        most: how many are given at most, those in most articles first.
    """
    key = _key(words)
    return _most_named(_called(connection, words, key, None))[:most] if key else ()


def _key(words: str) -> str:
    """How names are looked for; empty where the words hold none."""
    return clean(search_key(words)).strip()


def _called(
    connection: Connection, words: str, key: str, kind: ActorKind | None
) -> dict[str, Listed]:
    found = _found(connection, begins(_N.search, key), kind)
    return found | _of_keys(connection, given(connection, words), kind)


def _most_named(found: Mapping[str, Listed]) -> tuple[Listed, ...]:
    return tuple(sorted(found.values(), key=lambda a: (-a.members, a.name, a.id))[:FOUND])


def _found(connection: Connection, fits: object, kind: ActorKind | None) -> dict[str, Listed]:
    names = select(_N.entity).where(fits).limit(_NAMES)  # type: ignore[arg-type]
    return _of_keys(connection, names, kind)


def _of_keys(
    connection: Connection, keys: Select[tuple[int]] | set[int], kind: ActorKind | None
) -> dict[str, Listed]:
    query = select(t.entity).where(_E.key.in_(keys), _E.members > 0)
    if kind is not None:
        query = query.where(_E.kind == kind.value)
    rows = connection.execute(query.limit(_NAMES)).mappings()
    return {row["id"]: _listed(row) for row in rows}


def listed(connection: Connection, entity: str) -> Listed | None:
    """The actor with this id; None where there is none."""
    row = connection.execute(select(t.entity).where(_E.id == clean(entity))).mappings().first()
    return _listed(row) if row is not None else None


def head(connection: Connection, entity: str) -> Head | None:
    """What is known of the actor with this id; None where there is none."""
    found = listed(connection, entity)
    if found is None:
        return None
    days = select(func.min(_M.day), func.max(_M.day)).where(_M.entity == found.key)
    first, last = connection.execute(days).one()
    facts = select(_F.value).where(_F.entity == found.key, _F.kind == "country")
    return Head(
        found,
        _names(connection, found.key),
        tuple(sorted(connection.execute(facts).scalars())),
        _offices(connection, found, first, last),
        _busy(connection, found.key, first, last),
        first,
        last,
    )


def _listed(row: RowMapping) -> Listed:
    kind = ActorKind(row["kind"])
    return Listed(row["key"], row["id"], row["name"], kind, row["members"], row["wikidata"])


def _names(connection: Connection, key: int) -> tuple[Name, ...]:
    query = select(_N.name, _N.script, _N.language, _N.count).where(_N.entity == key)
    query = query.order_by(_N.count.desc(), _N.name, _N.language).limit(_NAMES)
    told: dict[str, Name] = {}
    for name, script, language, count in connection.execute(query):
        old = told.get(name, Name(name, script, (), 0))
        languages = (*old.languages, language) if language else old.languages
        told[name] = Name(name, script, languages, old.count + count)
    return tuple(sorted(told.values(), key=lambda n: (-n.count, n.name)))


def _busy(
    connection: Connection, key: int, first: str | None, last: str | None
) -> tuple[Busy, ...]:
    if first is None or last is None:
        return ()
    apart = (date.fromisoformat(last) - date.fromisoformat(first)).days
    period = func.substr(_M.day, 1, 10 if apart <= SHORT else 7)
    query = select(period, func.count()).where(_M.entity == key, _M.day.is_not(None))
    rows = connection.execute(query.group_by(period).order_by(period))
    return tuple(Busy(period, count) for period, count in rows)


def _offices(
    connection: Connection, of: Listed, first: str | None, last: str | None
) -> tuple[Held, ...]:
    told: dict[tuple[str, str], list[tuple[str, str | None]]] = {}
    for value, language, day in _some(connection, of, first, last):
        mark = read_value(Actor, value)
        for title in mark.offices if isinstance(mark, Actor) else ():
            key = (search_key(title), language or "")
            told.setdefault(key, []).append((clean(title), day))
    held = (_held(language, titles) for (_, language), titles in told.items())
    return tuple(sorted(held, key=lambda h: (h.first or "", -h.count, h.title)))


def _marks(members: Select[Any]) -> Select[Any]:
    """What the marks of some members of an entity hold, in the order of their days."""
    of = members.subquery()
    return (
        select(_K.value, _A.language, of.c.day)
        .select_from(of)
        .join(t.article, _A.key == of.c.article)
        .join(t.mark, and_(_K.article == of.c.article, _K.id == of.c.actor, _K.kind == "actor"))
        .order_by(of.c.day, of.c.article, of.c.actor)
    )


def _spread() -> Select[Any]:
    """For each of some days the first member on it or after."""
    days, at = each("days", "value"), t.membership.alias("at")
    first = (
        select(row_of(t.membership))
        .select_from(t.membership)
        .where(_M.entity == bindparam("of"), _M.day >= days.c.value)
        .order_by(_M.day)
        .limit(1)
        .scalar_subquery()
    )
    found = days.join(at, row_of(at) == first)
    return select(at.c.article, at.c.actor, at.c.day).select_from(found).distinct()


_ALL = _marks(select(_M.article, _M.actor, _M.day).where(_M.entity == bindparam("of")))
_SPREAD = _marks(_spread())


def _some(
    connection: Connection, of: Listed, first: str | None, last: str | None
) -> list[tuple[bytes, str | None, str | None]]:
    """Marks of members, the languages of their pages and their days: of all, or of some that are
    spread over their days."""
    if of.members <= LOOKED or first is None or last is None:
        rows = connection.execute(_ALL.limit(LOOKED), {"of": of.key})
    else:
        begin = date.fromisoformat(first)
        apart = date.fromisoformat(last) - begin
        steps = (begin + apart * step / (LOOKED - 1) for step in range(LOOKED))
        days = json.dumps([day.isoformat() for day in steps])
        rows = connection.execute(_SPREAD, {"of": of.key, "days": days})
    return [(value, language, day) for value, language, day in rows]


def _held(language: str, told: list[tuple[str, str | None]]) -> Held:
    counts = Counter(title for title, _ in told)
    days = [day for _, day in told if day is not None]
    title = min(counts, key=lambda name: (-counts[name], name))
    return Held(title, language, min(days, default=None), max(days, default=None), len(told))
