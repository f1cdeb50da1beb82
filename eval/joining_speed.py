"""How long joining a page of 20 actors into a ledger takes that holds 1,000 to 100,000 entities.

    python eval/joining_speed.py

The entities are invented: names of syllables, a few family names being borne by many, as in life;
a fifth are organisations.  Half of a page's actors are in the ledger already, half are new.
The time is that of the whole transaction, in milliseconds of processor time; of several pages the
median.
"""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from quoth.link.entities import blocking_keys
from quoth.model import (
    Actor,
    ActorKind,
    Article,
    Block,
    BlockKind,
    Language,
    Maker,
    Mention,
    MentionType,
    Metadata,
    Reading,
    Source,
    Span,
    article_id,
    identity,
    mark,
)
from quoth.model.group import Called, Profile
from quoth.run.joining import Joiner
from quoth.store import Ledger, open_ledger, schema
from quoth.store.changes import fact_rows, name_rows
from quoth.store.members import entity_id
from quoth.store.sqlite import insert_many, writing

SIZES = (1_000, 10_000, 100_000)
ACTORS = 20
PAGES = 9
BY = Maker("invented", "1")
_SYLLABLES = tuple(
    "kaloniratenvorsaldunimbelgarostrifenlumardrohilpezanquitorvedashwol"[i : i + 2]
    for i in range(0, 66, 2)
)
_OFFICES = ("mayor", "minister", "judge", "general", "professor", "singer", "lawmaker")
_COUNTRIES = ("NO", "ID", "RU", "FR", "BR", "KE", "US", "TR", "UA", "EG")
_CHUNK = 5_000


class Invented:
    """An endless row of invented actors, the same in every run."""

    def __init__(self) -> None:
        self._random = random.Random(5)  # noqa: S311
        self._families = [self._word(3) for _ in range(6_000)]
        # Zipf's law: the first family has as many members as life's most frequent ones
        self._weights = [1 / (10 + i) for i in range(len(self._families))]

    def _word(self, most: int) -> str:
        count = self._random.randint(2, most + 1)
        return "".join(self._random.choice(_SYLLABLES) for _ in range(count)).capitalize()

    def profile(self) -> Profile:
        """The next one."""
        pick = self._random
        countries = (pick.choice(_COUNTRIES),) if pick.random() < 0.6 else ()
        if pick.random() < 0.2:
            kind = pick.choice(("League", "Bank", "Institute", "Union", "Lines", "Foundation"))
            name = f"{self._word(3)} {self._word(2)} {kind}"
            return Profile(ActorKind.ORGANISATION, (Called(name, "en"),), (), countries)
        family = pick.choices(self._families, self._weights)[0]
        offices = (pick.choice(_OFFICES),) if pick.random() < 0.5 else ()
        names = (Called(f"{self._word(2)} {family}", "en"), Called(family, "en"))
        return Profile(ActorKind.PERSON, names, offices, countries)


def fill(ledger: Ledger, profiles: list[Profile], first: int) -> None:
    """Put entities into a ledger, one for each profile, in bulk; `first` are there already."""
    for at in range(0, len(profiles), _CHUNK):
        some = list(enumerate(profiles[at : at + _CHUNK], first + at + 1))
        with writing(ledger._engine) as connection:
            insert_many(
                connection,
                schema.entity,
                [
                    {
                        "key": key,
                        "id": entity_id("invented", str(key)),
                        "kind": p.kind.value,
                        "name": p.names[0].name,
                        "named_by": None,
                        "wikidata": None,
                        "members": 1,
                    }
                    for key, p in some
                ],
            )
            names = [row for key, p in some for row in name_rows(key, p, False)]
            facts = [row for key, p in some for row in fact_rows(key, p, False)]
            insert_many(connection, schema.entity_name, names)
            insert_many(connection, schema.entity_fact, facts)
            keys = [{"key": k, "entity": key} for key, p in some for k in blocking_keys(p)]
            insert_many(connection, schema.entity_key, keys)


def page(number: int, profiles: list[Profile]) -> Reading:
    """A page that names some actors."""
    text, marks, spans = "", [], []
    for one in profiles:
        spans.append(Span(len(text), len(text) + len(one.names[0].name)))
        text += f"{one.names[0].name} spoke. "
    ident = article_id(f"{number:064}")
    for one, span in zip(profiles, spans, strict=True):
        names = tuple(n.name for n in one.names)
        mentions = (Mention(span, MentionType.NAME),)
        country = one.countries[0] if one.countries else None
        value = Actor(names[0], one.kind, mentions, names, one.offices, country)
        marks.append(mark(ident, span, value, BY, 1.0))
    whole = Span(0, len(text))
    language = mark(ident, whole, Language("en", "invented"), BY, 1.0)
    source = Source(f"{number}.txt", sha256=f"{number:064}")
    blocks = (Block(BlockKind.PARAGRAPH, whole),)
    meta = Metadata(published="2031-05-04")
    article = Article(ident, source, text, blocks, identity(len(text)), meta)
    return Reading(article).plus([language, *marks])


def _times(ledger: Ledger, known: list[Profile], invented: Invented, size: int) -> Iterator[float]:
    pick = random.Random(size)  # noqa: S311
    for number in range(PAGES):
        old = pick.sample(known, ACTORS // 2)
        new = [invented.profile() for _ in range(ACTORS // 2)]
        reading = page(size + number, [*old, *new])
        ledger.add(f"page {size + number}", reading)
        begin = time.process_time()
        ledger.join(reading.article.id, Joiner())
        yield 1000 * (time.process_time() - begin)


def run(_: Path | None = None) -> dict[str, float]:
    """Pages a second at each size, and how much of the speed is left at the largest."""
    invented, known = Invented(), list[Profile]()
    found: dict[int, float] = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        open_ledger(Path(folder) / "large.quoth") as ledger,
    ):
        for size in SIZES:
            more = [invented.profile() for _ in range(size - len(known))]
            fill(ledger, more, size)
            known += more
            list(_times(ledger, known, invented, 10 * size))[-1:]  # caches of names fill up
            found[size] = statistics.median(_times(ledger, known, invented, 20 * size))
    small, large = found[SIZES[0]], found[SIZES[-1]]
    return {
        **{f"milliseconds a page at {s:,}": round(ms, 1) for s, ms in found.items()},
        **{f"joining speed at {s:,}": round(1000 / ms, 1) for s, ms in found.items()},
        "speed kept from 1,000 to 100,000": round(100 * small / large, 1),
    }


if __name__ == "__main__":
    for name, value in run().items():
        print(f"{name:40} {value}")
