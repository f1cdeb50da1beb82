"""Fits what turns raw scores into the share that is right, on development data.

Isotonic regression by pooling neighbours that violate the order (Ayer and others, 1955), then
knots at the means of the pools, so that the line through them is continuous and never falls.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from quoth.nets.calibration import Knots, calibrated
from quoth.nets.weights import CARD

LEAST = 25
"""Scores of a pool at least: fewer tell nothing of a share."""

PRIOR = 1.0
"""Right and wrong ones added to each pool, so that no share is 0 or 1."""


def fit(scores: Sequence[float], right: Sequence[bool]) -> list[tuple[float, float]]:
    """Knots for `quoth.nets.calibration`, from raw scores and whether each was right.

    Raises:
        ValueError: if there is nothing to fit to.
    """
    if not scores or len(scores) != len(right):
        raise ValueError("calibration needs scores, and for each whether it was right")
    order = np.argsort(np.asarray(scores), kind="stable")
    x, y = np.asarray(scores, float)[order], np.asarray(right, float)[order]
    pools: list[list[float]] = []  # count, sum of scores, sum of right
    for part in np.array_split(np.arange(len(x)), max(1, len(x) // LEAST)):
        pools.append([len(part), x[part].sum(), y[part].sum()])
        while len(pools) > 1 and _share(pools[-2]) >= _share(pools[-1]):
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    return [(round(float(p[1] / p[0]), 5), round(float(_share(p)), 4)) for p in pools]


def _share(pool: list[float]) -> float:
    return (pool[2] + PRIOR) / (pool[0] + 2 * PRIOR)


def expected_error(scores: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """The expected calibration error: |share right - mean score| over bins of equal width."""
    return sum(
        count * abs(mean - share) for count, mean, share in reliability(scores, right, bins)
    ) / max(1, len(scores))


def reliability(
    scores: Sequence[float], right: Sequence[bool], bins: int = 10
) -> list[tuple[int, float, float]]:
    """Count, mean score and share that is right of each bin that holds any."""
    x, y = np.asarray(scores, float), np.asarray(right, float)
    place = np.minimum((x * bins).astype(int), bins - 1)
    rows = ((place == b) for b in range(bins))
    return [(int(r.sum()), float(x[r].mean()), float(y[r].mean())) for r in rows if r.any()]


def crossed(scores: Sequence[float], right: Sequence[bool], parts: int = 5) -> list[float]:
    """Each score calibrated by knots fitted to the other parts: for an error that is honest."""
    found = [0.0] * len(scores)
    for part in range(parts):
        rest = [i for i in range(len(scores)) if i % parts != part]
        knots = fit([scores[i] for i in rest], [right[i] for i in rest])
        for i in range(part, len(scores), parts):
            found[i] = calibrated(scores[i], knots)
    return found


def add(folder: Path, variant: str, kind: str, knots: Knots) -> None:
    """Writes knots into the card; `kind` is `attributions` or `names`."""
    path = folder / CARD
    card = json.loads(path.read_text(encoding="utf-8"))
    card["variants"][variant].setdefault("calibration", {})[kind] = [list(k) for k in knots]
    text = json.dumps(card, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
