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

# written once: to put a query together takes longer than to answer it
_A, _I, _M, _N, _V = t.article.c, t.issue.c, t.mark.c, t.maker.c, t.version.c
_MARKS = (
    select(_M.id, _M.kind, _M.start, _M.end, _M.value, _M.maker, _M.score)
    .join(t.article, _A.key == _M.article)
    .where(_A.id == bindparam("article"))
    .order_by(_M.position)
)
_MAKERS = select(_N.key, _N.name, _N.version, _N.digest).where(
    _N.key.in_(bindparam("keys", expanding=True))
)
_ARTICLE = select(_A.text, _A.blocks, _A.origin, _A.meta).where(_A.id == bindparam("article"))
_ISSUES = (
    select(_I.exact)
    .where(_I.page_id == bindparam("page"), _I.version == bindparam("number"))
    .order_by(_I.position)
)
_VERSIONS = (
    select(t.version)
    .where(_V.article_id == bindparam("article"))
    .order_by(_V.current.desc(), _V.name, _V.page_id, _V.number.desc())
    .limit(1)
)
_OF_PAGE = _VERSIONS.where(_V.page_id == bindparam("page"))


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
    query, where = _VERSIONS, {"article": article}
    if page_key is not None:
        query, where = _OF_PAGE, {"article": article, "page": page_id(page_key)}
    found = connection.execute(query, where).mappings().first()
    if found is None:
        raise UsageError(f"no page of the ledger gave the article {article!r}", "no-such-article")
    return found


def _article(connection: Connection, article: str, version: RowMapping) -> Article:
    row = connection.execute(_ARTICLE, {"article": article}).one()
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
    rows = connection.execute(_MARKS, {"article": article}).all()
    makers = _makers(connection, {row.maker for row in rows})
    for mark_id, name, start, end, value, by, score in rows:
        kind = VALUES.get(name)
        if kind is None:
            raise LedgerTooNew(f"marks of kind {name!r} are of a later Quoth: update it")
        yield Mark(mark_id, name, Span(start, end), read_value(kind, value), makers[by], score)


def _makers(connection: Connection, keys: set[int]) -> dict[int, Maker]:
    rows = connection.execute(_MAKERS, {"keys": sorted(keys)})
    return {key: Maker(name, version, digest) for key, name, version, digest in rows}


def _issues(connection: Connection, version: RowMapping) -> Iterator[Issue]:
    where = {"page": version["page_id"], "number": version["number"]}
    for exact in connection.execute(_ISSUES, where).scalars():
        yield read_plain(Issue, exact)


@contextmanager
def _sound(article: str) -> Iterator[None]:
    try:
        yield
    except (zlib.error, ValueError, TypeError, KeyError) as error:
        raise LedgerBroken(f"the article {article} is damaged in the ledger: {error}") from error
