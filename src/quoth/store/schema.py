"""The tables of a ledger, as they are now.  Portable: nothing here is of one database alone.

Exact things (a text, a value, a source) are kept as bytes, because a string of Python may hold
what no text column can: a lone surrogate, a NUL.  Text columns are there to be searched and
shown; in them such characters stand as U+FFFD.

A change here takes a step in `quoth.store.migrations`; a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData()

schema_version = Table(
    "schema_version",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("applied_at", Text, nullable=False),
)

maker = Table(
    "maker",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("digest", Text, nullable=False),
    UniqueConstraint("name", "version", "digest", name="maker_once"),
)

page = Table(
    "page",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False),
)

article = Table(
    "article",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("sha256", String(64), nullable=False),
    Column("url", Text),
    Column("headline", Text),
    Column("published", Text),
    Column("day", String(10)),
    Column("text", LargeBinary, nullable=False),
    Column("blocks", LargeBinary, nullable=False),
    Column("origin", LargeBinary, nullable=False),
    Column("meta", LargeBinary, nullable=False),
    Column("marks", Integer, nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("stamp", Text, nullable=False),
    Column("read_at", Text, nullable=False),
    Column("site", Text),
    Column("language", Text),
    Column("listed", Integer),
    Index("article_day", "day"),
    Index("article_listed", "listed"),
)

version = Table(
    "version",
    metadata,
    Column("page_id", ForeignKey("page.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("article_id", ForeignKey("article.id"), nullable=False),
    Column("current", Boolean, nullable=False),
    Column("name", Text, nullable=False),
    Column("source", LargeBinary, nullable=False),
    Column("added_at", Text, nullable=False),
    Index("version_article", "article_id", "current"),
)

mark = Table(
    "mark",
    metadata,
    Column("article", ForeignKey("article.key"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("id", String(64), nullable=False),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("value", LargeBinary, nullable=False),
    Column("maker", ForeignKey("maker.key"), nullable=False),
    Column("score", Float, nullable=False),
)

statement = Table(
    "statement",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String(64), nullable=False),
    Column("article_id", ForeignKey("article.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("form", Text, nullable=False),
    Column("language", Text),
    Column("source_text", Text),
    Column("implicit", Boolean, nullable=False),
    Column("source_key", Text),
    Column("cue_text", Text),
    Column("content_text", Text, nullable=False),
    Column("hedge_text", Text),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("day", String(10)),
    Column("score", Float, nullable=False),
    Column("actor", String(64)),
    Column("speaker", Text),
    Column("kind", Text),
    Column("said_first", Text),
    Column("said_last", Text),
    Column("venue", Text),
    Column("place", Text),
    Column("country", Text),
    Column("outlet", Text),
    Index("statement_id", "id"),
    Index("statement_order", "day", "article_id", "position"),
    Index("statement_article", "article_id"),
    Index("statement_actor", "article_id", "actor"),
    Index("statement_said", "said_first", "said_last"),
    Index(
        "statement_range",
        "said_first",
        "said_last",
        sqlite_where=text("said_last > said_first"),
        postgresql_where=text("said_last > said_first"),
    ),
    Index("statement_language", "language"),
    Index("statement_kind", "kind"),
    Index("statement_outlet", "outlet"),
    Index("statement_country", "country"),
)

# what the reading room lists: taken from the marks, and made again from them

relay = Table(
    "relay",
    metadata,
    Column("statement", ForeignKey("statement.key"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("role", Text, nullable=False),
    Column("name", Text),
    Column("actor", String(64)),
    Index("relay_name", "name", "statement"),
)

about = Table(
    "about",
    metadata,
    Column("article", ForeignKey("article.key"), primary_key=True, autoincrement=False),
    Column("actor", String(64), primary_key=True),
    Column("statement", ForeignKey("statement.key"), primary_key=True, autoincrement=False),
    Index("about_statement", "statement"),
)

dated = Table(
    "dated",
    metadata,
    Column("article", ForeignKey("article.key"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
    Column("grain", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("sentence", Text, nullable=False),
    Index("dated_first", "first", "last", "article", "position"),
    Index(
        "dated_range",
        "first",
        "last",
        sqlite_where=text('"last" > "first"'),
        postgresql_where=text('"last" > "first"'),
    ),
)

placed = Table(
    "placed",
    metadata,
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

issue = Table(
    "issue",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("page_id", ForeignKey("page.id"), nullable=False),
    Column("version", Integer),
    Column("position", Integer, nullable=False),
    Column("id", String(64), nullable=False),
    Column("code", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("exact", LargeBinary, nullable=False),
    Index("issue_page", "page_id", "version"),
)

entity = Table(
    "entity",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("named_by", Text),
    Column("wikidata", Text),
    Column("members", Integer, nullable=False),
    Index("entity_wikidata", "wikidata"),
    Index("entity_members", "members"),
    Index("entity_kind", "kind", "members"),
    Index("entity_named", "named_by"),
)

entity_name = Table(
    "entity_name",
    metadata,
    Column("entity", ForeignKey("entity.key"), primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),
    Column("language", Text, primary_key=True),
    Column("script", String(4), nullable=False),
    Column("search", Text, nullable=False),
    Column("count", Integer, nullable=False),
    Column("given", Boolean, nullable=False),
    Index("entity_name_search", "search"),
)

entity_fact = Table(
    "entity_fact",
    metadata,
    Column("entity", ForeignKey("entity.key"), primary_key=True, autoincrement=False),
    Column("kind", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("given", Boolean, nullable=False),
)

entity_key = Table(
    "entity_key",
    metadata,
    Column("key", Text, primary_key=True),
    Column("entity", ForeignKey("entity.key"), primary_key=True, autoincrement=False),
    Index("entity_key_entity", "entity"),
)

membership = Table(
    "membership",
    metadata,
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

joined = Table(
    "joined",
    metadata,
    Column("article", ForeignKey("article.key"), primary_key=True, autoincrement=False),
    Column("fingerprint", String(64), nullable=False),
)

decision = Table(
    "decision",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reason", Text),
    Column("payload", LargeBinary, nullable=False),
    Column("undone_at", Text),
    Column("undone_by", Text),
    Column("undone_reason", Text),
)

decided = Table(
    "decided",
    metadata,
    Column("subject", String(64), primary_key=True),
    Column("number", ForeignKey("decision.number"), primary_key=True, autoincrement=False),
)

account = Table(
    "account",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("password", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("closed_at", Text),
)

login = Table(
    "login",
    metadata,
    Column("token", String(64), primary_key=True),
    Column("account", ForeignKey("account.key"), nullable=False),
    Column("made_at", Text, nullable=False),
    Column("seen_at", Text, nullable=False),
    Column("ends_at", Text, nullable=False),
    Index("login_account", "account"),
)
