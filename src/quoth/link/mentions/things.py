"""Which organisation, writing or medium a noun means: “the company”, “the report”, “the paper”."""

from __future__ import annotations

from collections.abc import Iterable

from quoth.lang.actors import ORG
from quoth.link.mentions.answer import Answer
from quoth.link.mentions.apart import compounded
from quoth.link.mentions.described import Phrase, Sort
from quoth.link.mentions.nearest import before, last_line
from quoth.link.mentions.offices import OFFICIAL
from quoth.link.mentions.scene import Line
from quoth.link.mentions.state import State
from quoth.link.mentions.who import Who, agree
from quoth.model import ActorKind, MentionType

_TITLE = MentionType.TITLE
_PLAIN = frozenset({"company", "trade", "insurer", "club", "union", "bank"})
"""Kinds of organisations whose names often do not tell what they are."""
_ANY = frozenset({"organisation"})
"""Kinds whose nouns stand for any body that is near: “the organisation”."""
_ORGANISED = {"union", "association"}
BODIES = frozenset({"authority"})
"""Kinds whose nouns stand for any body of a state: “the authority”."""
_AUTHORITIES = OFFICIAL - {"police", "army", "court", "fire-service", "rescue"}
"""Kinds of bodies that “the authority” may mean."""
_VAGUE = frozenset({"", "organisation", "authority", "agency-of-state", "office", "international"})
"""Kinds whose nouns may stand for an organisation of any kind."""
_PRINT = frozenset({"newspaper", "magazine", "site"})
"""Kinds of media of which one noun may stand for another's."""
_WIDER = {
    "company": frozenset({"company", "trade", "insurer"}),
    "trade": frozenset({"company", "trade"}),
    "authority": frozenset({"authority", "agency-of-state"}),
}
"""Kinds whose nouns stand for others as well: an insurer is a company, and “the insurer” is no
other company; “the airline” may be one that was called a company."""
_OWN_NOUN = frozenset({"church", "rescue", "agency-of-state"})
"""Kinds of bodies whose nouns tell them apart: “the diocese” is no parish."""
_SEVERAL_WORDS = _PLAIN | {"hospital", "university", "school", "museum"}
"""Kinds whose nouns may be several words of one meaning."""
_KINDRED = (
    frozenset({"union", "association"}),
    frozenset({"company", "trade", "bank", "club", "association"}),
    frozenset({"company", "trade", "insurer"}),
    frozenset({"university", "research", "hospital", "school", "museum"}),
    frozenset({"council", "city", "region", "government", "ministry"}),
    frozenset({"committee", "council", "parliament", "court"}),
)
"""Kinds of which one noun may stand for another's."""
_TEXT = "text"
"""The kind of nouns for any writing."""
_DOCUMENTS, _MEDIA = 2, 12
"""How many sentences back a writing may be told of, and a medium."""
_FAR = 12
"""The same for a writing of the same noun, or one that has spoken."""
_NEAR_LINES = 3
"""The same for the bodies of a state."""
_ENDING = 2
"""Letters by which forms of a word may differ."""
_CLOSE = 2
"""The same for an organisation that nothing else shows to be a medium."""


def thing(state: State, found: Phrase, line: Line, *, top: bool) -> Answer | None:
    """Which organisation, writing or medium a noun means; None where nothing of its kind fits.

    Args:
        top: whether the noun stands where it may come before the name.
    """
    if found.sort is Sort.ORG:
        return _org(state, found, line, top=top)
    if found.sort is Sort.DOCUMENT:
        return _writing(state, found, line)
    return _recent(state, found, line) if found.sort is Sort.MEDIA else None


def _org(state: State, found: Phrase, line: Line, *, top: bool) -> Answer | None:
    """The organisation of that kind."""
    if not found.org:
        return None
    crowd = state.crowd
    kinds = _WIDER.get(found.org, {found.org}) - (set() if found.lone else {"insurer"})
    fit = _known((w for k in kinds for w in crowd.organisations(k)), found, top=top)
    fit = [w for w in fit if w.org in kinds and (w.named or w.spoken or _telling(w))]
    fit = [w for w in fit if w.named or line.head or not state.heading(w)]
    pointing = found.definite or not line.words.articles
    if not fit and pointing and found.lone:  # “la Cour” after the “Cour des comptes”
        close = _known(crowd.near(line.number - _FAR), found, top=False)
        near = [w for w in close if w.named and found.keys <= state.words(w)]
        fit = near if len(near) == 1 else []
    if not fit and found.definite and found.lone and found.org in _ANY and simple(found, line):
        close = _known(crowd.near(line.number - _NEAR_LINES), found, top=top)
        near = [w for w in close if w.named and not w.medium]
        fit = near if len(near) == 1 else []
    if not fit and pointing and found.lone and found.org in _PLAIN:
        named = [w for w in (crowd.everyone if top else crowd.met()) if w.named]
        near = _known(named, found, top=top)
        fit = [w for w in near if w.org and {w.org, found.org} == _ORGANISED]
        plain = [w for w in near if not w.org and not w.medium]
        if found.org == "trade":  # “the airline”, of which nothing tells that it is one
            plain = [w for w in plain if w is state.last or _just(w, line)]
        # a firm is no union, whose name mostly says what it is
        fit = fit or ([] if found.org == "union" else plain)
    vague = found.org in BODIES and simple(found, line) and not compounded(state, found)
    if not fit and pointing and found.lone and vague:
        near = _known(crowd.near(line.number - _NEAR_LINES), found, top=top)
        fit = [w for w in near if w.touches and line.number - last_line(w) <= _NEAR_LINES]
        fit = [w for w in fit if w.org in _AUTHORITIES or (w.named and not w.org and not w.medium)]
        told = max((w.touches[-1] for w in fit if w.org), default=None)
        fit = [w for w in fit if w.org or told is None or w.touches[-1] > told]
        if not all(w.org for w in fit) and fit != [state.last]:
            names = " and ".join(state.label(w) for w in fit[:3])
            return Answer(None, _TITLE, 0.0, f"{names} may be meant, or somebody else")
    if found.owned:
        fit = [w for w in fit if _called(w, found)]  # “his office” is no other one
    elif found.org in _OWN_NOUN:
        fit = [w for w in fit if _called(w, found) or _in_name(found, state.words(w))]
    if found.lone and not simple(found, line):
        # “the weather service” is no other service
        fit = [w for w in fit if found.keys <= state.words(w) or _called(w, found)]
    if not found.lone and found.org not in _PLAIN:
        # nor is “the ports authority” another authority
        rest = found.keys - set(found.noun.split())
        fit = [w for w in fit if rest & (state.words(w) | _described(w)) or _lonely(w)]
    if not fit:
        return None
    last = state.last
    rival = last is not None and (_unsorted(last) or _vaguely(found, last))
    if last is not None and last not in fit and rival and before(last, found):
        # who spoke last may be of that kind as well: its name does not say what it is
        names = " and ".join(state.label(w) for w in (*fit[:2], last))
        return Answer(None, _TITLE, 0.0, f"{names} may be meant")
    newer = None
    if len(fit) == 1 and found.org in _PLAIN and not (line.head and _spelt(state, found, fit[0])):
        newer = _newer(state, found, fit[0]) or _leading(state, line, fit[0])
    if newer is not None:
        names = f"{state.label(fit[0])} and {state.label(newer)}"
        return Answer(None, _TITLE, 0.0, f"{names} may be meant")
    if len(fit) > 1 and (one := _subject(state, fit, found, line)) is not None:
        why = "the organisation that the sentence before is about"
        return Answer(one, _TITLE, 0.75, why, state.antecedent(one))
    if len(fit) > 1:  # bodies are not told of in turn as people are: the nearest is often not meant
        names = " and ".join(state.label(w) for w in fit[:3])
        return Answer(None, _TITLE, 0.0, f"{names} are of that kind")
    why = "the organisation of that kind"
    return Answer(fit[0], _TITLE, 0.8, why, state.antecedent(fit[0]))


def _subject(state: State, fit: list[Who], found: Phrase, line: Line) -> Who | None:
    """The one of several of a kind that the sentence before is about: whom it names first."""
    told = [w for w in fit if w.touches and w.touches[-1].subject]
    near = [w for w in told if line.number - last_line(w) == 1 and not w.touches[-1].quoted]
    if len(near) != 1 or not (found.lone and near[0].named):
        return None
    touch = near[0].touches[-1]
    close = (w for w in state.crowd.near(touch.line) if w is not near[0])
    close = (w for w in close if w.kind in (ActorKind.PERSON, ActorKind.ORGANISATION))
    if any(t.line == touch.line and t.start < touch.start for w in close for t in w.touches[-2:]):
        return None
    return near[0] if state.paragraphs[last_line(near[0])] == line.paragraph else None


def _newer(state: State, found: Phrase, one: Who) -> Who | None:
    """The organisation that the sentence before is about, of which only the name is known, where
    it was told of since: a company's name need not say that it is one."""
    since = one.touches[-1].start if one.touches else -1
    for who in state.crowd.near(found.line - 1):
        if who is not one and _unsorted(who) and who.touches and before(who, found):
            touch = who.touches[-1]
            long_ago = bool(one.touches) and found.line - last_line(one) > _NEAR_LINES
            subject = touch.subject or long_ago
            if touch.start > since and subject and not touch.quoted:
                return who
    return None


def _spelt(state: State, found: Phrase, who: Who) -> bool:
    """Whether a name has the very noun that a headline has: “Sindicato”."""
    return bool(found.keys) and found.keys <= state.words(who)


def _in_name(found: Phrase, name: frozenset[str]) -> bool:
    """Whether a name has a word of a phrase, in whatever form."""
    stems = {key[:-_ENDING] if len(key) > 2 * _ENDING else key for key in found.keys}
    return any(word.startswith(stem) for stem in stems for word in name)


def _just(who: Who, line: Line) -> bool:
    """Whether somebody was told of a sentence or two before."""
    return bool(who.touches) and line.number - last_line(who) <= _CLOSE


def _known(those: Iterable[Who], found: Phrase, *, top: bool) -> list[Who]:
    """The organisations among some that a noun may mean."""
    orgs = (w for w in those if w.kind is ActorKind.ORGANISATION)
    return [w for w in orgs if (before(w, found) or (top and w.named)) and agree(found, w)]


def kindred(one: str, other: str) -> bool:
    """Whether organisations of two kinds may be one."""
    if one == other or one in _VAGUE or other in _VAGUE:
        return True
    return any(one in kinds and other in kinds for kinds in _KINDRED)


def simple(found: Phrase, line: Line) -> bool:
    """Whether a noun is one word and no compound, which would say more of what it means."""
    if found.org in _SEVERAL_WORDS and found.keys <= set(found.noun.split()):
        return True  # “rumah sakit”, a hospital
    known = line.words.actors
    parts = [key[i:] for key in found.keys for i in range(2, len(key))]
    if len(found.keys) != 1 or any(part in known.tails for part in parts):
        return False
    # “Gesundheitsamt”, which a pack may know as a whole
    return not known.compound or not any(ORG in line.words.lexicon.best([p], 0) for p in parts)


def _called(who: Who, found: Phrase) -> bool:
    """Whether somebody was called by these words before."""
    return any(found.keys <= p.keys for p in who.phrases)


def _lonely(who: Who) -> bool:
    """Whether one without a name was told of by its noun alone: “the committee”."""
    return not who.named and all(p.lone for p in who.phrases)


def _described(who: Who) -> frozenset[str]:
    """The words by which somebody was described."""
    return frozenset().union(*(p.keys for p in who.phrases))


def _unsorted(who: Who) -> bool:
    """Whether it is an organisation of which only the name is known."""
    plain = who.named and who.kind is ActorKind.ORGANISATION
    return plain and not (who.org or who.medium or who.members)


def _vaguely(found: Phrase, who: Who) -> bool:
    """Whether a noun that stands for many kinds of bodies may mean one of another kind."""
    body = who.kind is ActorKind.ORGANISATION and not who.medium and bool(who.org)
    return body and found.lone and found.org in BODIES and kindred(found.org, who.org)


def _telling(who: Who) -> bool:
    """Whether a description says more than its noun."""
    return any(len(p.keys) > 1 or p.names for p in who.phrases)


def _writing(state: State, found: Phrase, line: Line) -> Answer | None:
    """“The paper”, where one writing has just been told of."""
    pointing = found.definite or not line.words.articles
    if not (pointing and found.lone) or found.number == "pl":
        return None
    fit = [
        w
        for w in state.crowd.near(line.number - _FAR)
        if w.kind is ActorKind.DOCUMENT and before(w, found) and not state.heading(w)
        if line.number - last_line(w) <= _FAR and (found.definite or w.spoken)
    ]
    near = [w for w in fit if line.number - last_line(w) <= _DOCUMENTS]
    told: list[Who] = []
    alike = [w for w in fit if any(found.keys <= p.keys for p in w.phrases)]
    if found.owned:
        fit = alike  # “his report” is no other writing
    else:
        told = near
        near, fit = ([w for w in those if _written(found, w)] for those in (near, fit))
        fit = alike or [w for w in near if w.spoken] or near or [w for w in fit if w.spoken]
    if len(fit) == 1:
        return Answer(fit[0], _TITLE, 0.7, "the writing told of before", state.antecedent(fit[0]))
    if fit:
        names = " and ".join(state.label(w) for w in fit[:3])
        return Answer(None, _TITLE, 0.0, f"{names} may be meant")
    if found.owned:
        return None
    if told:
        why = f"{state.label(told[-1])} may be meant, or somebody else"
        return Answer(None, _TITLE, 0.0, why)
    return _unsure(state, found, line)


def _written(found: Phrase, who: Who) -> bool:
    """Whether a noun for a writing may mean one of another noun: “the text” may, “the report” a
    study, “the indictment” no letter."""
    return found.org == _TEXT or (found.org == who.org != "")


def _unsure(state: State, found: Phrase, line: Line) -> Answer | None:
    """What spoke just before by a noun that no pack knows, which may be a writing."""
    last = state.last
    if last is None or last.named or last.plural or last.kind is not ActorKind.OTHER:
        return None
    if not found.definite or not last.touches or line.number - last_line(last) > _DOCUMENTS:
        return None
    return Answer(None, _TITLE, 0.0, f"{state.label(last)} may be meant, or somebody else")


def _of_kind(near: list[Who], last: Who, found: Phrase) -> list[Who]:
    """The medium told of last, or those near of the kind of a noun where that one is of another."""
    called = [w for w in near if _called(w, found)]
    if called and last not in called:
        return called
    if not last.org or last.org == found.org:
        return [last]
    same = [w for w in near if w.org == found.org]
    return same or ([last] if {last.org, found.org} <= _PRINT else [])


def _leading(state: State, line: Line, one: Who) -> Who | None:
    """The organisation of which only the name is known and which the text names before the one
    that a headline seems to mean."""
    if not line.head or one.touches or not one.names:
        return None
    others = (w for w in state.cast.everyone if w is not one and _unsorted(w) and not w.touches)
    first = min(others, key=lambda w: w.names[0], default=None)
    return first if first is not None and first.names[0] < one.names[0] else None


def _longer(state: State, found: Phrase, medium: Who) -> bool:
    """Whether a longer word with the same head came in since a medium was told of: “l'agence
    régionale de santé”, behind which “l'agence” is no news agency."""
    head = f"{state.rows[found.line].key(found.head)} "
    since = medium.touches[-1].start
    told = (at for key, at in state.nouns.items() if key.startswith(head))
    return found.lone and any(since < at < found.span.start for at in told)


def _newest(state: State, found: Phrase, medium: Who) -> Who | None:
    """The organisation of which only the name is known and which was told of last, in the
    sentence before, and since a medium."""
    near = (w for w in state.crowd.near(found.line - 1) if w is not medium and _unsorted(w))
    near = (w for w in near if before(w, found) and w.touches[-1] > medium.touches[-1])
    near = (w for w in near if not w.touches[-1].quoted and found.line - last_line(w) <= 1)
    return max(near, key=lambda w: w.touches[-1], default=None)


def _recent(state: State, found: Phrase, line: Line) -> Answer | None:
    """The medium that was told of last."""
    if found.definite is False or found.number == "pl" or not found.org:
        return None
    last: Who | None = None
    for who in state.crowd.near(line.number - _MEDIA):
        near = who.medium and not who.plural and before(who, found)
        near = near and line.number - last_line(who) <= _MEDIA
        if near and (last is None or who.touches[-1].start > last.touches[-1].start):
            last = who
    if last is None and state.last is not None:
        # a paper that nothing else shows to be one
        spoke = state.last
        plain = spoke.named and spoke.kind is ActorKind.ORGANISATION and not spoke.org
        last = spoke if plain and found.lone else None
    if last is None and found.lone and (found.definite or not line.words.articles):
        far = _CLOSE if found.definite else 1
        close = state.crowd.near(line.number - far)
        orgs = (w for w in close if w.named and w.kind is ActorKind.ORGANISATION)
        fit = [w for w in orgs if before(w, found) and line.number - last_line(w) <= far]
        if len(fit) != 1 or fit[0].org:
            open_ = Answer(None, _TITLE, 0.0, "a medium that the page may name")
            return open_ if found.definite else None
        last = fit[0]
    if last is None:
        return None
    if found.lone and (newer := _newest(state, found, last)):
        # a paper that nothing but its words shows to be one
        why = "the medium told of before"
        return Answer(newer, _TITLE, 0.7, why, state.antecedent(newer))
    media = [w for w in state.crowd.near(line.number - _MEDIA) if w.medium and before(w, found)]
    fit = _of_kind(media, last, found)
    if len(fit) != 1 or _longer(state, found, fit[0]):
        names = f"{state.label(last)} may be meant, or somebody else"
        return Answer(None, _TITLE, 0.0, names)
    last = fit[0]
    why = "the medium told of before"
    return Answer(last, _TITLE, 0.75, why, state.antecedent(last))
