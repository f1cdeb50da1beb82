"""Scores of labels on units into stretches: the most probable row of labels that makes sense."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from quoth.nets.links import Stretch

Floats = NDArray[np.float32]
Labels = NDArray[np.int64]

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
    paragraphs: Sequence[int] | Labels,
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
    where, held = np.asarray(paragraphs), np.array(scores)
    held[:, 0] -= lean
    chances = probabilities(held)
    path = _path(np.log(np.maximum(chances, 1e-12)), where, resumed)
    # how likely each kind is, a row for each, so that a stretch of it lies in one piece
    kinds = np.ascontiguousarray((chances[:, 1::2] + chances[:, 2::2]).T)
    found: list[Found] = []
    for first, last, label in _runs(path, where):
        row = kinds[(label - 1) // 2, first : last + 1]
        mean = float(np.add.reduce(row) / len(row))
        found.append(Found(labels[label][2:], (first, last), mean, label % 2 == 0))
    return _joined(found, where, labels[resumed][2:] if resumed >= 0 else "")


def _joined(found: list[Found], where: Labels, kind: str) -> list[Found]:
    """Stretches that go on right behind what interrupts them, made one."""
    done: list[Found] = []
    for f in found:
        before = [d for d in done[-3:] if d.kind == kind and f.open and f.kind == kind]
        between = done[done.index(before[-1]) + 1 :] if before else []
        if between and _touch([before[-1], *between, f], where):
            done[done.index(before[-1])] = _together(before[-1], f)
        else:
            done.append(f)
    return done


def adjoined(found: Iterable[Found], where: Labels, kinds: Collection[str]) -> list[Found]:
    """The stretches, those of one of `kinds` right behind one of the same kind made one with it."""
    done: list[Found] = []
    for f in found:
        last = done[-1] if done else None
        if last and f.kind == last.kind and f.kind in kinds and _touch([last, f], where):
            done[-1] = _together(last, f)
        else:
            done.append(f)
    return done


def _together(left: Found, right: Found) -> Found:
    """Two stretches of one kind and what stands between them; the mean of their scores."""
    a, b = _size(left), _size(right)
    mean = (left.score * a + right.score * b) / (a + b)
    return Found(left.kind, (left.units[0], right.units[1]), mean, left.open)


def _size(found: Found) -> int:
    return found.units[1] - found.units[0] + 1


def _touch(row: Sequence[Found], where: Labels) -> bool:
    same = bool(where[row[0].units[0]] == where[row[-1].units[1]])
    return same and all(b.units[0] <= a.units[1] + 1 for a, b in pairwise(row))


def _runs(path: Labels, where: Labels) -> Iterator[tuple[int, int, int]]:
    """First unit, last unit and first label of each stretch of a row of labels."""
    inside, goes_on = path > 0, np.zeros(len(path), bool)
    goes_on[1:] = (path[1:] % 2 == 0) & (path[1:] - path[:-1] <= 1) & (path[1:] >= path[:-1])
    goes_on[1:] &= inside[1:] & (where[1:] == where[:-1])
    firsts = np.flatnonzero(inside & ~goes_on)
    lasts = np.flatnonzero(inside & ~np.append(goes_on[1:], False))
    return zip(firsts.tolist(), lasts.tolist(), path[firsts].tolist(), strict=True)


def _path(logs: Floats, where: Labels, resumed: int) -> Labels:
    """The most probable labels, where an inner label follows one of its kind.

    The best label of each unit by itself is the answer wherever it makes sense, so the search
    runs over the other paragraphs alone. The first unit of a window may be inside: its stretch
    then began in the window before.
    """
    best: Labels = logs.argmax(-1)
    begins = np.flatnonzero(where[1:] != where[:-1]) + 1
    wrong = ~_allowed(logs.shape[1], resumed)[best[:-1], best[1:]]
    wrong[begins - 1] = (best[begins] % 2 == 0) & (best[begins] > 0)
    if wrong.any():
        ends, units = [0, *begins.tolist(), len(best)], np.flatnonzero(wrong) + 1
        found = np.searchsorted(begins, units, side="right").tolist()
        last = dict(zip(found, units.tolist(), strict=True))
        free = np.flatnonzero((best == 0) | (best % 2 == 1)).tolist()
        for n, unit in last.items():
            # behind the last one that makes no sense, what may follow any label stays as it is
            at = bisect_right(free, unit)
            end = min(ends[n + 1], free[at] if at < len(free) else len(best))
            part = slice(ends[n], end)
            best[part] = _search(logs[part], resumed, n == 0)
    return best


@lru_cache(maxsize=8)
def _allowed(count: int, resumed: int) -> NDArray[np.bool_]:
    """Whether a label (second index) may follow another (first index)."""
    rows = []
    for a in range(count):
        kind = (a + 1) // 2
        row = [b % 2 == 1 or b == 0 or (b // 2) == kind for b in range(count)]
        if resumed >= 0 and a:
            row[resumed] = True
        rows.append(row)
    return np.array(rows)


def _search(logs: Floats, resumed: int, opens: bool) -> list[int]:
    """Viterbi's algorithm, over the few labels that may follow (`_allowed`).

    Plain numbers: there are fewer labels than a call of numpy costs.
    """
    rows = logs.astype(np.float64).tolist()
    inner = range(2, logs.shape[1], 2)
    state = rows[0]
    for b in () if opens else inner:
        state[b] += _NEVER
    back = []
    for row in rows[1:]:
        top = max(state)
        at = state.index(top)
        before, ahead = [at] * len(row), [top + score for score in row]
        for b in inner:
            before[b] = a = b if state[b] > state[b - 1] else b - 1
            ahead[b] = state[a] + row[b]
        if resumed >= 0:
            if not at:  # O is the one label that it may not follow
                top = max(state[1:])
                at = state.index(top, 1)
            before[resumed], ahead[resumed] = at, top + row[resumed]
        back.append(before)
        state = ahead
    path = [state.index(max(state))]
    for before in reversed(back):
        path.append(before[path[-1]])
    return path[::-1]
