"""Who was told of by an office or a kind before the article names them."""

from __future__ import annotations

from quoth.link.mentions.described import Phrase, Sort
from quoth.link.mentions.offices import ANYBODY, SEATS, USUAL
from quoth.link.mentions.scene import Line
from quoth.link.mentions.state import State
from quoth.link.mentions.who import Who, agree, fitting
from quoth.model import ActorKind

_TOLD = 3
"""How many a reason names at most."""
_AHEAD = 1
"""How many sentences ahead the name may stand of one who is pointed to without it; what
comes later is mostly the name of somebody else."""


def joined_later(state: State) -> None:
    """Join those who spoke by office with the one who is named with that office later."""
    named = {w for w in state.people() if w.named and (w.offices or w.loose)}
    for who in state.everyone:
        if who.named or who.into is not None or not who.phrases:
            continue
        if state.scene.lines[who.phrases[0].line].head:
            _kinds(state, who, named)
        if who.person and who.into is None:
            _by_office(state, who, named)
        if who.spoken and who.into is None and not who.doubt:
            _loose_ends(state, who)


def _kinds(state: State, who: Who, named: set[Who]) -> None:
    """Join or doubt what a headline tells of and what is no single person with an office."""
    first = who.phrases[0]
    if who.sort in (Sort.ORG, Sort.MEDIA, Sort.DOCUMENT) and not first.names:
        _headed(state, who, first)
    elif who.sort is Sort.GROUP and first.definite is None and first.lone:
        fit = [w for w in state.people() if w in named and fitting(first, w)]
        if state.scene.lines[first.line].words.articles:
            who.doubt = _doubt(state, fit)
    elif who.sort is Sort.OTHER and len(first.keys) == 1 and _only(state, who):
        _unknown(state, who, first)


def _by_office(state: State, who: Who, named: set[Who]) -> None:
    """Join somebody with the one who is named later with that office."""
    first = who.phrases[0]
    head = state.scene.lines[first.line].head
    if first.owned or not first.offices:
        return
    if not head and (first.definite is False or first.loose or first.offices & ANYBODY):
        return
    fit = [w for w in state.crowd.fitting(first) if w in named and agree(first, w)]
    fit = [w for w in fit if fitting(first, w) and _after(w, who)]
    if not fit and head and not first.offices & SEATS:
        fit = _leading(state, first)
    if len(fit) == 1 and not (first.owners and first.owners.isdisjoint(fit[0].owners)):
        fit[0].take(who)
    elif head and _only(state, who):
        spoke = [w for w in state.people() if w.named and w.spoken]
        who.doubt = _doubt(state, (fit or spoke) if spoke else [])


def _loose_ends(state: State, who: Who) -> None:
    """Doubt one who is pointed to and nowhere named, where a name near is given no office."""
    first = who.phrases[0]
    line = state.scene.lines[first.line]
    if line.head or who.plural or first.definite is False or who.told is not None:
        return
    if not first.definite and line.words.articles:
        return
    start = who.touches[0].line if who.touches else first.line
    close = [w for w in state.crowd.near(start, start + _AHEAD) if w.named]
    if who.person:
        people = (w for w in close if w.single and str(id(w)) not in first.owners)
        near = [w for w in people if agree(first, w) and _bare(w, first)]
    elif who.sort is Sort.ORG and first.lone and not (first.owned or first.org in USUAL):
        orgs = (w for w in close if w.kind is ActorKind.ORGANISATION)
        near = [w for w in orgs if not w.org and not w.medium]
    else:
        return
    near = [w for w in near if w.touches[0].line - start <= _AHEAD]
    who.doubt = _doubt(state, [w for w in near if _after(w, who)])


def _doubt(state: State, those: list[Who]) -> str:
    """Why somebody may be one of those; empty where there are none."""
    if not those:
        return ""
    return f"{' and '.join(state.label(w) for w in those[:_TOLD])} may be meant, or somebody else"


def _bare(who: Who, found: Phrase) -> bool:
    """Whether nothing tells what somebody is who has a name, or the same as a phrase."""
    return not (who.offices or who.loose) and (not who.words or found.noun in who.words)


def _unknown(state: State, who: Who, first: Phrase) -> None:
    """Join or doubt a noun that no pack knows, alone in a headline (“Clockmaker vows”)."""
    named = [w for w in state.people() if w.named and w.spoken]
    fit = [w for w in named if first.noun in w.words]
    if len(fit) == 1:
        fit[0].take(who)
    else:
        who.doubt = _doubt(state, fit or named)


def _only(state: State, who: Who) -> bool:
    """Whether somebody speaks in headlines only, or once."""
    return who.spoken == 1 or all(state.scene.lines[p.line].head for p in who.phrases)


def _headed(state: State, who: Who, first: Phrase) -> None:
    """Join or doubt what a headline alone tells of by its kind (“report”, “the agency”)."""
    if not _only(state, who):
        return
    if who.sort is Sort.DOCUMENT:
        later = [w for w in state.everyone if w.sort is Sort.DOCUMENT and w.spoken and w is not who]
        fit = [w for w in later if _after(w, who)]
    else:
        orgs = [w for w in state.everyone if w.kind is ActorKind.ORGANISATION and w is not who]
        press = who.sort is Sort.MEDIA
        later = [w for w in orgs if w.named and w.spoken and (press or not w.medium)]
        fit = [w for w in later if first.keys and first.keys <= state.words(w)]
    if len(fit) == 1:
        fit[0].take(who)
    elif later and who.sort is not Sort.MEDIA and first.org not in USUAL:
        who.doubt = _doubt(state, fit or later)


def _leading(state: State, found: Phrase) -> list[Who]:
    """Those without an office who speak at the top, whom the headline may mean."""
    lines = state.scene.lines
    people = (w for w in state.people() if w.named and w.spoken and w.touches)
    top = [w for w in people if state.top(lines[w.touches[0].line])]
    return [w for w in top if not w.offices - {"defendant"} and agree(found, w)]


def introduced(state: State, who: Who, line: Line) -> None:
    """Join one who spoke at the top by office with the bare name that speaks next."""
    last = state.last
    if last is None or last.named or not last.person or last.into is not None:
        return
    if who.touches or who.offices or who.loose or not who.person:
        return
    first = last.phrases[0] if last.phrases else None
    if first is None or first.definite is False or not first.offices & SEATS:
        return
    if not state.top(state.scene.lines[first.line]) or not agree(first, who):
        return
    before = (w for w in state.people() if w.named and w.touches and agree(first, w))
    if first.definite and any(w.touches[0].start < first.span.start for w in before):
        return  # it points back
    if line.paragraph - state.paragraphs[last.touches[-1].line] <= 2:
        who.take(last)


def _after(who: Who, other: Who) -> bool:
    """Whether somebody is first mentioned behind somebody else."""
    return bool(who.touches) and bool(other.touches) and who.touches[0] > other.touches[0]
