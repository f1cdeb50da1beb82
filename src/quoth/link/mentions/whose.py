"""Whose a noun beside a noun or a name is: “sons of the minister”, “spokesman, Ina Lund”."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.lang.actors import DEFINITE, OFFICE, number, offices_of
from quoth.link.mentions.offices import OF_SOMEBODY
from quoth.link.mentions.units import Unit, Units
from quoth.model import EntityType


def person(unit: Unit) -> bool:
    """Whether a unit is the name of a person."""
    return unit.name is not None and unit.name.value.type is EntityType.PER


def whose(units: Units, far: int, near: int) -> bool:
    """Whether the noun at `far` says what somebody is for the one whose office is at `near`."""
    first, second = (units.row[i].tags.get(OFFICE) for i in (far, near))
    known = units.line.words
    if first is None or second is None or (known.last and not known.articles):
        return False
    if number(second.word) == "pl" or OF_SOMEBODY.isdisjoint(offices_of(first.word)):
        return False
    inner = units.row[far + 1 : near]
    if any(u.has("conj") or units.line.keys[u.first] == "," for u in inner):
        return False
    linked = any(u.has("link", "prep") for u in inner)
    return linked or not known.articles or construct(units, far)


def follows(units: Units, at: int) -> bool:
    """Whether a comma or bracket and the name of a person stand at unit `at`."""
    after = units.row[at : at + 2]
    return len(after) == 2 and units.line.keys[after[0].first] in (",", "(") and person(after[1])


def construct(units: Units, at: int) -> bool:
    """Whether the noun at `at` lacks an article that its language would write onto it, or ends in
    a link, so that whose it is stands behind it (“sons the-minister”)."""
    line, unit = units.line, units.row[at]
    if "link" in line.tags[unit.stop - 1]:
        return True
    prefixed = any(kind == DEFINITE for _, kind in line.words.actors.prefixes)
    return prefixed and not line.words.actors.definite(line.keys[unit.first])


def doubled(row: Sequence[Unit], head: int) -> bool:
    """Whether a noun stands beside itself in the other gender (“Richterinnen und Richter”)."""
    for n in (head - 2, head + 2):
        if not 0 <= n < len(row) or not row[(n + head) // 2].has("conj"):
            continue
        one, other = (row[k].tags.get(OFFICE) for k in (head, n))
        if one is not None and other is not None:
            return not offices_of(one.word).isdisjoint(offices_of(other.word))
    return False
