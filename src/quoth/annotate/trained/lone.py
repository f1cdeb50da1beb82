"""Quotations that the network left out, though each is a whole sentence or more."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quoth.annotate.statements.draft import Draft
from quoth.annotate.statements.reader import MIN_IMPLICIT, lone_quotation
from quoth.annotate.trained.drafts import noted
from quoth.annotate.trained.edges import NEAR
from quoth.annotate.trained.scene import Layout, Scene
from quoth.annotate.trained.speakers import Speakers
from quoth.model import Span
from quoth.model.cover import Cover

SCORE = 0.6
"""Of a quotation without a cue, as in the pack reader's table (docs/reader.md)."""


def lone(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with the quotations that go on one of them, and new ones by the last speaker."""
    taken = Cover(s for d in drafts for s in [*d.content, *d.cue, *d.source])
    speakers, out = Speakers(layout, drafts), list(drafts)
    outer = sorted((d for d in drafts if not d.nested), key=Draft.starts)
    starts = [d.starts() for d in outer]
    for number, scene in enumerate(layout.scenes):
        for span, words in _lone(scene, taken):
            k = bisect_left(starts, span.start)
            before = _opener(layout, number, outer, starts) or (outer[k - 1] if k else None)
            if before is not None and _goes_on(layout, number, before):
                before.content.append(span)
                before.quotes += 1
                noted(before, "joined")
            elif words >= MIN_IMPLICIT and (source := speakers.before(span.start)):
                new = Draft([span], [], list(source), "implicit", SCORE, 1, implicit=True)
                out.append(new)
    return out


def _opener(
    layout: Layout, number: int, outer: Sequence[Draft], starts: Sequence[int]
) -> Draft | None:
    """The statement with a cue that a paragraph of a dialogue with dashes begins with."""
    scene = layout.scenes[number]
    k = bisect_left(starts, scene.span.start)
    if not scene.dash or k == len(outer) or not outer[k].cue:
        return None
    return outer[k] if min(outer[k].content).start - scene.span.start <= NEAR else None


def _lone(scene: Scene, taken: Cover) -> Iterator[tuple[Span, int]]:
    """Quotations that are a sentence by themselves, and how many words and marks they hold."""
    for frame in () if scene.head else scene.frames:
        i = lone_quotation(frame)
        quote = None if i is None else frame.items[i].quote
        if i is None or quote is None:
            continue
        span = frame.span(i, i + 1)
        if not taken.meets(span):
            yield span, quote.last - quote.first - 2


def _goes_on(layout: Layout, number: int, before: Draft) -> bool:
    """Whether a quotation of this paragraph is more of the one before it."""
    last = max(before.content)
    if layout.scenes[number].dash and layout.at(before.starts()) == number:
        return True
    if before.quotes < len(before.content):
        return False
    if layout.at(last.start) == number:
        return True
    if layout.at(last.start) != number - 1 or not layout.scenes[number - 1].outer:
        return False
    speech = layout.scenes[number - 1].outer[-1]
    open_end = not speech.closed and not layout.scenes[number - 1].dash
    return open_end and speech.span.covers(last)
