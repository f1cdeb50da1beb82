"""The ledger: what pages said, in one file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, RowMapping, Select, func, select

from quoth.errors import UsageError
from quoth.model import Actor, Article, Issue, Mark, Reading, Statement, mark
from quoth.model.group import Group
from quoth.store import query, schema
from quoth.store.check import check
from quoth.store.codec import read_plain
from quoth.store.corrected import Corrections, corrected, corrected_article
from quoth.store.entities import Entities, Keys, no_keys
from quoth.store.joined import not_joined
from quoth.store.joining import Joiner, join_page
from quoth.store.listing import not_listed
from quoth.store.members import MAKER
from quoth.store.query import ArticleRow, StatementFilter, StatementRow
from quoth.store.reading import only, stored_id, stored_reading
from quoth.store.rows import Frozen
from quoth.store.sqlite import guarded, writing
from quoth.store.writing import Added, page_id, put, put_failure, relist

T = TypeVar("T")
_CHUNK = 500  # rows held in memory while streaming


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a ledger holds.  `failed` counts the pages of which nothing could be read."""

    pages: int
    failed: int
    articles: int
    versions: int
    marks: int
    statements: int
    entities: int = 0


class Ledger:
    """An open ledger; made by `open_ledger`.  Close it, or use it in a `with` statement.

    One process opens its own; many may read while one writes.  Every method may raise
    LedgerFull, LedgerBroken or LedgerError.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file.  Nothing is lost without it."""
        with guarded(self.path):
            self._engine.dispose()

    # ------------------------------------------------------------ writing

    def add(
        self, page_key: str, reading: Reading, stamp: str = "", joiner: Joiner | None = None
    ) -> Added:
        """Store a reading as what its page says now: all of it, or nothing.

        Adding the same again changes nothing.  Another content becomes a new version of the page
        and the old one is kept; the same content read otherwise replaces the earlier reading.

        Args:
            page_key: which page it is; see `page_key`.
            stamp: what else the reading depends on: the digests of the makers, the options.
            joiner: puts the actors of the page into entities, in the same transaction.
        """
        frozen = Frozen(reading)
        with guarded(self.path), writing(self._engine) as connection:
            done = put(connection, page_key, frozen, stamp)
            if joiner is not None:
                join_page(connection, Corrections(connection).over(reading).reading, joiner)
            return done

    def fail(self, page_key: str, issues: Iterable[Issue]) -> None:
        """Store why a page could not be read.  What the ledger holds of the page stays."""
        with guarded(self.path), writing(self._engine) as connection:
            put_failure(connection, page_key, tuple(issues))

    def join(self, article_id: str, joiner: Joiner) -> None:
        """Put the actors of an article that is there into entities, if they are not."""
        with guarded(self.path), writing(self._engine) as connection:
            join_page(connection, corrected(connection, article_id).reading, joiner)

    @contextmanager
    def changing(self, keys: Keys) -> Iterator[Entities]:
        """The entities, to be changed: all that is done is kept, or nothing.

        Args:
            keys: gives blocking keys.
        """
        with guarded(self.path), writing(self._engine) as connection:
            entities = Entities(connection, keys)
            yield entities
            entities.finish()

    def change(self, deed: Callable[[Connection], T]) -> T:
        """Do what changes tables of its own (accounts and sessions): all of it, or nothing."""
        with guarded(self.path), writing(self._engine) as connection:
            return deed(connection)

    def relist(self, article_id: str) -> None:
        """List an article anew for the reading room, as its marks have it."""
        with guarded(self.path), writing(self._engine) as connection:
            relist(connection, stored_reading(connection, article_id))

    # ------------------------------------------------------------ reading

    def ask(self, question: Callable[[Connection], T]) -> T:
        """What a question finds, inside one transaction: see `quoth.store.views`."""
        with self._connected() as connection:
            return question(connection)

    def not_listed(self) -> tuple[str, ...]:
        """The ids of the articles that the reading room does not list as it would now, by day."""
        return self.ask(not_listed)

    @contextmanager
    def entities(self, keys: Keys = no_keys) -> Iterator[Entities]:
        """The entities, to be read.

        Args:
            keys: gives blocking keys, where candidates are looked for.
        """
        with self._connected() as connection:
            yield Entities(connection, keys)

    def not_joined(self) -> tuple[str, ...]:
        """The ids of the articles whose actors are not in entities as they are now, by day."""
        with self._connected() as connection:
            return not_joined(connection)

    def article_ids(self) -> tuple[str, ...]:
        """The ids of all articles, those of older versions too, by day and id."""
        c = schema.article.c
        with self._connected() as connection:
            return tuple(connection.execute(select(c.id).order_by(c.day, c.id)).scalars())

    def group(self, entity: str) -> Group:
        """The actors that an entity of the ledger is, as marks of their articles.

        Raises:
            UsageError: if there is no such entity.
        """
        with self.entities() as entities:
            found = entities.group(entity)
        if found is None:
            raise UsageError(f"the ledger holds no entity {entity!r}", "no-such-entity")
        return found

    def known(self, page_key: str, sha256: str, stamp: str = "") -> bool:
        """Whether the page is there now with these bytes, read in the way of `stamp`."""
        v, a = schema.version.c, schema.article.c
        wanted = (v.page_id == page_id(page_key), v.current, a.sha256 == sha256, a.stamp == stamp)
        joined = schema.version.join(schema.article, a.id == v.article_id)
        with self._connected() as connection:
            found = connection.execute(select(a.key).select_from(joined).where(*wanted)).first()
        return found is not None

    def reading(self, article_id: str, page_key: str | None = None) -> Reading:
        """The reading of an article, equal to what was stored save for the corrections that hold.

        Args:
            article_id: its id, or the beginning of it if no other has the same.
            page_key: whose, where identical pages share the article; else the first by name.

        Raises:
            UsageError: if there is no such article, or more than one.
        """
        with self._connected() as connection:
            return corrected(connection, stored_id(connection, article_id), page_key).reading

    def article(self, article_id: str, page_key: str | None = None) -> Article:
        """The article alone, without its marks; as `reading` otherwise."""
        with self._connected() as connection:
            return corrected_article(connection, stored_id(connection, article_id), page_key)

    def articles(self, text: str | None = None, limit: int | None = None) -> Iterator[ArticleRow]:
        """The current articles, by day; those alone that hold all words of `text`, if given.

        Raises:
            UsageError: if there is no word in `text`.
        """
        rows = self._stream(query.articles(text, limit))
        return (ArticleRow(**row) for row in rows)

    def statements(self, wanted: StatementFilter | None = None) -> Iterator[StatementRow]:
        """The statements that fit the filter, in the order of days, articles and text.

        They are read as they are asked for; a ledger may hold more than memory does.
        """
        rows = self._stream(query.statements(wanted or StatementFilter()))
        return (query.statement_row(row) for row in rows)

    def found(
        self, wanted: StatementFilter | None = None
    ) -> Iterator[tuple[Reading, Mark[Statement]]]:
        """The statements that fit the filter with their readings, as exports take them.

        The readings have a mark more for each actor that belongs to an entity.
        """
        reading: Reading | None = None
        marks: dict[str, Mark[Statement]] = {}
        for row in self.statements(wanted):
            if reading is None or reading.article.id != row.article:
                reading = self.linked(row.article)
                marks = {m.id: m for m in reading.of(Statement)}
            if row.id in marks:  # gone if another process replaced the reading meanwhile
                yield reading, marks[row.id]

    def linked(self, article_id: str) -> Reading:
        """The reading of an article with the entities of its actors, as `found` gives it."""
        reading = self.reading(article_id)
        article = reading.article.id
        spans = {m.id: m.span for m in reading.of(Actor)}
        with self.entities() as entities:
            found = [b for b in entities.belongings(article) if b.actor in spans]
        return reading.plus(mark(article, spans[b.actor], b, MAKER, 1.0) for b in found)

    def found_by_id(self, prefix: str) -> tuple[Reading, Mark[Statement]]:
        """The statement whose id is, or alone begins with, `prefix`, as `found` gives it.

        Raises:
            UsageError: if there is none, or more than one.
        """
        row = self.statement(prefix)
        reading = self.linked(row.article)
        return reading, next(m for m in reading.of(Statement) if m.id == row.id)

    def statement(self, prefix: str) -> StatementRow:
        """The statement whose id is, or alone begins with, `prefix`.

        Raises:
            UsageError: if there is none, or more than one.
        """
        with self._connected() as connection:
            rows = connection.execute(query.statements_like(prefix)).mappings().all()
        found = only(
            [r["id"] for r in rows if prefix == r["id"]] or [r["id"] for r in rows],
            prefix,
            "statement",
        )
        return query.statement_row(next(r for r in rows if r["id"] == found))

    def issues(self) -> Iterator[Issue]:
        """What went wrong with the pages, in the order it was stored."""
        c = schema.issue.c
        rows = self._stream(select(c.exact).order_by(c.key))
        return (read_plain(Issue, row["exact"]) for row in rows)

    def counts(self) -> Counts:
        """How much the ledger holds."""
        v, i = schema.version.c, schema.issue.c
        lost = select(func.count(i.page_id.distinct())).where(
            i.version.is_(None), i.page_id.not_in(select(v.page_id))
        )
        with self._connected() as connection:
            number = {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (
                    schema.page,
                    schema.article,
                    schema.version,
                    schema.mark,
                    schema.statement,
                    schema.entity,
                )
            }
            failed = connection.execute(lost).scalar_one()
        return Counts(
            pages=number["page"],
            failed=failed,
            articles=number["article"],
            versions=number["version"],
            marks=number["mark"],
            statements=number["statement"],
            entities=number["entity"],
        )

    def check(self) -> tuple[str, ...]:
        """Every fault of the ledger, in words; empty if it is sound.  Reads the whole file."""
        with self._connected() as connection:
            return check(connection)

    def _stream(self, wanted: Select[Any]) -> Iterator[RowMapping]:
        with self._connected() as connection:
            yield from connection.execution_options(yield_per=_CHUNK).execute(wanted).mappings()

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        with guarded(self.path), self._engine.connect() as connection:
            yield connection
