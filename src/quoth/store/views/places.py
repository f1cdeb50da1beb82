"""The places of a ledger: those that its newest articles name, or that some statements do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, case, exists, func, select

from quoth.model import PlaceType, Span
from quoth.store import schema as t
from quoth.store.views.filter import Filter
from quoth.store.views.search import keys_found

_S, _A, _P, _V = t.statement.c, t.article.c, t.placed.c, t.version.c
ARTICLES = 1_500
"""The newest articles whose places are shown, where no filter chooses statements."""
STATEMENTS = 3_000
"""The newest statements that fit a filter whose places are shown."""
PLACES = 250
"""Places that are shown: those that are named most."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, and how often it is named.

    Attributes:
        geonames: its id there; None of what has none, a region of several countries.
        country: ISO 3166-1 alpha-2; None of regions.
        latitude, longitude: degrees north and east; those of its capital if it is a country.
        count: how many times it is named.
    """

    geonames: int | None
    name: str
    type: PlaceType
    country: str | None
    latitude: float | None
    longitude: float | None
    count: int


@dataclass(frozen=True, slots=True)
class Places:
    """The places, those that are named most first.

    Attributes:
        spots: that have a place on the map.
        others: that have none.
        looked: how many articles were looked at, or statements where a filter chooses some.
        capped: whether there are more.
    """

    spots: tuple[Spot, ...]
    others: tuple[Spot, ...]
    looked: int
    capped: bool


@dataclass(frozen=True, slots=True)
class Named:
    """One place in a text that names a place.

    Attributes:
        article: the id of the article; `headline`, `site`, `language` and `day` are of it.
        span: the words.
    """

    article: str
    headline: str | None
    site: str | None
    language: str | None
    day: str | None
    span: Span


def places(connection: Connection, wanted: Filter) -> Places:
    """The places that articles name; where a filter chooses statements, those that they name."""
    of, looked, capped = _source(connection, wanted)
    c = of.subquery().c
    count = func.count().label("count")
    # a place has one name and one spot, whichever of its mentions they are taken from
    about = ("name", "type", "country", "latitude", "longitude")
    query = (
        select(c.geonames, count, *(func.min(c[name]).label(name) for name in about))
        .group_by(c.geonames, _unnumbered(c))
        .order_by(count.desc(), func.min(c.name))
        .limit(PLACES)
    )
    found = [_spot(row) for row in connection.execute(query).mappings()]
    return Places(
        tuple(s for s in found if s.latitude is not None and s.longitude is not None),
        tuple(s for s in found if s.latitude is None or s.longitude is None),
        looked,
        capped,
    )


def named(
    connection: Connection, wanted: Filter, geonames: int, most: int = 50
) -> tuple[Named, ...]:
    """Where the articles that `places` looks at name a place, the newest first."""
    of, _, _ = _source(connection, wanted)
    c = of.subquery().c
    query = (
        select(_A.id, _A.headline, _A.site, _A.language, _A.day, c.start, c.end)
        .join_from(c.article.table, t.article, _A.key == c.article)
        .where(c.geonames == geonames)
        .order_by(_A.day.desc(), _A.key.desc(), c.start)
        .limit(most)
    )
    return tuple(
        Named(
            row["id"],
            row["headline"],
            row["site"],
            row["language"],
            row["day"],
            Span(row["start"], row["end"]),
        )
        for row in connection.execute(query).mappings()
    )


def _source(connection: Connection, wanted: Filter) -> tuple[Select[Any], int, bool]:
    """The mentions that are counted; of how many articles or statements, and whether of all."""
    days_only = replace(wanted, since=None, until=None)
    if days_only:
        keys = keys_found(connection, wanted, STATEMENTS + 1)
        inside = (_P.start >= _S.start, _P.end <= _S.end)
        query = (
            select(t.placed)
            .join(t.article, _A.key == _P.article)
            .join(t.statement, _S.article_id == _A.id)
            .where(_S.key.in_(keys[:STATEMENTS]), *inside)
            .distinct()
        )
        return query, min(len(keys), STATEMENTS), len(keys) > STATEMENTS
    newest = _articles(wanted).limit(ARTICLES + 1)
    number = connection.execute(select(func.count()).select_from(newest.subquery())).scalar_one()
    some = newest.limit(ARTICLES).subquery()
    query = select(t.placed).join(some, some.c.key == _P.article)
    return query, min(number, ARTICLES), number > ARTICLES


def _articles(wanted: Filter) -> Select[Any]:
    """The articles that some page still has, the newest first."""
    query = select(_A.key).where(exists().where(_V.article_id == _A.id, _V.current))
    if wanted.since:
        query = query.where(_A.day >= wanted.since.isoformat())
    if wanted.until:
        query = query.where(_A.day <= wanted.until.isoformat())
    return query.order_by(_A.day.desc(), _A.key.desc())


def _unnumbered(columns: Any) -> Any:
    """What tells places apart that have no number: their name."""
    return case((columns.geonames.is_(None), columns.name), else_="")


def _spot(row: RowMapping) -> Spot:
    return Spot(
        row["geonames"],
        row["name"],
        PlaceType(row["type"]),
        row["country"],
        row["latitude"],
        row["longitude"],
        row["count"],
    )
