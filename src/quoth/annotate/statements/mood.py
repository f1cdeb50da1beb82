"""Sentences in the mood of reported speech that have no cue: “Der Bau sei teurer als geplant.”"""

from __future__ import annotations

from collections.abc import Sequence

from quoth.annotate.statements.clauses import MIN_CLAUSE
from quoth.annotate.statements.draft import Draft
from quoth.annotate.statements.frame import BREAKS, Frame
from quoth.model import Span

MAX_BEFORE = 10  # items before the finite verb of a main clause


def reported(frame: Frame, source: Sequence[Span]) -> list[Draft]:
    """The statement that a sentence makes by its mood alone: the last speaker goes on."""
    if not source or frame.end - frame.lo <= MIN_CLAUSE or not _in_mood(frame):
        return []
    content = [frame.trimmed(frame.lo, frame.end)]
    return [Draft(content, [], list(source), "mood", 0.6, implicit=True, reach=frame.end)]


def _in_mood(frame: Frame) -> bool:
    """Whether the finite verb of the main clause has the form that only reported speech has."""
    for k in range(frame.lo, min(frame.lo + MAX_BEFORE, frame.end)):
        if frame.key(k) in BREAKS:
            return False
        if frame.tagged(k, "mood"):
            return k > frame.lo and not frame.items[k].capital
    return False
