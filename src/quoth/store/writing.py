"""Putting a page into the ledger, inside a transaction that the caller holds.

The queries are made once, at import: making one takes longer than running it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import Connection, bindparam, delete, func, select, update

from quoth.model import Issue, Maker, Reading
from quoth.model.lookup import Lookup
from quoth.store import listing, moving
from quoth.store import schema as t
from quoth.store.codec import plain_bytes, text_bytes
from quoth.store.decisions import Decisions
from quoth.store.folding import clean
from quoth.store.fulltext import index_article, index_statements, unindex, unindex_statements
from quoth.store.mending import mended
from quoth.store.numbering import numbered
from quoth.store.rows import Frozen, issue_rows
from quoth.store.search import searched
from quoth.store.sqlite import Row, insert_many


class Added(StrEnum):
    """What adding a page did."""

    NEW = "new"
    """The page was not there."""
    VERSION = "version"
    """The page was there with another content, which is kept as its older version."""
    REPLACED = "replaced"
    """The content was there, read otherwise: this reading takes the place of the earlier one."""
    SAME = "same"
    """The page was there with this reading.  Nothing changed."""


_V, _A, _I, _S = t.version.c, t.article.c, t.issue.c, t.statement.c
_HERE = (_V.page_id == bindparam("page"), _V.number == bindparam("at"))

_HAS_PAGE = select(t.page.c.id).where(t.page.c.id == bindparam("page"))
_CURRENT = select(_V.article_id, _V.number).where(_V.page_id == bindparam("page"), _V.current)
_LAST = select(func.max(_V.number)).where(_V.page_id == bindparam("page"))
_SUPERSEDE = update(t.version).where(*_HERE).values(current=False)
_SET_SOURCE = update(t.version).where(*_HERE).values(source=bindparam("how"))
_FINGERPRINT = select(_A.key, _A.fingerprint, _A.stamp).where(_A.id == bindparam("article"))
_SET_STAMP = update(t.article).where(_A.key == bindparam("at")).values(stamp=bindparam("how"))
_MAKERS = select(t.maker.c.key, t.maker.c.name, t.maker.c.version, t.maker.c.digest)
_LAST_MAKER = select(func.max(t.maker.c.key))
_TO_SEARCH = (
    select(_S.key, _S.source_text, _S.content_text, _S.speaker)
    .where(_S.article_id == bindparam("article"))
    .order_by(_S.key)
)
_POSITIONS = select(_S.position, _S.day).where(_S.article_id == bindparam("article"))
_OF = (_I.page_id == bindparam("page"), _I.version.is_not_distinct_from(bindparam("at")))
_ISSUES = select(_I.id).where(*_OF).order_by(_I.position)
_DROP_ISSUES = delete(t.issue).where(*_OF)


def page_id(key: str) -> str:
    """The id of a page, from its key."""
    return sha256(text_bytes(key)).hexdigest()[:32]


def put(connection: Connection, key: str, frozen: Frozen, stamp: str) -> Added:
    """Store one reading as the current version of its page."""
    reading = frozen.reading
    now = datetime.now(UTC).isoformat(timespec="seconds")
    page, new = _page(connection, key)
    replaced = _put_article(connection, frozen, page, {"stamp": stamp, "read_at": now})
    if new:
        _put_version(connection, _version(page, 1, reading, now))
        _insert_issues(connection, page, 1, issue_rows(reading.issues))
        return Added.NEW
    connection.execute(_DROP_ISSUES, {"page": page, "at": None})
    current = connection.execute(_CURRENT, {"page": page}).first()
    if current is not None and current.article_id == reading.article.id:
        changed = _put_issues(connection, page, current.number, reading.issues)
        if not (replaced or changed):
            return Added.SAME
        how = plain_bytes(reading.article.source)
        connection.execute(_SET_SOURCE, {"page": page, "at": current.number, "how": how})
        return Added.REPLACED
    number = 1 + (connection.execute(_LAST, {"page": page}).scalar() or 0)
    if current is not None:
        connection.execute(_SUPERSEDE, {"page": page, "at": current.number})
    _put_version(connection, _version(page, number, reading, now))
    _put_issues(connection, page, number, reading.issues)
    return Added.NEW if current is None else Added.VERSION


def put_failure(connection: Connection, key: str, issues: tuple[Issue, ...]) -> None:
    """Store why a page could not be read, in the place of what was stored of that before."""
    page, _ = _page(connection, key)
    _put_issues(connection, page, None, issues)


def _page(connection: Connection, key: str) -> tuple[str, bool]:
    """The id of the page, and whether it is new."""
    found = page_id(key)
    if connection.execute(_HAS_PAGE, {"page": found}).first() is not None:
        return found, False
    insert_many(connection, t.page, [{"id": found, "name": clean(key)}])
    return found, True


def _version(page: str, number: int, reading: Reading, now: str) -> Row:
    source = reading.article.source
    return {
        "page_id": page,
        "number": number,
        "article_id": reading.article.id,
        "current": True,
        "name": clean(source.page),
        "source": plain_bytes(source),
        "added_at": now,
    }


def _put_version(connection: Connection, row: Row) -> None:
    insert_many(connection, t.version, [row])


def _put_article(connection: Connection, frozen: Frozen, page: str, how: Row) -> bool:
    """Whether an earlier reading of the same article was replaced."""
    article = frozen.reading.article.id
    found = connection.execute(_FINGERPRINT, {"article": article}).first()
    if found is not None and found.fingerprint == frozen.fingerprint:
        if found.stamp != how["stamp"]:
            connection.execute(_SET_STAMP, {"at": found.key, "how": how["stamp"]})
        return False
    corrected = _corrected(connection, frozen, page)
    row = {**frozen.article(corrected), **how}
    if found is None:
        insert_many(connection, t.article, [row])
        key = connection.execute(_FINGERPRINT, {"article": article}).scalar_one()
    else:
        key = found.key
        _clear(connection, key, article)
        connection.execute(update(t.article).where(_A.key == key).values(row))
    _fill(connection, key, frozen, corrected)
    return found is not None


def _clear(connection: Connection, key: int, article: str) -> None:
    unindex(connection, key, article)
    listing.clear(connection, key, article)
    connection.execute(delete(t.statement).where(_S.article_id == article))
    connection.execute(delete(t.mark).where(t.mark.c.article == key))


def _fill(connection: Connection, key: int, frozen: Frozen, corrected: Reading) -> None:
    article = frozen.reading.article
    insert_many(connection, t.mark, frozen.marks(key, _makers(connection, frozen)))
    index_article(connection, key, searched(article.text, article.blocks))
    lookup = Lookup(corrected)
    _insert_statements(connection, frozen.statements(corrected, lookup))
    _index(connection, article.id)
    listing.fill(connection, key, corrected, lookup, frozen.positions)


def relist(connection: Connection, reading: Reading) -> None:
    """List an article that is stored anew, as its marks and the corrections of them have it."""
    frozen, article = Frozen(reading), reading.article.id
    key = connection.execute(_FINGERPRINT, {"article": article}).scalar_one()
    corrected = _corrected(connection, frozen)
    facts = listing.article_facts(corrected)
    connection.execute(update(t.article).where(_A.key == key).values(facts))
    moving.redate(connection, key, facts["day"])
    lookup = Lookup(corrected)
    listing.clear(connection, key, article)
    unindex_statements(connection, article)
    _put_statements(connection, article, frozen.statements(corrected, lookup))
    _index(connection, article)
    listing.fill(connection, key, corrected, lookup, frozen.positions)


def _put_statements(connection: Connection, article: str, rows: list[Row]) -> None:
    """Statements in the place of those that are there; if none is new, or of another day, they
    keep their keys.
    """
    found = connection.execute(_POSITIONS, {"article": article})
    there = {(row.position, row.day) for row in found}
    kept = {(row["position"], row["day"]) for row in rows}
    of = _S.article_id == article
    if not kept <= there:
        connection.execute(delete(t.statement).where(of))
        _insert_statements(connection, rows)
        return
    for row in rows:
        here = (of, _S.position == row["position"])
        connection.execute(update(t.statement).where(*here).values(row))
    if gone := {position for position, _ in there - kept}:
        connection.execute(delete(t.statement).where(of, _S.position.in_(gone)))


def _insert_statements(connection: Connection, rows: list[Row]) -> None:
    if rows:
        ordered = sorted(rows, key=lambda row: int(row["position"]))
        insert_many(connection, t.statement, numbered(connection, rows[0]["day"], ordered))


def _index(connection: Connection, article: str) -> None:
    rows = connection.execute(_TO_SEARCH, {"article": article})
    index_statements(connection, [(r[0], r[1] or "", r[2], r[3] or "") for r in rows])


def _corrected(connection: Connection, frozen: Frozen, page: str = "") -> Reading:
    """A reading with its corrections; `page` is the id of its page, if it is new there."""
    reading = frozen.reading
    decisions = Decisions(connection).corrections(reading.article.id, page)
    return mended(reading, decisions).reading


def _makers(connection: Connection, frozen: Frozen) -> dict[Maker, int]:
    """The keys of the makers; there are few, so that all are fetched at once."""
    wanted = {m.by for m in frozen.reading.marks}
    rows = {m: {n: clean(getattr(m, n)) for n in ("name", "version", "digest")} for m in wanted}
    found: dict[tuple[str, ...], int] = {
        (name, version, digest): key for key, name, version, digest in connection.execute(_MAKERS)
    }
    for row in rows.values():
        if tuple(row.values()) not in found:
            insert_many(connection, t.maker, [row])
            found[tuple(row.values())] = connection.execute(_LAST_MAKER).scalar_one()
    return {maker: found[tuple(row.values())] for maker, row in rows.items()}


def _put_issues(
    connection: Connection, page: str, version: int | None, issues: tuple[Issue, ...]
) -> bool:
    """Whether they differ from those that were there."""
    rows = issue_rows(issues)
    where = {"page": page, "at": version}
    if [r["id"] for r in rows] == list(connection.execute(_ISSUES, where).scalars()):
        return False
    connection.execute(_DROP_ISSUES, where)
    _insert_issues(connection, page, version, rows)
    return True


def _insert_issues(
    connection: Connection, page: str, version: int | None, rows: tuple[Row, ...]
) -> None:
    insert_many(connection, t.issue, [{**r, "page_id": page, "version": version} for r in rows])
