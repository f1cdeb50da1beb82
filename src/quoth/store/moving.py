"""Many members at once: found again, put from their entities into another one, dated anew."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from sqlalchemy import BindParameter, Connection, RowMapping, bindparam, delete, select, update

from quoth.model.group import Profile
from quoth.store import schema as t
from quoth.store.changes import fact_rows, name_rows
from quoth.store.codec import plain_bytes, read_plain
from quoth.store.decisions import Anchor
from quoth.store.folding import clean
from quoth.store.members import Joined, Member, member_of
from quoth.store.sqlite import count_many

_CHUNK = 500
_E, _M, _A = t.entity.c, t.membership.c, t.article.c
_SOME: BindParameter[Any] = bindparam("some", expanding=True)
_IN_ARTICLES = (
    select(t.membership, _A.id.label("article_id"), _E.id.label("entity_id"))
    .join(t.article, _A.key == _M.article)
    .join(t.entity, _E.key == _M.entity)
    .where(_A.id.in_(_SOME))
    .order_by(_M.article, _M.actor)
)
_OTHER_DAY = select(_M.actor, _M.profile).where(
    _M.article == bindparam("at_article"), _M.day.is_distinct_from(bindparam("other"))
)
_REDATE = (
    update(t.membership)
    .where(_M.article == bindparam("at_article"), _M.actor == bindparam("at_actor"))
    .values(day=bindparam("on"), profile=bindparam("told"))
)
_KEYS = select(_A.id, _A.key).where(_A.id.in_(_SOME))
_PUT = (
    update(t.membership)
    .where(_M.article == bindparam("at_article"), _M.actor == bindparam("at_actor"))
    .values(
        entity=bindparam("to"),
        score=bindparam("sure"),
        why=bindparam("reason"),
        rivals=bindparam("others"),
        by=bindparam("who"),
    )
)


def found(connection: Connection, anchors: Sequence[Anchor]) -> list[Member]:
    """The members that anchors remember, each once: those with the mark, else of kind and name."""
    rows: dict[str, list[RowMapping]] = defaultdict(list)
    for some in _chunks({a.article for a in anchors}):
        for row in connection.execute(_IN_ARTICLES, {"some": some}).mappings():
            rows[row["article_id"]].append(row)
    members = (_like(at, rows[at.article]) for at in anchors)
    return list({m.ref: m for m in members if m is not None}.values())


def _like(at: Anchor, rows: Sequence[RowMapping]) -> Member | None:
    same = next((row for row in rows if row["actor"] == at.actor), None)
    if same is not None:
        return member_of(same)
    alike = (member_of(row) for row in rows if row["name"] == at.name)
    return next((m for m in alike if m.profile.kind is at.kind), None)


def article_keys(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """The keys of articles by their ids."""
    found: dict[str, int] = {}
    for some in _chunks(ids):
        found.update((row.id, row.key) for row in connection.execute(_KEYS, {"some": some}))
    return found


def put(connection: Connection, places: Iterable[tuple[int, str]], to: int, how: Joined) -> None:
    """Put memberships, each told by the key of its article and its actor, into an entity."""
    same = {"to": to, "sure": how.score, "others": " ".join(how.rivals), "who": how.by}
    same["reason"] = clean(how.why)
    rows = [{"at_article": article, "at_actor": actor, **same} for article, actor in places]
    if rows:
        connection.execute(_PUT, rows)


def redate(connection: Connection, article: int, day: str | None) -> None:
    """Give the members of an article its day.

    Args:
        article: its key.
        day: `YYYY-MM-DD`.
    """
    rows = []
    for actor, raw in connection.execute(_OTHER_DAY, {"at_article": article, "other": day}):
        told = replace(read_plain(Profile, raw), first=day, last=day)
        where = {"at_article": article, "at_actor": actor}
        rows.append({**where, "on": day, "told": plain_bytes(told)})
    if rows:
        connection.execute(_REDATE, rows)


def unlearn(connection: Connection, left: Iterable[tuple[int, Profile]]) -> None:
    """Take names and facts from entities where nobody else has them.

    Args:
        left: entities with the profiles of members that are no more theirs.
    """
    entities = set()
    names: Counter[tuple[tuple[str, Any], ...]] = Counter()
    facts: Counter[tuple[tuple[str, Any], ...]] = Counter()
    for entity, profile in left:
        entities.add(entity)
        for rows, counts in (
            (name_rows(entity, profile, False), names),
            (fact_rows(entity, profile, False), facts),
        ):
            for row in rows:
                counts[tuple((k, v) for k, v in row.items() if k != "count")] -= row["count"]
    for table, counts in ((t.entity_name, names), (t.entity_fact, facts)):
        count_many(connection, table, [{**dict(row), "count": n} for row, n in counts.items()])
        for entity in entities:
            gone = (table.c.entity == entity, table.c.count <= 0, table.c.given.is_(False))
            connection.execute(delete(table).where(*gone))


def _chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(sorted(ids))
    while some := list(islice(rest, _CHUNK)):
        yield some
