"""Readings back from the ledger, equal to what was stored."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, RowMapping, bindparam, select

from quoth.errors import LedgerBroken, LedgerTooNew, UsageError
from quoth.model import (
    VALUES,
    Article,
    Issue,
    Maker,
    Mark,
    Metadata,
    Reading,
    Source,
    Span,
)
from quoth.store import schema as t
from quoth.store.codec import read_blocks, read_origin, read_plain, read_text, read_value
from quoth.store.folding import clean
from quoth.store.query import begins
from quoth.store.writing import page_id

_M = t.mark.c
_MARKS = (
    select(_M.id, _M.kind, _M.start, _M.end, _M.value, _M.maker, _M.score)
    .join(t.article, t.article.c.key == _M.article)
    .where(t.article.c.id == bindparam("article"))
    .order_by(_M.position)
)


def stored_id(connection: Connection, prefix: str) -> str:
    """The id of the one article whose id begins with `prefix`.

    Raises:
        UsageError: if there is none, or more than one.
    """
    c = t.article.c
    if connection.execute(select(c.id).where(c.id == clean(prefix))).first() is not None:
        return prefix
    found = connection.execute(select(c.id).where(begins(c.id, prefix)).limit(2)).scalars().all()
    return only(found, prefix, "article")


def only(ids: object, prefix: str, what: str) -> str:
    """The one of `ids`.

    Raises:
        UsageError: if there is none, or more than one.
    """
    found = sorted({str(i) for i in ids}) if isinstance(ids, list | tuple) else []
    if not found or not prefix:
        raise UsageError(f"the ledger holds no {what} {prefix!r}", f"no-such-{what}")
    if len(found) > 1:
        raise UsageError(
            f"more than one {what} begins with {prefix!r}: give more of the id",
            f"ambiguous-{what}",
        )
    return found[0]


def stored_article(connection: Connection, article: str, page_key: str | None = None) -> Article:
    """The article with this id, as the page `page_key` gave it."""
    return _article(connection, article, _version(connection, article, page_key))


def stored_reading(connection: Connection, article: str, page_key: str | None = None) -> Reading:
    """The reading of the article with this id, as the page `page_key` gave it."""
    version = _version(connection, article, page_key)
    read = _article(connection, article, version)
    with _sound(article):
        marks = tuple(_marks(connection, article))
        issues = tuple(_issues(connection, version))
    return Reading(read, marks, issues)


def _version(connection: Connection, article: str, page_key: str | None) -> RowMapping:
    c = t.version.c
    query = select(t.version).where(c.article_id == article)
    if page_key is not None:
        query = query.where(c.page_id == page_id(page_key))
    query = query.order_by(c.current.desc(), c.name, c.page_id, c.number.desc())
    found = connection.execute(query.limit(1)).mappings().first()
    if found is None:
        raise UsageError(f"no page of the ledger gave the article {article!r}", "no-such-article")
    return found


def _article(connection: Connection, article: str, version: RowMapping) -> Article:
    c = t.article.c
    query = select(c.text, c.blocks, c.origin, c.meta).where(c.id == article)
    row = connection.execute(query).one()
    with _sound(article):
        return Article(
            id=article,
            source=read_plain(Source, version["source"]),
            text=read_text(row.text),
            blocks=read_blocks(row.blocks),
            origin=read_origin(row.origin),
            meta=read_plain(Metadata, row.meta),
        )


def _marks(connection: Connection, article: str) -> Iterator[Mark[object]]:
    makers: dict[int, Maker] = {}
    for mark_id, name, start, end, value, by, score in connection.execute(
        _MARKS, {"article": article}
    ):
        kind = VALUES.get(name)
        if kind is None:
            raise LedgerTooNew(f"marks of kind {name!r} are of a later Quoth: update it")
        if by not in makers:
            makers[by] = _maker(connection, by)
        yield Mark(mark_id, name, Span(start, end), read_value(kind, value), makers[by], score)


def _maker(connection: Connection, key: int) -> Maker:
    m = t.maker.c
    return Maker(*connection.execute(select(m.name, m.version, m.digest).where(m.key == key)).one())


def _issues(connection: Connection, version: RowMapping) -> Iterator[Issue]:
    c = t.issue.c
    here = (c.page_id == version["page_id"], c.version == version["number"])
    query = select(c.exact).where(*here).order_by(c.position)
    for exact in connection.execute(query).scalars():
        yield read_plain(Issue, exact)


@contextmanager
def _sound(article: str) -> Iterator[None]:
    try:
        yield
    except (zlib.error, ValueError, TypeError, KeyError) as error:
        raise LedgerBroken(f"the article {article} is damaged in the ledger: {error}") from error
