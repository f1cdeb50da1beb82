"""Whom a description means: “the minister”, “a spokesman”, “the company”."""

from __future__ import annotations

from dataclasses import replace

from quoth.lang.actors import FORMER
from quoth.lang.offices import fits
from quoth.link.mentions.answer import Answer, Place, chosen, ranked
from quoth.link.mentions.described import Phrase, Sort
from quoth.link.mentions.offices import (
    ANYBODY,
    BESIDE,
    COURT,
    KIN,
    LAW,
    OFFICIAL,
    OWNED,
    SEATS,
    THEIRS,
    USUAL,
)
from quoth.link.mentions.scene import Line
from quoth.link.mentions.state import State
from quoth.link.mentions.who import Who, agree, fitting
from quoth.model import ActorKind, MentionType, SourceType

_TITLE = MentionType.TITLE
_SURE = 1.2
"""By how much one of several whom a noun fits must be ahead."""
_FAR_LINES = 6
_NEAR_LINES = 3
"""How many sentences back the one may be of whom a noun says something new."""
_PLAIN = frozenset({"company", "club", "union", "bank"})
"""Kinds of organisations whose names often do not tell what they are."""
_BODIES = frozenset({"agency-of-state"})
"""Kinds whose nouns stand for any body of a state: “the authority”."""
_DOCUMENTS, _MEDIA = 2, 12
"""The same for writings, and for media."""


def described(state: State, found: Phrase, line: Line, outer: Who | None = None) -> Answer:
    """Whom a noun means; somebody new where nobody fits.

    Args:
        outer: who says the content that the noun stands in: that is somebody else.
    """
    top = state.top(line)
    same = _same(state, found, top=top)
    same = None if same is outer else same
    holders = _holders(state, found, top=top) if found.definite is not False else []
    holders = [w for w in holders if w is not outer]
    if found.owned and found.offices & OWNED:
        # “her man” is none of the men of the article, but one told of as somebody's man
        holders = [w for w in holders if w.owners]
    named = [w for w in holders if w.named]
    if holders and (rivals := _rivals(state, found, named or holders, same)):
        return nearest(state, rivals, found, line, "may hold that office")
    if same is not None and (same.named or same.spoken or not named):
        why = "the same words as before"
        return Answer(same, _TITLE, 0.9, why, state.antecedent(same))
    if holders and found.offices & KIN and not found.owned:
        names = " and ".join(state.label(w) for w in holders[:3])
        return Answer(None, _TITLE, 0.0, f"{names} or somebody of theirs may be meant")
    if holders:
        return _holding(state, named if same is not None else holders, found, line)
    if found.definite is not False:
        one = _beside(state, found, line)
        if one is None and outer is None:
            one = _loosely(state, found, line, top=top)
        if one is not None:
            return one
        if found.owned and found.offices & THEIRS:
            return _theirs(state, found, line)
        if one is None and outer is None and (doubt := _doubt(state, found, line)):
            return Answer(None, _TITLE, 0.0, doubt)
    return Answer(state.new(found), _TITLE, 0.85, "nowhere named")


def _rivals(state: State, found: Phrase, holders: list[Who], same: Who | None) -> list[Who]:
    """All who may hold an office, where a colleague of whom holds it has come in since."""
    first = same or holders[-1]
    since = max((w.touches[-1].start for w in (first, *holders) if w.touches), default=-1)
    later = [
        w
        for w in state.people()
        if w.named and w not in holders
        if any(fits(noun, office) for noun in found.offices for office in w.peers)
        if agree(found, w)
        if _before(w, found) and w.touches[-1].start > since
    ]
    if same is not None:  # the same words as before, and since then another one of that office
        mine = same.touches[-1].start if same.touches else -1
        later += [w for w in holders if w is not same and w.named and w.touches[-1].start > mine]
    return [*dict.fromkeys([first, *holders, *later])] if later else []


def _doubt(state: State, found: Phrase, line: Line) -> str:
    """Why a noun that fits nobody may yet mean somebody of the article; empty where it may not."""
    if found.sort is Sort.OTHER and not found.noun:
        return "a pronoun that may mean several"
    pointing = found.definite or not line.words.articles
    if not pointing or found.number == "pl" or found.owned:
        return ""
    vague = found.definite and (found.loose or bool(found.offices & ANYBODY))
    if (found.linked or found.names) and not (vague and found.sort is Sort.PERSON):
        return ""
    if found.sort is Sort.ORG:
        orgs = (w for w in state.everyone if w.named and w.kind is ActorKind.ORGANISATION)
        near = [w for w in orgs if _before(w, found) and not w.medium]
        if found.org in USUAL and not (found.org in _BODIES and found.lone and found.definite):
            return ""
    elif found.sort in (Sort.PERSON, Sort.OTHER) and not found.anonymous:
        if line.head and found.sort is Sort.PERSON:
            return ""
        people = _persons(state, replace(found, other=""))
        near = [w for w in people if line.number - _last_line(w) <= _FAR_LINES]
    else:
        return ""
    return f"{state.label(near[-1])} may be meant, or somebody else" if near else ""


def _holding(state: State, fit: list[Who], found: Phrase, line: Line) -> Answer:
    if len(fit) == 1:
        why = "the one whose office that is"
        score = 0.88 if fit[0].named else 0.85
        return Answer(fit[0], _TITLE, score, why, state.antecedent(fit[0]))
    return nearest(state, fit, found, line, "hold that office")


def nearest(state: State, fit: list[Who], found: Phrase, line: Line, what: str) -> Answer:
    """The most salient of several, or nobody."""
    place = Place(found.span.start, line.number, line.paragraph, state.last)
    best = chosen(ranked(fit, place, found.gender, state.paragraphs), strict=True, near=_SURE)
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
                if found.sort is Sort.ORG and known.definite is False and not who.spoken:
                    continue  # “a club” somewhere, and “the club” that the page is about
                return who
    return None


def _before(who: Who, found: Phrase) -> bool:
    return bool(who.touches) and who.touches[0].start < found.span.start


def _holders(state: State, found: Phrase, *, top: bool) -> list[Who]:
    """Those whose office a description may mean."""
    if found.loose and not found.definite and not found.country:
        return []
    if not found.offices and (found.sort is not Sort.OTHER or not found.noun):
        return []
    out = []
    for who in state.everyone:
        if not (who.person or who.kind is ActorKind.GROUP) or not agree(found, who):
            continue
        if not _before(who, found) and not (top and who.named):
            continue
        said = found.noun in who.words
        if not said and not (found.offices and fitting(found, who)):
            continue
        if found.owners and who.owners and found.owners.isdisjoint(who.owners):
            continue
        out.append(who)
    named = [w for w in out if w.named and (w.offices or not found.loose)]
    return named or out


def _theirs(state: State, found: Phrase, line: Line) -> Answer:
    """“Her brother”, of whom nothing else is told: perhaps one whom the article names."""
    near = [w for w in _persons(state, replace(found, other="")) if w is not state.last]
    if "predecessor" in found.offices:
        fit = [w for w in near if FORMER in w.others]
        if len(fit) == 1:
            why = "the one who held an office before"
            return Answer(fit[0], _TITLE, 0.75, why, state.antecedent(fit[0]))
    elif found.offices.isdisjoint(BESIDE):
        near = [w for w in near if w.offices & (KIN | OWNED) or _family(state, w) or _bare(w)]
    near = [w for w in near if line.number - _last_line(w) <= _FAR_LINES]
    if near:
        why = f"{state.label(near[-1])} may be meant, or somebody else"
        return Answer(None, _TITLE, 0.0, why)
    return Answer(state.new(found), _TITLE, 0.85, "nowhere named")


def _bare(who: Who) -> bool:
    """Whether somebody has neither spoken nor an office."""
    return not who.spoken and not who.offices


def _family(state: State, who: Who) -> bool:
    """Whether somebody else of the article has the same last name."""
    last = state.last_name(who)
    return any(w is not who and w.named and state.last_name(w) == last for w in state.people())


def _beside(state: State, found: Phrase, line: Line) -> Answer | None:
    """“His Kaldovian colleague”: one of that country."""
    if found.offices.isdisjoint(BESIDE) or not found.country:
        return None
    fit = [w for w in state.people() if found.country in w.countries and _before(w, found)]
    if not fit:
        return None
    if len(fit) == 1:
        why = "the one of that country"
        return Answer(fit[0], _TITLE, 0.8, why, state.antecedent(fit[0]))
    return nearest(state, fit, found, line, "are of that country")


def _loosely(state: State, found: Phrase, line: Line, *, top: bool) -> Answer | None:
    """What a noun says less of: an organisation of a kind, one who was told of by name only."""
    if found.anonymous:
        return _unnamed(state, found)
    if found.sort is Sort.ORG:
        return _org(state, found, line, top=top)
    if found.sort is Sort.DOCUMENT:
        return _writing(state, found, line)
    if found.sort is Sort.MEDIA:
        return _recent(state, found, line)
    if found.sort is Sort.PERSON and found.number != "pl":
        return _bridged(state, found, line)
    return None


def _unnamed(state: State, found: Phrase) -> Answer | None:
    """“The source”, or another word for the one who was kept unnamed before."""
    if found.sort is not Sort.PERSON or found.number == "pl":
        return None
    fit = [w for w in state.people() if w.told is SourceType.ANONYMOUS and _before(w, found)]
    fit = [w for w in fit if found.lone or all(p.noun != found.noun for p in w.phrases)]
    if len(fit) != 1:
        return None
    why = "the one who was kept unnamed before"
    return Answer(fit[0], _TITLE, 0.8, why, state.antecedent(fit[0]))


def _writing(state: State, found: Phrase, line: Line) -> Answer | None:
    """“The paper”, where one writing has just been told of."""
    pointing = found.definite or not line.words.articles
    if not (pointing and found.lone) or found.number == "pl":
        return None
    fit = [
        w
        for w in state.everyone
        if w.kind is ActorKind.DOCUMENT and _before(w, found) and not _heading(state, w)
        if line.number - _last_line(w) <= _DOCUMENTS and (found.definite or w.spoken)
    ]
    alike = [w for w in fit if any(found.keys <= p.keys for p in w.phrases)]
    fit = alike or [w for w in fit if w.spoken] or fit
    if len(fit) == 1:
        return Answer(fit[0], _TITLE, 0.7, "the writing told of before", state.antecedent(fit[0]))
    if fit:
        names = " and ".join(state.label(w) for w in fit[:3])
        return Answer(None, _TITLE, 0.0, f"{names} may be meant")
    return None


def _heading(state: State, who: Who) -> bool:
    """Whether only a headline has told of somebody."""
    return all(state.scene.lines[t.line].head for t in who.touches)


def _recent(state: State, found: Phrase, line: Line) -> Answer | None:
    """The medium that was told of last."""
    if found.definite is False or found.number == "pl" or not found.org:
        return None
    last: Who | None = None
    for who in state.everyone:
        near = who.medium and _before(who, found) and line.number - _last_line(who) <= _MEDIA
        if near and (last is None or who.touches[-1].start > last.touches[-1].start):
            last = who
    if last is None and state.last is not None:
        # a paper that nothing else shows to be one
        spoke = state.last
        plain = spoke.named and spoke.kind is ActorKind.ORGANISATION and not spoke.org
        last = spoke if plain and found.lone else None
    if last is None:
        return None
    why = "the medium told of before"
    return Answer(last, _TITLE, 0.75, why, state.antecedent(last))


def _bridged(state: State, found: Phrase, line: Line) -> Answer | None:
    """Somebody told of by name, of whom the noun says something new: “The goalkeeper”."""
    if found.offices & (KIN | LAW) or found.owners or found.other or found.country or found.owned:
        return None
    if not found.definite and line.words.articles:
        return None
    if not found.definite and not found.offices & (COURT | SEATS | ANYBODY):
        return None
    if found.offices & COURT:
        fit = [w for w in _persons(state, found) if not w.offices & (LAW | COURT)]
        return nearest(state, fit, found, line, "may be meant") if fit else None
    near = [w for w in _persons(state, found) if line.number - _last_line(w) <= _NEAR_LINES]
    seat = bool(found.offices & SEATS)
    if found.offices & ANYBODY:
        people = [w for w in state.people() if w.touches and agree(found, w)]
        fit = [w for w in people if line.number - _last_line(w) <= _NEAR_LINES]
    else:
        fit = [w for w in near if not w.offices or not (seat or w.offices & SEATS)]
    if not fit:
        return None
    bare = not found.definite and not found.offices & ANYBODY
    linked = found.linked and not found.offices & ANYBODY
    if linked or bare or (seat and len(near) > 1):
        names = " and ".join(state.label(w) for w in fit[:3])
        return Answer(None, _TITLE, 0.0, f"{names} may be meant, or somebody else")
    told = nearest(state, fit if found.offices & ANYBODY else near, found, line, "may be meant")
    if told.who is not None and told.who not in fit:
        return Answer(None, _TITLE, 0.0, f"{state.label(told.who)} may be meant, or somebody else")
    return told


def _persons(state: State, found: Phrase) -> list[Who]:
    """The named persons before whom nothing speaks against."""
    people = (w for w in state.people() if w.named and w.touches)
    return [w for w in people if _before(w, found) and agree(found, w)]


def _last_line(who: Who) -> int:
    return who.touches[-1].line


def _org(state: State, found: Phrase, line: Line, *, top: bool) -> Answer | None:
    """The organisation of that kind."""
    if not found.org:
        return None
    orgs = [w for w in state.everyone if w.kind is ActorKind.ORGANISATION and agree(found, w)]
    near = [w for w in orgs if _before(w, found) or (top and w.named)]
    fit = [w for w in near if w.org == found.org and (w.named or w.spoken or _telling(w))]
    pointing = found.definite or not line.words.articles
    if not fit and pointing and found.lone and found.org in _PLAIN:
        fit = [w for w in near if w.named and not w.org and not w.medium]
    if not fit and pointing and found.lone and found.org in _BODIES:
        bodies = [w for w in near if w.org in OFFICIAL]
        fit = [w for w in bodies if line.number - _last_line(w) <= _NEAR_LINES]
    if not fit:
        return None
    if len(fit) == 1:
        why = "the organisation of that kind"
        return Answer(fit[0], _TITLE, 0.8, why, state.antecedent(fit[0]))
    return nearest(state, fit, found, line, "are of that kind")


def _telling(who: Who) -> bool:
    """Whether a description says more than its noun."""
    return any(len(p.keys) > 1 or p.names for p in who.phrases)
