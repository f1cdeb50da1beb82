"""A name on the page that may name a place, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.annotate.places.names import Sense
from quoth.model import PlaceType, Span

CERTAIN = frozenset({PlaceType.COUNTRY, PlaceType.REGION, PlaceType.DEMONYM})
"""Types whose names need no further sign that they name a place."""


@dataclass(slots=True)
class Mention:
    """One name where it stands, on its way to a place.

    Attributes:
        span: the name without endings behind an apostrophe.
        key: `place_key` of the name that was found.
        senses: what it may mean.
        sentence: the number of its sentence, counted over the article.
        cue: what says that it is a place at all (`in`, `kind`, `dateline`, …); empty if nothing.
        kind: what the word beside it says that it is (`city`, `admin`, `country`); empty if none.
        inside: the mention that says what it lies in (Paris, *Texas*), if one does.
        first, stop: its tokens in its paragraph.
        weak: whether it names a person or an organisation rather than a place.
        person: whether it ends the name of a person, as far as the words before it tell.
        doubted: whether the places of that name are too small for what speaks for one.
        capitals: whether it begins with a capital, where the script has them.
        written: the name as it stands.
    """

    span: Span
    key: str
    senses: tuple[Sense, ...]
    sentence: int = 0
    cue: str = ""
    kind: str = ""
    inside: Mention | None = None
    first: int = 0
    stop: int = 0
    weak: bool = False
    person: bool = False
    doubted: bool = False
    capitals: bool = True
    written: str = ""

    @property
    def certain(self) -> bool:
        """Whether it may mean a country, a region of UN M49 or a people."""
        return any(s.type in CERTAIN and s.area is None for s in self.senses)
