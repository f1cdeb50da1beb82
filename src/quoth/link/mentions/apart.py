"""What shows that a noun means somebody else than those who were told of near it."""

from __future__ import annotations

from quoth.link.mentions.described import Phrase
from quoth.link.mentions.offices import ANYBODY
from quoth.link.mentions.scene import Line
from quoth.link.mentions.state import State
from quoth.link.mentions.who import Who

_CLOSE = 2
"""How many sentences back a source may stand of whom nothing told who that is."""


def complete(found: Phrase, line: Line) -> bool:
    """Whether a noun of a language without articles has a complement that says whose captain or
    clerk is meant; seven of seven such that articles left open meant somebody new."""
    bare = found.definite is None and not line.words.articles
    return bare and not (found.lone or found.loose or found.aged or found.other)


def elsewhere(state: State, found: Phrase, who: Who) -> bool:
    """Whether a noun stood in the text before, and not for somebody."""
    told = state.nouns.get(found.noun, found.span.start) < found.span.start
    known = found.noun in who.words or any(p.noun == found.noun for p in who.phrases)
    return told and not known and not found.other


def behind(state: State, found: Phrase, line: Line) -> bool:
    """Whether a noun that says little stands behind a source of whom nothing told who that is."""
    vague = found.aged or bool(found.offices & ANYBODY)
    return (
        vague and found.number != "pl" and unsettled(state, found, line.number, _CLOSE) is not None
    )


def unsettled(state: State, found: Phrase, line: int, reach: int) -> Phrase | None:
    """The source before, if nothing told who that is and what is found may mean the same one.

    Args:
        line: the number of the sentence of what is found.
        reach: how many sentences back the source may stand.
    """
    last = state.open
    if last is None or not 0 <= line - last.line <= reach:
        return None
    return None if {last.gender, found.gender} == {"m", "f"} else last
