"""When the ledger read an article."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from quoth.store import schema as t

_A = t.article.c


def stored_at(connection: Connection, articles: Iterable[str]) -> dict[str, str]:
    """When each article was read into the ledger, by its id: ISO 8601, in UTC."""
    wanted = sorted(set(articles))
    rows = connection.execute(select(_A.id, _A.read_at).where(_A.id.in_(wanted)))
    return {row.id: row.read_at for row in rows}
