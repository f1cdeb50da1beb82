"""Articles in lists: those of a day, and those that hold what a reader looks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select

from quoth.model import BlockKind, Span
from quoth.store import schema as t
from quoth.store.codec import read_blocks, read_text
from quoth.store.folding import clean, search_key
from quoth.store.fulltext import search_query, searching
from quoth.store.hits import Term, excerpt, hits, terms
from quoth.store.query import begins
from quoth.store.views import cursor
from quoth.store.views.filter import Filter, plus

PAGE = 50
"""Articles of a day on a page."""
FOUND = 20
"""Articles that hold some words, on a page."""
NEWEST = 5_000
"""Articles that are put in the order of days, where more hold the words: those read last."""
SORTED = 2_000
"""Articles that are sorted by day at most."""
WIDTH = 320
"""Characters of an excerpt."""

_A, _S, _V = t.article.c, t.statement.c, t.version.c
_STANDS = exists().where(_V.article_id == _A.id, _V.current).correlate_except(t.version)
_COLUMNS = (_A.key, _A.id, _A.headline, _A.site, _A.url, _A.published, _A.day, _A.language)


@dataclass(frozen=True, slots=True)
class Listed:
    """An article as a page lists it.

    The texts are for people: a lone surrogate or a NUL stands as U+FFFD.

    Attributes:
        key: its place in the tables, for order only; no stable id.
        site, url, published: as the page states them.
        statements: how many it has.
    """

    key: int
    id: str
    headline: str | None
    site: str | None
    url: str | None
    published: str | None
    day: str | None
    language: str | None
    statements: int = 0


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of an article that holds what was looked for.

    Attributes:
        text: of the piece.
        hits: the words in it, as spans of `text`.
        show: the first of them in `Article.text`.
        before, after: whether the article's paragraph goes on there.
    """

    text: str
    hits: tuple[Span, ...]
    show: Span
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that holds what was looked for."""

    article: Listed
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class Articles:
    """Articles of a page; `next` is the cursor of those that follow."""

    articles: tuple[Listed, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """Articles that were found, the newest first; `next` is the cursor of those that follow."""

    hits: tuple[Hit, ...]
    next: str | None = None


def of_day(
    connection: Connection, day: date | None, before: str | None = None, most: int = PAGE
) -> Articles:
    """The articles of a day, or those without one; those read last come first.

    Raises:
        UsageError: if the cursor is none (`bad-cursor`).
    """
    limit = cursor.read(before)
    query = select(*_COLUMNS).where(_STANDS)
    query = query.where(_A.day.is_(None) if day is None else _A.day == day.isoformat())
    if limit is not None:
        query = query.where(_A.key < limit)
    rows = connection.execute(query.order_by(_A.key.desc()).limit(most + 1)).all()
    following = cursor.written(rows[most - 1].key) if len(rows) > most else None
    return Articles(_listed(connection, rows[:most]), following)


def found_articles(
    connection: Connection, wanted: Filter, before: str | None = None, most: int = FOUND
) -> Hits:
    """The articles that hold the words of a filter, with the place where they do.

    Of its other fields those of articles count: language, day of publication, outlet.

    Raises:
        UsageError: if the cursor is none (`bad-cursor`).
    """
    if not wanted.q:
        return Hits(())
    query = select(_A.key).where(_holding(connection, wanted), *_conditions(wanted), _STANDS)
    if before:
        told, key = cursor.parts_of(before, 2)
        query = query.where(_behind(told, cursor.number(key)))
    ordered = query.order_by(_A.day.desc(), _A.key.desc()).limit(most + 1)
    keys = list(connection.execute(ordered).scalars())
    shown = connection.execute(select(*_COLUMNS).where(_A.key.in_(keys))).all()
    rows = sorted(shown, key=lambda row: keys.index(row.key))
    last = rows[most - 1] if len(rows) > most else None
    some = _listed(connection, rows[:most])
    excerpts = _excerpts(connection, some, terms(wanted.q))
    following = None if last is None else cursor.written(last.day or "", last.key)
    return Hits(tuple(Hit(a, excerpts.get(a.key)) for a in some), following)


def _behind(day: str, key: int) -> ColumnElement[bool]:
    """Whether an article comes after that one, in the order of days from the newest down."""
    if not day:
        return and_(_A.day.is_(None), _A.key < key)
    return or_(_A.day < day, and_(_A.day == day, _A.key < key), _A.day.is_(None))


def _holding(connection: Connection, wanted: Filter) -> ColumnElement[bool]:
    """Whether an article holds the words."""
    query, key = searching("article", search_query(wanted.q))
    newest = query.order_by(key.desc())
    many = connection.execute(newest.limit(1).offset(SORTED)).first() is not None
    # many: the articles by day, as an index has them, each looked up among the hits until a page
    # is full; few: those articles alone, sorted by day
    return (plus(_A.key) if many else _A.key).in_(newest.limit(NEWEST))


def _conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.since:
        found.append(_A.day >= wanted.since.isoformat())
    if wanted.until:
        found.append(_A.day <= wanted.until.isoformat())
    if wanted.language:
        code = clean(wanted.language)
        found.append(or_(_A.language == code, begins(_A.language, f"{code}-")))
    if wanted.outlet:
        found.append(_A.site == clean(wanted.outlet))
    return found


def _listed(connection: Connection, rows: Sequence[Any]) -> tuple[Listed, ...]:
    counts = select(_S.article_id, func.count()).group_by(_S.article_id)
    of = counts.where(_S.article_id.in_([row.id for row in rows]))
    number: dict[str, int] = dict(connection.execute(of).all())
    return tuple(Listed(**row._mapping, statements=number.get(row.id, 0)) for row in rows)


def _excerpts(
    connection: Connection, articles: Iterable[Listed], wanted: tuple[Term, ...]
) -> dict[int, Excerpt]:
    """Where each article holds the words, by its key."""
    keys = [article.key for article in articles]
    query = select(_A.key, _A.text, _A.blocks).where(_A.key.in_(keys))
    found = {}
    for key, text, blocks in connection.execute(query):
        own = [block for block in read_blocks(blocks) if not block.furniture]
        own.sort(key=lambda block: block.kind is BlockKind.HEADLINE)  # which the list shows anyway
        spans = [block.span for block in own]
        if (piece := piece_of(read_text(text), spans, wanted)) is not None:
            found[key] = piece
    return found


def piece_of(text: str, blocks: Iterable[Span], wanted: tuple[Term, ...]) -> Excerpt | None:
    """The piece of a text that shows what was looked for; None where no block has any of it.

    It is of the first block that holds all of it, else of the one that holds most.
    """
    best: tuple[int, Span, tuple[Span, ...]] | None = None
    for block in blocks:
        told = block.of(text)
        key = search_key(told)
        here = [term for term in wanted if all(word in key for word in term.words)]
        if not here or (best is not None and len(here) <= best[0]):
            continue
        if spans := hits(told, here):
            best = (len(here), block, spans)
        if len(here) == len(wanted):
            break
    return None if best is None else _piece(text, best[1], best[2])


def _piece(text: str, block: Span, spans: tuple[Span, ...]) -> Excerpt:
    told = block.of(text)
    cut = excerpt(told, spans, WIDTH)
    inside = tuple(
        Span(s.start - cut.start, s.end - cut.start)
        for s in spans
        if cut.start <= s.start and s.end <= cut.end
    )
    first = Span(block.start + spans[0].start, block.start + spans[0].end)
    return Excerpt(clean(cut.of(told)), inside, first, cut.start > 0, cut.end < len(told))
