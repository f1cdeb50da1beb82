"""Whom a noun for kin means: “her brother”, “the widow”, “his colleague”."""

from __future__ import annotations

from dataclasses import replace

from quoth.link.mentions.answer import Answer
from quoth.link.mentions.apart import bare
from quoth.link.mentions.described import Phrase
from quoth.link.mentions.nearest import last_line, persons
from quoth.link.mentions.offices import BESIDE, KIN, OWNED
from quoth.link.mentions.scene import Line
from quoth.link.mentions.state import State
from quoth.link.mentions.who import Who, agree
from quoth.model import MentionType

_TITLE = MentionType.TITLE
_FAR = 6
_CLOSE = 2
"""How many sentences back the one may be of whom a noun says what nothing else tells."""
_MIRROR = {
    "parent": "offspring",
    "offspring": "parent",
    "spouse": "spouse",
    "sibling": "sibling",
}
"""What somebody is to one who is that to them."""


def mirrored(state: State, found: Phrase, outer: Who | None) -> Answer | None:
    """The one whose kin speaks, or spoke just before: “The mother of Roe said that her son …”."""
    one = outer or state.last
    if one is None or not found.owned or found.number == "pl":
        return None
    kin = {_MIRROR[o] for o in one.offices if o in _MIRROR}
    fit = [
        w for w in state.cast.everyone if str(id(w)) in one.owners and w.single and agree(found, w)
    ]
    if kin.isdisjoint(found.offices) or len(fit) != 1:
        return None
    return Answer(fit[0], _TITLE, 0.85, "the one whose kin speaks", state.antecedent(fit[0]))


def theirs(state: State, found: Phrase, line: Line) -> Answer | None:
    """“Her brother”, of whom nothing else is told: perhaps one whom the article names."""
    last = state.last
    if last is not None and not found.owned and _self(last, found, line):
        return Answer(None, _TITLE, 0.0, f"{state.label(last)} may be meant, or somebody else")
    close = state.crowd.near(line.number - _FAR)
    near = [w for w in persons(close, replace(found, other="")) if w is not last]
    if found.offices.isdisjoint(BESIDE):
        near = [w for w in near if w.offices & (KIN | OWNED) or _family(state, w) or bare(w)]
    near = [w for w in near if line.number - last_line(w) <= _FAR]
    if near:
        why = f"{state.label(near[-1])} may be meant, or somebody else"
        return Answer(None, _TITLE, 0.0, why)
    return None


def _self(who: Who, found: Phrase, line: Line) -> bool:
    """Whether a noun for kin may be said of who spoke just before: “The widow”."""
    alike = who.named and who.single and found.gender in ("m", "f") and who.gender == found.gender
    return alike and bool(who.touches) and line.number - last_line(who) <= _CLOSE


def _family(state: State, who: Who) -> bool:
    """Whether somebody else of the article has the same last name."""
    last = state.last_name(who)
    same = state.crowd.namesakes(last, state.last_name)
    return any(w is not who and w.single for w in same)
