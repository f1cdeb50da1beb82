"""How like two names are."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.link.names.name import Likeness, Name, NameKind, Part, Role
from quoth.link.names.words import word_likeness

MATCH = 0.6
"""From this likeness on two words count as forms of one."""

# what a name's likeness is multiplied by; docs/names.md has the reasons
INITIAL = 0.9
SHORT = 0.75  # one word against several: “Putin” and “Vladimir Putin”
SHORT_GIVEN = 0.6
EXTRA = 0.97  # a word that only one has: a middle name
CONFLICT = 0.35  # another given name, or another family name


def compare(left: Name, right: Name) -> Likeness:
    """How like two names are, whichever scripts they are in; symmetrical.

    `why` says what decided: “same words”, “family name only”, “initial”, “acronym”, “other given
    name” and the like, with what was joined or left out.
    """
    if left.text == right.text or _folds(left) == _folds(right):
        return Likeness(1.0, "same words")
    if left.is_acronym != right.is_acronym:
        return _acronym(left, right)
    if (len(right.core), right.text) < (len(left.core), left.text):
        left, right = right, left
    return _aligned(left, right)


def _folds(name: Name) -> tuple[str, ...]:
    return tuple(part.fold for part in name.parts)


def _acronym(left: Name, right: Name) -> Likeness:
    short, long = (left, right) if left.is_acronym else (right, left)
    letters = short.acronym
    doubled = "".join(c + c for c in long.acronym)
    if NameKind.PERSON not in (left.kind, right.kind) and len(letters) > 1:
        if letters == long.acronym:
            return Likeness(0.85, "acronym of the words")
        if letters == doubled:
            return Likeness(0.85, "acronym with doubled letters")
    return Likeness(0.0, "no acronym of these words")


def _aligned(few: Name, many: Name) -> Likeness:
    """`few` has no more words than `many`."""
    pairs = _pairs(few.core, many.core)
    good = [(a, b, w) for a, b, w in pairs if w >= MATCH]
    if not good:
        best = max((w for *_, w in pairs), default=0.0)
        return Likeness(round(best * CONFLICT, 3), "no word in common")
    mean = sum(w for *_, w in good) / len(good)
    why = ["same words" if mean > 0.995 else "like words"]
    if len(few.core) == 1:
        return _short(good[0], few, many, why)
    initials = [a for a, b, _ in good if Role.INITIAL in (a.role, b.role)]
    if initials:
        mean *= INITIAL
        why.append("initial")
    missed = len(few.core) - len(good)
    if missed:
        mean *= CONFLICT
        why.append("another name beside")
    extra = len(many.core) - len(few.core)
    if extra:
        mean *= EXTRA**extra
        why.append("a word more")
    return Likeness(round(mean, 4), ", ".join(why))


def _short(pair: tuple[Part, Part, float], few: Name, many: Name, why: list[str]) -> Likeness:
    _, part, likeness = pair
    if len(many.core) == 1:
        return Likeness(likeness, why[0])
    last = part is many.core[-1] or part.role is Role.FAMILY
    return Likeness(
        round(likeness * (SHORT if last else SHORT_GIVEN), 4),
        f"{why[0]}, {'family' if last else 'one'} name only",
    )


def _pairs(few: Sequence[Part], many: Sequence[Part]) -> list[tuple[Part, Part, float]]:
    """Each word of `few` with its best partner in `many`, none taken twice."""
    options = sorted(
        (
            (_likeness(a, b), -abs(i - j), i, j)
            for i, a in enumerate(few)
            for j, b in enumerate(many)
        ),
        reverse=True,
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    out = []
    for likeness, _, i, j in options:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            out.append((few[i], many[j], likeness))
    return out


def _likeness(left: Part, right: Part) -> float:
    if Role.INITIAL in (left.role, right.role):
        return float(left.fold[0] == right.fold[0])
    return word_likeness(left.fold, right.fold)
