"""What was decided, and what can be decided about: history, members of an actor."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    RowMapping,
    and_,
    bindparam,
    literal,
    or_,
    select,
    tuple_,
)

from quoth.errors import UsageError
from quoth.store import schema as t
from quoth.store.codec import json_bytes
from quoth.store.decisions import Decision, DecisionKind, decision_of
from quoth.store.members import PERSON
from quoth.store.views import cursor

_A, _D, _E, _M, _ABOUT = t.article.c, t.decision.c, t.entity.c, t.membership.c, t.decided.c
LIMIT = 50
"""Decisions, or members, on one page."""
MOST = 200
"""Decisions about one thing that are told."""
SHOWN = 100
"""Members of a decision that are told."""
_NONE = "-"
"""Stands in cursors for no day."""


@dataclass(frozen=True, slots=True)
class Told:
    """A decision, and what the actors of it are called now.

    Attributes:
        decision: with `SHOWN` of its members at most.
        name, other: None where there is no such actor any more, and of corrections.
        headline: of the article whose day of publication it is about; None if the page states
            none, and of other decisions.
        moved: how many members changed places.
    """

    decision: Decision
    name: str | None = None
    other: str | None = None
    headline: str | None = None
    moved: int = 0


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
    found = [_brief(row) for row in connection.execute(query).mappings()]
    following = cursor.written(found[limit - 1].decision.number) if len(found) > limit else None
    return History(_named(connection, found[:limit]), following)


def of_numbers(connection: Connection, numbers: Collection[int]) -> tuple[Told, ...]:
    """The decisions with some numbers, the last one first."""
    query = select(t.decision).where(_D.number.in_(numbers)).order_by(_D.number.desc())
    return _named(connection, [_brief(row) for row in connection.execute(query).mappings()])


def about(connection: Connection, subject: str) -> tuple[Told, ...]:
    """What was decided about an entity, an article or a mark, the last decision first.

    At most `MOST` decisions.
    """
    query = select(t.decision).join(t.decided, _ABOUT.number == _D.number)
    query = query.where(_ABOUT.subject == subject).order_by(_D.number.desc()).limit(MOST)
    return _named(connection, [_brief(row) for row in connection.execute(query).mappings()])


def one(connection: Connection, number: int) -> Told:
    """The decision with a number.

    Raises:
        UsageError: if there is none.
    """
    row = connection.execute(select(t.decision).where(_D.number == number)).mappings().first()
    if row is None:
        raise UsageError(f"the ledger holds no decision {number}", "no-such-decision")
    return _named(connection, [_brief(row)])[0]


def _brief(row: RowMapping) -> Told:
    """A decision with the first of its members: one about a well-known actor has very many."""
    payload = json.loads(row["payload"])
    moved = len(payload["moved"])
    short = {name: payload[name][:SHOWN] for name in ("kept", "moved")}
    return Told(decision_of({**row, "payload": json_bytes({**payload, **short})}), moved=moved)


def _named(connection: Connection, every: Sequence[Told]) -> tuple[Told, ...]:
    """Decisions with what the actors and the articles of them are called now."""
    headlines = _headlines(connection, every)
    payloads = [told.decision.payload for told in every]
    ids = {i for p in payloads for i in (p.entity, p.other) if i}
    names: dict[str, str] = {}
    if ids:
        rows = connection.execute(select(_E.id, _E.name).where(_E.id.in_(ids), _E.members > 0))
        names = {row.id: row.name for row in rows}
    return tuple(
        replace(
            told,
            name=names.get(payload.entity),
            other=names.get(payload.other or ""),
            headline=headlines.get(told.decision.number),
        )
        for told, payload in zip(every, payloads, strict=True)
    )


def _headlines(connection: Connection, every: Sequence[Told]) -> dict[int, str]:
    """The headlines of the articles of which the day of publication was decided, by number."""
    spots = ((d.number, d.payload.spot) for d in (told.decision for told in every))
    of = {number: spot.article for number, spot in spots if spot is not None and not spot.mark}
    if not of:
        return {}
    rows = connection.execute(select(_A.id, _A.headline).where(_A.id.in_(set(of.values()))))
    found = {row.id: row.headline for row in rows}
    return {number: found[ident] for number, ident in of.items() if found.get(ident)}


def members(
    connection: Connection, entity: str, after: str | None = None, limit: int = LIMIT
) -> Members:
    """The actors of articles that belong to an entity, the latest article first.

    Args:
        after: the cursor of the page before.

    Raises:
        UsageError: if the cursor is none (`bad-cursor`).
    """
    query = (
        select(t.membership, _A.id, _A.headline, _A.site)
        .join(t.article, _A.key == _M.article)
        .join(t.entity, _E.key == _M.entity)
        .where(_E.id == bindparam("entity"))
    )
    if after:
        query = query.where(_earlier(after))
    query = query.order_by(_M.day.desc(), _M.article.desc(), _M.actor.desc()).limit(limit + 1)
    rows = connection.execute(query, {"entity": entity}).all()
    following = _following(rows[limit - 1]) if len(rows) > limit else None
    return Members(tuple(_member(row) for row in rows[:limit]), following)


def _earlier(after: str) -> ColumnElement[bool]:
    """Those behind a place in the list; no day comes behind all days."""
    day, article, actor = cursor.parts_of(after, 3)
    last = tuple_(literal(cursor.number(article)), literal(actor))
    behind = tuple_(_M.article, _M.actor) < last
    if day == _NONE:
        return and_(_M.day.is_(None), behind)
    return or_(_M.day < day, _M.day.is_(None), and_(_M.day == day, behind))


def _following(row: Row[tuple[object, ...]]) -> str:
    return cursor.written(row.day or _NONE, row.article, row.actor)


def _member(row: Row[tuple[object, ...]]) -> Named:
    return Named(row.id, row.actor, row.name, row.day, row.headline, row.site, row.by == PERSON)
