"""Quotations of which the network took only a part, or more than they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from quoth.annotate.statements.draft import Draft
from quoth.annotate.trained.drafts import noted
from quoth.annotate.trained.edges import NEAR
from quoth.annotate.trained.scene import Layout
from quoth.model import Span


def whole(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with contents that end where their quotations do.

    A content that runs on over its own cue ends with the quotation that it begins with.  One that
    is the first or the last part of a quotation whose cue stands outside is all of it; the other
    drafts in that quotation are then no statements of their own, unless their cue is inside too.
    """
    outer = [d for d in drafts if d.cue and not d.nested]
    for draft in outer:
        if any(_overrun(draft, span) for span in draft.content):
            _shorten(layout, draft)
    held: dict[Span, list[Draft]] = defaultdict(list)
    for draft in drafts:
        at = _closed(layout, draft.content[0])
        if at is not None and not draft.nested:
            held[at].append(draft)
    gone = {id(d) for at, others in held.items() for d in _given(at, others)}
    return [d for d in drafts if id(d) not in gone]


def _overrun(draft: Draft, span: Span) -> list[Span]:
    """The parts of the cue and the source that a piece of the content runs over."""
    return [s for s in (*draft.cue, *draft.source) if span.start < s.start and s.end < span.end]


def _shorten(layout: Layout, draft: Draft) -> None:
    """Cuts a content that runs on over its own cue at the end of the quotation before it."""
    for n, span in enumerate(draft.content):
        own = _overrun(draft, span)
        at = _closed(layout, Span(span.start, span.start + 1)) if own else None
        if at is not None and at.start == span.start and at.end <= min(s.start for s in own):
            draft.content[n] = at
            noted(draft, "whole quotation")


def _closed(layout: Layout, span: Span) -> Span | None:
    """The closed quotation between marks that covers all of `span`."""
    scene = layout.scene(span.start)
    speech = None if scene.dash else scene.holding(span)
    return speech.span if speech is not None and speech.closed else None


def _given(at: Span, drafts: Sequence[Draft]) -> Iterable[Draft]:
    """Gives a whole quotation to the first that has an end of it; the drafts that are no more."""
    owner = next((d for d in drafts if d.cue and _end_of(at, d)), None)
    if owner is None:
        return []
    owner.content = sorted([*(s for s in owner.content if not at.covers(s)), at])
    noted(owner, "whole quotation")
    gone = []
    for draft in drafts:
        if draft is owner or not all(at.covers(s) for s in draft.content):
            continue
        if draft.cue and all(at.covers(s) for s in (*draft.cue, *draft.source)):
            draft.nested = True
        else:
            gone.append(draft)
    return gone


def _end_of(at: Span, draft: Draft) -> bool:
    """Whether a content has only the first or the last part of a quotation told of outside it."""
    if any(at.start <= s.start < at.end for s in (*draft.cue, *draft.source)):
        return False
    return any(
        at.covers(s) and s != at and min(s.start - at.start, at.end - s.end) <= NEAR
        for s in draft.content
    )
