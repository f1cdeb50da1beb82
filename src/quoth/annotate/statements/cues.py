"""The words that attribute: their length, what they govern, a speaker written onto them."""

from __future__ import annotations

from quoth.annotate.statements.frame import Frame
from quoth.annotate.statements.sources import Range
from quoth.model import Span


def cue_length(frame: Frame, j: int) -> int:
    """How many items the cue at j has."""
    hit = frame.items[j].verb()
    return hit.length if hit else 1


def cue_features(frame: Frame, j: int) -> frozenset[str]:
    """What the cue at j governs (docs/packs.md)."""
    hit = frame.items[j].verb()
    return hit.word.features if hit else frozenset()


def source_spans(frame: Frame, j: int, source: Range | None) -> list[Span]:
    """The source's span: the noun phrase found, or the part of the cue that stands for it."""
    if source is not None:
        return [frame.span(*source)]
    own = speaker(frame, j)
    return [] if own is None else [own]


def speaker(frame: Frame, j: int) -> Span | None:
    """The part of the cue at j, or of its auxiliary, that stands for the speaker."""
    if frame.items[j].speaker is None and frame.tagged(j - 1, "aux"):
        return frame.items[j - 1].speaker
    return frame.items[j].speaker


def cue_span(frame: Frame, j: int) -> Span:
    """The span of the cue at j, without a speaker written onto it."""
    span = frame.span(j, j + cue_length(frame, j))
    own = frame.items[j].speaker
    if own is None:
        return span
    stem = frame.text[span.start : own.start].removesuffix("-").removesuffix("-t")
    return Span(span.start, span.start + len(stem))


def behind_used(frame: Frame, j: int, used: set[int]) -> int:
    """The item behind the last cue before item j in its sentence; without one, the first item."""
    before = [k for k in used if frame.lo <= k < j]
    return max(before) + 1 if before else frame.lo


def written_on(frame: Frame, j: int) -> bool:
    """Whether a conjunction is written onto the cue at j: “وتوقع”."""
    hit = frame.items[j].verb()
    return hit is not None and any(
        frame.key(j) == letter + hit.word.keys[0] for letter in frame.grammar.pack.proclitics
    )


def separated(frame: Frame, k: int) -> bool:
    """Whether item k is the separated part of a verb, which closes its clause."""
    hit = frame.items[k].tags.get("aux")
    return hit is not None and "s" in hit.word.features
