"""Contents that run over several paragraphs."""

from __future__ import annotations

from quoth.annotate.statements.draft import Draft
from quoth.annotate.trained.drafts import WHY, noted
from quoth.annotate.trained.scene import Layout
from quoth.annotate.trained.speakers import IMPLICIT
from quoth.model import Span


def parted(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """The drafts, and as drafts of their own the quotations that only follow one of them.

    A quotation in a later paragraph than its cue, which opens anew after the one before was
    closed, is a statement without words of its own for its source.
    """
    out = []
    for draft in drafts:
        first, *more = _groups(layout, draft)
        draft.content = first
        out.append(draft)
        for group in more:
            again = Draft(group, [], list(draft.source), WHY, draft.score * IMPLICIT, implicit=True)
            noted(again, "implicit")
            out.append(again)
    return sorted(out, key=Draft.starts) if len(out) > len(drafts) else out


def _groups(layout: Layout, draft: Draft) -> list[list[Span]]:
    groups = [draft.content[:1]]
    for span in draft.content[1:]:
        if draft.source and draft.cue and _opens_anew(layout, draft.cue, groups[-1][-1], span):
            groups.append([span])
        else:
            groups[-1].append(span)
    return groups


def _opens_anew(layout: Layout, cue: list[Span], before: Span, span: Span) -> bool:
    here = layout.at(span.start)
    if here <= max(layout.at(before.start), *(layout.at(c.start) for c in cue)):
        return False
    scene = layout.scenes[here]
    opening = next((s for s in scene.before(span.start + 1) if s.span.start == span.start), None)
    if opening is None or not opening.own:
        return False
    earlier = layout.scene(before.start).around(Span(before.end - 1, before.end))
    return earlier is None or earlier.closed
