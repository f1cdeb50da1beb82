"""Entities: actors across articles, their names and keys, who belongs to them, and decisions."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

_metadata = MetaData()

# what is there already and referred to
Table("article", _metadata, Column("key", Integer, primary_key=True))

Table(
    "entity",
    _metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("named_by", Text),
    Column("wikidata", Text),
    Column("members", Integer, nullable=False),
    Index("entity_wikidata", "wikidata"),
)

Table(
    "entity_name",
    _metadata,
    Column("entity", ForeignKey("entity.key"), primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),
    Column("language", Text, primary_key=True),
    Column("script", String(4), nullable=False),
    Column("search", Text, nullable=False),
    Column("count", Integer, nullable=False),
    Column("given", Boolean, nullable=False),
    Index("entity_name_search", "search"),
)

Table(
    "entity_fact",
    _metadata,
    Column("entity", ForeignKey("entity.key"), primary_key=True, autoincrement=False),
    Column("kind", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("given", Boolean, nullable=False),
)

Table(
    "entity_key",
    _metadata,
    Column("key", Text, primary_key=True),
    Column("entity", ForeignKey("entity.key"), primary_key=True, autoincrement=False),
    Index("entity_key_entity", "entity"),
)

Table(
    "membership",
    _metadata,
    Column("article", ForeignKey("article.key"), primary_key=True, autoincrement=False),
    Column("actor", String(64), primary_key=True),
    Column("entity", ForeignKey("entity.key"), nullable=False),
    Column("name", Text, nullable=False),
    Column("day", String(10)),
    Column("profile", LargeBinary, nullable=False),
    Column("score", Float, nullable=False),
    Column("why", Text, nullable=False),
    Column("rivals", Text, nullable=False),
    Column("by", Text, nullable=False),
    Index("membership_entity", "entity", "day"),
)

Table(
    "joined",
    _metadata,
    Column("article", ForeignKey("article.key"), primary_key=True, autoincrement=False),
    Column("fingerprint", String(64), nullable=False),
)

Table(
    "decision",
    _metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reason", Text),
    Column("payload", LargeBinary, nullable=False),
    Column("undone_at", Text),
    Column("undone_by", Text),
)


_NEW = (
    "entity",
    "entity_name",
    "entity_fact",
    "entity_key",
    "membership",
    "joined",
    "decision",
)


def apply(connection: Connection) -> None:
    """Make the tables, empty: `quoth link` fills them for the articles that are there."""
    _metadata.create_all(connection, tables=[_metadata.tables[name] for name in _NEW])
