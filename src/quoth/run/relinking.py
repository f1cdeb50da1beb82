"""Joining what a ledger holds: articles whose actors are in no entities yet, or all anew."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from quoth.link.entities import blocking_keys
from quoth.model.group import Profile, Ref
from quoth.run.deciding import carry_out
from quoth.run.joining import Joiner, Met, join, met
from quoth.store import Ledger
from quoth.store.entities import Entities
from quoth.store.members import entity_id


@dataclass(frozen=True, slots=True)
class Linked:
    """How many articles were joined, and how many entities the ledger has now."""

    articles: int
    entities: int


def link(ledger: Ledger, again: bool = False) -> Linked:
    """Join the actors of the articles that are not joined as they are now.

    Args:
        again: join all of them anew, in an order of their own: those of whom more is told than a
            name come first.  Entities keep the ids that most of their members had, and every
            decision that holds is carried out again.
    """
    if not again:
        joiner, count = Joiner(), 0
        for article in ledger.not_joined():
            ledger.join(article, joiner)
            count += 1
        return Linked(count, ledger.counts().entities)
    articles = ledger.article_ids()
    with ledger.changing(blocking_keys) as entities:
        before = entities.addresses()
        entities.forget()
        for sure in (True, False):
            for article in articles:
                _join(entities, ledger, article, sure)
        for decision in entities.decisions.holding():
            carry_out(entities, decision)
            entities.finish()
        _keep_ids(entities, before)
    return Linked(len(articles), ledger.counts().entities)


def _join(entities: Entities, ledger: Ledger, article: str, sure: bool) -> None:
    wanted: list[Met] = [m for m in met(ledger.reading(article)) if _sure(m[1]) is sure]
    join(entities, wanted)
    entities.finish()
    if not sure:
        entities.joined(article)


def _sure(of: Profile) -> bool:
    """Whether more than a name is told, or several names."""
    return bool(of.offices or of.countries or of.wikidata or len(of.names) > 1)


def _keep_ids(entities: Entities, before: dict[Ref, str]) -> None:
    """Give each entity the id that most of its members had, each id once."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for ref, entity in entities.addresses().items():
        if ref in before:
            votes[entity][before[ref]] += 1
    tabled = entities.tabled()
    wishes = sorted((-count, old, new) for new, of in votes.items() for old, count in of.items())
    given: dict[str, str] = {e: e for e in tabled}
    used = set(tabled)
    for _, old, new in wishes:
        if new not in given and old not in used:
            given[new] = old
            used.add(old)
    for entity in votes.keys() | entities.known(used).keys():
        if entity in used and entity not in given:  # another one had its id before
            given[entity] = entity_id(entity)
    entities.readdress({new: old for new, old in given.items() if new != old})
