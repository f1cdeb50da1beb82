"""Which statements a reader wants: one filter for search, timeline, map, feeds and the API.

wanted = Filter.of({"q": "ferry", "language": "en"})
wanted.query()                                  # q=ferry&language=en, for links
wanted.replaced("language", None)               # the same without the language
lines().where(*conditions(wanted))              # the query for them
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from unicodedata import east_asian_width
from urllib.parse import urlencode

from sqlalchemy import ColumnElement, UnaryExpression, exists, literal, or_, select
from sqlalchemy.sql.operators import custom_op

from quoth.errors import UsageError
from quoth.model import Form, SourceType, VenueType
from quoth.store import schema as t
from quoth.store.folding import clean
from quoth.store.fulltext import search_query, searching
from quoth.store.hits import terms
from quoth.store.numbering import first_key, last_key
from quoth.store.query import begins

LONGEST = 500
"""Characters that any value of a filter has at most."""
SHORTEST = 3
"""Letters before a `*`; of a script that writes whole words with one, fewer."""
NEWEST = 10_000
"""Hits of the words that count, where more statements hold them: those of the newest days."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which statements are wanted: those that fit every field that is set.

    Attributes:
        q: words of the content, the source or the speaker: see `quoth.store.sqlite.search_query`.
        entity: id of the entity that speaks.
        language: of the statement, BCP 47; `pt` fits `pt-BR` too.
        kind: of the source.
        hedge: whether the page has a word of doubt.
        since, until: days of publication, both included; an article without a day fits neither.
        said_since, said_until: days within which the statement was made for certain, as far as the
            page tells: a statement of “May” fits no shorter time.
        venue: the occasion.
        country: where it was said, ISO 3166-1 alpha-2.
        place: where it was said, as the page's gazetteer names it.
        outlet: who published it.
        relay: who passed it on, as a chain names them.
        names: GeoNames id of a place that the statement mentions.
        article: id of the article.
    """

    q: str = ""
    entity: str = ""
    language: str = ""
    kind: SourceType | None = None
    form: Form | None = None
    hedge: bool | None = None
    since: date | None = None
    until: date | None = None
    said_since: date | None = None
    said_until: date | None = None
    venue: VenueType | None = None
    country: str = ""
    place: str = ""
    outlet: str = ""
    relay: str = ""
    names: int | None = None
    article: str = ""

    @classmethod
    def of(cls, told: Mapping[str, str]) -> Filter:
        """The filter that the parameters of an address ask for; others do not count.

        An empty value is none, as a form sends it for a field that nobody filled.

        Raises:
            UsageError: if a value is none that its field can have (`bad-filter`), if `q` holds
                no word (`no-words`), or too short a one before a `*` (`short-prefix`).
        """
        found = {name: _value(name, told[name]) for name in FIELDS if told.get(name, "").strip()}
        made = cls(**found)
        if made.q:
            search_query(made.q)
            _refuse_short(made.q)
        return made

    def values(self) -> dict[str, str]:
        """The fields that are set, as an address has them."""
        return {name: _told(v) for name in FIELDS if (v := getattr(self, name)) not in (None, "")}

    def query(self, **more: str) -> str:
        """The filter as the query of an address, without its question mark.

        Args:
            more: further parameters.
        """
        return urlencode({**self.values(), **more})

    def replaced(self, name: str, value: str | None) -> Filter:
        """The filter with another value of a field, or with none.

        Raises:
            UsageError: as `of` does.
        """
        empty = getattr(Filter(), name)
        return replace(self, **{name: _value(name, value) if value else empty})

    def having(self, values: Iterable[tuple[str, str]], on: bool = True) -> Filter:
        """The filter with these values, or without what they set; see `replaced`."""
        made = self
        for name, value in values:
            made = made.replaced(name, value if on else None)
        return made

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return self != Filter()


FIELDS = tuple(field.name for field in fields(Filter))
"""The parameters that a filter knows, in their order."""


def conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    """What a row of `statement` must fit.

    Only the words are limited: where more than `NEWEST` statements hold them, those of the newest
    days count.  Whether a page still says it is not asked here: see `quoth.store.views.lines`.
    """
    found = list(key_limits(wanted))
    if wanted.q:
        query, key = searching("statement", search_query(wanted.q))
        newest = query.where(key.between(*key_range(wanted))).order_by(key.desc()).limit(NEWEST)
        found.append(_S.key.in_(newest))
    for make in CONDITIONS.values():
        found += make(wanted)
    return found


def key_range(wanted: Filter) -> tuple[int, int]:
    """The smallest and the greatest key that the days of publication leave."""
    low = first_key(wanted.since) if wanted.since else 0
    if not wanted.since and wanted.until:
        low = first_key(date.min)  # what has no day is of none
    return low, last_key(wanted.until or date.max)


def key_limits(wanted: Filter) -> list[ColumnElement[bool]]:
    """The days of publication, as limits of the keys."""
    if not (wanted.since or wanted.until):
        return []
    low, high = key_range(wanted)
    return [_S.key >= low, _S.key <= high]


def plus(element: ColumnElement[Any]) -> ColumnElement[Any]:
    """A column of which the database takes no index."""
    return UnaryExpression(element, operator=custom_op("+"), type_=element.type)


_S, _A, _M, _E = t.statement.c, t.article.c, t.membership.c, t.entity.c
_R, _P = t.relay.c, t.placed.c


def _entity(wanted: Filter) -> list[ColumnElement[bool]]:
    if not wanted.entity:
        return []
    joined = t.membership.join(t.article, _A.key == _M.article).join(t.entity, _E.key == _M.entity)
    spoken = (_A.id == _S.article_id, _M.actor == _S.actor, _E.id == clean(wanted.entity))
    return [exists(select(literal(1)).select_from(joined).where(*spoken).correlate(t.statement))]


def _language(wanted: Filter) -> list[ColumnElement[bool]]:
    if not wanted.language:
        return []
    code = clean(wanted.language)
    if "-" in code:
        return [_S.language == code]
    return [or_(_S.language == code, begins(_S.language, f"{code}-"))]


def _plain(wanted: Filter) -> list[ColumnElement[bool]]:
    """The fields that are columns."""
    names = ("kind", "form", "venue", "country", "place", "outlet")
    found = [_S[name] == clean(str(value)) for name in names if (value := getattr(wanted, name))]
    if wanted.article:
        found.append(_S.article_id == clean(wanted.article))
    if wanted.hedge is not None:
        found.append(_S.hedge_text.is_not(None) if wanted.hedge else _S.hedge_text.is_(None))
    return found


def _said(wanted: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.said_since:
        found.append(_S.said_first >= wanted.said_since.isoformat())
    if wanted.said_until:
        # a moment of the last day is greater than that day alone
        found.append(_S.said_last < f"{wanted.said_until.isoformat()}~")
    return found


def _relay(wanted: Filter) -> list[ColumnElement[bool]]:
    if not wanted.relay:
        return []
    passed = (_R.statement == _S.key, _R.name == clean(wanted.relay))
    return [exists(select(literal(1)).where(*passed).correlate(t.statement))]


def _names(wanted: Filter) -> list[ColumnElement[bool]]:
    if wanted.names is None:
        return []
    joined = t.placed.join(t.article, _A.key == _P.article)
    inside = (_P.start >= _S.start, _P.end <= _S.end)
    named = (_A.id == _S.article_id, _P.geonames == wanted.names, *inside)
    return [exists(select(literal(1)).select_from(joined).where(*named).correlate(t.statement))]


CONDITIONS: dict[str, Callable[[Filter], list[ColumnElement[bool]]]] = {
    "entity": _entity,
    "language": _language,
    "plain": _plain,
    "said": _said,
    "relay": _relay,
    "names": _names,
}
"""The fields but for words and days, by the way in which they are looked at."""


def _value(name: str, told: str) -> Any:
    value = told.strip()
    try:
        if len(value) > LONGEST:
            raise ValueError("too long")
        return _KINDS.get(name, str)(value)
    except ValueError as error:
        shown = value if len(value) <= 40 else f"{value[:40]}…"
        raise UsageError(f"{name}: {shown!r} is nothing to filter by", "bad-filter") from error


def _refuse_short(query: str) -> None:
    """A beginning that a good part of all words have would take seconds to search for."""
    for term in terms(query):
        last = term.words[-1]
        dense = any(east_asian_width(char) in "WF" for char in last)
        if term.open and len(last) < SHORTEST and not dense:
            message = f"write at least {SHORTEST} letters before the *: {last!r} begins too much"
            raise UsageError(message, "short-prefix")


def _told(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


def _yes(value: str) -> bool:
    if value not in ("yes", "no"):
        raise ValueError(value)
    return value == "yes"


def _day(value: str) -> date:
    day = date.fromisoformat(value)
    if day.isoformat() != value:  # other ways to write one
        raise ValueError(value)
    return day


def _number(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) < 19):
        raise ValueError(value)
    return int(value)


def _country(value: str) -> str:
    if not (len(value) == 2 and value.isascii() and value.isalpha()):
        raise ValueError(value)
    return value.upper()


_KINDS: dict[str, Callable[[str], Any]] = {
    "kind": SourceType,
    "form": Form,
    "hedge": _yes,
    "since": _day,
    "until": _day,
    "said_since": _day,
    "said_until": _day,
    "venue": VenueType,
    "country": _country,
    "names": _number,
}
