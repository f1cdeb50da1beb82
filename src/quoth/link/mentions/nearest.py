"""The most salient of several whom a noun may mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoth.lang.actors import FORMER
from quoth.lang.offices import akin
from quoth.link.mentions.answer import LEAST, Answer, Place, chosen, ranked
from quoth.link.mentions.described import Phrase
from quoth.link.mentions.offices import ANYBODY, COURT, FIRM, KIN, LAW
from quoth.link.mentions.scene import Line
from quoth.link.mentions.state import State
from quoth.link.mentions.who import Who, agree
from quoth.model import MentionType

_SURE = 1.2
"""By how much one of several whom a noun fits must be ahead."""
_SURER = 2.5
"""The same where all of them hold the office, of which nearness tells less."""
PUBLIC = FIRM | {"spokesperson", "opposition-leader", "deputy-mayor", "councillor"}
"""Offices that nobody holds beside a trade, or beside another office."""
_TRADES = {"coach", "rector", "headteacher", "editor", "doctor", "general"}
RULERS = PUBLIC - _TRADES - {"deputy-mayor", "councillor"}
"""Offices that nobody is likely to hold of whom a page tells another trade."""
_SIDES = (
    (frozenset({"doctor", "nurse"}), frozenset({"patient"})),
    (frozenset({"landlord"}), frozenset({"tenant"})),
    (frozenset({"shopkeeper"}), frozenset({"customer"})),
    (frozenset({"teacher", "headteacher", "professor"}), frozenset({"student"})),
    (frozenset({"referee", "coach"}), frozenset({"supporter"})),
    (frozenset({"coach", "referee"}), frozenset({"athlete"})),
    (LAW | {"expert"}, COURT),
)
"""Offices that face one another, so that nobody holds both in one affair."""
FEW = 5
"""Offices at most of one of whom it was told which they hold."""


def one_of(
    state: State, fit: list[Who], found: Phrase, line: Line, what: str, alone: tuple[float, str]
) -> Answer:
    """The only one whom a noun fits; the most salient of several, or nobody.

    Args:
        what: why those fit.
        alone: score and reason where there is one.
    """
    if len(fit) > 1:
        return nearest(state, fit, found, line, what, _SURER)
    return Answer(fit[0], MentionType.TITLE, *alone, state.antecedent(fit[0]))


def nearest(
    state: State, fit: list[Who], found: Phrase, line: Line, what: str, sure: float = _SURE
) -> Answer:
    """The most salient of several, or nobody.

    Args:
        sure: by how much they must be ahead of the next one.
    """
    place = Place(found.span.start, line.number, line.paragraph, state.last)
    best = chosen(ranked(fit, place, found.gender, state.paragraphs), strict=True, near=sure)
    score = round(best[1] * 0.9, 3) if best is not None else 0.0
    if best is None or score < LEAST:
        names = " and ".join(state.label(w) for w in fit[:3])
        return Answer(None, MentionType.TITLE, 0.0, f"{names} {what}")
    why = f"the nearest of those who {what}"
    return Answer(best[0], MentionType.TITLE, score, why, state.antecedent(best[0]))


def told_apart(fit: list[Who], found: Phrase) -> list[Who]:
    """Those of several of one office whom a noun fits best: the only one of whom its other words
    were said (“the water minister”), or those with that very office, where a noun like “head” gave
    the others a dozen that they may hold."""
    rest = found.keys - set(found.noun.split())
    own = [w for w in fit if rest and rest <= {k for word in w.words for k in word.split()}]
    if len(own) == 1:
        return own
    meant = akin(found.offices)
    firm = [w for w in fit if len(w.offices) <= FEW]
    very = [w for w in firm if not found.loose and not meant.isdisjoint(w.offices)]
    # “the director” may be that of the school, which is another office
    very += [w for w in firm if very and w not in very and shorter(found, w)]
    return very or fit


def shorter(found: Phrase, who: Who) -> bool:
    """Whether a noun begins the words for somebody's office: “la directrice” that of a school."""
    if not (found.lone and found.definite and found.noun):
        return False
    return any(word.startswith(f"{found.noun} ") for word in who.words)


def before(who: Who, found: Phrase) -> bool:
    """Whether somebody is mentioned before a phrase."""
    return bool(who.touches) and who.touches[0].start < found.span.start


def last_line(who: Who) -> int:
    """The line of somebody's last mention."""
    return who.touches[-1].line


def persons(those: Iterable[Who], found: Phrase) -> Iterator[Who]:
    """The named persons among some who are told of before a noun, and whom it may mean: not those
    whose it is (“the lawyer of Ina Lund”)."""
    people = (w for w in those if w.named and w.single and str(id(w)) not in found.owners)
    return (w for w in people if before(w, found) and agree(found, w))


def busy(who: Who, found: Phrase) -> bool:
    """Whether somebody's own office is known, so that a noun for another trade is not theirs."""
    trade = bool(who.offices - ANYBODY - COURT - KIN) and not found.other
    pairs = (*_SIDES, *((b, a) for a, b in _SIDES))
    if any(found.offices <= one and who.offices & other for one, other in pairs if found.offices):
        return True
    if trade and found.offices <= PUBLIC and akin(found.offices).isdisjoint(who.offices):
        return bool(found.offices)  # a farmer is no governor
    if len(who.offices) > FEW or who.offices.isdisjoint(FIRM) or who.others == {FORMER}:
        return False
    if found.loose:
        return found.offices <= FIRM and akin(found.offices).isdisjoint(who.offices)
    return not (found.country or found.aged or found.offices & (ANYBODY | {"official"}))
