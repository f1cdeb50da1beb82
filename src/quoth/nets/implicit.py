"""Contents that were linked to one cue: pieces of one content, or speech that goes on without one.

A sentence that goes on reporting with neither cue nor source is an attribution of its own whose
source is that of the cue before (`train/corpus`, guideline). The network links it to that cue;
which it is follows from what stands between the pieces. The rules are the majority of what the
corpus of this project shows for each combination, and PolNeAR where it speaks against them.
"""

from __future__ import annotations

from collections.abc import Sequence

from quoth.model import Span

MARKS = frozenset("\"'“”„«»‟‘’‚‹›「」『』")
DASHES = frozenset("—–-")
STOPS = frozenset(".!?…。！？।؟۔")


def groups(content: Sequence[Span], cue: Sequence[Span], text: str) -> list[list[Span]]:
    """The fragments of a cue, in order, as contents; the first is that of the cue itself."""
    found: list[list[Span]] = []
    for span in content:
        if found and not _new(found[-1][-1], span, cue, text):
            found[-1].append(span)
        else:
            found.append([span])
    return found


def _new(before: Span, span: Span, cue: Sequence[Span], text: str) -> bool:
    """Whether a fragment is a content of its own rather than a piece of the one before."""
    gap = text[before.end : span.start]
    closed = text[before.end - 1] in MARKS or gap[:1] in MARKS
    opened = text[span.start] in MARKS or text[span.start] in DASHES
    stopped = _stopped(before, gap, text)
    if "\n" in gap:  # a quotation not yet closed may go on in the next paragraph
        return closed or (stopped and not opened)
    if any(before.end <= c.start < span.start for c in cue):
        return stopped and closed and not opened
    return stopped


def _stopped(before: Span, gap: str, text: str) -> bool:
    """Whether a sentence ends between two fragments."""
    last = text[before.start : before.end].rstrip("".join(MARKS))[-1:]
    return last in STOPS or not STOPS.isdisjoint(gap)
