"""Whom a description means: “the minister”, “a spokesman”, “the company”."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from quoth.lang.offices import akin
from quoth.link.mentions.answer import Answer
from quoth.link.mentions.apart import (
    acting,
    another,
    beside_another,
    called,
    changed,
    complete,
    compounded,
    led,
    one_of_them,
    second,
)
from quoth.link.mentions.described import Phrase, Sort
from quoth.link.mentions.kin import mirrored, theirs
from quoth.link.mentions.nearest import (
    FEW,
    PUBLIC,
    RULERS,
    before,
    busy,
    last_line,
    nearest,
    one_of,
    persons,
    shorter,
    told_apart,
)
from quoth.link.mentions.offices import (
    ANYBODY,
    BAR,
    COURT,
    FIRM,
    KIN,
    LAW,
    LOCAL,
    OF_SOMEBODY,
    OWNED,
    PRESIDENTS,
    REALM,
    SEXES,
    THEIRS,
    USUAL,
)
from quoth.link.mentions.scene import Line
from quoth.link.mentions.state import State
from quoth.link.mentions.succession import gone, succeeding
from quoth.link.mentions.things import BODIES, kindred, simple
from quoth.link.mentions.vague import beside, loosely
from quoth.link.mentions.varied import varied
from quoth.link.mentions.who import Who, agree, fitting
from quoth.model import ActorKind, MentionType

_TITLE = MentionType.TITLE
_NEW = (Sort.GROUP, Sort.DOCUMENT)
_HOLDERS = 20
"""Holders of an office at most of whom one without a name is told from another, so that work stays
linear."""
_CLOSEST = frozenset({"parent", "spouse", "offspring"})
_STATE = frozenset({"head-of-state", "head-of-government", "monarch"})
_MANY = 5
"""Offices of a noun that may stand for most of them: “the boss”."""
_FAR_LINES, _VERY_FAR = 6, 60
_ANY_HEAD = 14
"""Offices of a noun at least that may stand for the head of anything: “o responsável”."""
_CLOSE = 2
"""How many sentences back the one may be of whom a noun says what nothing else tells."""


def described(
    state: State, found: Phrase, line: Line, outer: Who | None = None, *, source: bool = False
) -> Answer:
    """Whom a noun means; somebody new where nobody fits.

    Args:
        outer: who says the content that the noun stands in: that is somebody else.
        source: whether the noun is a source, so that it goes on with who spoke before.
    """
    top = state.top(line)
    same = _same(state, found, top=top)
    same = None if same is outer else same
    holders = _holders(state, found, line, top=top) if found.definite is not False else []
    holders = [w for w in holders if w is not outer]
    holders = told_apart(holders, found) if len(holders) > 1 else holders
    if found.owned:
        # “her man”, “its chairman”: one who was told of as somebody's
        holders = [w for w in holders if w.owners or found.noun in w.tied]
    named = [w for w in holders if w.named]
    if same is not None and named and not same.named and state.heading(same):
        same = None  # a headline's noun is one of these
    if holders and (rivals := _rivals(state, found, named or holders, same)):
        return nearest(state, rivals, found, line, "may hold that office")
    if same is not None and (other := another(state, found, same)) is not None:
        names = f"{state.label(same)} and {state.label(other)}"
        return Answer(None, _TITLE, 0.0, f"{names} may be meant")
    if same is not None and (same.named or same.spoken or not named):
        why = "the same words as before"
        return Answer(same, _TITLE, 0.9, why, state.antecedent(same))
    if source and (ended := gone(state, found, holders)) is not None:
        return ended
    # “the mother”, who just spoke; but “the cousin” may be another one
    spoke = holders == [state.last] and found.lone and source and found.offices <= _CLOSEST
    if holders and found.offices & KIN and not (found.owned or spoke):
        names = " and ".join(state.label(w) for w in holders[:3])
        return Answer(None, _TITLE, 0.0, f"{names} or somebody of theirs may be meant")
    if holders and source and found.owned and changed(state, found, holders):
        return Answer(
            None, _TITLE, 0.0, f"{state.label(holders[0])} may be meant, or somebody else"
        )
    if holders:
        return _holding(state, named if same is not None else holders, found, line)
    told = None
    if found.definite is not False:
        told = _pointed(state, found, line, outer, source=source)
    return told or unknown(state, found)


def unknown(state: State, found: Phrase) -> Answer:
    """Somebody new, whom the page names nowhere; how sure that is, blind articles have told."""
    if found.definite is False or found.number == "pl" or found.sort in _NEW:
        score = 0.95
    elif found.sort is Sort.ORG:
        score = 0.93 if found.org in USUAL else 0.7
    else:
        score = 0.7 if found.definite else 0.85
    return Answer(state.new(found), _TITLE, score, "nowhere named")


def _pointed(
    state: State, found: Phrase, line: Line, outer: Who | None, *, source: bool
) -> Answer | None:
    """Whom a noun may point to that holds no office known; None where it is somebody new."""
    one = (succeeding(state, found) if source else None) or beside(state, found, line)
    if one is None and (outer is None or found.sort is Sort.ORG):
        one = loosely(state, found, line, top=state.top(line))
        one = None if one is not None and one.who is outer is not None else one
    new = varied(state, found, line) if source and outer is None else None
    if one is not None:
        return one if one.who is not None or new is None else new
    last = line.words.last and not line.words.articles
    plain = found.lone or (last and not (found.linked or found.names or found.belongs))
    kin = source and plain and bool(found.offices & KIN)  # “il marito”, “acılı anne”
    if (found.owned and found.offices & THEIRS) or kin:
        return mirrored(state, found, outer) or theirs(state, found, line)
    if source and found.owned and (boss := led(state, found, line)) is not None:
        return Answer(None, _TITLE, 0.0, f"{state.label(boss)} may be meant, or somebody else")
    if source and found.owned and found.loose and second(outer or state.last):
        return Answer(None, _TITLE, 0.0, "one whose deputy just spoke may be meant")
    if source and outer is None and (agent := acting(state, found, line)) is not None:
        return Answer(None, _TITLE, 0.0, f"{state.label(agent)} may be meant, or somebody else")
    if source and found.belongs:
        return None
    lone_sex = found.lone and bool(found.offices & (ANYBODY | {"resident"}))
    if (outer is None or lone_sex) and (doubt := _doubt(state, found, line, outer)):
        return new or Answer(None, _TITLE, 0.0, doubt)
    several = _together(state, found) if source else ""
    return Answer(None, _TITLE, 0.0, several) if several else None


def _rivals(state: State, found: Phrase, holders: list[Who], same: Who | None) -> list[Who]:
    """All who may hold an office, where a colleague of whom holds it has come in since."""
    first = same or holders[-1]
    since = max((w.told_at for w in (first, *holders)), default=-1)
    later = [
        w
        for w in sorted(state.crowd.peers, key=lambda w: w.number)
        if w.named and w.single and w not in holders
        if not akin(found.offices).isdisjoint(w.peers) and agree(found, w)
        if before(w, found) and w.told_at > since
    ]
    if same is not None:  # the same words as before, and since then another one of that office
        mine = same.told_at
        later += [w for w in holders if w is not same and w.named and w.told_at > mine]
    return [*dict.fromkeys([first, *holders, *later])] if later else []


def _doubt(state: State, found: Phrase, line: Line, outer: Who | None = None) -> str:
    """Why a noun that fits nobody may yet mean somebody of the article; empty where it may not."""
    if found.sort is Sort.OTHER and not found.noun:
        if one_of_them(state.rows[line.number], found.span):
            return ""
        return "a pronoun that may mean several"
    pointing = found.definite or not line.words.articles
    if not pointing or found.number == "pl" or found.owned:
        return ""
    vague = found.definite and (found.loose or bool(found.offices & ANYBODY))
    if (found.linked or found.names) and not (vague and found.sort is Sort.PERSON):
        return ""
    if found.sort is Sort.PERSON and complete(found, line):
        return ""
    if found.sort is Sort.STATE:
        local = (w for w in state.crowd.holding(LOCAL) if w.single)
        near = [w for w in local if w.offices & LOCAL and before(w, found)]
    elif found.sort is Sort.ORG:
        vaguely = found.org in BODIES and found.lone and found.definite and simple(found, line)
        if (found.org in USUAL and not vaguely) or compounded(state, found):
            return ""
        orgs = (w for w in state.crowd.lately() if _organised(w) and not w.medium)
        fit = (w for w in orgs if not found.lone or kindred(found.org, w.org))
        near = [*islice((w for w in fit if before(w, found)), 1)]
    elif found.sort in (Sort.PERSON, Sort.OTHER) and not found.anonymous:
        if line.head and found.sort is Sort.PERSON:
            return ""
        lone = found.lone and bool(found.offices & SEXES)  # “the man” is hardly ever a new one
        far = _VERY_FAR if lone else _FAR_LINES
        close = state.crowd.near(line.number - far)
        people = [*persons(close, replace(found, other=""))]
        people += [w for w in close if found.lone and not w.named and called(w, found)]
        if found.sort is Sort.OTHER and len(found.keys) == 1:
            people += [w for w in close if _organised(w) and before(w, found)]
        near = [w for w in people if line.number - last_line(w) <= far and w is not outer]
        near = [w for w in near if not _seated(found, w)]
        firm = bool(found.offices) and found.offices <= RULERS and not found.loose
        near = [w for w in near if not (firm and busy(w, found))]
    else:
        return ""
    return f"{state.label(near[-1])} may be meant, or somebody else" if near else ""


def _seated(found: Phrase, who: Who) -> bool:
    """Whether somebody has an office of their own, so that a noun for another means not them."""
    bar = bool(found.offices & BAR) and found.offices <= BAR | {"referee"} and not found.loose
    if bar and who.offices & (LAW | COURT | PUBLIC) - found.offices:
        return True  # a prosecutor is no judge, nor is a councillor
    if found.offices & FIRM and who.offices & {"predecessor", "successor"} and not found.other:
        return True
    if found.offices & FIRM and who.peers and akin(found.offices).isdisjoint(who.peers):
        return True  # nor is “her colleague” on the council the mayor
    if found.loose or not found.offices & FIRM:
        return False
    return bool(who.offices & FIRM) or bool(found.offices & LAW and who.offices & COURT)


def _organised(who: Who) -> bool:
    return who.named and who.kind is ActorKind.ORGANISATION


def _together(state: State, found: Phrase) -> str:
    """Why a plural may mean several who are named (“the sisters”); empty where it does not."""
    if found.sort is not Sort.GROUP or not (found.definite and found.lone and found.offices):
        return ""
    one = replace(found, number="sg")
    people = [*persons(state.crowd.met(), one)]
    fit = (w for w in people if found.offices & (KIN | OWNED) or fitting(one, w))
    first = [*islice(fit, 3)]
    if len(first) > 1:
        return f"{' and '.join(state.label(w) for w in first)} may be meant"
    since = found.line - _CLOSE
    pair = _side_by_side([w for w in people if not w.offices and last_line(w) >= since])
    names = " and ".join(state.label(w) for w in pair)
    return f"{names} may be meant, or somebody else" if pair else ""


def _side_by_side(near: list[Who]) -> list[Who]:
    """Two without an office of whom the same sentence told: “They are Tom and Will Calder”."""
    lines: dict[int, list[Who]] = {}
    for who in near:
        lines.setdefault(who.touches[-1].line, []).append(who)
    return next((those for those in lines.values() if len(those) > 1), [])


def _holding(state: State, fit: list[Who], found: Phrase, line: Line) -> Answer:
    if len(fit) == 1 and fit[0].named and not line.head and _remote(state, fit[0], found):
        why = f"{state.label(fit[0])} may be meant, or somebody else"
        return Answer(None, _TITLE, 0.0, why)
    if len(fit) > 1 and (who := _headed(state, fit, found, line)) is not None:
        why = "the nearest of those who may be meant"
        return Answer(who, _TITLE, 0.75, why, state.antecedent(who))
    if len(fit) > 1 and found.loose:  # nearness does not tell which head “the president” is
        names = " and ".join(state.label(w) for w in fit[:3])
        return Answer(None, _TITLE, 0.0, f"{names} hold that office")
    alone = (0.88 if fit[0].named else 0.85, "the one whose office that is")
    return one_of(state, fit, found, line, "hold that office", alone)


def _headed(state: State, fit: list[Who], found: Phrase, line: Line) -> Who | None:
    """Who just spoke, where a noun for the head of anything goes on with them: “o responsável”,
    behind their own sentence."""
    last = state.last
    if last is None or last not in fit or not (found.loose and found.lone):
        return None
    sharper = len(last.offices) <= FEW and all(len(w.offices) > FEW for w in fit if w is not last)
    if len(found.offices) < _ANY_HEAD and not sharper:
        return None
    just = last.spoke_line == line.number - 1
    near = just and state.paragraphs[last.spoke_line] == line.paragraph
    return last if near else None


def _remote(state: State, who: Who, found: Phrase) -> bool:
    """Whether another word for somebody's office stands where others were told of since."""
    called = found.noun in who.words or any(p.noun == found.noun for p in who.phrases)
    if called or who is state.last or found.aged:
        return False
    since = (w for w in state.people() if w.named and w.told_at > who.told_at)
    return any(not w.offices and agree(found, w) and before(w, found) for w in since)


def _same(state: State, found: Phrase, *, top: bool) -> Who | None:
    """One who was described by the same words."""
    if not found.keys or (found.definite is False and not top):
        return None
    for who in state.crowd.alike(found):
        if found.definite is False and who.spoken and not state.heading(who):
            continue  # “another witness”
        if agree(found, who) and (found.sort is not Sort.ORG or who.spoken or _told(who, found)):
            return who
    return None


def _for(found: Phrase) -> bool:
    """Whether a noun says what one person is for another."""
    return not found.offices.isdisjoint(OF_SOMEBODY)


def _fuller(found: Phrase, who: Who) -> bool:
    """Whether a noun that points to nobody is told of so fully that it is somebody new: “expert
    from Surabaya” is not the adviser whom the page names nowhere; “the head of the Union” is not
    one who heads a building."""
    if found.loose and found.names and not found.owners <= who.owners:
        return True
    so_called = any(p.noun == found.noun for p in who.phrases)
    if found.offices >= PRESIDENTS and who.offices and not so_called:
        return True  # “the president” is hardly one whom the page calls a director
    if not found.loose and found.offices & _STATE and len(who.offices) > _MANY:
        return True  # nor “the prime minister” a leader of the union
    if not who.named and not found.loose and who.phrases:
        brought = all(p.definite is False for p in who.phrases)
        if brought and found.offices & FIRM and who.sort is Sort.PERSON:
            return True  # “the health secretary” is not “one minister”
    anybody = found.offices & SEXES  # “the man with the guitar”
    return bool(not who.named and found.linked and (found.definite is None or anybody))


def _told(who: Who, found: Phrase) -> bool:
    """Whether the page is about an organisation: “the club”, and not “a club” somewhere."""
    same = (p for p in who.phrases if p.keys == found.keys and p.sort is found.sort)
    return any(p.definite is not False for p in same)


def _holders(state: State, found: Phrase, line: Line, *, top: bool) -> list[Who]:
    """Those whose office a description may mean."""
    if (found.loose and not found.definite and not found.country) or found.aged:
        return []
    if not found.offices and (found.sort is not Sort.OTHER or not found.noun):
        return []
    out = []
    known = state.crowd.fitting(found)
    few = len(known) <= _HOLDERS
    for who in known:
        if not (who.person or who.kind is ActorKind.GROUP) or not agree(found, who):
            continue
        if not before(who, found) and not (top and who.named and not found.owned):
            continue
        if str(id(who)) in found.owners:
            continue  # “the younger of the Lunds” is not the Lund who is told of
        if found.owners and who.tied and not found.owners <= who.owners and _for(found):
            continue  # “Mr. Roe's lawyer” is not “her lawyer, Paul Lund”
        said = found.noun in who.words or (before(who, found) and shorter(found, who))
        if not said and not (found.offices and fitting(found, who)):
            continue
        if not who.named and not line.head and state.heading(who):
            continue  # a headline's noun may be anybody of the text
        vague = len(who.loose) > _MANY or found.offices & REALM
        if not (who.named or said or who.offices) and vague:
            continue  # “the mayor” is not whom “my boss” told of
        if found.owners and who.owners and found.owners.isdisjoint(who.owners):
            continue
        if not (said or found.loose or found.lone) and not 0 < len(who.offices) <= _MANY:
            continue  # “the district hospital's chief physician” is not any expert
        if not said and _fuller(found, who):
            continue
        if few and not who.named and beside_another(found, who):
            continue
        out.append(who)
    named = [w for w in out if w.named and (w.offices or not found.loose)]
    told = max((w.told_at for w in named), default=-1)
    return [*named, *(w for w in out if not w.named and w.spoken and w.told_at > told)] or out
