"""Full-text search over statements and articles, filled with what the ledger holds."""

from __future__ import annotations

from sqlalchemy import Connection, text

from quoth.store.codec import read_blocks, read_text
from quoth.store.fulltext import create_search, index_article, index_statements
from quoth.store.search import searched

_STATEMENTS = "SELECT key, source_text, content_text FROM statement"
_ARTICLES = "SELECT key, text, blocks FROM article"


def apply(connection: Connection) -> None:
    """Make the search tables and fill them."""
    create_search(connection)
    for rows in connection.execute(text(_STATEMENTS)).yield_per(500).partitions():
        index_statements(connection, [(k, s or "", c, "") for k, s, c in rows])
    for key, body, blocks in connection.execute(text(_ARTICLES)).yield_per(50):
        index_article(connection, key, searched(read_text(body), read_blocks(blocks)))
