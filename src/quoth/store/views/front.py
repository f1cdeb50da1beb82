"""What is new: the latest days, who speaks most and through whom, in which languages and where.

Everything but the counts is of the newest statements, so that the time does not grow with the
ledger.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from quoth.model import Form, Role, SourceType
from quoth.store import schema as t
from quoth.store.folding import search_key
from quoth.store.numbering import first_key
from quoth.store.views.archive import Days, days
from quoth.store.views.articles import Listed, of_day
from quoth.store.views.filter import plus
from quoth.store.views.lines import CURRENT, Line, line, lines

DAYS = 7
"""Latest days that are shown with their articles, at most."""
ARTICLES = 8
"""Articles shown of each."""
ENOUGH = 12
"""Articles that are enough: no further day is shown."""
QUOTED = (40, 240)
"""Characters of a quotation that is shown."""
SPAN = 30
"""Days over which it is counted who speaks."""
COUNTED = 5_000
"""Statements that are counted at most, the newest."""
PASSED = 400
"""Statements of one speaker of which it is told who passed them on."""
SPEAKERS, LANGUAGES, COUNTRIES, PATHS = 10, 10, 12, 3
"""How many of each are told."""

_S, _A, _M, _E = t.statement.c, t.article.c, t.membership.c, t.entity.c
_R, _P = t.relay.c, t.placed.c


@dataclass(frozen=True, slots=True)
class New:
    """An article, and words in it that somebody is quoted with, if there are any."""

    article: Listed
    quote: Line | None = None


@dataclass(frozen=True, slots=True)
class Latest:
    """A day and its newest articles; `day` is None for those that state none."""

    day: str | None
    articles: tuple[New, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Share:
    """A name, and how many statements or articles belong to it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Speaks:
    """An actor who speaks much.

    Attributes:
        entity: its id.
        through: who passed the words on, the most frequent first; a link of the chain, or who
            published them where nobody stands between.
    """

    entity: str
    name: str
    count: int
    through: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """What is new.

    Attributes:
        activity: articles by day, of the whole ledger.
        since: the first day of those over which speakers, languages and countries are counted;
            None where no day is known.
        counted: the statements of those days, at most `COUNTED`.
        languages: statements by language.
        countries: articles that name a place of a country, by its code.
    """

    articles: int
    statements: int
    activity: Days
    latest: tuple[Latest, ...]
    since: str | None
    counted: int
    speakers: tuple[Speaks, ...]
    languages: tuple[Share, ...]
    countries: tuple[Share, ...]


def front(connection: Connection) -> Front:
    """What is new in a ledger."""
    activity = days(connection)
    last = activity.days[-1].day if activity.days else None
    since = None if last is None else _before(last, SPAN - 1)
    rows = _newest(connection, since)
    return Front(
        articles=connection.execute(select(func.count()).select_from(t.article)).scalar_one(),
        statements=connection.execute(select(func.count()).select_from(t.statement)).scalar_one(),
        activity=activity,
        latest=_latest(connection, activity),
        since=since,
        counted=len(rows),
        speakers=_speakers(connection, rows),
        languages=_shares(Counter(row.language for row in rows if row.language), LANGUAGES),
        countries=_countries(connection, {row.article for row in rows}),
    )


def _before(day: str, number: int) -> str:
    first = date.fromisoformat(day)
    return (first - timedelta(min(number, first.toordinal() - 1))).isoformat()


def _latest(connection: Connection, activity: Days) -> tuple[Latest, ...]:
    last: list[date | None] = [date.fromisoformat(x.day) for x in activity.days[-DAYS:]]
    found: list[Latest] = []
    for day in [*reversed(last), *([] if last else [None])]:
        if sum(len(x.articles) for x in found) >= ENOUGH:
            break
        some = of_day(connection, day, most=ARTICLES)
        told = None if day is None else day.isoformat()
        quotes = _quotes(connection, [article.id for article in some.articles])
        new = tuple(New(article, quotes.get(article.id)) for article in some.articles)
        found.append(Latest(told, new, some.next is not None))
    return tuple(x for x in found if x.articles)


def _quotes(connection: Connection, articles: list[str]) -> dict[str, Line]:
    """Of each article a quotation of middling length by somebody who is named, the longest."""
    length = func.length(_S.content_text)
    spoken = (_S.form == Form.DIRECT.value, plus(_S.kind) == SourceType.NAMED.value)
    fits = (_S.article_id.in_(articles), length.between(*QUOTED), _S.actor.is_not(None), *spoken)
    query = lines().where(*fits)
    rows = connection.execute(query.order_by(length, _S.key)).mappings()
    return {row["article_id"]: line(row) for row in rows}


def _newest(connection: Connection, since: str | None) -> list[Any]:
    """The newest statements with their articles and the entities of their speakers."""
    newest = select(_S.key).where(_S.key >= first_key(since), CURRENT)
    joined = t.statement.join(t.article, _A.id == _S.article_id).outerjoin(
        t.membership, (_M.article == _A.key) & (_M.actor == _S.actor)
    )
    query = select(_S.key, _S.language, _A.key.label("article"), _M.entity).select_from(joined)
    some = newest.order_by(_S.key.desc()).limit(COUNTED)
    return list(connection.execute(query.where(_S.key.in_(some))).all())


def _speakers(connection: Connection, rows: Iterable[Any]) -> tuple[Speaks, ...]:
    said: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        if row.entity is not None:
            said[row.entity].append(row.key)
    first = sorted(said, key=lambda entity: (-len(said[entity]), entity))[:SPEAKERS]
    query = select(_E.key, _E.id, _E.name).where(_E.key.in_(first))
    named = {row.key: row for row in connection.execute(query)}
    return tuple(
        Speaks(named[e].id, named[e].name, len(said[e]), _through(connection, said[e]))
        for e in first
    )


def _through(connection: Connection, keys: list[int]) -> tuple[Share, ...]:
    """Who passed statements on: the first who did, or else who published them."""
    some = sorted(keys)[-PASSED:]
    joined = (
        t.relay.join(t.statement, _S.key == _R.statement)
        .join(t.article, _A.id == _S.article_id)
        .outerjoin(t.membership, (_M.article == _A.key) & (_M.actor == _R.actor))
        .outerjoin(t.entity, _E.key == _M.entity)
    )
    passed = (_R.statement.in_(some), _R.role.in_([Role.RELAY.value, Role.OUTLET.value]))
    name = func.coalesce(_E.name, _R.name)  # one name for one actor, however pages write it
    query = select(_R.statement, name).select_from(joined).where(*passed, name.is_not(None))
    first: dict[int, str] = {}
    for statement, told in connection.execute(query.order_by(_R.statement, _R.number)):
        first.setdefault(statement, told)
    return _shares(_alike(Counter(first.values())), PATHS)


def _alike(counts: Counter[str]) -> dict[str, int]:
    """Names that differ in capitals and accents alone as one, written as most do."""
    found: dict[str, tuple[str, int]] = {}
    for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        written, before = found.get(search_key(name), (name, 0))
        found[search_key(name)] = written, before + count
    return dict(found.values())


def _countries(connection: Connection, articles: set[int]) -> tuple[Share, ...]:
    some = sorted(articles)[-COUNTED // 5 :]
    named = select(_P.country, func.count(_P.article.distinct())).group_by(_P.country)
    query = named.where(_P.article.in_(some), _P.country.is_not(None))
    counts: dict[str, int] = dict(connection.execute(query).all())
    return _shares(counts, COUNTRIES)


def _shares(counts: Mapping[str, int], most: int) -> tuple[Share, ...]:
    first = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]
    return tuple(Share(name, count) for name, count in first)
