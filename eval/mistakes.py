"""What kind of mistake each wrong attribution is, as far as places alone tell.

Right is what `attribution` counts as found; an attribution without a source is right where none was
read. What is left on either side is looked at in the order of `KINDS`, and used once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from samples import overlap

KINDS = {
    "source wrong": "the content is found, another source is given",
    "source missing": "the content is found, its source is not",
    "source added": "the content is found, and has no source in the gold",
    "content split": "several statements that together make up one content",
    "contents joined": "one statement that is made up of several contents",
    "taken in": "most of the content lies in that of another statement, which is right",
    "split off": "most of the content lies in a content that was found, as a piece or once more",
    "content cut short": "it overlaps the gold by less than half; nearly all of it is right",
    "content too long": "it overlaps the gold by less than half, and holds nearly all of that",
    "content elsewhere": "it overlaps the gold by less than half, and neither holds the other",
    "missed, nested": "not found; inside the content of another attribution",
    "missed, no cue": "not found; an implicit speaker, or a quotation that runs on",
    "missed": "not found",
    "spurious, nested": "inside the content of another statement; no counterpart in the gold",
    "spurious, no cue": "a statement without a cue; no counterpart in the gold",
    "spurious": "no counterpart in the gold",
}
"""Every kind, and what it means."""

HALF = 0.5
MOST = 0.8
"""Share of a content that is nearly all of it."""

Places = frozenset[int]


@dataclass(frozen=True, slots=True)
class Item:
    """An attribution as places of characters that are not white space."""

    source: Places
    content: Places
    cued: bool
    nested: bool


@dataclass(frozen=True, slots=True)
class Mistake:
    """A kind, and the numbers of the gold and read attributions that it is made of."""

    kind: str
    gold: tuple[int, ...] = ()
    read: tuple[int, ...] = ()


@dataclass(slots=True)
class Sorting:
    """The attributions of a text while they are sorted."""

    gold: Sequence[Item]
    read: Sequence[Item]
    right: dict[int, int] = field(default_factory=dict)
    left: list[int] = field(default_factory=list)
    over: list[int] = field(default_factory=list)
    found: list[Mistake] = field(default_factory=list)

    def note(self, kind: str, gold: Sequence[int] = (), read: Sequence[int] = ()) -> None:
        """A mistake; what it is made of is used."""
        self.found.append(Mistake(kind, tuple(gold), tuple(read)))
        self.left = [g for g in self.left if g not in gold]
        self.over = [r for r in self.over if r not in read]


def mistakes(gold: Sequence[Item], read: Sequence[Item]) -> list[Mistake]:
    """The mistakes of a text."""
    found = Sorting(gold, read)
    every = (range(len(gold)), range(len(read)))
    found.right = _matched(found, *every, lambda g, r: _near(g, r) and _spoken(g, r))
    found.left = [g for g in every[0] if g not in found.right]
    found.over = [r for r in every[1] if r not in found.right.values()]
    for step in (_sources, _split, _joined, _inside, _overlapping, _alone):
        step(found)
    return found.found


def _near(gold: Item, read: Item) -> bool:
    return overlap(gold.content, read.content) >= HALF


def _spoken(gold: Item, read: Item) -> bool:
    return bool(gold.source & read.source) or not (gold.source or read.source)


def _matched(
    found: Sorting, left: Sequence[int], over: Sequence[int], fits: Callable[[Item, Item], bool]
) -> dict[int, int]:
    """A maximum matching, gold to read."""
    near = {g: [r for r in over if fits(found.gold[g], found.read[r])] for g in left}
    owner: dict[int, int] = {}

    def augment(g: int, seen: set[int]) -> bool:
        for r in near[g]:
            if r not in seen:
                seen.add(r)
                if r not in owner or augment(owner[r], seen):
                    owner[r] = g
                    return True
        return False

    for g in left:
        augment(g, set())
    return {g: r for r, g in owner.items()}


def _sources(found: Sorting) -> None:
    for g, r in sorted(_matched(found, found.left, found.over, _near).items()):
        if not found.read[r].source:
            found.note("source missing", [g], [r])
        else:
            found.note("source wrong" if found.gold[g].source else "source added", [g], [r])


def _within(part: Item, whole: Item) -> bool:
    return len(part.content & whole.content) >= HALF * max(len(part.content), 1)


def _together(parts: Sequence[Item], whole: Item) -> bool:
    union = frozenset[int]().union(*(p.content for p in parts))
    return len(parts) > 1 and overlap(union, whole.content) >= HALF


def _split(found: Sorting) -> None:
    for g in list(found.left):
        parts = [r for r in found.over if _within(found.read[r], found.gold[g])]
        if _together([found.read[r] for r in parts], found.gold[g]):
            found.note("content split", [g], parts)


def _joined(found: Sorting) -> None:
    for r in list(found.over):
        parts = [g for g in found.left if _within(found.gold[g], found.read[r])]
        if _together([found.gold[g] for g in parts], found.read[r]):
            found.note("contents joined", parts, [r])


def _inside(found: Sorting) -> None:
    """What lies mostly in something right; nested ones lie there by their nature."""
    right = found.right.items()
    for g in list(found.left):
        if not found.gold[g].nested and any(
            _within(found.gold[g], found.read[r]) for _, r in right
        ):
            found.note("taken in", [g])
    for r in list(found.over):
        if not found.read[r].nested and any(
            _within(found.read[r], found.gold[g]) for g, _ in right
        ):
            found.note("split off", read=[r])


def _overlapping(found: Sorting) -> None:
    pairs = sorted(
        (
            (-overlap(found.gold[g].content, found.read[r].content), g, r)
            for g in found.left
            for r in found.over
            if found.gold[g].nested == found.read[r].nested
        ),
    )
    for less, g, r in pairs:
        if less and g in found.left and r in found.over:
            gold, read = found.gold[g].content, found.read[r].content
            common = len(gold & read)
            short, long = common >= MOST * len(read), common >= MOST * len(gold)
            kind = "cut short" if short else "too long" if long else "elsewhere"
            found.note(f"content {kind}", [g], [r])


def _alone(found: Sorting) -> None:
    for g in list(found.left):
        found.note(_kind("missed", found.gold[g]), [g])
    for r in list(found.over):
        found.note(_kind("spurious", found.read[r]), read=[r])


def _kind(name: str, item: Item) -> str:
    return f"{name}, nested" if item.nested else name if item.cued else f"{name}, no cue"
