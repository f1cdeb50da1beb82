"""Putting the actors of a page into entities, inside the transaction that adds the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import Connection, bindparam, select, update

from quoth.model import Reading
from quoth.model.group import Profile
from quoth.store import schema as t
from quoth.store.entities import Entities
from quoth.store.sqlite import insert_many

_J, _A = t.joined.c, t.article.c
_DONE = (
    select(_A.key, _J.fingerprint)
    .join_from(t.article, t.joined, _J.article == _A.key, isouter=True)
    .where(_A.id == bindparam("article"))
)
_STALE = (
    select(_A.id)
    .join_from(t.article, t.joined, _J.article == _A.key, isouter=True)
    .where(_J.fingerprint.is_distinct_from(_A.fingerprint))
    .order_by(_A.day, _A.id)
)
_SET = update(t.joined).where(_J.article == bindparam("at"))


class Joiner(Protocol):
    """Says who the actors of an article are."""

    def keys(self, profile: Profile) -> Sequence[str]:
        """The blocking keys of a profile, the most selective first."""

    def __call__(self, entities: Entities, reading: Reading) -> None:
        """Put the actors of a reading into entities, and take those out that it has no more."""


def join_page(connection: Connection, reading: Reading, fingerprint: str, joiner: Joiner) -> None:
    """Join the actors of a reading that is in the ledger, unless that was done."""
    row = connection.execute(_DONE, {"article": reading.article.id}).one()
    if row.fingerprint == fingerprint:
        return
    entities = Entities(connection, joiner.keys)
    joiner(entities, reading)
    entities.finish()
    if row.fingerprint is None:
        done = {"article": row.key, "fingerprint": fingerprint}
        insert_many(connection, t.joined, [done])
    else:
        connection.execute(_SET.values(fingerprint=fingerprint), {"at": row.key})


def not_joined(connection: Connection) -> tuple[str, ...]:
    """The ids of the articles whose actors were not put into entities as they are now."""
    return tuple(connection.execute(_STALE).scalars())
