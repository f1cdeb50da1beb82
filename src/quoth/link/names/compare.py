"""How like two names are."""

from __future__ import annotations

from quoth.link.names.align import Aligned, Pair, best
from quoth.link.names.name import DIFFERENT, Likeness, Name, NameKind, Part, Role
from quoth.link.names.table import known

# What a likeness is multiplied by; set on tests/link/names/cases.tsv, docs/names.md has reasons.
KNOWN = 0.95
"""Names and acronyms of one body in the table of known ones: a letter may stand for others."""

ACRONYM = 0.85
"""An acronym and words with these first letters, which others may have as well."""

INITIAL = 0.93
"""A first letter for a whole name."""

FAMILY_ONLY = 0.75
"""One word against several, which stands last or is known for the family name: “Putin”."""

GIVEN_ONLY = 0.6
"""One word against several that stands first."""

EXTRA = 0.97
"""A middle name or a second family name that only one of the two has."""

EXTRA_WORD = 0.78
"""The same of an organisation, where a word more mostly names another one."""

ORDER = 0.96
"""Words in another order without anything that tells which is the family name."""

LEGAL = 0.95
"""Two different legal forms."""

NO_FAMILY = 0.8
"""All words fit, but the family name that one has is not among them."""

CONFLICT = 0.35
"""A word against another one in its place: another given name, another family name."""


def compare(left: Name, right: Name) -> Likeness:
    """How like two names are, whichever scripts they are in; symmetrical; 1 for the same words.

    Whether two bearers of one name are one is not asked. `why` says what decided: “same words”,
    “like words”, “family name only”, “initial”, “acronym of the words”, “another name beside” …
    """
    if left.text == right.text or _folds(left) == _folds(right):
        return Likeness(1.0, "same words")
    if (len(right.core), right.text) < (len(left.core), left.text):
        left, right = right, left
    if NameKind.PERSON not in (left.kind, right.kind):
        told = _known(left, right) or _acronym(left, right)
        if told:
            return told
    return _judged(left, right, best(left, right))


def _folds(name: Name) -> tuple[str, ...]:
    return tuple(part.fold for part in name.parts)


def _known(left: Name, right: Name) -> Likeness | None:
    mine, others = known(left.text), known(right.text)
    if mine & others:
        return Likeness(KNOWN, "known names of one")
    if mine and others:
        return Likeness(0.0, "known names of two")
    return None


def _acronym(left: Name, right: Name) -> Likeness | None:
    """What is to be said where one of the two is an acronym; None where neither is, or both."""
    if left.is_acronym == right.is_acronym:
        return None
    short, long = (left, right) if left.is_acronym else (right, left)
    letters = short.acronym
    if letters in (long.acronym, long.letters):
        return Likeness(ACRONYM, "acronym of the words")
    if letters == "".join(c + c for c in long.acronym):
        return Likeness(ACRONYM, "acronym of the words, doubled for a plural")
    if len(long.core) == 1:
        return None
    return Likeness(0.0, "no acronym of the words")


def _judged(few: Name, many: Name, found: Aligned) -> Likeness:
    """The likeness of names whose words are laid side by side; `few` has no more words."""
    good = found.good
    if not good:
        return Likeness(round(found.nearest * CONFLICT, 4), "no word in common")
    score = sum(pair.likeness for pair in good) / len(good)
    why = ["same words" if score > 0.995 else "like words"]
    if found.left and found.right:
        why.append("another name beside")
        return Likeness(round(score * CONFLICT, 4), ", ".join(why))
    rest = found.left or found.right
    if len(good) == 1 and rest:
        return _alone(good[0], many, rest, why[0])
    for factor, reason in _weaker(few, many, found):
        score *= factor
        why.append(reason)
    return Likeness(round(min(score, 1.0), 4), ", ".join(why))


def _alone(pair: Pair, many: Name, rest: tuple[Part, ...], why: str) -> Likeness:
    """One word against several."""
    told = _family(pair.one) or _family(pair.other)
    last = pair.other.text == many.core[-1].text and pair.other.role is Role.WORD
    factor, reason = FAMILY_ONLY, "family"
    if not told and (not last or any(map(_family, rest))):
        factor, reason = GIVEN_ONLY, "one"
    return Likeness(round(pair.likeness * factor, 4), f"{why}, {reason} name only")


def _family(part: Part) -> bool:
    return part.role is Role.FAMILY


def _weaker(few: Name, many: Name, found: Aligned) -> list[tuple[float, str]]:
    """What makes names less like although no word contradicts."""
    out = []
    rest = found.left + found.right
    if any(pair.initial for pair in found.good):
        out.append((INITIAL, "initial"))
    if any(_family(part) for part in rest) and not any(_family(p.whole) for p in found.good):
        out.append((NO_FAMILY, "without the family name"))
    organisation = NameKind.ORGANISATION in (few.kind, many.kind)
    extra = [p for p in rest if p.role is not Role.PATRONYMIC]
    if extra:
        factor = EXTRA_WORD if organisation else EXTRA
        out.append((factor ** len(extra), f"{len(extra)} more"))
    if found.crossed and not organisation:
        out.append((ORDER, "another order"))
    if organisation and _legal(few) and _legal(many) and _legal(few) != _legal(many):
        out.append((LEGAL, "another legal form"))
    return out


def _legal(name: Name) -> frozenset[str]:
    return frozenset(part.fold for part in name.of(Role.SUFFIX))


def same(left: Name, right: Name) -> bool:
    """Whether `compare` leaves it possible at all that two names belong to one."""
    return compare(left, right).score >= DIFFERENT
