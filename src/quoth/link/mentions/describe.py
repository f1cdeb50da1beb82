"""Whom a description means: “the minister”, “a spokesman”, “the company”."""

from __future__ import annotations

from quoth.link.mentions.answer import Answer, Place, chosen, ranked
from quoth.link.mentions.phrase import Phrase, Sort
from quoth.link.mentions.scene import Line
from quoth.link.mentions.state import State
from quoth.link.mentions.who import Who, agree, fitting
from quoth.model import ActorKind, MentionType

_TITLE = MentionType.TITLE
_GENERIC = frozenset({"man", "woman", "child", "youth"})
"""Nouns that say no more of a person than a pronoun does."""
_BESIDE = frozenset({"colleague"})
"""Nouns for one who holds the same office as somebody else."""


def described(state: State, found: Phrase, line: Line) -> Answer:
    """Whom a noun means; somebody new where nobody fits."""
    top = state.top(line)
    same = _same(state, found, top=top)
    holders = _holders(state, found, top=top) if found.definite is not False else []
    named = [w for w in holders if w.named]
    if same is not None and (same.named or same.spoken or not named):
        why = "the same words as before"
        return Answer(same, _TITLE, 0.9, why, state.antecedent(same))
    if holders:
        return _holding(state, named if same is not None else holders, found, line)
    if found.definite is not False:
        one = _beside(state, found, line) or _loosely(state, found, line, top=top)
        if one is not None:
            return one
    return Answer(state.new(found), _TITLE, 0.85, "nowhere named")


def _holding(state: State, fit: list[Who], found: Phrase, line: Line) -> Answer:
    if len(fit) == 1:
        why = "the one whose office that is"
        score = 0.88 if fit[0].named else 0.85
        return Answer(fit[0], _TITLE, score, why, state.antecedent(fit[0]))
    return nearest(state, fit, found, line, "hold that office")


def nearest(state: State, fit: list[Who], found: Phrase, line: Line, what: str) -> Answer:
    """The most salient of several, or nobody."""
    place = Place(found.span.start, line.number, line.paragraph, state.last)
    best = chosen(ranked(fit, place, found.gender, state.paragraphs))
    if best is None:
        names = " and ".join(state.label(w) for w in fit[:3])
        return Answer(None, _TITLE, 0.0, f"{names} {what}")
    who, score = best
    why = f"the nearest of those who {what}"
    return Answer(who, _TITLE, round(score * 0.9, 3), why, state.antecedent(who))


def _same(state: State, found: Phrase, *, top: bool) -> Who | None:
    """One who was described by the same words."""
    if not found.keys or (found.definite is False and not top):
        return None
    for who in reversed(state.everyone):
        for known in who.phrases:
            if known.keys == found.keys and known.sort is found.sort and agree(found, who):
                return who
    return None


def _before(who: Who, found: Phrase) -> bool:
    return bool(who.touches) and who.touches[0].start < found.span.start


def _holders(state: State, found: Phrase, *, top: bool) -> list[Who]:
    """Those whose office a description may mean."""
    if not found.offices:
        return []
    out = []
    for who in state.everyone:
        if not (who.person or who.kind is ActorKind.GROUP) or not agree(found, who):
            continue
        if not _before(who, found) and not (top and who.named):
            continue
        if not fitting(found, who):
            continue
        if found.owners and who.owners and found.owners.isdisjoint(who.owners):
            continue
        out.append(who)
    return out


def _beside(state: State, found: Phrase, line: Line) -> Answer | None:
    """“His Kaldovian colleague”: one of that country."""
    if found.offices.isdisjoint(_BESIDE) or not found.country:
        return None
    fit = [w for w in state.people() if found.country in w.countries and _before(w, found)]
    if not fit:
        return None
    if len(fit) == 1:
        why = "the one of that country"
        return Answer(fit[0], _TITLE, 0.8, why, state.antecedent(fit[0]))
    return nearest(state, fit, found, line, "are of that country")


def _loosely(state: State, found: Phrase, line: Line, *, top: bool) -> Answer | None:
    """What a noun says less of: an organisation of a kind, a man, a woman."""
    if found.sort is Sort.ORG:
        return _org(state, found, line, top=top)
    if found.definite and not found.offices.isdisjoint(_GENERIC):
        fit = [w for w in state.people() if agree(found, w) and _before(w, found)]
        return nearest(state, fit, found, line, "may be meant") if fit else None
    return None


def _org(state: State, found: Phrase, line: Line, *, top: bool) -> Answer | None:
    """The organisation of that kind."""
    if not found.org:
        return None
    orgs = [w for w in state.everyone if w.kind is ActorKind.ORGANISATION and agree(found, w)]
    near = [w for w in orgs if _before(w, found) or (top and w.named)]
    fit = [w for w in near if w.org == found.org and (w.named or w.spoken)]
    if not fit:
        return None
    if len(fit) == 1:
        why = "the organisation of that kind"
        return Answer(fit[0], _TITLE, 0.8, why, state.antecedent(fit[0]))
    return nearest(state, fit, found, line, "are of that kind")
