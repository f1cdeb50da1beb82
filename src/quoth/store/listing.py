"""What the reading room lists of an article: rows made from its marks, and made again from them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import Connection, bindparam, delete, or_, select, update

from quoth.model import Actor, Language, Mark, Place, Reading, Role, Statement
from quoth.model.days import dated
from quoth.model.lookup import Lookup
from quoth.store import schema as t
from quoth.store.folding import clean, cleaned
from quoth.store.sqlite import Row, insert_many

LISTING = 1
"""The number of this way of listing; articles listed in another way are listed again."""

_A, _S = t.article.c, t.statement.c
# three stretches of an index, sorted afterwards: an article is long, to look at all takes long
_OTHERS = select(_A.day, _A.id).where(
    or_(_A.listed.is_(None), _A.listed < LISTING, _A.listed > LISTING)
)
_LISTED = update(t.article).where(_A.key == bindparam("at")).values(listed=LISTING)
_KEYS = select(_S.position, _S.key).where(_S.article_id == bindparam("article"))
_OF_ARTICLE = select(_S.key).where(_S.article_id == bindparam("article"))


def article_facts(reading: Reading) -> Row:
    """The columns of an article's row that are taken from its marks and metadata."""
    lengths: Counter[str] = Counter()
    for mark in reading.of(Language):
        lengths[mark.value.code] += len(mark.span)
    language = max(lengths, key=lambda code: (lengths[code], code)) if lengths else None
    return {
        "site": cleaned(reading.article.meta.site),
        "language": cleaned(language or reading.article.meta.language),
        "published": cleaned(reading.article.meta.published),
        "day": day_of(reading.article.meta.published),
    }


def day_of(published: str | None) -> str | None:
    """The day of an ISO 8601 date as the page states it, in the page's own zone.

    None where no full day is stated: a month or a year is no day.
    """
    try:
        return date.fromisoformat((published or "")[:10]).isoformat()
    except ValueError:
        return None


def statement_facts(mark: Mark[Statement], lookup: Lookup) -> Row:
    """The columns of a statement's row that are taken from other marks of its reading."""
    speaker, setting = lookup.speaker(mark.id), lookup.setting(mark.id)
    chain = lookup.chain(mark.id)
    told = speaker.value if speaker is not None else None
    said = setting.said.time if setting is not None and setting.said is not None else None
    venue = setting.venue.type.value if setting is not None and setting.venue is not None else None
    stands = setting.place.place if setting is not None and setting.place is not None else None
    outlets = [x.name for x in chain.links if x.role is Role.OUTLET] if chain is not None else []
    return {
        "actor": told.actor if told is not None else None,
        "speaker": cleaned(told.name) if told is not None else None,
        "kind": told.type.value if told is not None else None,
        "said_first": said.earliest if said is not None else None,
        "said_last": said.latest if said is not None else None,
        "venue": venue,
        "place": cleaned(stands.name or None) if stands is not None else None,
        "country": (stands.country or None) if stands is not None else None,
        "outlet": cleaned(next(iter(outlets), None)),
    }


def fill(
    connection: Connection, key: int, reading: Reading, lookup: Lookup, at: Mapping[str, int]
) -> None:
    """Make the rows of an article whose statements are stored, and which has none: see `clear`.

    Args:
        reading: with its corrections; `lookup` is of it.
        at: the positions of the marks that are stored, by their ids.
    """
    article = reading.article.id
    rows = connection.execute(_KEYS, {"article": article})
    keys: dict[int, int] = {row.position: row.key for row in rows}
    statements = [(keys[at[m.id]], m) for m in reading.of(Statement)]
    insert_many(connection, t.relay, list(_relays(statements, lookup)))
    insert_many(connection, t.about, list(_abouts(key, statements, reading)))
    insert_many(connection, t.dated, list(_dated(key, reading, lookup, at)))
    insert_many(connection, t.placed, list(_placed(key, reading, at)))
    connection.execute(_LISTED, {"at": key})


def clear(connection: Connection, key: int, article: str) -> None:
    """Take the rows of an article away, before those of its statements go."""
    connection.execute(
        delete(t.relay).where(t.relay.c.statement.in_(_OF_ARTICLE)), {"article": article}
    )
    for table in (t.about, t.dated, t.placed):
        connection.execute(delete(table).where(table.c.article == key))


def not_listed(connection: Connection) -> tuple[str, ...]:
    """The ids of the articles that are listed in another way, or not at all, by day."""
    rows = connection.execute(_OTHERS).all()
    return tuple(ident for _, ident in sorted((day or "", ident) for day, ident in rows))


def _relays(statements: list[tuple[int, Mark[Statement]]], lookup: Lookup) -> Iterator[Row]:
    """The links of each chain behind its speaker."""
    for key, mark in statements:
        chain = lookup.chain(mark.id)
        for number, link in enumerate(chain.links if chain is not None else ()):
            if link.role is not Role.SPEAKER:
                yield {
                    "statement": key,
                    "number": number,
                    "role": link.role.value,
                    "name": cleaned(link.name),
                    "actor": link.actor,
                }


def _abouts(
    article: int, statements: list[tuple[int, Mark[Statement]]], reading: Reading
) -> Iterator[Row]:
    """The actors that the content of a statement mentions."""
    found = sorted((x.span.start, m.id) for m in reading.of(Actor) for x in m.value.mentions)
    starts = [start for start, _ in found]
    for key, mark in statements:
        named = {
            actor
            for span in mark.value.content
            for _, actor in found[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        }
        yield from ({"article": article, "actor": a, "statement": key} for a in sorted(named))


def _dated(article: int, reading: Reading, lookup: Lookup, at: Mapping[str, int]) -> Iterator[Row]:
    for entry in dated(reading, lookup):
        first, last = entry.first or entry.last, entry.last or entry.first
        if first is None or last is None or entry.time is None:
            continue
        yield {
            "article": article,
            "position": at[entry.id],
            "first": entry.time.earliest or first,
            "last": entry.time.latest or last,
            "grain": entry.time.grain.value,
            "start": entry.span.start,
            "end": entry.span.end,
            "sentence": clean(entry.text),
        }


def _placed(article: int, reading: Reading, at: Mapping[str, int]) -> Iterator[Row]:
    for mark in reading.of(Place):
        place = mark.value
        if place.name:
            yield {
                "article": article,
                "position": at[mark.id],
                "type": place.type.value,
                "geonames": place.geonames,
                "name": clean(place.name),
                "country": place.country or None,
                "latitude": place.latitude,
                "longitude": place.longitude,
                "start": mark.span.start,
                "end": mark.span.end,
            }
