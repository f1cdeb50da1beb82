"""What the reading room lists, and who may change it: tables and columns of their own."""

from __future__ import annotations

import json

from sqlalchemy import (
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    text,
)

from quoth.store.fulltext import create_search, index_statements

_metadata = MetaData()

# tables that are there
Table("article", _metadata, Column("key", Integer, primary_key=True))
Table("statement", _metadata, Column("key", Integer, primary_key=True))
Table("decision", _metadata, Column("number", Integer, primary_key=True))

Table(
    "relay",
    _metadata,
    Column("statement", ForeignKey("statement.key"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("role", Text, nullable=False),
    Column("name", Text),
    Column("actor", String(64)),
    Index("relay_name", "name", "statement"),
)

Table(
    "about",
    _metadata,
    Column("article", ForeignKey("article.key"), primary_key=True, autoincrement=False),
    Column("actor", String(64), primary_key=True),
    Column("statement", ForeignKey("statement.key"), primary_key=True, autoincrement=False),
    Index("about_statement", "statement"),
)

Table(
    "dated",
    _metadata,
    Column("article", ForeignKey("article.key"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
    Column("grain", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("sentence", Text, nullable=False),
    Index("dated_first", "first", "last", "article", "position"),
    Index("dated_range", "first", "last", sqlite_where=text('"last" > "first"')),
)

Table(
    "placed",
    _metadata,
    Column("article", ForeignKey("article.key"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("type", Text, nullable=False),
    Column("geonames", Integer),
    Column("name", Text, nullable=False),
    Column("country", Text),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("placed_geonames", "geonames"),
    Index("placed_country", "country"),
)

_decided = Table(
    "decided",
    _metadata,
    Column("subject", String(64), primary_key=True),
    Column("number", ForeignKey("decision.number"), primary_key=True, autoincrement=False),
)

Table(
    "account",
    _metadata,
    Column("key", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("password", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("closed_at", Text),
)

Table(
    "login",
    _metadata,
    Column("token", String(64), primary_key=True),
    Column("account", ForeignKey("account.key"), nullable=False),
    Column("made_at", Text, nullable=False),
    Column("seen_at", Text, nullable=False),
    Column("ends_at", Text, nullable=False),
    Index("login_account", "account"),
)

_NEW = ("relay", "about", "dated", "placed", "decided", "account", "login")
_COLUMNS = {
    "article": ("site TEXT", "language TEXT", "listed INTEGER"),
    "statement": (
        "actor VARCHAR(64)",
        "speaker TEXT",
        "kind TEXT",
        "said_first TEXT",
        "said_last TEXT",
        "venue TEXT",
        "place TEXT",
        "country TEXT",
        "outlet TEXT",
    ),
}
_INDEXES = (
    "CREATE INDEX article_day ON article (day)",
    "CREATE INDEX article_listed ON article (listed)",
    "CREATE INDEX statement_actor ON statement (article_id, actor)",
    "CREATE INDEX statement_said ON statement (said_first, said_last)",
    "CREATE INDEX statement_range ON statement (said_first, said_last)"
    " WHERE said_last > said_first",
    "CREATE INDEX statement_language ON statement (language)",
    "CREATE INDEX statement_kind ON statement (kind)",
    "CREATE INDEX statement_outlet ON statement (outlet)",
    "CREATE INDEX statement_country ON statement (country)",
    "CREATE INDEX entity_members ON entity (members)",
    "CREATE INDEX entity_kind ON entity (kind, members)",
    "CREATE INDEX entity_named ON entity (named_by)",
)
# the keys of statements are in the order of days, see quoth.store.numbering; first below zero,
# where no key is yet
_NUMBERED = """
    UPDATE statement SET key = -numbered.number FROM (
        SELECT key AS old,
            CAST(coalesce(julianday(day) - 1721424.5, 0) AS INTEGER) * 16777216
            + row_number() OVER (PARTITION BY day ORDER BY article_id, position DESC) AS number
        FROM statement
    ) AS numbered WHERE key = numbered.old
"""
_TURNED = "UPDATE statement SET key = -key"
_STATEMENTS = "SELECT key, source_text, content_text FROM statement ORDER BY key"


def apply(connection: Connection) -> None:
    """Make them, empty: `quoth.store.listing` fills them for the articles that are there."""
    for table, columns in _COLUMNS.items():
        for column in columns:
            connection.execute(text(f"ALTER TABLE {table} ADD COLUMN {column}"))
    for index in _INDEXES:
        connection.execute(text(index))
    _number(connection)
    _metadata.create_all(connection, tables=[_metadata.tables[name] for name in _NEW])
    for number, payload in connection.execute(text("SELECT number, payload FROM decision")).all():
        told = json.loads(payload)
        for subject in sorted({told["entity"], told.get("other")} - {None}):
            connection.execute(_decided.insert().values(subject=subject, number=number))


def _number(connection: Connection) -> None:
    """Give the statements keys in the order of days, and search them by those."""
    connection.execute(text(_NUMBERED))
    connection.execute(text(_TURNED))
    create_search(connection, ["statement_search"])
    for rows in connection.execute(text(_STATEMENTS)).yield_per(500).partitions():
        index_statements(connection, [(k, s or "", c, "") for k, s, c in rows])
