"""What a relative pronoun that is a source belongs to."""

from __future__ import annotations

from quoth.lang.actors import PRONOUN
from quoth.link.mentions.described import Phrase, Sort
from quoth.link.mentions.phrase import phrase
from quoth.link.mentions.spread import spread
from quoth.link.mentions.state import State
from quoth.link.mentions.units import Units
from quoth.model import Span


def meant(state: State, units: Units, reach: range, span: Span) -> Phrase:
    """The words of a source taken apart; of a relative pronoun those that it belongs to."""
    row, at = units.row, reach.start
    if len(reach) == 1 and row[at].has("relative") and not row[at].has(PRONOUN):
        at -= 1
        while at > 0 and not units.word(at):
            at -= 1
        if at >= 0 and (row[at].name is not None or row[at].noun):
            return _before(state, units, at, span)
    return phrase(state.scene, units, reach, span)


def _before(state: State, units: Units, at: int, span: Span) -> Phrase:
    """A noun, or the person whose source ends in it (“a friend of Ina Lund, who”)."""
    known = state.titles.sources.meeting(units.span(at, at + 1))
    for whole in (s for s, _ in known if s != span):
        found = phrase(state.scene, units, units.inside(whole))
        if found.sort in (Sort.PERSON, Sort.GROUP):
            return found
    return phrase(state.scene, units, spread(units, at))
