"""Whom a pronoun means, or a verb that carries its subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from quoth.lang.actors import OFFICE, number
from quoth.link.mentions.answer import LEAST, Answer, Place, chosen, ranked
from quoth.link.mentions.apart import unsettled
from quoth.link.mentions.described import Phrase
from quoth.link.mentions.scene import Line
from quoth.link.mentions.state import State
from quoth.link.mentions.units import Units
from quoth.link.mentions.who import Touch, Who
from quoth.model import ActorKind, MentionType, Span

_PRONOUN = MentionType.PRONOUN
_THINGS = frozenset({ActorKind.ORGANISATION, ActorKind.STATE, ActorKind.DOCUMENT})
_SEVERAL = frozenset({ActorKind.GROUP, ActorKind.ORGANISATION})
_FAR = -2.5
"""The salience below which nobody is near enough for a pronoun."""


def pronoun(state: State, found: Phrase, place: Place) -> Answer:
    """Whom a pronoun means; nobody where two fit about equally well."""
    if found.person == 1:
        return _first(state, place)
    if found.person == 2:
        return Answer(None, _PRONOUN, 0.0, "somebody who is spoken to")
    if not found.person:
        return Answer(None, _PRONOUN, 0.0, "a pronoun that means nobody in particular")
    if left := _left(state, found, place):
        return Answer(None, _PRONOUN, 0.0, left)
    candidates = [w for w in state.salient(place) if _may_be(found, w)]
    candidates = [w for w in candidates if w.named or not state.heading(w)]
    candidates = [w for w in candidates if not _elsewhere(state, place, w, near=found.near)]
    human = found.number != "pl" and state.one_says(place.own)  # “I lost everything”
    if human:
        candidates = [w for w in candidates if w.kind not in _THINGS]
    if found.number == "pl" and state.scene.lines[place.line].words.gendered:
        candidates = [w for w in candidates if w.plural or w.kind is ActorKind.GROUP]
    if found.near:
        candidates = _latest(state, candidates, place)
    order = ranked(candidates, place, found.gender, state.paragraphs)
    best = chosen(order, strict=True)
    if best is None:
        names = " and ".join(state.label(w) for _, w, _ in order[:2])
        return Answer(None, _PRONOUN, 0.0, f"{names} may be meant" if names else "nobody fits")
    who, score = best
    body = (None if human else _body(state, place, who)) or _misheard(place, who)
    if found.gender in ("m", "f") and body is not None:
        names = f"{state.label(who)} and {state.label(body)}"
        return Answer(None, _PRONOUN, 0.0, f"{names} may be meant")
    known = who.named and who.gender and who.gender == found.gender and place.outer is None
    far = (order[0][0] < _FAR and not known) or score < LEAST
    if far or (not found.near and place.outer is None and _about(state, found, place, who)):
        names = f"{state.label(who)} may be meant, or somebody else"
        return Answer(None, _PRONOUN, 0.0, names)
    if other := _unsorted(state, found, place, who):
        names = f"{state.label(who)} and {state.label(other)}"
        return Answer(None, _PRONOUN, 0.0, f"{names} may be meant")
    if found.gender in ("m", "f"):
        told = next((w for _, w, _ in order if w is not who and w.gender), None)
        if told is not None and not (who.named or who.gender):
            names = f"{state.label(who)} and {state.label(told)}"
            return Answer(None, _PRONOUN, 0.0, f"{names} may be meant")
        who.genders.add(found.gender)
    why = f"the nearest one whom {found.span.of(state.scene.text)!r} fits"
    return Answer(who, _PRONOUN, round(score, 3), why, state.antecedent(who))


def _elsewhere(state: State, place: Place, who: Who, *, near: bool) -> bool:
    """Whether somebody cannot be meant for where they are told of: by nothing but the words that a
    pronoun says (“My father drew”, he says), or by the words of others alone and without a name;
    a paper in what somebody says; who asked, where a pronoun answers."""
    if place.own and all(any(s.start <= t.start < s.end for s in place.own) for t in who.touches):
        return True
    if place.inside < 0 and not (who.named or who.spoken or near) and who.touches:
        return all(t.quoted for t in who.touches)
    if place.direct and who.medium:
        return True
    return place.replies and who is state.asker and place.outer is None


def _misheard(place: Place, who: Who) -> Who | None:
    """Who spoke right before a pronoun, where their given name alone speaks against them, and it
    seems to mean what is no person."""
    last = place.last
    if (
        last is None
        or last is who
        or not last.single
        or not last.given
        or last.genders - {last.given}
    ):
        return None
    if place.outer is not None or place.line - last.spoke_line > 1 or who.person:
        return None
    return last


def _body(state: State, place: Place, who: Who) -> Who | None:
    """The organisation that a sentence near is about, where nouns for such have genders."""
    if not state.scene.lines[place.line].words.gendered:
        return None
    touch = who.touches[-1]
    for other in state.crowd.near(place.line - 1):
        if other.kind is ActorKind.ORGANISATION and not other.medium and other.touches:
            last = other.touches[-1]
            near = place.line - last.line <= 1 and last.subject and not last.quoted
            before = last.line == touch.line and last.start < touch.start
            if near and (last.line > touch.line or (before and not touch.subject)):
                return other
    return None


def _unsorted(state: State, found: Phrase, place: Place, who: Who) -> Who | None:
    """Who spoke just before by a noun that no pack knows, of which nothing tells whether it is a
    person that a pronoun means."""
    last = place.last
    if last is None or last is who or last.named or last.plural or found.number == "pl":
        return None
    if last.kind is not ActorKind.OTHER or place.outer is not None or found.gender == "n":
        return None
    return last if 0 <= place.line - last.spoke_line <= 1 else None


def _left(state: State, found: Phrase, place: Place) -> str:
    """Why a pronoun may mean one of whom the source just before did not tell who that is; empty
    where it may not."""
    before = None if place.outer is not None else unsettled(state, found, place.line, 1)
    if before is None or (before.number == "pl") != (found.number == "pl"):
        return ""
    return f"{before.span.of(state.scene.text)} may be meant, or somebody else"


def _latest(state: State, candidates: Iterable[Who], place: Place) -> list[Who]:
    """The one mentioned last, in this sentence or the one before; not who spoke last."""
    ends: dict[int, Touch] = {}
    for who in state.crowd.near(place.line - 1):
        touch = next((t for t in reversed(who.touches) if t.start < place.start), None)
        if touch is not None:
            ends[id(who)] = touch
    last = max((t.start for t in ends.values()), default=-1)
    if _unheard(state, place, last):
        return []
    return [
        who
        for who in candidates
        if id(who) in ends and ends[id(who)].start == last and who is not place.last
        if place.line - ends[id(who)].line <= 1
    ]


def _unheard(state: State, place: Place, last: int) -> bool:
    """Whether a noun for a person stands between the one mentioned last and a pronoun."""
    lines = range(max(place.line - 1, 0), place.line + 1)
    return any(last < units.span(at, at + 1).start for units, at in _nouns(state, place, lines))


def _about(state: State, found: Phrase, place: Place, who: Who) -> bool:
    """Whether the sentence before is about somebody of whom only a noun tells, and not about the
    one whom a pronoun seems to mean."""
    touch = who.touches[-1]
    if touch.line >= place.line - 1 or found.gender == "n" or found.number == "pl":
        return False
    lines = range(touch.line + 1, place.line)
    return any(units.subject(at) for units, at in _nouns(state, place, lines))


def _late(who: Who, start: int) -> Iterator[Span]:
    """The spans of somebody's mentions from a place on."""
    late = takewhile(lambda m: m.span.end > start, reversed(who.mentions))
    return (m.span for m in late)


def _nouns(state: State, place: Place, lines: range) -> Iterator[tuple[Units, int]]:
    """The nouns for one person in some lines that no mention covers, before a place."""
    for line in lines:
        units = state.rows[line]
        start = state.scene.lines[line].span.start
        told = [s for w in state.crowd.near(line, line) for s in _late(w, start)]
        for at in units.nouns:
            span, hit = units.span(at, at + 1), units.row[at].tags.get(OFFICE)
            if hit is None or number(hit.word) == "pl" or span.start >= place.start:
                continue
            known = (line, at) in state.titles.of or any(s.covers(span) for s in told)
            if not known and not state.scene.outer(span):
                yield units, at


def _first(state: State, place: Place) -> Answer:
    if place.outer is None:
        return Answer(None, _PRONOUN, 0.0, "nobody is seen to speak")
    why = "first person in the words of its speaker"
    return Answer(place.outer, _PRONOUN, 0.93, why, state.antecedent(place.outer))


def _may_be(found: Phrase, who: Who) -> bool:
    """Whether a pronoun of that number and gender may mean somebody."""
    if found.number == "pl":
        return who.plural or who.kind in _SEVERAL
    if found.gender == "n":
        return who.kind in _THINGS
    if not found.number:
        return who.person or who.kind in _SEVERAL
    return who.single


def dropped(state: State, index: int, line: Line) -> Answer:
    """Whom a verb without subject means."""
    cue = state.scene.statements[index].value.cue[0]
    if left := _beside(state.rows[line.number], cue):
        name = left.of(state.scene.text)
        return Answer(None, _PRONOUN, 0.0, f"{name} may be meant, or somebody else")
    place = state.place(index, cue.start, line)
    near = (w for w in state.salient(place) if w.person or w is place.last)
    near = (w for w in near if w.named or not state.heading(w))
    best = chosen(ranked(near, place, "", state.paragraphs), strict=True)
    if best is None:
        return Answer(None, _PRONOUN, 0.0, "the verb carries its subject, and nobody is ahead")
    who, score = best[0], round(best[1] * 0.9, 3)
    if score < LEAST:
        return Answer(None, _PRONOUN, 0.0, f"{state.label(who)} may be meant, or somebody else")
    why = "the verb carries its subject: the one who is nearest"
    return Answer(who, _PRONOUN, score, why, state.antecedent(who))


def _beside(units: Units, cue: Span) -> Span | None:
    """The subject that a verb has all the same, right before it, and no reader took for it."""
    at = units.inside(cue).start - 1
    while at >= 0 and units.row[at].has("aux"):
        at -= 1
    if at < 0 or not (units.row[at].name is not None or units.row[at].noun):
        return None
    return units.span(at, at + 1) if units.subject(at) else None
