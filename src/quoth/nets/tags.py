"""Scores of labels on units into stretches: the most probable row of labels that makes sense."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from quoth.nets.links import Stretch

Floats = NDArray[np.float32]

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NAMES = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC")
CONTENT = TAGS.index("I-content")

_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of units with one label.

    `open` tells that its first unit was labelled as inside: it may go on from what stands before.
    """

    kind: str
    units: Stretch
    score: float
    open: bool = False


def probabilities(scores: Floats) -> Floats:
    """The softmax of the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)


def stretches(
    scores: Floats,
    labels: Sequence[str],
    paragraphs: Sequence[int],
    *,
    resumed: int = -1,
    lean: Floats | float = 0.0,
) -> list[Found]:
    """The stretches of one set of labels, in order; none crosses the end of a paragraph.

    Args:
        scores: of each label (units, labels), not normalised.
        labels: their names: O, then B-x and I-x of each kind x.
        paragraphs: the number of the paragraph of each unit.
        resumed: a label that may go on behind a stretch of another kind (a content that its cue
            or source interrupts); -1 for none.
        lean: how much less likely than scored no label is held to be, as a logarithm, for each
            unit or for all.
    """
    if not len(scores):
        return []
    held = np.array(scores)
    held[:, 0] -= lean
    chances = probabilities(held)
    path = _path(np.log(np.maximum(chances, 1e-12)), paragraphs, resumed)
    found: list[Found] = []
    for first, last, label in _runs(path, paragraphs):
        kind = labels[label][2:]
        inside = path[first] % 2 == 0
        begin, within = 2 * ((label - 1) // 2) + 1, 2 * ((label - 1) // 2) + 2
        mean = float(chances[first : last + 1, begin : within + 1].sum(-1).mean())
        found.append(Found(kind, (first, last), mean, inside))
    return _joined(found, paragraphs, labels[resumed][2:] if resumed >= 0 else "")


def _joined(found: list[Found], paragraphs: Sequence[int], kind: str) -> list[Found]:
    """Stretches that go on right behind what interrupts them, made one."""
    done: list[Found] = []
    for f in found:
        before = [d for d in done[-3:] if d.kind == kind and f.open and f.kind == kind]
        between = done[done.index(before[-1]) + 1 :] if before else []
        if between and _touch([before[-1], *between, f], paragraphs):
            left = before[-1]
            a, b = _size(left), _size(f)
            mean = (left.score * a + f.score * b) / (a + b)
            whole = Found(kind, (left.units[0], f.units[1]), mean, left.open)
            done[done.index(left)] = whole
        else:
            done.append(f)
    return done


def _size(found: Found) -> int:
    return found.units[1] - found.units[0] + 1


def _touch(row: list[Found], paragraphs: Sequence[int]) -> bool:
    same = paragraphs[row[0].units[0]] == paragraphs[row[-1].units[1]]
    return same and all(b.units[0] <= a.units[1] + 1 for a, b in pairwise(row))


def _runs(path: list[int], paragraphs: Sequence[int]) -> list[tuple[int, int, int]]:
    """First unit, last unit and first label of each stretch of a row of labels."""
    runs: list[tuple[int, int, int]] = []
    for i, label in enumerate(path):
        if not label:
            continue
        goes_on = (
            label % 2 == 0
            and i > 0
            and path[i - 1] in (label, label - 1)
            and paragraphs[i - 1] == paragraphs[i]
        )
        if goes_on:
            runs[-1] = (runs[-1][0], i, runs[-1][2])
        else:
            runs.append((i, i, label))
    return runs


def _path(logs: Floats, paragraphs: Sequence[int], resumed: int) -> list[int]:
    """The most probable labels, where an inner label follows one of its kind.

    The best label of each unit by itself is the answer wherever it makes sense, so the search
    runs over the other paragraphs alone. The first unit of a window may be inside: its stretch
    then began in the window before.
    """
    best = logs.argmax(-1).tolist()
    allowed = _allowed(logs.shape[1], resumed)
    first = 0
    for i in range(1, len(best) + 1):
        if i < len(best) and paragraphs[i] == paragraphs[first]:
            continue
        legal = first == 0 or best[first] % 2 == 1 or best[first] == 0
        if not legal or any(
            not allowed[a][b] for a, b in zip(best[first:i], best[first + 1 : i], strict=False)
        ):
            best[first:i] = _search(logs[first:i], allowed, first == 0)
        first = i
    return [int(label) for label in best]


def _allowed(count: int, resumed: int) -> list[list[bool]]:
    """Whether a label (second index) may follow another (first index)."""
    rows = []
    for a in range(count):
        kind = (a + 1) // 2
        row = [b % 2 == 1 or b == 0 or (b // 2) == kind for b in range(count)]
        if resumed >= 0 and a:
            row[resumed] = True
        rows.append(row)
    return rows


def _search(logs: Floats, allowed: list[list[bool]], opens: bool) -> list[int]:
    """Viterbi's algorithm."""
    ban = np.where(np.array(allowed), 0.0, _NEVER)
    count = logs.shape[1]
    state = logs[0].astype(np.float64)
    if not opens:
        state = state + np.array([_NEVER if i and i % 2 == 0 else 0.0 for i in range(count)])
    back = []
    for row in logs[1:]:
        table = state[:, None] + ban
        before = table.argmax(0)
        back.append(before)
        state = table[before, np.arange(count)] + row
    path = [int(state.argmax())]
    for before in reversed(back):
        path.append(int(before[path[-1]]))
    return path[::-1]
