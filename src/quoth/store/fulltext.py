"""Full-text search as SQLite has it: its tables, and what the user types as a query."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    TableClause,
    literal_column,
    select,
    text,
)

from quoth.errors import UsageError
from quoth.store.folding import search_key

_TOKENIZER = "unicode61 remove_diacritics 2 categories ''L* N* Co Mn Mc''"
_SEARCHED = {"statement_search": "source, content, speaker", "article_search": "body"}


def create_search(connection: Connection, names: Sequence[str] = tuple(_SEARCHED)) -> None:
    """The search tables.  They hold search keys (see `folding`), not the texts themselves.

    Args:
        names: which of them; what they held is gone.
    """
    for name in names:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
        # results come by day, not by rank, which alone would need the sizes of columns
        options = f"columnsize=0, tokenize='{_TOKENIZER}'"
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE {name} USING fts5({_SEARCHED[name]}, {options})"
        )
        # one small segment per page: merge them less often than by default (4)
        connection.exec_driver_sql(f"INSERT INTO {name} ({name}, rank) VALUES ('automerge', 8)")  # noqa: S608


def index_statements(connection: Connection, rows: Iterable[tuple[int, str, str, str]]) -> None:
    """Make statements searchable: (key, source, content, speaker) each."""
    folded = [(key, *(search_key(text) for text in texts)) for key, *texts in rows]
    if folded:
        connection.exec_driver_sql(
            "INSERT INTO statement_search (rowid, source, content, speaker) VALUES (?, ?, ?, ?)",
            folded,
        )


def index_article(connection: Connection, key: int, body: str) -> None:
    """Make an article searchable."""
    connection.exec_driver_sql(
        "INSERT INTO article_search (rowid, body) VALUES (?, ?)", (key, search_key(body))
    )


def unindex(connection: Connection, article_key: int, article_id: str) -> None:
    """Take an article and its statements out of the search, before their rows change."""
    connection.exec_driver_sql("DELETE FROM article_search WHERE rowid = ?", (article_key,))
    unindex_statements(connection, article_id)


def unindex_statements(connection: Connection, article_id: str) -> None:
    """Take the statements of an article out of the search."""
    connection.exec_driver_sql(
        "DELETE FROM statement_search WHERE rowid IN "
        "(SELECT key FROM statement WHERE article_id = ?)",
        (article_id,),
    )


def matches(table: str, query: str) -> ColumnElement[bool]:
    """Whether the row of `statement` or `article` holds what the user searches for.

    Of a statement its source and its content count.
    """
    told = search_query(query)
    return text(
        f"{table}.key IN (SELECT rowid FROM {table}_search WHERE {table}_search MATCH :query)"  # noqa: S608
    ).bindparams(query=f"{{source content}} : ({told})" if table == "statement" else told)  # type: ignore[return-value]


def searching(table: str, query: str) -> tuple[Select[Any], ColumnElement[int]]:
    """The query for the keys of the rows that hold what `search_query` made, and its column.

    Its rows can be had in the order of keys, either way, without sorting them.

    Args:
        table: `statement` or `article`.
    """
    name = f"{table}_search"
    key: ColumnElement[int] = literal_column(f"{name}.rowid", Integer)
    found = select(key.label("key")).select_from(TableClause(name))
    return found.where(literal_column(name).op("MATCH")(query)), key


_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
_WORD = re.compile(r"[^\W_]")


def search_query(query: str) -> str:
    """What the user typed, as a query of FTS5 in which nothing is syntax.

    Words are all wanted, in any order; words between double quotes as a phrase; a word that ends
    in `*` stands for all that begin with it.

    Raises:
        UsageError: if there is no word in it.
    """
    terms = []
    for found in _TERM.finditer(search_key(query).replace("\ufffd", " ")):
        phrase, word = found.group(1), found.group(2)
        term = phrase if word is None else word.rstrip("*")
        if _WORD.search(term):
            terms.append(f'"{term}"{"*" if word is not None and word != term else ""}')
    if not terms:
        raise UsageError(f"there is no word to search for in {query!r}", "no-words")
    return " ".join(terms)
