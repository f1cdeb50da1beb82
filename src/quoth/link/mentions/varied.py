"""A new word for the one who spoke just before: “The activist”."""

from __future__ import annotations

from dataclasses import replace

from quoth.link.mentions.answer import Answer
from quoth.link.mentions.apart import behind, elsewhere
from quoth.link.mentions.described import Phrase, Sort
from quoth.link.mentions.nearest import busy, persons
from quoth.link.mentions.offices import ANYBODY, COURT, HEADS, KIN, LAW, SEATS
from quoth.link.mentions.scene import Line
from quoth.link.mentions.state import State
from quoth.link.mentions.vague import of_rank
from quoth.link.mentions.who import agree
from quoth.model import EntityType, MentionType

_TITLE = MentionType.TITLE
_CLOSE = 2
"""How many sentences back the one may be of whom a noun says what nothing else tells."""


def varied(state: State, found: Phrase, line: Line) -> Answer | None:
    """The one who spoke just before, of whom the noun says something new: “The activist”."""
    last = state.last
    if last is None or not (last.named and last.person) or last.plural or line.head:
        return None
    if state.asked:
        return None  # who answers is somebody else
    if not _may_vary(found, line) or not agree(replace(found, other=""), last):
        return None
    if elsewhere(state, found, last) or behind(state, found, line) or busy(last, found):
        return None
    firm = found.offices - HEADS if not found.loose else frozenset[str]()
    if found.offices & (KIN | LAW | COURT | {"referee", "neighbour"}) or (
        firm & SEATS and last.offices & SEATS
    ):
        return None
    touch = last.touches[-1]
    if of_rank(found, last) or (touch.line == line.number and _joined(state, found)):
        return None  # “he denied it, but the owner shrugged”
    if line.number - touch.line > _CLOSE or line.paragraph != state.paragraphs[touch.line]:
        return None
    near = state.crowd.near(touch.line)
    people = [w for w in persons(near, replace(found, other="")) if w is not last]
    if any(t.start > touch.start and not t.quoted for w in people for t in w.touches[-1:]):
        return None
    why = "the one who spoke just before, of whom this says something new"
    return Answer(last, _TITLE, 0.7, why, state.antecedent(last))


def _joined(state: State, found: Phrase) -> bool:
    """Whether a word like “but” stands right before a phrase."""
    units = state.rows[found.line]
    at = units.inside(found.span).start
    return at > 0 and units.row[at - 1].has("conj", "sub")


def _may_vary(found: Phrase, line: Line) -> bool:
    """Whether a noun may say something new of one who was told of."""
    if found.number == "pl" or found.anonymous or found.owned or found.belongs:
        return False
    if found.sort is Sort.OTHER:
        return bool(found.definite and found.country)
    if found.sort is not Sort.PERSON:
        return False
    vague = found.definite and (found.loose or bool(found.offices & ANYBODY))
    bodies = any(n.value.type is EntityType.ORG for n in found.names)
    if (found.linked or found.names) and not (vague and (not bodies or found.offices & ANYBODY)):
        return False  # “the president of the Chamber” is not the spokesman of the League
    told = found.lone or found.loose or found.country or found.other or found.aged
    if line.words.articles and not told:
        return bool(found.offices & ANYBODY)  # “the hotel's owner” is of another kind
    return bool(found.definite) or (found.lone and not line.words.articles)
