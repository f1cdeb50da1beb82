"""Which cue a content belongs to, and which source a cue: scores of pairs of stretches.

A score is the product of two vectors that the network gives for the first and last units of a
stretch, and a table of distances; a bilinear score as in Dozat and Manning, "Deep Biaffine
Attention for Neural Dependency Parsing" (ICLR 2017), with the distance beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]

Stretch = tuple[int, int]
"""Units of a window, first to last, both included."""

_STEPS = (0, 1, 2, 4, 8, 16, 32, 64)
BUCKETS = 2 * len(_STEPS) + 1
PARAGRAPHS = 5
RANKS = 4


def distance(left: Stretch, right: Stretch) -> int:
    """Bucket of the signed number of units between two stretches, 0 to 16; 8 where they overlap."""
    return int(_buckets(np.array(right[0] - left[1] - 1), np.array(left[0] - right[1] - 1)))


def _buckets(ahead: Counts, behind: Counts) -> Counts:
    """The same from the units between, if the right one comes last, and if the left one does;
    the number that does not hold is negative."""
    return len(_STEPS) + _step(ahead) - _step(behind)


def _step(units: Counts) -> Counts:
    return np.searchsorted(_STEPS, units, side="right")


def layout(
    linked: Sequence[Stretch], candidates: Sequence[Stretch], paragraphs: Sequence[int] | Counts
) -> Counts:
    """Indices into the tables of distance, paragraph and rank: (linked, candidates, 3).

    Args:
        paragraphs: the number of the paragraph of each unit.
    """
    left, right = np.array(linked, np.int64), np.array(candidates, np.int64)
    first, last = left.reshape(-1, 2, 1)[:, 0], left.reshape(-1, 2, 1)[:, 1]
    begin, end = right.reshape(-1, 2).T
    where, starts = np.asarray(paragraphs), np.sort(begin)
    here, there = np.searchsorted(starts, first), np.searchsorted(starts, begin)
    between = np.where(there >= here, there - here, here - there - 1)
    apart = where[begin] - where[first]
    found = np.empty((len(left), len(right), 3), np.int64)
    found[..., 0] = _buckets(begin - last - 1, first - end - 1)
    found[..., 1] = np.clip(apart, -2, 2) + 2
    found[..., 2] = np.clip(between, 0, RANKS - 1)
    return found


WIDTH = 48
"""Numbers of a link vector; a unit has eight, four for each kind of link (see `chances`)."""

CUE, SOURCE = 0, 1
"""Kinds of link: from a content to its cue, from a cue to its source."""


@dataclass(frozen=True, slots=True)
class Tables:
    """What a link's score takes beside the product of vectors, a row for each kind of link."""

    distance: NDArray[np.float32]
    paragraph: NDArray[np.float32]
    rank: NDArray[np.float32]
    none: NDArray[np.float32]

    @classmethod
    def of(cls, rows: Mapping[str, Sequence[Sequence[float]] | Sequence[float]]) -> Tables:
        """From lists, as the model card holds them.

        Raises:
            ValueError: if a table is missing or of another shape.
        """
        names = {"distance": (2, BUCKETS), "paragraph": (2, PARAGRAPHS), "rank": (2, RANKS)}
        shapes: dict[str, tuple[int, ...]] = {**names, "none": (2,)}
        found = {k: np.asarray(rows.get(k, ()), np.float32) for k in shapes}
        for name, shape in shapes.items():
            if found[name].shape != shape:
                raise ValueError(f"table {name} is {found[name].shape}, not {shape}")
        return cls(**found)


def chances(
    vectors: NDArray[np.float32],
    ends: tuple[Sequence[Stretch], Sequence[Stretch]],
    paragraphs: Sequence[int] | Counts,
    tables: Tables,
    kind: int,
) -> NDArray[np.float32]:
    """How probable each link is: (linked, 1 + candidates), the first column for none.

    Args:
        vectors: of each unit (units, 8 * 48): for each kind of link those of the first and the
            last unit of what is linked, then of what it is linked to.
        ends: the stretches that are linked, and those that they may be linked to.
        kind: `CUE` or `SOURCE`.
    """
    linked, candidates = ends
    parts = vectors.reshape(len(vectors), -1, WIDTH)
    scores = np.full((len(linked), 1 + len(candidates)), tables.none[kind], np.float32)
    if linked and candidates:
        a, b = np.array(linked), np.array(candidates)
        left = parts[a[:, 0], 4 * kind] + parts[a[:, 1], 4 * kind + 1]
        right = parts[b[:, 0], 4 * kind + 2] + parts[b[:, 1], 4 * kind + 3]
        where = layout(linked, candidates, paragraphs)
        apart = tables.distance[kind][where[..., 0]] + tables.paragraph[kind][where[..., 1]]
        scores[:, 1:] = left @ right.T / WIDTH**0.5 + apart + tables.rank[kind][where[..., 2]]
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)
