"""What the reading room lists, and who may change it: tables and columns of their own."""

from __future__ import annotations

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

_metadata = MetaData()

# tables that are there
Table("article", _metadata, Column("key", Integer, primary_key=True))
Table("statement", _metadata, Column("key", Integer, primary_key=True))

Table(
    "relay",
    _metadata,
    Column("statement", ForeignKey("statement.key"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("role", Text, nullable=False),
    Column("name", Text),
    Column("actor", String(64)),
    Index("relay_name", "name"),
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
    Index("dated_first", "first"),
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

_NEW = ("relay", "about", "dated", "placed", "account", "login")
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
    "CREATE INDEX statement_actor ON statement (article_id, actor)",
    "CREATE INDEX statement_said ON statement (said_first)",
)


def apply(connection: Connection) -> None:
    """Make them, empty: `quoth.store.listing` fills them for the articles that are there."""
    for table, columns in _COLUMNS.items():
        for column in columns:
            connection.execute(text(f"ALTER TABLE {table} ADD COLUMN {column}"))
    for index in _INDEXES:
        connection.execute(text(index))
    _metadata.create_all(connection, tables=[_metadata.tables[name] for name in _NEW])
