"""What the words of an organisation's name, and those before it, say that it is."""

from __future__ import annotations

from quoth.lang.actors import INTERVIEW, MEDIA, ORG, RELAY_BY, RELAY_TO
from quoth.link.mentions.parts import what
from quoth.link.mentions.units import Units


def medium(units: Units, at: int) -> bool:
    """Whether the words before an organisation's name say that it is a medium."""
    for i in range(at - 1, max(at - 7, -1), -1):
        unit = units.row[i]
        if unit.has(MEDIA, INTERVIEW, RELAY_TO, RELAY_BY):
            return True
        if not units.word(i) or unit.has("verb"):
            return False
    return False


def kind(units: Units, at: int) -> str:
    """What kind of organisation the words of a name, or the noun before it, say it is."""
    line, unit = units.line, units.row[at]
    inside = (line.tags[i].get(ORG) for i in range(unit.first, unit.stop))
    before = at - 1
    while before > 0 and not units.word(before):
        before -= 1
    hits = [*inside, units.row[before].tags.get(ORG) if before >= 0 else None]
    return next((what(h.word) for h in hits if h is not None), "")


def press(units: Units, at: int) -> bool:
    """Whether a word of an organisation's name says that it is a medium (“Radio Farrow”)."""
    unit = units.row[at]
    tags = units.line.tags[unit.first : unit.stop]
    return any(MEDIA in t and t[MEDIA].length == 1 for t in tags)
