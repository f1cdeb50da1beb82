"""All that is SQLite's own but the full-text search: the file, its settings, its errors.

A ledger on another database replaces this file and `fulltext.py`, and keeps the others.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    ColumnElement,
    Connection,
    Engine,
    Integer,
    Table,
    TableValuedAlias,
    bindparam,
    create_engine,
    event,
    func,
    literal_column,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.selectable import NamedFromClause

from quoth.errors import LedgerBroken, LedgerError, LedgerFull
from quoth.store.folding import clean, search_key

Row = dict[str, Any]

APPLICATION = 0x51754F74
"""Marks the file as a ledger in its header ("QuOt"), as `file` and SQLite show it."""
BUSY_SECONDS = 30.0
"""How long a writer waits for another one.  A page takes milliseconds, a migration seconds."""
_CACHE, _LEAST_CACHE = 32_000, 4_000
"""Kilobytes of a database that one connection keeps in memory, and each of many at least."""
_MAGIC = b"SQLite format 3\x00"


# ---------------------------------------------------------------- the file


def probe(path: Path) -> int:
    """The schema version of the ledger at `path`; 0 for one that is still to be made.

    Opens the file for reading only: what is no ledger is not touched.

    Raises:
        LedgerBroken: if the file is not a ledger.
        LedgerError: if it cannot be read.
    """
    if not path.exists():
        return 0
    if not path.is_file():
        raise LedgerBroken(f"{path} is no file: name the file of a ledger")
    with _reading(path), path.open("rb") as file:
        head = file.read(len(_MAGIC))
    if not head:
        return 0
    if head != _MAGIC:
        raise LedgerBroken(f"{path} is not a ledger: name another file")
    with _reading(path), closing(_read_only(path)) as raw:
        return _version(path, raw)


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _version(path: Path, raw: sqlite3.Connection) -> int:
    application = raw.execute("PRAGMA application_id").fetchone()[0]
    tables = {r[0] for r in raw.execute("SELECT name FROM sqlite_master")}
    if not tables and application in (0, APPLICATION):
        return 0  # killed before its first transaction was complete
    if application != APPLICATION or "schema_version" not in tables:
        raise LedgerBroken(f"{path} is a database of something else: name another file")
    return int(raw.execute("SELECT max(number) FROM schema_version").fetchone()[0])


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise fault(path, error) from error
    except OSError as error:
        raise LedgerError(f"{path} cannot be read: {error.strerror}", "ledger-unusable") from error


def connect(path: Path, readers: int = 1) -> Engine:
    """The engine of the ledger at `path`, made if it is missing.

    Args:
        readers: threads that ask it at once; each has a connection, which stays open.
    """
    url = URL.create("sqlite", database=str(path.absolute()))
    options = {"timeout": BUSY_SECONDS}
    # a connection beyond those that are kept is made for one question, which takes long
    engine = create_engine(url, connect_args=options, pool_size=max(readers, 5), max_overflow=64)
    event.listen(engine, "connect", partial(_prepare, cache=max(_CACHE // readers, _LEAST_CACHE)))
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(raw: sqlite3.Connection, _record: object, cache: int) -> None:
    raw.isolation_level = None  # the driver would not begin a transaction for DDL
    if raw.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        raw.execute("PRAGMA journal_mode = WAL")
    # In WAL mode NORMAL survives a killed process whole; a power cut may lose the last pages
    # that were added, never the ledger.
    raw.execute("PRAGMA synchronous = NORMAL")
    raw.execute("PRAGMA foreign_keys = ON")
    # pages of 4 KiB: fewer and longer rounds of moving the log into the file, and a cache that
    # holds the inner nodes of a large ledger; together a quarter faster than the defaults
    raw.execute("PRAGMA wal_autocheckpoint = 4000")
    raw.execute(f"PRAGMA cache_size = -{cache}")


def _begin(connection: Connection) -> None:
    # a writer takes its lock at once, or two of them could each wait for the other
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: all of it is kept, or nothing."""
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        yield connection


def insert_many(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows that have the same columns, in one call of the driver.

    Core looks at every value of every row again, which takes longer than storing it.
    """
    if rows:
        statement = _insertion(table, tuple(rows[0]))
        connection.exec_driver_sql(statement, [tuple(row.values()) for row in rows])


def count_many(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """As `insert_many`; where a row with the same primary key is there, its `count` grows.

    A row that a table gives once stays one that it gives.
    """
    if rows:
        keys = ", ".join(column.name for column in table.primary_key.columns)
        more = f" ON CONFLICT ({keys}) DO UPDATE SET "
        more += f"count = {table.name}.count + excluded.count, "
        more += f"given = ({table.name}.given OR excluded.given)"
        statement = _insertion(table, tuple(rows[0])) + more
        connection.exec_driver_sql(statement, [tuple(row.values()) for row in rows])


def insert_missing(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """As `insert_many`; rows that are there already stay as they are."""
    if rows:
        statement = _insertion(table, tuple(rows[0])) + " ON CONFLICT DO NOTHING"
        connection.exec_driver_sql(statement, [tuple(row.values()) for row in rows])


@cache
def _insertion(table: Table, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{table.c[name].name}"' for name in columns)
    return f"INSERT INTO {table.name} ({names}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608


def claim(connection: Connection) -> None:
    """Mark the file as a ledger, inside the transaction that makes its first tables."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")


_FEW = 24
"""Entities of one blocking key that are looked at; such a key tells little anyway."""
_TERMS = 400
"""Parts of a compound query; SQLite takes 500."""


def blocked(connection: Connection, keys: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The entities of blocking keys, a few of each: (key, entity) each.

    However many entities a key has, no more are read: the time does not grow with the ledger.
    """
    one = f"SELECT * FROM (SELECT key, entity FROM entity_key WHERE key = ? LIMIT {_FEW})"  # noqa: S608
    for first in range(0, len(keys), _TERMS):
        some = tuple(keys[first : first + _TERMS])
        query = " UNION ALL ".join([one] * len(some))
        yield from ((k, e) for k, e in connection.exec_driver_sql(query, some))


_TOUCHING = """
    SELECT number FROM decided WHERE subject = ?1
        OR subject IN (SELECT article_id FROM version WHERE page_id = ?2)
        OR subject IN (
            SELECT article_id FROM version WHERE page_id IN (
                SELECT page_id FROM version WHERE article_id = ?1
            )
        )
"""


def touching(connection: Connection, article: str, page: str) -> list[int]:
    """The numbers of the decisions about an article or another version of its pages.

    Asked for each article that is read or stored, it goes to the driver at once.

    Args:
        page: the id of a page of it, where its version is still to be stored.
    """
    return [row[0] for row in connection.exec_driver_sql(_TOUCHING, (article, page))]


# ---------------------------------------------------------------- its errors

_FULL = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
}
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


@contextmanager
def guarded(path: Path) -> Iterator[None]:
    """Turn what the database raises into errors of ours."""
    try:
        yield
    except sqlite3.Error as error:  # while a connection is being prepared
        raise fault(path, error) from error
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite3.DatabaseError) or isinstance(
            error.orig, sqlite3.IntegrityError | sqlite3.ProgrammingError
        ):
            raise  # a fault of ours, not of the file
        raise fault(path, error.orig) from error


def fault(path: Path, error: sqlite3.Error) -> LedgerError:
    """The error to raise for what SQLite says."""
    code = getattr(error, "sqlite_errorcode", 0)
    if code in _FULL:
        return LedgerFull(
            f"{path} could not be written, the disk is full ({error}): "
            "what was added before is safe; make room and add the rest again"
        )
    if code & 0xFF in _BROKEN:
        return LedgerBroken(f"{path} is not a ledger, or damaged ({error})")
    if code & 0xFF in _BUSY:
        return LedgerError(f"{path} is being written by another process: wait", "ledger-busy")
    return LedgerError(f"{path} cannot be used as a ledger ({error})", "ledger-unusable")


def faults(connection: Connection) -> tuple[str, ...]:
    """What is wrong with the file itself, its references and its search index."""
    found = [r[0] for r in connection.exec_driver_sql("PRAGMA integrity_check") if r[0] != "ok"]
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        found.append(f"{table} row {row} names a missing {parent}")
    for table, of in (("statement_search", "statement"), ("article_search", "article")):
        lost = f"SELECT count(*) FROM {of} WHERE key NOT IN (SELECT rowid FROM {table})"  # noqa: S608
        left = f"SELECT count(*) FROM {table} WHERE rowid NOT IN (SELECT key FROM {of})"  # noqa: S608
        for query, what in ((lost, "cannot be searched"), (left, "are gone but still searched")):
            if count := connection.exec_driver_sql(query).scalar_one():
                found.append(f"{count} rows of {of} {what}")
    return tuple(found)


# ---------------------------------------------------------------- what a query says


def each(parameter: str, *columns: str) -> TableValuedAlias:
    """The members of a list or an object of JSON that is a parameter, as rows."""
    return func.json_each(bindparam(parameter)).table_valued(*columns)


def row_of(table: NamedFromClause) -> ColumnElement[int]:
    """The number by which the database finds a row at once."""
    return literal_column(f"{table.name}.rowid", Integer)


def contains(column: ColumnElement[Any], needle: str) -> ColumnElement[bool]:
    """Whether the search key in `column` holds that of `needle`."""
    return func.instr(column, clean(search_key(needle))) > 0
