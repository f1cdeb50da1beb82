"""From a raw score to how often such a score is right: a line through knots."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

Knots = Sequence[tuple[float, float]]
"""Points (raw score, share that is right), both never falling."""


def calibrated(score: float, knots: Knots) -> float:
    """The share that is right at this score; the score itself where there are no knots."""
    if not knots:
        return score
    at = bisect_right(knots, (score, 2.0))
    if at == 0:
        return knots[0][1]
    if at == len(knots):
        return knots[-1][1]
    (left, low), (right, high) = knots[at - 1], knots[at]
    return low + (high - low) * (score - left) / (right - left)
