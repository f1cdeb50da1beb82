"""The entities of a ledger inside a transaction: finding them, and who belongs to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, exists, func, select, update

from quoth.model import ActorKind
from quoth.model.group import Belonging, Called, Group, Known, Profile, Ref
from quoth.store import moving
from quoth.store import schema as t
from quoth.store.belonging import belongings
from quoth.store.changes import BODY, COUNTRY, HOME, OFFICE, Changes
from quoth.store.codec import plain_bytes
from quoth.store.decisions import Anchor, Decisions
from quoth.store.folding import clean, search_key
from quoth.store.joined import mark_joined
from quoth.store.members import MAKER, PERSON, TABLE, Joined, Member, entity_id, member_of
from quoth.store.naming import given as given_names
from quoth.store.query import begins
from quoth.store.sqlite import blocked, contains, insert_many
from quoth.text.fullest import fullest

Keys = Callable[[Profile], Sequence[str]]
"""The blocking keys of a profile, the most selective first."""


def no_keys(_: Profile) -> Sequence[str]:
    """Of a caller that looks for no candidates."""
    return ()


_ENOUGH = 8
"""Candidates of one actor."""
_LISTED = 200
"""Entities that a search gives at most."""

_E, _N, _F, _M, _A = t.entity.c, t.entity_name.c, t.entity_fact.c, t.membership.c, t.article.c
_V = t.version.c
_SOME: BindParameter[Any] = bindparam("some", expanding=True)
_ENTITIES = select(_E.key, _E.id, _E.kind, _E.name, _E.wikidata, _E.members, _E.named_by).where(
    _E.key.in_(_SOME)
)
_NAMES = (
    select(_N.entity, _N.name, _N.language, _N.count, _N.given)
    .where(_N.entity.in_(_SOME))
    .order_by(_N.entity, _N.given.desc(), _N.count.desc(), _N.name, _N.language)
)
_FACTS = select(_F.entity, _F.kind, _F.value).where(_F.entity.in_(_SOME)).order_by(_F.value)
# each from an end of the index: together they would read all members, of whom there may be many
_DAYS = select(
    _E.key,
    select(func.min(_M.day)).where(_M.entity == _E.key).scalar_subquery(),
    select(func.max(_M.day)).where(_M.entity == _E.key).scalar_subquery(),
).where(_E.key.in_(_SOME))
_KEY_OF = select(_E.key).where(_E.id == bindparam("id"))
_GIVEN = select(_N.entity).where(_N.given)
"""Entities that a table gives."""
_ARTICLE = select(_A.key).where(_A.id == bindparam("article"))
_RENAME = update(t.entity).where(_E.key == bindparam("at")).values(name=bindparam("called"))
_MEMBERS = (
    select(t.membership, _A.id.label("article_id"), _E.id.label("entity_id"))
    .join(t.article, _A.key == _M.article)
    .join(t.entity, _E.key == _M.entity)
)
_OF_ARTICLE = _MEMBERS.where(_A.id == bindparam("article")).order_by(_M.actor)
_OF_ENTITY = _MEMBERS.where(_M.entity == bindparam("entity")).order_by(_M.day, _A.id, _M.actor)
_IS_CURRENT = exists().where(_V.article_id == _A.id, _V.current)
_ADDRESSES = (
    select(_A.id, _M.actor, _E.id)
    .join_from(t.membership, t.article, _A.key == _M.article)
    .join(t.entity, _E.key == _M.entity)
)
_LEAVE = delete(t.membership).where(
    _M.article == bindparam("at_article"), _M.actor == bindparam("at_actor")
)


class Entities:
    """The entities of a ledger, inside a transaction that the caller holds.

    Args:
        keys: gives blocking keys; needed where something is written.
    """

    def __init__(self, connection: Connection, keys: Keys = no_keys) -> None:
        self._connection = connection
        self._keys: Keys = lambda profile: tuple(map(clean, keys(profile)))
        self._touched: set[int] = set()
        self._changes = Changes(connection)
        self._ids: dict[str, int] = {}
        self._articles: dict[str, int] = {}
        self.decisions = Decisions(connection)

    @cached_property
    def apart(self) -> frozenset[frozenset[str]]:
        """Pairs of entities of which somebody decided that they are two."""
        return self.decisions.apart()

    # ------------------------------------------------------------ finding

    def candidates(self, profiles: Sequence[Profile]) -> list[tuple[Known, ...]]:
        """For each profile the entities that share most of its keys, the best first."""
        self._changes.flush()
        wanted = [self._keys(p) for p in profiles]
        by_key: dict[str, list[int]] = defaultdict(list)
        every = list(dict.fromkeys(key for keys in wanted for key in keys))
        for key, entity in blocked(self._connection, every):
            by_key[key].append(entity)
        chosen = [_best(keys, by_key) for keys in wanted]
        known = self._known({e for some in chosen for e in some})
        return [tuple(known[e] for e in some) for some in chosen]

    def known(self, ids: Iterable[str]) -> dict[str, Known]:
        """The entities with these ids that are there, by id."""
        self._changes.flush()
        query = select(_E.key).where(_E.id.in_(_SOME))
        keys = self._connection.execute(query, {"some": list(ids)}).scalars()
        return {k.id: k for k in self._known(set(keys)).values()}

    def members(self, entity: str, current: bool = False) -> tuple[Member, ...]:
        """The members of an entity by day, article and actor; none where there is no such one.

        Args:
            current: leave out those of articles that no page has any more.
        """
        self._changes.flush()
        query = _OF_ENTITY.where(_IS_CURRENT) if current else _OF_ENTITY
        rows = self._connection.execute(query, {"entity": self._key(entity)})
        return tuple(member_of(r) for r in rows.mappings())

    def named(self, words: str, whole: bool) -> tuple[Known, ...]:
        """The entities that have a name like `words`, whose case and accents do not count.

        Args:
            whole: the whole name; else a part of it.
        """
        key = clean(search_key(words))
        fits = _N.search == key if whole else contains(_N.search, words)
        query = select(_N.entity).where(fits).distinct().limit(_LISTED)
        keys = set(self._connection.execute(query).scalars())
        keys |= given_names(self._connection, words, whole)
        return tuple(self._known(keys).values())

    def like(self, prefix: str) -> tuple[Known, ...]:
        """The entities whose id begins with `prefix`."""
        query = select(_E.key).where(begins(_E.id, prefix)).limit(_LISTED)
        return tuple(self._known(set(self._connection.execute(query).scalars())).values())

    def of_article(self, article: str) -> tuple[Member, ...]:
        """The actors of an article that belong to entities."""
        self._changes.flush()
        rows = self._connection.execute(_OF_ARTICLE, {"article": article})
        return tuple(member_of(r) for r in rows.mappings())

    def group(self, entity: str) -> Group | None:
        """An entity as a group of marks; None where there is no such one."""
        known = self.known([entity]).get(entity)
        if known is None:
            return None
        refs = tuple(sorted(m.ref for m in self.members(entity)))
        return Group(entity, "entity", refs, known.name, MAKER)

    def member(self, at: Anchor) -> Member | None:
        """The actor of an article with the anchor's mark; else of its kind and name."""
        return next(iter(self.found([at])), None)

    def found(self, anchors: Sequence[Anchor]) -> list[Member]:
        """As `member`, of many anchors: those that are there, each once."""
        self._changes.flush()
        return moving.found(self._connection, anchors)

    def addresses(self) -> dict[Ref, str]:
        """The entity of every actor that belongs to one."""
        self._changes.flush()
        rows = self._connection.execute(_ADDRESSES)
        return {Ref(article, actor): entity for article, actor, entity in rows}

    def belongings(self, article: str) -> tuple[Belonging, ...]:
        """The entities of an article's actors, with their names in the script of the page."""
        self._changes.flush()
        return belongings(self._connection, article)

    def tabled(self) -> frozenset[str]:
        """The ids of the entities that a table gives."""
        query = select(_E.id).where(_E.key.in_(_GIVEN))
        return frozenset(self._connection.execute(query).scalars())

    def _key(self, entity: str) -> int | None:
        return self._connection.execute(_KEY_OF, {"id": entity}).scalar()

    def _known(self, keys: set[int]) -> dict[int, Known]:
        some = {"some": sorted(keys)}
        names: dict[int, list[Called]] = defaultdict(list)
        for entity, name, language, count, _ in self._connection.execute(_NAMES, some):
            names[entity].append(Called(name, language, count))
        facts: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for entity, kind, value in self._connection.execute(_FACTS, some):
            facts[entity][kind].append(value)
        days = {e: (a, b) for e, a, b in self._connection.execute(_DAYS, some)}
        found = {}
        for key, ident, kind, name, wikidata, count, by in self._connection.execute(
            _ENTITIES, some
        ):
            told = facts[key]
            first, last = days.get(key, (None, None))
            profile = Profile(
                ActorKind(kind),
                tuple(names[key]),
                tuple(told[OFFICE]),
                tuple(told[COUNTRY]),
                bool(told[BODY]),
                tuple(told[HOME]),
                first,
                last,
                wikidata,
            )
            self._ids[ident] = key
            found[key] = Known(ident, name, profile, count, by == PERSON)
        return found

    # ------------------------------------------------------------ changing

    def create(self, ident: str, profile: Profile, given: bool = False) -> str:
        """Make an entity without members; its id, which is another one if that is taken.

        Args:
            given: a table gives its names, which then stay whoever belongs to it.
        """
        while self._key(ident) is not None:
            ident = entity_id(ident)
        name = profile.names[0].name if given and profile.names else ""
        row = {
            "id": ident,
            "kind": profile.kind.value,
            "name": clean(name),
            "named_by": TABLE if given else None,
            "wikidata": profile.wikidata,
            "members": 0,
        }
        insert_many(self._connection, t.entity, [row])
        if given:
            self.learn(ident, profile, given=True)
        else:
            self._touched.add(self._required(ident))
        return ident

    def learn(self, entity: str, profile: Profile, given: bool = False) -> None:
        """Add the names, facts and keys of a profile to an entity."""
        key = self._required(entity)
        self._changes.learn(key, profile, tuple(self._keys(profile)), given)
        self._touched.add(key)

    def join(self, ref: Ref, entity: str, profile: Profile, how: Joined) -> None:
        """Put an actor, which belongs to none, into an entity."""
        key = self._required(entity)
        row = {
            "article": self._article(ref.article),
            "actor": ref.mark,
            "entity": key,
            "name": clean(profile.names[0].name if profile.names else ""),
            "day": profile.last,
            "profile": plain_bytes(profile),
            "score": how.score,
            "why": clean(how.why),
            "rivals": " ".join(how.rivals),
            "by": how.by,
        }
        self._changes.member(row, key)
        self.learn(entity, profile)

    def leave(self, member: Member) -> None:
        """Take an actor out of its entity; its names go where nobody else has them."""
        self._changes.flush()
        key = self._required(member.entity)
        where = {"at_article": self._article(member.ref.article), "at_actor": member.ref.mark}
        self._connection.execute(_LEAVE, where)
        self._changes.count(key, -1)
        moving.unlearn(self._connection, [(key, member.profile)])
        self._touched.add(key)

    def move(self, members: Iterable[Member], entity: str, how: Joined) -> None:
        """Put actors into another entity, who are in it or in others."""
        self._changes.flush()
        some = [(self._required(m.entity), m) for m in members if m.entity != entity]
        to, articles = self._required(entity), {m.ref.article for _, m in some}
        keys = moving.article_keys(self._connection, articles)
        places = [(keys[m.ref.article], m.ref.mark) for _, m in some]
        moving.put(self._connection, places, to, how)
        moving.unlearn(self._connection, [(key, m.profile) for key, m in some])
        known: set[Profile] = set()
        for key, member in some:
            self._changes.count(key, -1)
            self._changes.count(to, 1)
            self._touched.update((key, to))
            told = replace(member.profile, first=None, last=None)  # days give no keys
            blocking = () if told in known else tuple(self._keys(told))
            known.add(told)
            self._changes.learn(to, member.profile, blocking, given=False)

    def renew(self, member: Member, ref: Ref, profile: Profile) -> None:
        """The same actor, as another reading of the article has it."""
        self.leave(member)
        self.join(ref, member.entity, profile, member.joined)

    def rename(self, entity: str, name: str | None) -> None:
        """Give an entity a name that stays; None takes it away again."""
        key = self._required(entity)
        given = PERSON if name is not None else None
        values = {"named_by": given, "name": clean(name or "")}
        self._connection.execute(update(t.entity).where(_E.key == key).values(values))
        self._touched.add(key)

    def finish(self) -> None:
        """Name the entities that changed after their fullest name; drop those that are empty.

        Call it once, at the end.
        """
        self._changes.flush()
        touched, self._touched = self._touched, set()
        query = select(_E.key, _E.members, _E.named_by, _E.name).where(_E.key.in_(_SOME))
        rows = self._connection.execute(query, {"some": sorted(touched)}).all()
        known, names = self._known(touched), []
        for key, members, named_by, name in rows:
            if members <= 0 and not known[key].profile.names:  # no table has it either
                self._drop(key)
                continue
            full = fullest(known[key].profile.names)
            if named_by is None and full != name:
                names.append({"at": key, "called": clean(full)})
        if names:
            self._connection.execute(_RENAME, names)

    def joined(self, article: str) -> None:
        """Note that the actors of an article are in entities as its reading has them."""
        mark_joined(self._connection, article)

    def readdress(self, ids: Mapping[str, str]) -> None:
        """Give entities other ids: those of `ids`, which no entity has that is not renamed too."""
        self._ids.clear()
        rename = update(t.entity).where(_E.id == bindparam("old")).values(id=bindparam("new"))
        for old, new in ids.items():
            self._connection.execute(rename, {"old": old, "new": f"+{new}"})
        for new in ids.values():
            self._connection.execute(rename, {"old": f"+{new}", "new": new})

    def forget(self) -> None:
        """Take everybody out of the entities; those that a table gives alone stay."""
        self._changes.flush()
        self._ids.clear()
        for table in (t.membership, t.joined):
            self._connection.execute(delete(table))
        for table in (t.entity_name, t.entity_fact):
            self._connection.execute(delete(table).where(table.c.given.is_(False)))
            self._connection.execute(update(table).values(count=0))
        for column, table in ((t.entity_key.c.entity, t.entity_key), (_F.entity, t.entity_fact)):
            self._connection.execute(delete(table).where(column.not_in(_GIVEN)))
        self._connection.execute(delete(t.entity).where(_E.key.not_in(_GIVEN)))
        self._connection.execute(update(t.entity).values(members=0))

    def _drop(self, key: int) -> None:
        self._ids = {ident: k for ident, k in self._ids.items() if k != key}
        for table in (t.entity_name, t.entity_fact, t.entity_key):
            self._connection.execute(delete(table).where(table.c.entity == key))
        self._connection.execute(delete(t.entity).where(_E.key == key))

    def _required(self, entity: str) -> int:
        key = self._ids.get(entity) or self._key(entity)
        if key is None:
            raise KeyError(entity)
        self._ids[entity] = key
        return key

    def _article(self, article: str) -> int:
        if article not in self._articles:
            found = self._connection.execute(_ARTICLE, {"article": article})
            self._articles[article] = int(found.scalar_one())
        return self._articles[article]


def _best(keys: Sequence[str], by_key: Mapping[str, Sequence[int]]) -> list[int]:
    """The entities that share most keys; the first ones, the most selective, count most."""
    weights: dict[int, float] = defaultdict(float)
    for at, key in enumerate(keys):
        for entity in by_key.get(key, ()):
            weights[entity] += 1.0 / (1 + at)
    return sorted(weights, key=lambda e: (-weights[e], e))[:_ENOUGH]
