"""Whom a noun means by who held an office before or after: “his successor”, “the ex-minister”."""

from __future__ import annotations

from dataclasses import replace

from quoth.lang.actors import FORMER
from quoth.lang.offices import fits
from quoth.link.mentions.answer import Answer
from quoth.link.mentions.described import Phrase
from quoth.link.mentions.nearest import before
from quoth.link.mentions.offices import SEATS
from quoth.link.mentions.state import State
from quoth.link.mentions.who import Who, agree, fitting
from quoth.model import MentionType

PREDECESSOR, SUCCESSOR = "predecessor", "successor"
_ENDS = frozenset({PREDECESSOR, SUCCESSOR})
_TITLE = MentionType.TITLE


def succeeding(state: State, found: Phrase) -> Answer | None:
    """Whom a noun means that nobody holds as an office; None where it tells of no succession."""
    seat = bool(found.offices & SEATS) and not (found.linked or found.owned or found.names)
    telling = seat or found.other == FORMER or found.offices & _ENDS
    if found.number == "pl" or not telling:
        return None
    people = _people(state, found)
    if PREDECESSOR in found.offices:
        return _one(state, [w for w in people if _gone(w)], "the one who held an office before")
    if SUCCESSOR in found.offices:
        fit = [w for w in people if SUCCESSOR in w.offices]
        fit = fit or [w for w in people if not _gone(w) and _shared(state.last, w)]
        return _one(state, fit, "the one who holds the office now")
    if found.other == FORMER:
        fit = _former(state, found, people, seat=seat)
    else:
        fit = [w for w in people if SUCCESSOR in w.offices] if seat and not found.other else []
        # “the prosecutor” is no successor who is a mayor, nor one of a mayor
        fit = [w for w in fit if not w.offices & SEATS or fitting(found, w)]
        met = state.crowd.met() if fit else ()
        left = [w for w in met if w.named and _gone(w) and w.offices & SEATS]
        fit = fit if not left or any(fitting(found, w) for w in left) else []
    return _one(state, fit, "the one who came before or after in an office") if fit else None


def gone(state: State, found: Phrase, holders: list[Who]) -> Answer | None:
    """Whom “the former minister” means where no former holder is told of; None where one is.

    Args:
        holders: those whose office the noun may mean.
    """
    if found.other != FORMER or found.number == "pl" or any(FORMER in w.others for w in holders):
        return None
    told = succeeding(state, found)
    if told is not None or found.linked or found.owned or found.names or found.definite is False:
        return told
    bare = replace(found, other="")
    fit = [w for w in state.crowd.fitting(found) if w.named and w.single]
    fit = [w for w in fit if before(w, found) and agree(bare, w) and FORMER not in w.others]
    if not fit or found.loose:
        return None
    return Answer(None, _TITLE, 0.0, "nobody is told of who came before or after")


def _former(state: State, found: Phrase, people: list[Who], *, seat: bool) -> list[Who]:
    """Those who gave up an office: a predecessor, or the one who is succeeded."""
    known = [w for w in state.crowd.fitting(found) if w.named and w.single and before(w, found)]
    fit = [w for w in people if PREDECESSOR in w.offices]
    if fit and (seat or found.loose or any(w not in fit for w in known)):
        return fit
    if not any(SUCCESSOR in w.offices for w in people):
        return []
    bare = replace(found, other="")
    return [w for w in known if agree(bare, w) and SUCCESSOR not in w.offices]


def _people(state: State, found: Phrase) -> list[Who]:
    bare = replace(found, other="", offices=frozenset())
    own = bool(found.offices & _ENDS)
    known = state.crowd.met() if own else state.crowd.holding(_ENDS)
    people = (w for w in known if w.named and (own or w.offices & _ENDS))
    people = (w for w in people if w.single)
    fit = [w for w in people if before(w, found) and agree(bare, w)]
    return [w for w in fit if not (own and w is state.last)]


def _gone(who: Who) -> bool:
    return FORMER in who.others or PREDECESSOR in who.offices


def _shared(one: Who | None, other: Who) -> bool:
    """Whether two hold, or held, one office."""
    if one is None:
        return False
    return any(fits(a, b) for a in one.offices for b in other.offices)


def _one(state: State, fit: list[Who], why: str) -> Answer:
    """The only one who fits, or of several the only one who had the office of who spoke last."""
    if len(fit) > 1:
        fit = [w for w in fit if _shared(state.last, w)]
    if len(fit) != 1:
        return Answer(None, _TITLE, 0.0, "nobody is told of who came before or after")
    return Answer(fit[0], _TITLE, 0.75, why, state.antecedent(fit[0]))
