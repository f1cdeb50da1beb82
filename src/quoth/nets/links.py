"""Which cue a content belongs to, and which source a cue: scores of pairs of stretches.

A score is the product of two vectors that the network gives for the first and last units of a
stretch, and a table of distances; a bilinear score as in Dozat and Manning, "Deep Biaffine
Attention for Neural Dependency Parsing" (ICLR 2017), with the distance beside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Stretch = tuple[int, int]
"""Units of a window, first to last, both included."""

_STEPS = (0, 1, 2, 4, 8, 16, 32, 64)
BUCKETS = 2 * len(_STEPS) + 1
PARAGRAPHS = 5
RANKS = 4


def distance(left: Stretch, right: Stretch) -> int:
    """Bucket of the signed number of units between two stretches, 0 to 16; 8 where they overlap."""
    if right[0] > left[1]:
        return len(_STEPS) + bisect_right(_STEPS, right[0] - left[1] - 1)
    if left[0] > right[1]:
        return len(_STEPS) - bisect_right(_STEPS, left[0] - right[1] - 1)
    return len(_STEPS)


def layout(
    linked: Sequence[Stretch], candidates: Sequence[Stretch], paragraphs: Sequence[int]
) -> NDArray[np.int64]:
    """Indices into the tables of distance, paragraph and rank: (linked, candidates, 3).

    Args:
        paragraphs: the number of the paragraph of each unit.
    """
    found = np.zeros((len(linked), len(candidates), 3), np.int64)
    starts = sorted(c[0] for c in candidates)
    for i, a in enumerate(linked):
        here = bisect_left(starts, a[0])
        for j, b in enumerate(candidates):
            apart = paragraphs[b[0]] - paragraphs[a[0]]
            there = bisect_left(starts, b[0])
            between = there - here if there >= here else here - there - 1
            found[i, j] = (
                distance(a, b),
                min(max(apart, -2), 2) + 2,
                min(max(between, 0), RANKS - 1),
            )
    return found
