"""The units of a noun phrase, and what its small words and names add to its noun."""

from __future__ import annotations

from quoth.lang.actors import (
    ACTING,
    DEFINITE,
    DEPUTY,
    FORMER,
    INDEFINITE,
    POSSESSIVE,
    SEVERAL,
)
from quoth.link.mentions.scene import LAND, Scene
from quoth.link.mentions.units import Unit, Units
from quoth.model import Entity, EntityType, Mark, Place

_SMALL = frozenset(
    {"det", "link", "prep", "aux", "conj", DEFINITE, INDEFINITE, SEVERAL, POSSESSIVE}
)


class Parts:
    """The units of a phrase, and what each of them adds."""

    def __init__(self, scene: Scene, units: Units, reach: range) -> None:
        self.scene, self.units, self.reach = scene, units, reach
        self.row = [units.row[i] for i in reach]
        self.names = [(n, u.name) for n, u in enumerate(self.row) if u.name is not None]

    def _is(self, unit: Unit, marks: str) -> bool:
        return self.units.line.keys[unit.first] in marks

    def _plain(self, n: int) -> bool:
        unit = self.row[n]
        token = self.units.line.tokens[unit.first]
        return token.word and unit.name is None and _SMALL.isdisjoint(unit.tags)

    def _pointing(self, head: int) -> set[str]:
        """The genders that the articles before a noun tell of a person (“el dirigente”)."""
        found: set[str] = set()
        for unit in self.row[:head]:
            for kind in (DEFINITE, INDEFINITE):
                if kind in unit.tags:
                    found |= unit.tags[kind].word.features & {"m", "f"}
        return found

    def _lone(self, head: int) -> bool:
        return not any(
            self._plain(n) or self.row[n].name for n in range(len(self.row)) if n != head
        )

    def _definite(self, head: int) -> bool | None:
        """Whether the phrase points to somebody known."""
        line = self.units.line
        last = len(self.row) - 1
        pointed = False
        for n, unit in enumerate(self.row):
            if n > head and not (n == last and not line.words.articles):
                continue
            if unit.has(DEFINITE, POSSESSIVE):
                pointed = True
            elif unit.has(INDEFINITE, SEVERAL):
                return pointed or False
            elif unit.name is None and line.words.actors.definite(line.keys[unit.first]):
                return True
        return pointed or None

    def _number(self, told: str) -> str:
        if any(u.has(SEVERAL) for u in self.row):
            return "pl"
        for unit in self.row:
            for kind in (DEFINITE, INDEFINITE):
                if kind in unit.tags and not told:
                    told = "".join(unit.tags[kind].word.features & {"sg", "pl"})
        start = self.reach.start
        brought = start > 0 and self.units.row[start - 1].has(
            "prep", "link", "marker", "det", DEFINITE
        )
        small = brought or any(u.has("det", DEFINITE, INDEFINITE, POSSESSIVE) for u in self.row)
        if not told and self.units.line.words.articles and not (small or self.names):
            return "pl"  # a bare noun of a language with articles
        return told

    def _other(self) -> str:
        for unit in self.row:
            for kind in (FORMER, DEPUTY, ACTING):
                if unit.has(kind) and not unit.noun:
                    return "" if kind == ACTING else kind
        return ""

    def _owners(self, own: Mark[Entity] | None) -> frozenset[str]:
        """The keys of the names that the phrase belongs to."""
        canon = self.scene.canon
        return frozenset(
            canon.get(m.id, m.id)
            for _, m in self.names
            if m is not own and m.value.type is not EntityType.LOC
        )

    def _country(self) -> str:
        """The country of the first place or people inside."""
        span = self.units.span(self.reach.start, self.reach.stop)
        for _, found in self.scene.place_row.meeting(span):
            place: Place = found.value
            if place.country:
                return place.country
        return self._land()

    def _land(self) -> str:
        """The same for a country that no map knows, by its name or an adjective of it."""
        lands = self.scene.lands
        if not lands:
            return ""
        line = self.units.line
        keys = (line.keys[i] for u in self.row for i in range(u.first, u.stop))
        return next((lands[k[:LAND]] for k in keys if k[:LAND] in lands), "")

    def _keys(self) -> frozenset[str]:
        line = self.units.line
        return frozenset(
            line.keys[i]
            for u in self.row
            for i in range(u.first, u.stop)
            if line.tokens[i].word and _SMALL.isdisjoint(u.tags)
        )
