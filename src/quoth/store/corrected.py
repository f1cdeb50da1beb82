"""Readings of a ledger with the corrections that hold, inside a transaction of the caller."""

from __future__ import annotations

from sqlalchemy import Connection

from quoth.store.decisions import Decision, DecisionKind, Decisions, Payload
from quoth.store.mending import Mended, mended
from quoth.store.reading import stored_reading
from quoth.store.writing import relist


def corrected(connection: Connection, article: str, page_key: str | None = None) -> Mended:
    """The reading of the article with this id, with its corrections.

    Raises:
        UsageError: if there is no such article.
    """
    reading = stored_reading(connection, article, page_key)
    return mended(reading, Decisions(connection).corrections(article))


class Corrections:
    """The corrections of a ledger, to be changed inside a transaction that writes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.decisions = Decisions(connection)

    def of(self, article: str) -> Mended:
        """What an article says, with its corrections.

        Raises:
            UsageError: if there is no such article.
        """
        return corrected(self._connection, article)

    def add(self, kind: DecisionKind, author: str, reason: str | None, of: Payload) -> Decision:
        """Keep a correction, and list what it changes anew."""
        made = self.decisions.add(kind, author, reason, of)
        self._relist(made)
        return made

    def undo(self, number: int, author: str) -> Decision:
        """Take a correction back, and list what it changed anew."""
        self.decisions.undo(number, author)
        undone = self.decisions.one(number)
        self._relist(undone)
        return undone

    def _relist(self, decision: Decision) -> None:
        at = decision.payload.spot
        for article in self.decisions.siblings(at.article) if at is not None else ():
            relist(self._connection, stored_reading(self._connection, article))
