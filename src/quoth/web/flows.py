"""The picture of the ways that words go: two rows of names, and bands between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.store.views.speaking import Party, Path

ROW = 36
"""Height of a name, in pixels; the style sheet has the same."""
MOST = 7
"""Names on a side; the last one stands for all others where there are more."""
_WIDE = 0.72
"""Share of a row's height that its thickest band takes."""


@dataclass(frozen=True, slots=True)
class Node:
    """A name on one side.

    Attributes:
        party: None of those who are not named: nobody between, or a page that names no outlet.
        others: how many more parties it stands for; 0 where it is one.
        count: of statements.
    """

    party: Party | None
    others: int
    count: int


@dataclass(frozen=True, slots=True)
class Band:
    """The statements that go from one name to another.

    Attributes:
        path: of an SVG with a width of 100 and a height of `Flows.height`.
    """

    path: str
    count: int


@dataclass(frozen=True, slots=True)
class Flows:
    """Relays on the left, outlets on the right; `height` in pixels."""

    relays: tuple[Node, ...]
    outlets: tuple[Node, ...]
    bands: tuple[Band, ...]
    height: int


def flows(paths: Sequence[Path]) -> Flows:
    """The picture of ways."""
    left = _side([(p.relay, p.count) for p in paths])
    right = _side([(p.outlet, p.count) for p in paths])
    relays, outlets = _nodes(left), _nodes(right)
    between: Counter[tuple[int, int]] = Counter()
    for path in paths:
        between[_place(left, path.relay), _place(right, path.outlet)] += path.count
    thickest = max((n.count for n in (*relays, *outlets)), default=1)
    scale = ROW * _WIDE / thickest
    bands = _bands(between, relays, outlets, scale)
    return Flows(relays, outlets, bands, ROW * max(len(relays), len(outlets)))


Side = list[tuple[Party | None, int]]


def _side(told: Side) -> Side:
    """Who stands on a side, with how many statements: the most frequent first."""
    counts: Counter[Party | None] = Counter()
    for party, count in told:
        counts[party] += count
    return sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))


def _nodes(side: Side) -> tuple[Node, ...]:
    if len(side) <= MOST:
        return tuple(Node(party, 0, count) for party, count in side)
    named, rest = side[: MOST - 1], side[MOST - 1 :]
    others = Node(None, len(rest), sum(count for _, count in rest))
    return (*(Node(party, 0, count) for party, count in named), others)


def _place(side: Side, party: Party | None) -> int:
    place = next(i for i, (one, _) in enumerate(side) if one == party)
    return place if len(side) <= MOST else min(place, MOST - 1)


def _bands(
    between: Counter[tuple[int, int]],
    relays: tuple[Node, ...],
    outlets: tuple[Node, ...],
    scale: float,
) -> tuple[Band, ...]:
    starts = [ROW * (i + 0.5) - n.count * scale / 2 for i, n in enumerate(relays)]
    ends = [ROW * (i + 0.5) - n.count * scale / 2 for i, n in enumerate(outlets)]
    made = []
    for (a, b), count in sorted(between.items()):
        thick = count * scale
        made.append(Band(_path(starts[a], ends[b], thick), count))
        starts[a] += thick
        ends[b] += thick
    return tuple(made)


def _path(start: float, end: float, thick: float) -> str:
    upper = f"M0 {start:.1f}C50 {start:.1f} 50 {end:.1f} 100 {end:.1f}"
    low, high = end + thick, start + thick
    return f"{upper}V{low:.1f}C50 {low:.1f} 50 {high:.1f} 0 {high:.1f}Z"
