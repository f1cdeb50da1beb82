"""What language packs know of statements that the network found: form, doubt, hearsay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoth.annotate.statements.draft import Draft
from quoth.annotate.statements.frame import Frame
from quoth.annotate.statements.marked import doubtful, hearsay, hedges
from quoth.annotate.statements.reader import governs
from quoth.annotate.trained.places import Near
from quoth.annotate.trained.scene import Layout
from quoth.model import Span
from quoth.model.cover import Cover


def forms(layout: Layout, drafts: Iterable[Draft]) -> None:
    """Count the whole quotations of each content, by which it is direct or not."""
    for draft in drafts:
        draft.quotes = sum(_quoted(layout, draft, span) for span in draft.content)


def _quoted(layout: Layout, draft: Draft, span: Span) -> bool:
    """Whether a piece of a content stands between marks or behind a dash, and is no clause there.

    In a quotation that holds the cue too, a reporting clause was inserted into it, or else
    somebody quotes another: only what reaches the marks is quoted then.
    """
    speech = layout.scene(span.start).around(span)
    if speech is None:
        return False
    if not draft.nested and not any(speech.span.covers(c) for c in draft.cue):
        return True
    first, last = draft.content[0], draft.content[-1]
    return first.start == speech.span.start or (speech.closed and last.end == speech.span.end)


def doubts(layout: Layout, drafts: list[Draft]) -> None:
    """The page's own words of doubt about each statement, and cues that are hearsay."""
    near = Near(drafts)
    for frame in _frames(layout):
        if not (frame.having("hedge") or frame.having("hearsay")):
            continue
        here = near.within(_extent(frame))
        _hearsay_cues(frame, here)
        for hedge in hedges(frame):
            for draft in here:
                if governs(hedge, draft, here) and not _known(draft, hedge):
                    draft.hedge.append(hedge)


def _hearsay_cues(frame: Frame, drafts: list[Draft]) -> None:
    for j in frame.having("hearsay"):
        span = frame.span(j, j + frame.items[j].tags["hearsay"].length)
        for draft in drafts:
            if not draft.source and any(span.meets(c) for c in draft.cue):
                draft.hearsay = True
                if doubtful(frame, j) and not _known(draft, span):
                    draft.hedge.append(span)


def _known(draft: Draft, hedge: Span) -> bool:
    return any(h.meets(hedge) for h in draft.hedge)


def rumours(layout: Layout, drafts: list[Draft]) -> Iterator[Draft]:
    """Hearsay that the pack finds where the network found nothing."""
    taken, near = Cover(s for d in drafts for s in [*d.content, *d.cue]), Near(drafts)
    for frame in _frames(layout):
        if not frame.having("hearsay"):
            continue
        for draft in hearsay(frame, set(), near.within(_extent(frame))):
            if draft.hearsay and not any(taken.meets(s) for s in [*draft.content, *draft.cue]):
                yield draft


def _frames(layout: Layout) -> Iterator[Frame]:
    return (frame for scene in layout.scenes for frame in scene.frames)


def _extent(frame: Frame) -> Span:
    return frame.span(frame.lo, frame.hi)
