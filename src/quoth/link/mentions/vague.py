"""Nouns that hold no office known: one of a country, who was kept unnamed, a new word for one."""

from __future__ import annotations

from quoth.link.mentions.answer import Answer
from quoth.link.mentions.apart import behind
from quoth.link.mentions.described import Phrase, Sort
from quoth.link.mentions.nearest import (
    PUBLIC,
    before,
    busy,
    last_line,
    nearest,
    one_of,
    persons,
)
from quoth.link.mentions.offices import ANYBODY, BESIDE, COURT, FIRM, KIN, LAW, SEATS, SEXES
from quoth.link.mentions.scene import Line
from quoth.link.mentions.state import State
from quoth.link.mentions.things import thing
from quoth.link.mentions.who import Who, agree
from quoth.model import ActorKind, MentionType, SourceType

_TITLE = MentionType.TITLE
_VAGUE = ANYBODY | {"resident"}
"""What an age says of somebody: “the 59-year-old”, “la quinquagénaire”."""
_PLAIN = ANYBODY - {"politician"}
_HEARD = frozenset({"expert", "witness", "journalist", "researcher", "doctor"})
"""Whom a court hears who stands not before it."""
_YOUNG = frozenset({"child"})
_ROLES = _VAGUE | {"witness"}
"""What anybody may be, whatever their trade."""
_RULING = FIRM - {"coach", "rector", "headteacher", "editor", "doctor", "general"}
"""Offices of which a page mostly names the holder where it first speaks of them."""
_BODIES_OWN = frozenset({"spokesperson", "official", "representative"})
"""Those who speak for a body, and whose age no page tells."""
_NEAR_LINES = 3
"""How many sentences back the one may be of whom a noun says something new."""


def beside(state: State, found: Phrase, line: Line) -> Answer | None:
    """“His Kaldovian colleague”: one of that country."""
    if found.offices.isdisjoint(BESIDE) or not found.country:
        return None
    fit = [w for w in state.people() if found.country in w.countries and before(w, found)]
    if not fit:
        return None
    alone = (0.8, "the one of that country")
    return one_of(state, fit, found, line, "are of that country", alone)


def loosely(state: State, found: Phrase, line: Line, *, top: bool) -> Answer | None:
    """What a noun says less of: an organisation of a kind, one who was told of by name only."""
    if found.anonymous:
        return _unnamed(state, found)
    if found.sort is Sort.PERSON and found.number != "pl":
        return _bridged(state, found, line)
    return thing(state, found, line, top=top)


def _unnamed(state: State, found: Phrase) -> Answer | None:
    """“The source”, or another word for the one who was kept unnamed before."""
    if found.sort is not Sort.PERSON or found.number == "pl":
        return None
    people = (w for w in state.crowd.unnamed if w.single)
    fit = [w for w in people if w.told is SourceType.ANONYMOUS and before(w, found)]
    fit = [w for w in fit if found.lone or all(p.noun != found.noun for p in w.phrases)]
    last = state.last
    if not fit and last is not None and last.person and last.single and not last.named:
        near = state.paragraphs[last_line(last)] == state.paragraphs[found.line]
        fit = [last] if near and found.definite and last.touches else []
    if len(fit) > 1 and found.lone and found.definite is not False:
        names = " and ".join(state.label(w) for w in fit[:3])
        return Answer(None, _TITLE, 0.0, f"{names} may be meant")
    if len(fit) != 1:
        return None
    why = "the one who was kept unnamed before"
    return Answer(fit[0], _TITLE, 0.8, why, state.antecedent(fit[0]))


def _bridged(state: State, found: Phrase, line: Line) -> Answer | None:
    """Somebody told of by name, of whom the noun says something new: “The goalkeeper”."""
    if (
        found.offices & (KIN | LAW | {"neighbour"})
        or found.owners
        or found.other
        or found.country
        or found.owned
        or (found.linked and not found.aged and found.offices & SEXES)
    ):
        return None  # “the man with the guitar” is one of his own
    if not found.definite and line.words.articles:
        return None
    if not found.definite and not found.offices & (COURT | SEATS | ANYBODY):
        return None
    if found.offices & COURT:
        people = persons(state.crowd.met(), found)
        fit = [w for w in people if not w.offices & (LAW | COURT | _HEARD)]
        if len(fit) == 1 and busy(fit[0], found):
            doubt = f"{state.label(fit[0])} may be meant, or somebody else"
            return Answer(None, _TITLE, 0.0, doubt)
        return nearest(state, fit, found, line, "may be meant") if fit else None
    close = state.crowd.near(line.number - _NEAR_LINES)
    near = [w for w in persons(close, found) if line.number - last_line(w) <= _NEAR_LINES]
    seat = bool(found.offices & SEATS)
    fit = _fit(state, found, line, close, near)
    if not fit:
        return None
    last = state.last
    if found.aged and last is not None and (new := _since(state, last, fit)):
        fit = new
    bare = not found.definite and not found.offices & ANYBODY
    # “pedagang beras itu”, that rice seller, points as no article does
    that = bool(found.definite) and not (line.words.articles or found.names or found.linked)
    linked = found.belongs or not (found.lone or found.aged or that or found.offices & ANYBODY)
    if behind(state, found, line):
        return Answer(None, _TITLE, 0.0, f"{state.label(fit[0])} may be meant, or somebody else")
    answers = state.asked and state.last in fit and not found.offices & ANYBODY
    if linked or bare or answers or (seat and len(near) > 1):
        names = " and ".join(state.label(w) for w in fit[:3])
        return Answer(None, _TITLE, 0.0, f"{names} may be meant, or somebody else")
    if found.offices & ANYBODY and last in fit and _newest(last, fit):
        why = "the nearest of those who may be meant"
        return Answer(last, _TITLE, 0.75, why, state.antecedent(last))
    unseated = last is not None and last in fit and _unseated(last, found)
    if last is not None and unseated and line.number - last_line(last) <= _NEAR_LINES:
        names = " and ".join(state.label(w) for w in dict.fromkeys([*fit[:2], last]))
        return Answer(None, _TITLE, 0.0, f"{names} may be meant")
    if not found.offices & (ANYBODY | PUBLIC):
        near = [w for w in near if not busy(w, found)]
    told = nearest(state, fit if found.offices & ANYBODY else near, found, line, "may be meant")
    if told.who is not None and (told.who not in fit or _far(state, found, line, told.who)):
        return Answer(None, _TITLE, 0.0, f"{state.label(told.who)} may be meant, or somebody else")
    return told


def _fit(state: State, found: Phrase, line: Line, close: list[Who], near: list[Who]) -> list[Who]:
    """Those of some near whom a noun that holds no office known may mean."""
    if found.offices & ANYBODY:
        # “a herdsman”, which no pack knows, may be a man
        single = (w for w in close if (w.single or w is state.last) and _human(w))
        single = (w for w in single if agree(found, w))
        if found.offices <= _YOUNG:  # “the boy, 9,” is no minister
            single = (w for w in single if w.offices.isdisjoint(PUBLIC | LAW))
        return [w for w in single if line.number - last_line(w) <= _NEAR_LINES]
    seat = bool(found.offices & SEATS)
    return [w for w in near if not w.offices or not (seat or w.offices & SEATS)]


def _human(who: Who) -> bool:
    """Whether somebody is a person, or what a noun that no pack knows means."""
    return who.single or (not who.named and not who.plural and who.kind is ActorKind.OTHER)


def _unseated(who: Who, found: Phrase) -> bool:
    """Whether somebody of whom a noun alone tells, and no office, may be meant by an age."""
    vague = found.offices & _VAGUE
    return (
        bool(vague) and _human(who) and agree(found, who) and not (who.named or who.offices & SEATS)
    )


def _since(state: State, last: Who, fit: list[Who]) -> list[Who]:
    """Those of some who were brought in by name after one without a name spoke, whose age it is not
    likely to be."""
    nobody = state.heading(last) or not last.offices.isdisjoint(_BODIES_OWN)
    if last.named or not last.touches or not nobody:
        return []
    return [w for w in fit if w.named and w.touches and w.touches[0] > last.touches[-1]]


def of_rank(found: Phrase, who: Who) -> bool:
    """Whether “the woman” may not be one who holds an office, nor “the minister” one of whom no
    such office is told."""
    aged = found.aged or any(k.isdigit() for k in found.keys)
    if found.offices & _PLAIN:
        return not aged and bool(who.offices & (FIRM | LAW))
    return not found.loose and bool(found.offices & _RULING)


def _far(state: State, found: Phrase, line: Line, who: Who) -> bool:
    """Whether somebody is not near enough for a noun that may as well mean one not told of: “the
    publican” of a village, “the minister” of another paragraph."""
    if found.offices & _ROLES or found.aged:
        return of_rank(found, who)
    if (found.offices & _RULING and not found.loose) or busy(who, found):
        return True
    told = next((t for t in reversed(who.touches) if t.start < found.span.start), None)
    if told is None or not told.subject or not 0 < line.number - told.line < _NEAR_LINES:
        return True
    return state.paragraphs[told.line] != line.paragraph


def _newest(last: Who | None, fit: list[Who]) -> bool:
    """Whether one without a name spoke last, and nobody else of some was told of since."""
    if last is None or last.named or not last.touches:
        return False
    here = last.touches[-1]
    return all(w is last or w.touches[-1] < here for w in fit)
