"""What was decided, and what can be decided about: history, members of an actor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Row, bindparam, func, literal, select, tuple_

from quoth.store import schema as t
from quoth.store.decisions import Decision, DecisionKind, Decisions, decision_of
from quoth.store.members import PERSON
from quoth.store.views import cursor

_A, _D, _E, _M, _ABOUT = t.article.c, t.decision.c, t.entity.c, t.membership.c, t.decided.c
LIMIT = 50
"""Decisions, or members, on one page."""
_NONE = "-"
"""Stands in cursors for no day."""


@dataclass(frozen=True, slots=True)
class Told:
    """A decision, and what the actors of it are called now.

    Attributes:
        name, other: None where there is no such actor any more, and of corrections.
    """

    decision: Decision
    name: str | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True)
class History:
    """Decisions, the last one first; `next` is the cursor of the page that follows, if any."""

    told: tuple[Told, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """An actor of an article that belongs to an entity.

    Attributes:
        article: its id; `headline` and `site` are of it.
        actor: the id of the actor's mark.
        name: its fullest name in its article.
        decided: whether somebody put it there.
    """

    article: str
    actor: str
    name: str
    day: str | None
    headline: str | None
    site: str | None
    decided: bool


@dataclass(frozen=True, slots=True)
class Members:
    """Members of an entity, the latest first; `next` is the cursor of the page that follows."""

    named: tuple[Named, ...]
    next: str | None = None


def history(
    connection: Connection,
    kinds: Iterable[DecisionKind] = (),
    after: str | None = None,
    limit: int = LIMIT,
) -> History:
    """What was decided, the last decision first, what was undone too.

    Args:
        kinds: those that are wanted; none for all.
        after: the cursor of the page before.

    Raises:
        UsageError: if the cursor is none (`bad-cursor`).
    """
    query = select(t.decision)
    if wanted := sorted(kinds):
        query = query.where(_D.kind.in_(wanted))
    if (before := cursor.read(after)) is not None:
        query = query.where(_D.number < before)
    query = query.order_by(_D.number.desc()).limit(limit + 1)
    found = [decision_of(row) for row in connection.execute(query).mappings()]
    following = cursor.written(found[limit - 1].number) if len(found) > limit else None
    return History(named(connection, found[:limit]), following)


def about(connection: Connection, subject: str) -> tuple[Told, ...]:
    """What was decided about an entity, an article or a mark, the last decision first."""
    return named(connection, reversed(Decisions(connection).about(subject)))


def one(connection: Connection, number: int) -> Told:
    """The decision with a number.

    Raises:
        UsageError: if there is none.
    """
    (told,) = named(connection, [Decisions(connection).one(number)])
    return told


def named(connection: Connection, decisions: Iterable[Decision]) -> tuple[Told, ...]:
    """Decisions with what the actors of them are called now."""
    every = tuple(decisions)
    ids = {i for d in every for i in (d.payload.entity, d.payload.other) if i}
    names: dict[str, str] = {}
    if ids:
        rows = connection.execute(select(_E.id, _E.name).where(_E.id.in_(ids), _E.members > 0))
        names = {row.id: row.name for row in rows}
    return tuple(
        Told(d, names.get(d.payload.entity), names.get(d.payload.other or "")) for d in every
    )


def members(
    connection: Connection, entity: str, after: str | None = None, limit: int = LIMIT
) -> Members:
    """The actors of articles that belong to an entity, the latest article first.

    Args:
        after: the cursor of the page before.

    Raises:
        UsageError: if the cursor is none (`bad-cursor`).
    """
    day = func.coalesce(_M.day, "")
    query = (
        select(t.membership, _A.id, _A.headline, _A.site)
        .join(t.article, _A.key == _M.article)
        .join(t.entity, _E.key == _M.entity)
        .where(_E.id == bindparam("entity"))
    )
    if after:
        query = query.where(_earlier(after))
    query = query.order_by(day.desc(), _M.article.desc(), _M.actor.desc()).limit(limit + 1)
    rows = connection.execute(query, {"entity": entity}).all()
    following = _following(rows[limit - 1]) if len(rows) > limit else None
    return Members(tuple(_named(row) for row in rows[:limit]), following)


def _earlier(after: str) -> ColumnElement[bool]:
    day, article, actor = cursor.parts_of(after, 3)
    last = (literal("" if day == _NONE else day), literal(cursor.number(article)), literal(actor))
    return tuple_(func.coalesce(_M.day, ""), _M.article, _M.actor) < tuple_(*last)


def _following(row: Row[tuple[object, ...]]) -> str:
    return cursor.written(row.day or _NONE, row.article, row.actor)


def _named(row: Row[tuple[object, ...]]) -> Named:
    return Named(row.id, row.actor, row.name, row.day, row.headline, row.site, row.by == PERSON)
