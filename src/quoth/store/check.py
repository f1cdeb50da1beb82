"""Whether a ledger is whole."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, exists, func, select

from quoth.errors import LedgerError, UsageError
from quoth.store import schema as t
from quoth.store.decisions import Decisions
from quoth.store.listing import day_of
from quoth.store.mending import mended
from quoth.store.reading import stored_reading
from quoth.store.sqlite import faults


def check(connection: Connection) -> tuple[str, ...]:
    """Every fault that is found, in words."""
    found = list(faults(connection))
    found += _pages(connection)
    ids = connection.execute(select(t.article.c.id).order_by(t.article.c.id)).scalars().all()
    for article in ids:
        found += _article(connection, article)
    found += _entities(connection)
    return tuple(found)


def _entities(connection: Connection) -> Iterator[str]:
    """What is wrong with the entities: members counted, and actors that their articles have."""
    e, m, j = t.entity.c, t.membership.c, t.joined.c
    held = select(func.count()).where(m.entity == e.key).scalar_subquery()
    for entity in connection.execute(select(e.id).where(e.members != held)).scalars():
        yield f"entity {entity} counts other members than it has"
    named = exists().where(t.entity_name.c.entity == e.key)
    for entity in connection.execute(select(e.id).where(~named)).scalars():
        yield f"entity {entity} has no name"
    lost = (
        select(m.actor)
        .join(t.article, t.article.c.key == m.article)
        .join(t.joined, j.article == m.article)
        .where(j.fingerprint == t.article.c.fingerprint)
        .where(~exists().where(t.mark.c.article == m.article, t.mark.c.id == m.actor))
    )
    for actor in connection.execute(lost).scalars():
        yield f"actor {actor} of an entity is no mark of its article"


def _pages(connection: Connection) -> Iterator[str]:
    c = t.version.c
    # several current versions, or none of a page that has versions
    query = select(c.page_id).group_by(c.page_id).having(func.sum(c.current) != 1)
    for page in connection.execute(query).scalars():
        yield f"page {page} does not have one current version"
    a = t.article.c
    orphans = select(a.id).where(a.id.not_in(select(c.article_id)))
    for article in connection.execute(orphans).scalars():
        yield f"article {article} belongs to no page"


def _article(connection: Connection, article: str) -> Iterator[str]:
    c, s = t.article.c, t.statement.c
    try:
        reading = stored_reading(connection, article)
    except LedgerError as error:
        yield error.message
        return
    except UsageError:
        return  # of no page, which is told already
    marks = connection.execute(select(c.marks).where(c.id == article)).scalar_one()
    if marks != len(reading.marks):
        yield f"article {article} has {len(reading.marks)} of its {marks} marks"
    query = select(s.id, s.day).where(s.article_id == article).order_by(s.position)
    rows = connection.execute(query).all()
    told = mended(reading, Decisions(connection).corrections(article))
    held = [m.id for m in reading.marks if m.kind == "statement" and m.id not in told.wrong]
    if [row.id for row in rows] != held:
        yield f"article {article} lists other statements than it has"
    day = day_of(told.reading.article.meta.published)
    listed = connection.execute(select(c.day).where(c.id == article)).scalar_one()
    if {listed, *(row.day for row in rows)} != {day}:
        yield f"article {article} is listed on another day than it has"
