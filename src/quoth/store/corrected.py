"""Readings of a ledger with the corrections that hold, inside a transaction of the caller."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from quoth.errors import UsageError
from quoth.model import Article, Reading
from quoth.store import schema as t
from quoth.store.decisions import Decision, DecisionKind, Decisions, Payload
from quoth.store.mending import Mended, mended
from quoth.store.reading import stored_article, stored_reading
from quoth.store.writing import relist

_ARTICLE_OF = select(t.statement.c.article_id).where(t.statement.c.id == bindparam("statement"))


def corrected(connection: Connection, article: str, page_key: str | None = None) -> Mended:
    """The reading of the article with this id, with its corrections.

    Raises:
        UsageError: if there is no such article.
    """
    reading = stored_reading(connection, article, page_key)
    return mended(reading, Decisions(connection).corrections(article))


def corrected_article(connection: Connection, article: str, page_key: str | None = None) -> Article:
    """The article with this id with its corrections, without its marks.

    Raises:
        UsageError: if there is no such article.
    """
    read = stored_article(connection, article, page_key)
    return mended(Reading(read), Decisions(connection).corrections(article)).reading.article


def article_of(connection: Connection, statement: str) -> str:
    """The article of the statement with this id, also of one that is wrong.

    Raises:
        UsageError: if there is none.
    """
    found = connection.execute(_ARTICLE_OF, {"statement": statement}).scalar()
    if found is not None:
        return str(found)
    for decision in Decisions(connection).about(statement):
        if decision.payload.spot is not None:
            return decision.payload.spot.article
    raise UsageError(f"the ledger holds no statement {statement!r}", "no-such-statement")


class Corrections:
    """The corrections of a ledger, to be changed inside a transaction that writes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.decisions = Decisions(connection)

    def read(self, article: str) -> Reading:
        """What an article says without its corrections.

        Raises:
            UsageError: if there is no such article.
        """
        return stored_reading(self._connection, article)

    def over(self, reading: Reading) -> Mended:
        """What `read` gave, with its corrections."""
        return mended(reading, self.decisions.corrections(reading.article.id))

    def add(self, kind: DecisionKind, author: str, reason: str | None, of: Payload) -> Decision:
        """Keep a correction, and list what it changes anew."""
        made = self.decisions.add(kind, author, reason, of)
        self._relist(made)
        return made

    def undo(self, number: int, author: str, reason: str | None) -> Decision:
        """Take a correction back, and list what it changed anew."""
        self.decisions.undo(number, author, reason)
        undone = self.decisions.one(number)
        self._relist(undone)
        return undone

    def _relist(self, decision: Decision) -> None:
        at = decision.payload.spot
        for article in self.decisions.siblings(at.article) if at is not None else ():
            relist(self._connection, stored_reading(self._connection, article))
