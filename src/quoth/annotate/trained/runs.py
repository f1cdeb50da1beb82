"""Contents that run over several paragraphs."""

from __future__ import annotations

from quoth.annotate.statements.draft import Draft
from quoth.annotate.statements.quotes import MARKS
from quoth.annotate.trained.drafts import WHY, noted
from quoth.annotate.trained.scene import Layout
from quoth.annotate.trained.speakers import IMPLICIT
from quoth.model import Span

OPENING = frozenset('“„«‹‘‚「『"')


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
    return not _left_open(layout, before)


def _left_open(layout: Layout, span: Span) -> bool:
    """Whether a piece of a content lacks the mark that would close its quotation."""
    speech = layout.scene(span.start).around(Span(span.end - 1, span.end))
    if speech is not None:
        return not speech.closed
    # single marks without a partner are not taken for quotations, since they may be apostrophes
    return layout.text[span.start] in OPENING and layout.text[span.end - 1] not in MARKS
