"""Contents whose quotation marks stand just outside them, or which took a comma along."""

from __future__ import annotations

from collections.abc import Iterable

from quoth.annotate.statements.draft import Draft
from quoth.annotate.trained.drafts import noted
from quoth.annotate.trained.scene import Layout, Speech
from quoth.model import Span

NEAR = 4
"""Characters between a mark and the words that it closes: spaces, a comma, a full stop."""

_STOPS = frozenset(".,!?…،؟。、")
_LOOSE = frozenset(" \u00a0\u202f,;:–—-.،؛。、")


def mend(layout: Layout, drafts: list[Draft]) -> None:
    """Widen contents to their quotation marks, and shrink them to whole quotations."""
    for draft in drafts:
        mended = [_mended(layout, draft, span) for span in draft.content]
        if mended != draft.content:
            draft.content = _apart(mended)
            noted(draft, "marks")


def _mended(layout: Layout, draft: Draft, span: Span) -> Span:
    scene = layout.scene(span.start)
    if scene.dash:
        return span
    start = _start(layout.text, [s for s in scene.before(span.start) if _own(draft, s)], span)
    wide = Span(start, span.end)
    return Span(
        start, _end(layout.text, [s for s in scene.before(span.end) if _own(draft, s)], wide)
    )


def _own(draft: Draft, speech: Speech) -> bool:
    """Whether the marks may be the statement's own: not if somebody else is quoted with its cue.

    A reporting clause may be inserted into a quotation; then the content reaches both marks.
    """
    if not any(
        speech.span.covers(c) for c in [*draft.cue, *(draft.source if draft.nested else ())]
    ):
        return True
    if draft.nested:
        return False
    first, last = draft.content[0].start, draft.content[-1].end
    ahead, behind = first - speech.span.start, speech.span.end - last
    return 0 <= ahead <= NEAR and (not speech.closed or 0 <= behind <= NEAR + 1)


def _start(text: str, speeches: Iterable[Speech], span: Span) -> int:
    for speech in speeches:
        opening = speech.span.start + 1
        if not speech.own or not 0 <= span.start - opening <= NEAR:
            continue
        if not text[opening : span.start].strip():
            return speech.span.start
    return span.start


def _end(text: str, speeches: Iterable[Speech], span: Span) -> int:
    for speech in speeches:
        end = speech.span.end
        if not speech.closed or end == span.end:
            continue
        closing = end - 1
        if 0 <= closing - span.end <= NEAR and _only(text[span.end : closing], _STOPS):
            return end
        if 0 < span.end - end <= NEAR and end > span.start and _only(text[end : span.end], _LOOSE):
            return end
    return span.end


def _only(text: str, allowed: frozenset[str]) -> bool:
    return all(c in allowed or c.isspace() for c in text)


def _apart(spans: list[Span]) -> list[Span]:
    """Spans in order; those that came to overlap become one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out
