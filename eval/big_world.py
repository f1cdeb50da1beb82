"""An invented world to fill a large ledger with: words, people, places, papers.

Nothing of it exists.  All of it follows from one number, so that the same call makes the same
world; how often a word or a person comes follows Zipf's law, as in life.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

from quoth.model import ActorKind, Place, PlaceType

T = TypeVar("T")

COMMON = (
    "harbour",
    "bridge",
    "budget",
    "council",
    "water",
    "school",
    "ferry",
    "strike",
    "court",
    "market",
    "river",
    "vote",
    "law",
    "road",
    "hospital",
    "price",
    "border",
    "train",
    "harvest",
    "storm",
    "union",
    "tax",
    "police",
    "power",
    "minister",
    "talks",
    "report",
    "house",
    "fish",
    "treaty",
    "loan",
    "island",
    "night",
    "repair",
    "delay",
    "inquiry",
    "letter",
    "answer",
    "plan",
    "winter",
)
"""Words that come most often; what is searched for under load is taken from them too."""
LANGUAGES = (("en", 50), ("es", 15), ("fr", 10), ("id", 10), ("ru", 10), ("ar", 5))
"""The languages of pages, and in how many of a hundred."""
OFFICES = ("mayor", "minister", "judge", "general", "professor", "spokeswoman", "lawmaker")
_COUNTRIES = ("NO", "ID", "RU", "FR", "BR", "KE", "US", "TR", "UA", "EG", "ES", "MX", "IN", "JP")
_SYLLABLES = tuple(
    "kaloniratenvorsaldunimbelgarostrifenlumardrohilpezanquitorvedashwol"[i : i + 2]
    for i in range(0, 66, 2)
)
_LATIN = "abcdefghiklmnopqrstuvwxyz"
_SCRIPTS = {
    "ru": str.maketrans(_LATIN, "абцдефгхиклмнопкрстувшщйз"),
    "ar": str.maketrans(_LATIN, "ابسدهفغحيكلمنوبقرستوفشخيز"),
}


class Zipf(Generic[T]):
    """Things of which the first come most often."""

    def __init__(self, things: Sequence[T], flat: float) -> None:
        self._things = things
        self._sums = list(accumulate(1 / (flat + i) for i in range(len(things))))

    def pick(self, of: random.Random) -> T:
        """One of them."""
        return self._things[bisect(self._sums, of.random() * self._sums[-1])]


@dataclass(frozen=True, slots=True)
class Invented:
    """Somebody, with the names that pages of each language have."""

    number: int
    name: str
    short: str
    kind: ActorKind
    office: str | None
    country: str

    def named(self, language: str) -> tuple[str, str]:
        """The full and the short name in the script of a language."""
        return written(self.name, language), written(self.short, language)


def written(words: str, language: str) -> str:
    """Words in the script of a language."""
    table = _SCRIPTS.get(language)
    return words.lower().translate(table) if table else words


class World:
    """What pages tell of.

    Args:
        people: how many speak or are spoken of.
    """

    def __init__(self, people: int = 20_000, seed: int = 11) -> None:
        self._random = random.Random(seed)  # noqa: S311
        rare = {self._word(4) for _ in range(40_000)}
        self.words = Zipf((*COMMON, *sorted(rare)), 5)
        families = Zipf([self._word(3).capitalize() for _ in range(6_000)], 10)
        self.people = Zipf([self._person(n, families) for n in range(people)], 5)
        self.papers = Zipf([self._paper() for _ in range(200)], 3)
        self.agencies = Zipf([f"{self._word(2).capitalize()} Agency" for _ in range(12)], 1)
        self.places = Zipf([self._place(n) for n in range(3_000)], 4)

    def _word(self, most: int) -> str:
        count = self._random.randint(2, most)
        return "".join(self._random.choice(_SYLLABLES) for _ in range(count))

    def _person(self, number: int, families: Zipf[str]) -> Invented:
        pick = self._random
        country = pick.choice(_COUNTRIES)
        if pick.random() < 0.2:
            kind = pick.choice(("League", "Bank", "Institute", "Union", "Lines", "Foundation"))
            name = f"{self._word(3).capitalize()} {self._word(2).capitalize()} {kind}"
            return Invented(number, name, name, ActorKind.ORGANISATION, None, country)
        family = families.pick(pick)
        office = pick.choice(OFFICES) if pick.random() < 0.6 else None
        name = f"{self._word(2).capitalize()} {family}"
        return Invented(number, name, family, ActorKind.PERSON, office, country)

    def _paper(self) -> tuple[str, str]:
        """A name and a host."""
        name = self._word(3)
        kind = self._random.choice(("Times", "Herald", "Post", "Courier"))
        return f"{name.capitalize()} {kind}", f"{name}.example"

    def _place(self, number: int) -> Place:
        pick = self._random
        kind = pick.choice((PlaceType.CITY, PlaceType.CITY, PlaceType.ADMIN))
        name, country = self._word(3).capitalize(), pick.choice(_COUNTRIES)
        latitude, longitude = round(pick.uniform(-50, 65), 3), round(pick.uniform(-120, 150), 3)
        why = "the only place of that name"
        return Place(kind, name, 90_000_000 + number, country, "150", latitude, longitude, why)
