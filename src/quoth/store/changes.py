"""Changes of entities on their way into the ledger: gathered, then written in few calls."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection, bindparam, update

from quoth.model.group import Profile
from quoth.store import schema as t
from quoth.store.folding import clean, search_key
from quoth.store.sqlite import Row, count_many, insert_many, insert_missing
from quoth.text.scripts import main_script

OFFICE, COUNTRY, HOME, BODY = "office", "country", "home", "body"
"""Kinds of facts."""
_E = t.entity.c
_COUNT = (
    update(t.entity).where(_E.key == bindparam("at")).values(members=_E.members + bindparam("more"))
)
_NUMBER = (
    update(t.entity)
    .where(_E.key == bindparam("at"), _E.wikidata.is_(None))
    .values(wikidata=bindparam("number"))
)


class Changes:
    """What is to be added to entities; nothing is written before `flush`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._names: list[Row] = []
        self._facts: list[Row] = []
        self._keys: list[Row] = []
        self._members: list[Row] = []
        self._counts: Counter[int] = Counter()
        self._numbers: dict[int, str] = {}

    def learn(self, key: int, profile: Profile, keys: tuple[str, ...], given: bool) -> None:
        """The names, facts and blocking keys of a profile, for the entity with a key."""
        self._names += name_rows(key, profile, given)
        self._facts += fact_rows(key, profile, given)
        self._keys += [{"key": k, "entity": key} for k in keys]
        if profile.wikidata:
            self._numbers.setdefault(key, profile.wikidata)

    def member(self, row: Row, key: int) -> None:
        """One more member."""
        self._members.append(row)
        self._counts[key] += 1

    def count(self, key: int, more: int) -> None:
        """More members, or less."""
        self._counts[key] += more

    def flush(self) -> None:
        """Write what was gathered."""
        count_many(self._connection, t.entity_name, self._names)
        count_many(self._connection, t.entity_fact, self._facts)
        insert_missing(self._connection, t.entity_key, self._keys)
        insert_many(self._connection, t.membership, self._members)
        if counts := [{"at": k, "more": n} for k, n in self._counts.items() if n]:
            self._connection.execute(_COUNT, counts)
        if numbers := [{"at": k, "number": n} for k, n in self._numbers.items()]:
            self._connection.execute(_NUMBER, numbers)
        self._names, self._facts, self._keys, self._members = [], [], [], []
        self._counts, self._numbers = Counter(), {}


def name_rows(key: int, profile: Profile, given: bool) -> list[Row]:
    """The rows of a profile's names, for the entity with a key."""
    return [
        {
            "entity": key,
            "name": clean(one.name),
            "language": one.language,
            "script": main_script(one.name),
            "search": search_key(one.name),
            "count": 0 if given else one.count,
            "given": given,
        }
        for one in profile.names
    ]


def fact_rows(key: int, profile: Profile, given: bool) -> list[Row]:
    """The rows of its offices, countries and sites."""
    told = [
        *((OFFICE, v) for v in profile.offices),
        *((COUNTRY, v) for v in profile.countries),
        *((HOME, v) for v in profile.homes),
        *([(BODY, "yes")] if profile.body else []),
    ]
    return [
        {"entity": key, "kind": k, "value": v, "count": 0 if given else 1, "given": given}
        for k, v in told
    ]
