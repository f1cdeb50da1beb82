"""Putting the actors of a page into entities, inside the transaction that adds the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import Connection

from quoth.model import Reading
from quoth.model.group import Profile
from quoth.store.entities import Entities
from quoth.store.joined import is_joined


class Joiner(Protocol):
    """Says who the actors of an article are."""

    def keys(self, of: Profile) -> Sequence[str]:
        """The blocking keys of a profile, the most selective first."""

    def __call__(self, entities: Entities, reading: Reading) -> None:
        """Put the actors of a reading into entities, and take those out that it has no more."""


def join_page(connection: Connection, reading: Reading, joiner: Joiner) -> None:
    """Join the actors of a reading that is in the ledger, unless that was done."""
    if not is_joined(connection, reading.article.id):
        entities = Entities(connection, joiner.keys)
        joiner(entities, reading)
        entities.finish()
        entities.joined(reading.article.id)
