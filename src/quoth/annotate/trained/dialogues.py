"""Dialogues: two who speak in turn, of whom only some words have a cue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quoth.annotate.statements.draft import Draft
from quoth.annotate.trained.drafts import noted
from quoth.annotate.trained.scene import Layout
from quoth.annotate.trained.speakers import place
from quoth.model import Span

SHORT = 50
"""Characters of a quotation that answers the paragraph before it, at most; a longer one without
a cue is rather more of what was said there."""

REACH = 4
"""Paragraphs back in which the other one must have spoken."""

ANSWER = "answer"

_NEAR = 3
"""Characters between the beginning of a paragraph and that of speech: a dash, a space."""


@dataclass(frozen=True, slots=True)
class _Said:
    """Somebody speaks: in which paragraph, and who."""

    paragraph: int
    source: tuple[Span, ...]
    name: str


def answers(layout: Layout, drafts: Sequence[Draft]) -> None:
    """Give an answer to the other speaker if it was given to the one whom it answers."""
    rows: dict[int, list[Draft]] = {}
    for draft in sorted(drafts, key=place):
        if draft.source and not draft.nested:
            rows.setdefault(layout.at(place(draft)), []).append(draft)
    said: list[_Said] = []
    for number in sorted(rows):
        first = rows[number][0]
        if said and said[-1].paragraph == number - 1 and _answers(layout, number, first):
            other = _other(said, number)
            if other is not None and _same(_name(layout, first), said[-1].name):
                first.source, first.implicit = list(other.source), True
                noted(first, ANSWER)
        said += _said(layout, number, rows[number])


def _answers(layout: Layout, number: int, draft: Draft) -> bool:
    """Whether a draft without a cue begins a paragraph that is one turn of a dialogue."""
    scene = layout.scenes[number]
    if draft.cue or layout.at(draft.source[0].start) == number:
        return False
    if place(draft) - scene.span.start > _NEAR:
        return False
    if scene.dash:
        return True
    spans = [s.span for s in scene.outer]
    if not spans or len(scene.span) >= SHORT:
        return False
    return spans[0].start == scene.span.start and spans[-1].end >= scene.span.end - 1


def _said(layout: Layout, number: int, row: Iterable[Draft]) -> list[_Said]:
    """Those who speak in a paragraph; who is only reported there takes no part in a dialogue."""
    dash = layout.scenes[number].dash
    return [
        _Said(number, tuple(d.source), _name(layout, d))
        for d in row
        if not d.cue or dash or layout.scenes[number].around(d.content[0]) is not None
    ]


def _other(said: Sequence[_Said], number: int) -> _Said | None:
    """The last speaker but one."""
    for one in reversed(said):
        if number - one.paragraph > REACH:
            return None
        if not _same(one.name, said[-1].name):
            return one
    return None


def _name(layout: Layout, draft: Draft) -> str:
    return layout.text[draft.source[0].start : draft.source[-1].end].casefold()


def _same(one: str, other: str) -> bool:
    return one in other or other in one
