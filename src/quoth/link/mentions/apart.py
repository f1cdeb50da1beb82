"""What shows that a noun means somebody else than those who were told of near it."""

from __future__ import annotations

from quoth.lang.actors import DEPUTY, INDEFINITE
from quoth.link.mentions.described import Phrase, Sort
from quoth.link.mentions.nearest import last_line, persons
from quoth.link.mentions.offices import ANYBODY, SEATS, THEIRS
from quoth.link.mentions.scene import Line
from quoth.link.mentions.state import State
from quoth.link.mentions.units import Units
from quoth.link.mentions.who import Who, agree
from quoth.model import Span

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


def one_of_them(units: Units, span: Span) -> bool:
    """Whether a phrase means one of several who are told of: “one of them”."""
    row = [units.row[i] for i in units.inside(span)]
    at = next((n for n, u in enumerate(row[:2]) if u.has(INDEFINITE)), -1)
    if at < 0 or at + 1 == len(row):
        return False
    linked = row[at].stop - row[at].first > 1 or row[at + 1].has("prep", "link")
    return linked and any("pl" in h.word.features for u in row[at + 1 :] for h in u.tags.values())


def compounded(state: State, found: Phrase) -> bool:
    """Whether a noun is the end of a longer one just told of, in a language that writes such as one
    word: “de dienst” behind an “omgevingsdienst”."""
    units = state.rows[found.line]
    if not (found.lone and found.noun and units.line.words.actors.compound):
        return False
    rows = state.rows[max(found.line - _CLOSE, 0) : found.line]
    keys = (r.key(at) for r in rows for at in r.nouns)
    return any(key.endswith(found.noun) and key != found.noun for key in keys)


def another(state: State, found: Phrase, same: Who) -> Who | None:
    """One without a name who has spoken by the same noun since (“a second witness”)."""
    if same.named or not found.lone or found.sort is not Sort.PERSON:
        return None
    last = state.last
    if last is None or last is same or last.named or not last.single:
        return None
    if {found.gender, last.gender} == {"m", "f"}:
        return None
    return last if any(p.noun == found.noun for p in last.phrases) else None


def called(who: Who, found: Phrase) -> bool:
    """Whether one person was told of by the noun of a phrase before."""
    return who.single and agree(found, who) and any(p.noun == found.noun for p in who.phrases)


def beside_another(found: Phrase, who: Who) -> bool:
    """Whether the words beside a noun say that it is another one: the spokesman of the police is
    not that of the ministry."""
    small = set(found.noun.split())
    rest = found.keys - small
    theirs = [p.keys - small for p in who.phrases if p.noun == found.noun]
    return bool(rest) and bool(theirs) and all(k and k.isdisjoint(rest) for k in theirs)


def changed(state: State, found: Phrase, holders: list[Who]) -> bool:
    """Whether somebody has come in since those whose noun a possessive gives were told of, so that
    “her brother” may be theirs."""
    if found.names or not found.offices & THEIRS:
        return False
    one = max(holders, key=lambda w: w.told_at)
    last = state.last
    if last is None or last is one or not last.named or not last.single or not last.touches:
        return False
    return bool(one.touches) and last.touches[0].start > one.touches[0].start


def second(who: Who | None) -> bool:
    """Whether somebody was told of as another one's deputy or helper, whose boss that may be."""
    return who is not None and (bool(who.tied) or DEPUTY in who.others)


def led(state: State, found: Phrase, line: Line) -> Who | None:
    """One of whom just before nothing was told but what they do (“Ina Lund runs the workshop. Her
    pupil said: his boss …”), whom “his boss” may mean."""
    if found.sort is not Sort.PERSON or found.number == "pl" or found.names or state.open:
        return None
    close = persons(state.crowd.near(line.number - _CLOSE), found)
    return next((w for w in close if w is not state.last and bare(w)), None)


def acting(state: State, found: Phrase, line: Line) -> Who | None:
    """Who spoke just before, where a noun for one who acts for others may mean them (“the
    representative of the state” a prefect); None where a possessive says whose it is."""
    last, meant = state.last, "representative" in found.offices
    if last is None or not (last.named and last.single) or not meant or found.owned:
        return None
    if found.definite is False or found.number == "pl" or not agree(found, last):
        return None
    if not (found.definite or line.words.articles) and not found.linked:
        return None
    near = bool(last.touches) and line.number - last_line(last) <= _CLOSE
    return last if near and (not last.offices or last.offices & SEATS) else None


def bare(who: Who) -> bool:
    """Whether somebody has neither spoken nor an office."""
    return not who.spoken and not who.offices
