"""Drafts of all windows of a text into its attributions."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.model import Span, Spans
from quoth.nets.calibration import Knots, calibrated
from quoth.nets.decode import Draft, Ends
from quoth.nets.findings import Attribution
from quoth.nets.implicit import groups
from quoth.nets.windows import Window

OPENING = frozenset("\"“”„«»‘’‚‹›'「『《〈—–-")
"""What a quotation that stands by itself begins with."""


def attributions(
    windows: Sequence[Window], drafts: Sequence[list[Draft]], text: str, knots: Knots
) -> tuple[Attribution, ...]:
    """The attributions of a text, in order.

    A content that the end of a window cuts within a paragraph is joined to what follows. One
    that belongs to no cue stays only where it begins as a quotation does.
    """
    rows = [list(row) for row in drafts]
    for i in range(len(windows) - 1):
        if windows[i].paragraphs[-1] == windows[i + 1].paragraphs[0]:
            _across(rows[i], rows[i + 1])
    found = [a for row in rows for d in row if _stays(d, text) for a in _final(d, text, knots)]
    return tuple(sorted(found, key=lambda a: (a.content[0], a.nested, a.cue, a.source)))


def _across(left: list[Draft], right: list[Draft]) -> None:
    """Joins the content at the end of a window to the one at the beginning of the next."""
    before = next((d for d in left if d.last and not d.nested), None)
    behind = next((d for d in right if d.first and not d.nested), None)
    if before is None or behind is None:
        return
    (begin, middle), score = max(before.contents)
    (start, end), other = min(behind.contents)
    if before.cues or not behind.cues:
        before.contents.remove(((begin, middle), score))
        before.contents.append(((begin, end), (score + other) / 2))
        behind.contents.remove(((start, end), other))
        before.last = behind.last and not behind.contents
        if not behind.contents:
            right.remove(behind)
            if before.last:  # it may go on in the window after that one
                right.append(before)
                left.remove(before)
    else:
        behind.contents.remove(((start, end), other))
        behind.contents.append(((begin, end), (score + other) / 2))
        left.remove(before)


def _stays(draft: Draft, text: str) -> bool:
    if not draft.contents:
        return False
    return bool(draft.cues) or text[min(draft.contents)[0][0]] in OPENING


def _final(draft: Draft, text: str, knots: Knots) -> list[Attribution]:
    """The attribution of a draft, and those without a cue that go on from it."""
    source, cue = _fragments(draft.sources, text), _fragments(draft.cues, text)
    found: list[Attribution] = []
    for group in groups(_fragments([ends for ends, _ in draft.contents], text), cue, text):
        raw = draft.score * _mean(draft, group)
        words = () if found else cue
        score = calibrated(raw, knots)
        found.append(Attribution(source, words, tuple(group), draft.nested, score))
    return found


def _mean(draft: Draft, group: Sequence[Span]) -> float:
    """The mean score of the fragments that make up a content, weighted by their lengths."""
    total, weight = 0.0, 0
    for (begin, end), score in draft.contents:
        if any(g.start <= begin and end <= g.end for g in group):
            total, weight = total + score * (end - begin), weight + end - begin
    return total / weight


def _fragments(ends: Sequence[Ends], text: str) -> Spans:
    """Fragments in order; those that overlap or that white space of a line parts are made one."""
    found: list[Span] = []
    for begin, end in sorted(ends):
        gap = text[found[-1].end : begin] if found else "-"
        if not gap.strip() and "\n" not in gap:
            found[-1] = Span(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Span(begin, end))
    return tuple(found)
