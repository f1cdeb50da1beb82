"""Which of some entities an actor is, if any.

Never a guess: where two are as good as each other, it is neither, and the verdict names them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from quoth.lang.offices import fits
from quoth.link.entities.bare import bare
from quoth.link.entities.blocking import folded, parsed
from quoth.link.entities.walks import far, walks
from quoth.link.names import SAME, Likeness, Name, Role, compare
from quoth.link.names.table import short_forms
from quoth.model import ActorKind
from quoth.model.group import Called, Known, Profile

JOINED = 0.75
"""From this score on an actor is an entity."""
_LIKE = {ActorKind.PERSON: SAME, ActorKind.ORGANISATION: 0.9, ActorKind.STATE: 0.95}
"""From this likeness on two names of a kind may be one's.  Organisations that differ in one word
(“Bank of …”) are others, so that theirs is higher."""
_VERY_LIKE = 0.95
"""The likeness of names by which an organisation that has two of them joins two entities."""
_SILENT = 0.95
"""What the score is multiplied by where nothing but the name speaks for it."""
_SHORT = 0.8
"""The same of people who are known by one word, whose office or country agrees."""
_YEARS = 50
"""Years between pages after which a name is another person's."""
_ACRONYM = 3
"""Letters from which on the same acronym speaks for the same organisation."""
_CLOSE = 0.04
"""Scores that differ by less are as good as each other."""
_WELL_KNOWN = 5
"""How many times as many members one of several good entities has that is taken for it."""
_SHARED = 0.2
"""Share of their pairs of letters that forms of one word have in common at least."""
_SIGNS = frozenset({"Hani", "Hang", "Kana"})
"""Scripts with few letters in a word."""
_NAMES = 8
"""Names of each side that are compared; the most frequent come first."""


@dataclass(frozen=True, slots=True)
class Weight:
    """How well an actor and an entity go together.

    Attributes:
        score: 0 to 1; 0 where something speaks against it.
        agrees: whether more than the name speaks for it.
    """

    score: float
    why: str
    agrees: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """Which entity an actor is.

    Attributes:
        entity: its id; None where it is none of those, or may be several.
        score: of the best one, 0 to 1; 1 where there was none to choose from.
        rivals: the ids of those that are as good as each other.
    """

    entity: str | None
    score: float
    why: str
    rivals: tuple[str, ...] = ()


def judge(profile: Profile, candidates: Sequence[Known]) -> Verdict:
    """Which of the candidates the actor is.

    The order of the candidates does not matter.
    """
    weighed = [(weigh(profile, c.profile), c) for c in candidates]
    good = sorted(
        ((w, c) for w, c in weighed if w.score >= JOINED),
        key=lambda wc: (-wc[0].score, -wc[1].members, wc[1].id),
    )
    if not good:
        return Verdict(None, 1.0, _none(weighed))
    best = good[0][0].score
    close = [(w, c) for w, c in good if w.score > best - _CLOSE]
    if len(close) > 1 and any(w.agrees for w, _ in close):
        close = [(w, c) for w, c in close if w.agrees]
    weight, entity = max(close, key=lambda wc: (wc[1].members, wc[1].id))
    others = [c for _, c in close if c is not entity]
    if not others:
        return Verdict(entity.id, weight.score, weight.why)
    if entity.members >= _WELL_KNOWN * sum(max(c.members, 1) for c in others):
        return Verdict(entity.id, JOINED, f"{weight.why}; by far the best known")
    rivals = tuple(sorted(c.id for _, c in close))
    return Verdict(None, best, f"{len(rivals)} entities are as good as each other", rivals)


def bridged(left: Profile, right: Profile, by: Profile) -> bool:
    """Whether an actor that may be either of two entities shows that they are one.

    They are so alike themselves; or they are organisations of which it has both names.
    """
    if weigh(left, right).score >= JOINED:
        return True
    if by.kind is not ActorKind.ORGANISATION or _against(left, right):
        return False
    return all(_names(side, by)[0].score >= _VERY_LIKE for side in (left, right))


def likeness(called: str, profile: Profile) -> float:
    """How like a name is to the one of an entity's names that is most like it, 0 to 1."""
    wanted = parsed(called, profile.kind)
    names = dict.fromkeys(c.name for c in profile.names)
    return max((compare(wanted, parsed(n, profile.kind)).score for n in names), default=0.0)


def _none(weighed: Sequence[tuple[Weight, Known]]) -> str:
    against = sorted({w.why for w, _ in weighed if not w.score and w.why})
    return f"not the one of that name: {'; '.join(against)}" if against else "a new name"


def weigh(left: Profile, right: Profile) -> Weight:
    """How well two profiles go together; symmetrical."""
    if left.kind is not right.kind:
        return Weight(0.0, "")
    if left.wikidata and right.wikidata:
        same = left.wikidata == right.wikidata
        return Weight(1.0, "Wikidata id", True) if same else Weight(0.0, "another Wikidata id")
    if left.kind is ActorKind.STATE and left.countries and right.countries:
        same = bool(set(left.countries) & set(right.countries))
        return Weight(1.0, "country code", True) if same else Weight(0.0, "")
    found, short = _names(left, right)
    if found.score < _LIKE.get(left.kind, 1.0):
        return Weight(0.0, "")
    if against := _against(left, right):
        return Weight(0.0, against)
    return _for(left, right, found, short)


def _for(left: Profile, right: Profile, found: Likeness, short: bool) -> Weight:
    """The weight of profiles whose names are like each other, with nothing against it."""
    told = _agreeing(left, right)
    if (left.body or right.body) and not told:
        return Weight(0.0, "a body of some state, which is not told")
    if short and not told and not (left.wikidata or right.wikidata):
        return Weight(0.0, "one word alone")  # but a table may tell that it is a name
    score = found.score * (1.0 if told else _SILENT) * (_SHORT if short and told else 1.0)
    why = ", ".join([f"name ({found.why})", *told])
    return Weight(round(score, 4), why, bool(told))


def _agreeing(left: Profile, right: Profile) -> list[str]:
    """What speaks for it beside the name."""
    told = []
    if any(fits(a, b) for a in left.offices for b in right.offices):
        told.append("office")
    if set(left.countries) & set(right.countries):
        told.append("country")
    if set(left.homes) & set(right.homes) and not (left.countries or right.countries):
        told.append("site")
    return told


def _against(left: Profile, right: Profile) -> str:
    """What speaks against it; empty where nothing does."""
    ours, theirs = set(left.countries), set(right.countries)
    if ours and theirs and not ours & theirs:
        return "of another country"
    if left.kind is ActorKind.PERSON and far(walks(left.offices), walks(right.offices)):
        return "of another walk of life"
    if left.kind is ActorKind.PERSON and _apart(left, right) > _YEARS:
        return "of another time"
    return ""


def _apart(left: Profile, right: Profile) -> float:
    """Years between the pages of both; 0 where they overlap or have no days."""
    days = [left.first, left.last, right.first, right.last]
    if any(d is None for d in days):
        return 0.0
    a, b, c, d = (date.fromisoformat(day or "") for day in days)
    return max((c - b).days, (a - d).days, 0) / 365.25


def _names(left: Profile, right: Profile) -> tuple[Likeness, bool]:
    """The likeness of the two names that are most alike, and whether it is of one word alone."""
    ours, theirs = _called(left), _called(right)
    short = False
    if left.kind is ActorKind.PERSON and not _same(_written(ours), _written(theirs), left.kind):
        full = [c for c in ours if _long(c)], [c for c in theirs if _long(c)]
        short = not all(full)
        ours, theirs = (_short(ours), _short(theirs)) if short else full
    if _same(ours, theirs, left.kind):
        return Likeness(1.0, "same words"), short
    if left.kind is ActorKind.ORGANISATION and _without(ours, theirs):
        return Likeness(_VERY_LIKE, "same words but for the country"), short
    return _best(ours, theirs, left.kind), short


def _written(names: list[Called]) -> list[Called]:
    """The names of several words, also where all but one look like particles (“Ben Quist”)."""
    return [c for c in names if len(parsed(c.name, ActorKind.PERSON).parts) > 1]


def _called(profile: Profile) -> list[Called]:
    return list(profile.names[:_NAMES])


def _long(called: Called) -> bool:
    """Whether a person's name has more than one word."""
    return len(parsed(called.name, ActorKind.PERSON).core) > 1


def _short(names: list[Called]) -> list[Called]:
    """The names of one word; of a person who has none all."""
    return [c for c in names if not _long(c)] or names


def _same(ours: Sequence[Called], theirs: Sequence[Called], kind: ActorKind) -> bool:
    """Whether two names have the same words; a short acronym tells within one language alone."""
    other = {(folded(c.name, kind), c.language) for c in theirs}
    words = {name for name, _ in other}
    for one in ours:
        name = folded(one.name, kind)
        if name in words:
            acronym = parsed(one.name, kind)
            if not acronym.is_acronym or len(acronym.acronym) >= _ACRONYM:
                return True
            if (name, one.language) in other:
                return True
    return False


def _without(ours: Sequence[Called], theirs: Sequence[Called]) -> bool:
    """Whether two organisations' names are the same without the country that one of them names."""
    sides = [{folded(c.name, ActorKind.ORGANISATION) for c in some} for some in (ours, theirs)]
    bares = [
        {folded(b.name, ActorKind.ORGANISATION) for b in found if b is not None}
        for found in ([bare(c.name, c.language) for c in some] for some in (ours, theirs))
    ]
    return bool(bares[0] & (sides[1] | bares[1]) or bares[1] & sides[0])


def _best(ours: Sequence[Called], theirs: Sequence[Called], kind: ActorKind) -> Likeness:
    best = Likeness(0.0, "")
    other = [parsed(name, kind) for name in dict.fromkeys(c.name for c in theirs)]
    for called in dict.fromkeys(c.name for c in ours):
        one = parsed(called, kind)
        for name in other:
            if _unlike(one, name):
                continue
            found = compare(one, name)
            if kind is ActorKind.ORGANISATION:
                found = _organisation(one, name, found)
            if found.score > best.score:
                best = found
    return best


def _unlike(one: Name, other: Name) -> bool:
    """A quick look: whether some word of the shorter name is like none of the other's.

    Of names in one script alone; comparing them by their sounds takes a thousand times as long.
    """
    if one.script != other.script or one.script in _SIGNS or one.is_acronym or other.is_acronym:
        return False
    few, many = sorted((_words(one), _words(other)), key=len)
    return not all(any(_share(a, b) for b in many) for a in few)


@lru_cache(maxsize=65536)
def _words(name: Name) -> tuple[str, ...]:
    """The words of a name that are more than a letter."""
    return tuple(part.fold for part in name.core if part.role is not Role.INITIAL)


@lru_cache(maxsize=65536)
def _share(one: str, other: str) -> bool:
    """Whether two words share pairs of letters, or one is the other's short form."""
    if one == other:
        return True
    ours, theirs = ({f"{a}{b}" for a, b in pairwise(f" {w} ")} for w in (one, other))
    if 2 * len(ours & theirs) >= _SHARED * (len(ours) + len(theirs)):
        return True
    return bool(short_forms(one) & short_forms(other))


def _organisation(a: Name, b: Name, found: Likeness) -> Likeness:
    """Acronyms of two letters are too many organisations'."""
    if (a.is_acronym or b.is_acronym) and min(len(a.acronym), len(b.acronym)) < _ACRONYM:
        return Likeness(0.0, "short acronym")
    return found
