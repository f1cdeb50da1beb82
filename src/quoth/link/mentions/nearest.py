"""The most salient of several whom a noun may mean."""

from __future__ import annotations

from quoth.link.mentions.answer import Answer, Place, chosen, ranked
from quoth.link.mentions.described import Phrase
from quoth.link.mentions.scene import Line
from quoth.link.mentions.state import State
from quoth.link.mentions.who import Who
from quoth.model import MentionType

_SURE = 1.2
"""By how much one of several whom a noun fits must be ahead."""


def one_of(
    state: State, fit: list[Who], found: Phrase, line: Line, what: str, alone: tuple[float, str]
) -> Answer:
    """The only one whom a noun fits; the most salient of several, or nobody.

    Args:
        what: why those fit.
        alone: score and reason where there is one.
    """
    if len(fit) > 1:
        return nearest(state, fit, found, line, what)
    return Answer(fit[0], MentionType.TITLE, *alone, state.antecedent(fit[0]))


def nearest(state: State, fit: list[Who], found: Phrase, line: Line, what: str) -> Answer:
    """The most salient of several, or nobody."""
    place = Place(found.span.start, line.number, line.paragraph, state.last)
    best = chosen(ranked(fit, place, found.gender, state.paragraphs), strict=True, near=_SURE)
    if best is None:
        names = " and ".join(state.label(w) for w in fit[:3])
        return Answer(None, MentionType.TITLE, 0.0, f"{names} {what}")
    who, score = best
    why = f"the nearest of those who {what}"
    return Answer(who, MentionType.TITLE, round(score * 0.9, 3), why, state.antecedent(who))


def before(who: Who, found: Phrase) -> bool:
    """Whether somebody is mentioned before a phrase."""
    return bool(who.touches) and who.touches[0].start < found.span.start


def last_line(who: Who) -> int:
    """The line of somebody's last mention."""
    return who.touches[-1].line
