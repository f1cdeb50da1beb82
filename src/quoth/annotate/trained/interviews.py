"""Interviews: answers without a cue, which are whole paragraphs behind a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quoth.annotate.statements.draft import Draft
from quoth.annotate.statements.quotes import MARKS
from quoth.annotate.trained.drafts import WHY, noted
from quoth.annotate.trained.scene import Layout
from quoth.annotate.trained.speakers import IMPLICIT
from quoth.model import Span

LEAST = 3
"""Questions of an interview at least; fewer may be rhetorical ones."""

LONGEST = 400
"""Characters of a question at most."""

SCORE = 0.5
"""Of an answer in which the network found nothing: set by hand, as the pack reader's scores."""

SHARE = 0.25
"""Of the answers so many must have speech without a cue, or say who speaks: pages that explain
something in questions and answers have none."""

INTERVIEW = "interview"

_ASKED = frozenset("?？؟")
_EDGE = "*_ \t\u00a0\u202f–—―-"


@dataclass(frozen=True, slots=True)
class _Turn:
    """An answer: the number of its paragraph, and its words without a dash before them."""

    scene: int
    words: Span


def interviews(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with an answer for each question of an interview.

    What the network found without a cue in an answer is part of it; what has a cue is a
    statement within it.  The speaker is whoever a quotation before it, or the headline, names.
    """
    turns = _turns(layout)
    if not turns:
        return drafts
    rows = _rows(layout, drafts)
    told = [_told(layout, turn, rows.get(turn.scene, ())) for turn in turns]
    loose = [[d for d in rows.get(turn.scene, ()) if not d.cue] for turn in turns]
    if sum(bool(a or b) for a, b in zip(told, loose, strict=True)) < SHARE * len(turns):
        return drafts
    speaker = _titled(layout, drafts)
    new: list[Draft] = []
    gone: set[int] = set()
    for turn, draft, parts in zip(turns, told, loose, strict=True):
        if draft is not None:
            speaker = list(draft.source)
        elif speaker:
            new.append(_answer(turn, parts, speaker))
            gone.update(id(d) for d in parts)
            for within in rows.get(turn.scene, ()):
                within.nested = True
    return sorted([*(d for d in drafts if id(d) not in gone), *new], key=Draft.starts)


def _answer(turn: _Turn, loose: Sequence[Draft], speaker: Sequence[Span]) -> Draft:
    """An answer in the place of the contents without a cue that lie in it."""
    score = max(d.score for d in loose) * IMPLICIT if loose else SCORE
    why = WHY if loose else INTERVIEW
    found = Draft([turn.words], [], list(speaker), why, score, implicit=True)
    if loose:
        noted(found, INTERVIEW)
    return found


def _told(layout: Layout, turn: _Turn, own: Sequence[Draft]) -> Draft | None:
    """The statement that the paragraph is by itself: speech with who speaks beside it."""
    for draft in own:
        first = min(draft.content)
        if not draft.source or layout.at(draft.source[0].start) != turn.scene:
            continue
        named = (
            draft.source[0].start == turn.words.start and first.start - draft.source[-1].end <= 3
        )
        opens = first.start == turn.words.start and layout.text[first.start] in MARKS
        if named or (opens and draft.cue and not any(first.covers(c) for c in draft.cue)):
            return draft
    return None


def _rows(layout: Layout, drafts: Sequence[Draft]) -> dict[int, list[Draft]]:
    """The drafts that lie in one paragraph, by its number."""
    rows: dict[int, list[Draft]] = {}
    for draft in drafts:
        parts = [*draft.content, *draft.cue]
        at = {layout.at(s.start) for s in parts}
        if len(at) == 1:
            rows.setdefault(at.pop(), []).append(draft)
    return rows


def _titled(layout: Layout, drafts: Sequence[Draft]) -> list[Span]:
    """The source of the headline's own statement."""
    for draft in sorted(drafts, key=Draft.starts):
        if draft.cue and draft.source and layout.scene(draft.starts()).head:
            return list(draft.source)
    first = min(drafts, key=Draft.starts, default=None)
    known = first is not None and first.cue and layout.at(first.starts()) == 0
    return list(first.source) if first is not None and known else []


def _turns(layout: Layout) -> list[_Turn]:
    """The answers of an interview in order; none if the article is no interview."""
    asked = _questions(layout)
    found = [n + 1 for n in asked if n + 1 < len(layout.scenes) and n + 1 not in asked]
    turns = [_Turn(n, _words(layout, n)) for n in found if not layout.scenes[n].head]
    return turns if len(turns) >= LEAST else []


def _questions(layout: Layout) -> list[int]:
    """The numbers of the paragraphs that ask: those set in bold, behind a double dash, or plain."""
    for kind in (_bold, _ruled, _plain):
        found = [n for n in range(1, len(layout.scenes)) if kind(layout, n)]
        if len(found) >= LEAST:
            return found
    return []


def _bold(layout: Layout, number: int) -> bool:
    text = layout.scenes[number].span.of(layout.text)
    return len(text) <= LONGEST and text.startswith("**") and text.rstrip(".").endswith("**")


def _ruled(layout: Layout, number: int) -> bool:
    text = layout.scenes[number].span.of(layout.text)
    return len(text) <= LONGEST and text[:2] in ("――", "——", "──")


def _plain(layout: Layout, number: int) -> bool:
    scene = layout.scenes[number]
    if scene.dash or len(scene.span) > LONGEST:
        return False
    quoted = any(s.span.end >= scene.span.end for s in scene.outer)
    return not quoted and layout.text[scene.span.end - 1] in _ASKED


def _words(layout: Layout, number: int) -> Span:
    span = layout.scenes[number].span
    start, end = span.start, span.end
    while start < end and layout.text[start] in _EDGE:
        start += 1
    while end > start and layout.text[end - 1] in _EDGE:
        end -= 1
    return Span(start, max(end, start + 1))
