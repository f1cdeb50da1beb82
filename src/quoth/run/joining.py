"""Actors of pages into the entities of a ledger: the rules of link on what store finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from quoth.link.entities import Verdict, blocking_keys, bridged, joins, judge, profile
from quoth.model import Actor, ActorKind, Reading
from quoth.model.group import Known, Profile, Ref
from quoth.model.lookup import Lookup
from quoth.store.entities import Entities
from quoth.store.members import Joined, Member, entity_id

Met = tuple[Ref, Profile]
"""An actor of an article that may belong to an entity."""


class Joiner:
    """Puts the actors of a reading into entities; `Ledger.add` calls it."""

    def keys(self, of: Profile) -> Sequence[str]:
        """The blocking keys of a profile."""
        return blocking_keys(of)

    def __call__(self, entities: Entities, reading: Reading) -> None:
        """Put the actors of a reading into entities, and take those out that it has no more."""
        article = reading.article.id
        left = keep(entities, entities.of_article(article), list(met(reading)))
        join(entities, left)


def met(reading: Reading) -> Iterable[Met]:
    """The actors of a reading that may belong to entities, with what it tells of them."""
    lookup = Lookup(reading)
    for mark in reading.of(Actor):
        if joins(mark.value):
            language = lookup.language(mark.span) or ""
            yield Ref(reading.article.id, mark.id), profile(mark.value, reading.article, language)


def keep(entities: Entities, before: Sequence[Member], now: list[Met]) -> list[Met]:
    """Leave the actors where they are that the article had before; those of `now` that are new.

    An actor is the same if its mark is, or if it is of the same kind and has a name in common.
    """
    left = list(now)
    for member in before:
        same = next((m for m in left if m[0] == member.ref), None) or next(
            (m for m in left if _same(member.profile, m[1])), None
        )
        if same is None:
            entities.leave(member)
            continue
        left.remove(same)
        if same != (member.ref, member.profile):
            entities.renew(member, *same)
    return left


def _same(left: Profile, right: Profile) -> bool:
    names = {n.name for n in left.names}
    return left.kind is right.kind and any(n.name in names for n in right.names)


def join(entities: Entities, actors: Sequence[Met]) -> None:
    """Put actors of one article, which belong to none yet, into entities."""
    found = entities.candidates([p for _, p in actors])
    verdicts = [(judge(p, c), r, p, c) for (r, p), c in zip(actors, found, strict=True)]
    taken: set[str] = set()
    # the surest first: two people of one article are not one
    for verdict, ref, of, candidates in sorted(verdicts, key=lambda v: (-v[0].score, v[1])):
        entity = verdict.entity or _merged(entities, verdict, of, candidates)
        if entity is None or (entity in taken and of.kind is ActorKind.PERSON):
            entity = _made(entities, ref, of)
        taken.add(entity)
        how = Joined(round(verdict.score, 4), verdict.why, verdict.rivals)
        entities.join(ref, entity, of, how)


def _made(entities: Entities, ref: Ref, of: Profile) -> str:
    """A new entity, its id from its first member; of a state from its code."""
    if of.kind is ActorKind.STATE and of.countries:
        state = entity_id("state", of.countries[0])
        return state if entities.known([state]) else entities.create(state, of)
    return entities.create(entity_id(ref.article, ref.mark), of)


def _merged(
    entities: Entities, verdict: Verdict, of: Profile, candidates: Sequence[Known]
) -> str | None:
    """Rivals that an actor shows to be one: the entity that they become, None if they do not."""
    rivals = [c for c in candidates if c.id in verdict.rivals]
    pairs = list(combinations(rivals, 2))
    if not pairs or not all(bridged(a.profile, b.profile, of) for a, b in pairs):
        return None
    if any({a.id, b.id} in entities.apart for a, b in pairs):
        return None
    first = max(rivals, key=lambda c: (c.profile.wikidata is not None, c.members, c.id))
    for other in rivals:
        if other is not first:
            how = Joined(verdict.score, "one name joins them")
            entities.move(entities.members(other.id), first.id, how)
    return first.id
