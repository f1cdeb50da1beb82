"""Of which articles the actors were put into entities, as their readings have them now."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, delete, select

from quoth.store import schema as t
from quoth.store.sqlite import insert_many

_J, _A = t.joined.c, t.article.c
_BOTH = t.article.outerjoin(t.joined, _J.article == _A.key)
_STALE = (
    select(_A.id)
    .select_from(_BOTH)
    .where(_J.fingerprint.is_distinct_from(_A.fingerprint))
    .order_by(_A.day, _A.id)
)
_DONE = select(_A.key, _A.fingerprint, _J.fingerprint.label("joined")).select_from(_BOTH)


def is_joined(connection: Connection, article: str) -> bool:
    """Whether the actors of an article's present reading are in entities."""
    row = connection.execute(_DONE.where(_A.id == bindparam("of")), {"of": article}).one()
    return bool(row.joined == row.fingerprint)


def mark_joined(connection: Connection, article: str) -> None:
    """Note that they are."""
    row = connection.execute(_DONE.where(_A.id == bindparam("of")), {"of": article}).one()
    connection.execute(delete(t.joined).where(_J.article == row.key))
    insert_many(connection, t.joined, [{"article": row.key, "fingerprint": row.fingerprint}])


def not_joined(connection: Connection) -> tuple[str, ...]:
    """The ids of the articles whose actors are not, by day."""
    return tuple(connection.execute(_STALE).scalars())
