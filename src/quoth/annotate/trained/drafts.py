"""From what the network found to statements in the making."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quoth.annotate.statements.draft import Draft
from quoth.annotate.trained.scene import Layout
from quoth.model import Span

if TYPE_CHECKING:
    from quoth.nets import Attribution

WHY = "trained"


def drafts(layout: Layout, found: Iterable[Attribution]) -> list[Draft]:
    """Attributions as drafts in text order; one without content is none."""
    if not layout.scenes:
        return []
    out = []
    for one in found:
        content, cue, source = (_clean(layout, p) for p in (one.content, one.cue, one.source))
        if content:
            out.append(Draft(content, cue, source, WHY, one.score, nested=one.nested))
    return sorted(out, key=Draft.starts)


def noted(draft: Draft, what: str) -> None:
    """Say in `why` what was added."""
    if what not in draft.why.split(", "):
        draft.why += f", {what}"


def _clean(layout: Layout, spans: Iterable[Span]) -> list[Span]:
    """Spans in order, cut at the ends of paragraphs, without white space at their ends."""
    pieces = sorted(piece for span in spans for piece in _cut(layout, span))
    out: list[Span] = []
    for piece in pieces:
        if out and piece.start < out[-1].end:  # a place is said once
            piece = Span(out[-1].end, max(piece.end, out[-1].end))
        start, end = piece.start, piece.end
        while start < end and layout.text[start].isspace():
            start += 1
        while end > start and layout.text[end - 1].isspace():
            end -= 1
        if start < end:
            out.append(Span(start, end))
    return out


def _cut(layout: Layout, span: Span) -> Iterator[Span]:
    for scene in layout.scenes[layout.at(span.start) :]:
        if scene.span.start >= span.end:
            return
        start, end = max(span.start, scene.span.start), min(span.end, scene.span.end)
        if start < end:
            yield Span(start, end)
