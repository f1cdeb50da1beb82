"""A large ledger of an invented world: 100,000 articles with 1,000,000 statements.

    python eval/big_ledger.py FILE [ARTICLES]

The pages are written and not read: a reading of each is made from what it was written to say, and
goes into the ledger on the way on which all do, only that some hundred share a transaction.  Their
actors are put into the entities of those whom they were written to name, instead of those whom
the rules would find; names, facts, keys and members come from the same code.  A file that has some
of the pages is filled up.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select

from big_page import Page
from big_world import World
from quoth.link.entities import blocking_keys
from quoth.model import Actor, Reading
from quoth.model.group import Profile
from quoth.run.joining import met
from quoth.store import Ledger, open_ledger, schema
from quoth.store.entities import Entities
from quoth.store.members import Joined, entity_id
from quoth.store.rows import Frozen
from quoth.store.sqlite import writing
from quoth.store.writing import put

ARTICLES = 100_000
TOGETHER = 200


class Knowing:
    """A joiner that knows who is who: everybody is told by name and country."""

    def __init__(self, ledger: Ledger) -> None:
        query = select(schema.entity.c.id)
        self._made = set(ledger.ask(lambda c: c.execute(query).scalars().all()))

    def keys(self, of: Profile) -> Sequence[str]:
        """The blocking keys of a profile, by the rules."""
        return blocking_keys(of)

    def __call__(self, entities: Entities, reading: Reading) -> None:
        """Put the actors of a reading into the entities that they are."""
        actors = {m.id: m.value for m in reading.of(Actor)}
        for ref, profile in met(reading):
            of = actors[ref.mark]
            ident = entity_id("invented", of.name, of.country or "")
            if ident not in self._made:
                self._made.add(ident)
                entities.create(ident, profile)
            entities.join(ref, ident, profile, Joined(0.9, "invented"))


def fill(ledger: Ledger, articles: int, world: World, say: bool = False) -> None:
    """Fill a ledger up to a number of pages."""
    joiner, began = Knowing(ledger), time.monotonic()
    there = ledger.counts().pages
    for first in range(there, articles, TOGETHER):
        last = min(first + TOGETHER, articles)
        readings = [Page(world, n, articles).reading() for n in range(first, last)]
        add(ledger, readings, first, joiner)
        if say and (last - there) % (10 * TOGETHER) == 0:
            speed = (last - there) / (time.monotonic() - began)
            print(f"{last} of {articles} pages, {speed:.0f} a second", flush=True)


def add(ledger: Ledger, readings: Sequence[Reading], first: int, joiner: Knowing) -> None:
    """Add pages, numbered from `first`, in one transaction."""
    with writing(ledger._engine) as connection:
        entities = Entities(connection, joiner.keys)
        for number, reading in enumerate(readings, first):
            put(connection, f"invented {number}", Frozen(reading), "")
            joiner(entities, reading)
        entities.finish()
        for reading in readings:
            entities.joined(reading.article.id)


def main(path: Path, articles: int) -> None:
    """Make the file, or fill it up."""
    with open_ledger(path) as ledger:
        fill(ledger, articles, World(), say=True)
        print(ledger.counts())


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else ARTICLES)
