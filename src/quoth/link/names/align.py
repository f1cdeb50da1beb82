"""Laying the words of two names side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quoth.link.names.bones import bones, first_sounds
from quoth.link.names.name import Name, Part, Role
from quoth.link.names.words import LATIN, short_likeness, word_likeness

MATCH = 0.6
"""From this likeness on, two words count as forms of one."""

JOINED = 0.8
"""The likeness that words written as one must have with one word."""

EASTERN = frozenset({"Hani", "Hang"})
"""Scripts that write family and given name as one word."""

WORDS = 8
"""Words of a name that are looked at."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words that stand for each other.

    Attributes:
        one, other: the words.
        likeness: of the two.
        whole: the one that tells more: of an initial and a name the name.
        initial: whether one is an initial.
    """

    one: Part
    other: Part
    likeness: float
    whole: Part
    initial: bool


@dataclass(frozen=True, slots=True)
class Aligned:
    """The words of two names side by side.

    Attributes:
        good: the words that stand for each other.
        left, right: the words of each name that nothing stands for.
        nearest: the likeness of the two words that are likest, good or not.
        crossed: whether two words of each stand in another order, and no role tells why.
    """

    good: tuple[Pair, ...]
    left: tuple[Part, ...]
    right: tuple[Part, ...]
    nearest: float
    crossed: bool

    @property
    def rank(self) -> tuple[int, float]:
        """Less is better: words without a partner on both sides, then unlikeness."""
        missing = min(len(self.left), len(self.right))
        return (missing + (not self.good), -sum(p.likeness for p in self.good) / (1 + missing))


def best(left: Name, right: Name) -> Aligned:
    """The best way to lay two names side by side, words being joined where that helps."""
    ours, theirs = left.core[:WORDS], right.core[:WORDS]
    plain = _aligned(ours, theirs)
    if not plain.left and not plain.right:
        return plain
    ways = [plain]
    for whole, words in _joined(left, len(ours) > len(theirs)):
        way = _aligned(words, theirs)
        ways += [way] * any(p.one in whole and p.likeness >= JOINED for p in way.good)
    for whole, words in _joined(right, len(theirs) > len(ours)):
        way = _aligned(ours, words)
        ways += [way] * any(p.other in whole and p.likeness >= JOINED for p in way.good)
    return min(ways, key=lambda way: way.rank)


def _joined(name: Name, more: bool) -> Iterator[tuple[tuple[Part, ...], tuple[Part, ...]]]:
    """The words with two neighbours written as one, or particles with what follows.

    Each way is what was joined, and all words. Neighbours only in the name that has `more` words,
    or where one word was cut in two, as Chinese and Korean names are.
    """
    core = name.core[:WORDS]
    cut = name.script in EASTERN and len(core) == 2
    for i in range(len(core) - 1 if more or cut else 0):
        if Role.INITIAL not in (core[i].role, core[i + 1].role):
            whole = replace(core[i + 1], fold=core[i].fold + core[i + 1].fold)
            yield (whole,), (*core[:i], whole, *core[i + 2 :])
    if len(name.parts) == len(name.core):
        return
    out: list[Part] = []
    before = ""
    for part in name.parts:
        if part.role is Role.PARTICLE:
            before += part.fold
        elif part in core:
            out.append(replace(part, fold=before + part.fold))
            before = ""
    if whole_ones := tuple(part for part in out if part not in core):
        yield whole_ones, tuple(out)


def _aligned(left: Sequence[Part], right: Sequence[Part]) -> Aligned:
    """Each word with its likest partner, none taken twice; equal words first."""
    pairs: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    nearest = 0.0
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            if one.fold == other.fold and i not in pairs and j not in taken and one.fold:
                pairs[i] = (j, 1.0)
                taken.add(j)
    options = sorted(
        (-_likeness(a, b), abs(i - j), i, j)
        for i, a in enumerate(left)
        if i not in pairs
        for j, b in enumerate(right)
        if j not in taken
    )
    for likeness, _, i, j in options:
        nearest = max(nearest, -likeness)
        if -likeness >= MATCH and i not in pairs and j not in taken:
            pairs[i] = (j, -likeness)
            taken.add(j)
    good = tuple(_pair(left[i], right[j], like) for i, (j, like) in sorted(pairs.items()))
    order = [j for _, (j, _) in sorted(pairs.items())]
    return Aligned(
        good,
        tuple(p for i, p in enumerate(left) if i not in pairs),
        tuple(p for j, p in enumerate(right) if j not in taken),
        nearest,
        order != sorted(order) and not any(_told(p) for p in good),
    )


def _pair(one: Part, other: Part, likeness: float) -> Pair:
    initial = Role.INITIAL in (one.role, other.role)
    whole = (
        other if one.role in (Role.INITIAL, Role.WORD) and other.role is not Role.INITIAL else one
    )
    return Pair(one, other, likeness, whole, initial)


def _told(pair: Pair) -> bool:
    return Role.FAMILY in (pair.one.role, pair.other.role)


def _likeness(left: Part, right: Part) -> float:
    one, other = (left.fold, left.script), (right.fold, right.script)
    if Role.INITIAL in (left.role, right.role):
        if left.script == right.script:
            return float(left.fold[:1] == right.fold[:1])
        return float(bool(first_sounds(one) & first_sounds(other)))
    if left.script == right.script == LATIN and set(bones(one)).isdisjoint(bones(other)):
        return short_likeness(one, other)  # spellings share a skeleton: most words end here
    return word_likeness(one, other)
