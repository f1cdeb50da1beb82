"""Who spoke last, for words that have neither cue nor source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from quoth.annotate.statements.draft import Draft
from quoth.annotate.statements.reader import MAX_SILENCE
from quoth.annotate.trained.drafts import noted
from quoth.annotate.trained.scene import Layout
from quoth.model import Span

IMPLICIT = 0.8
"""By this the score of a statement falls whose source a rule took over from an earlier one.  Set
by hand; the network's own links have scores of their own."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """Somebody speaks: from where on, up to which paragraph, and who spoke before that."""

    start: int
    paragraph: int
    source: tuple[Span, ...]
    other: tuple[Span, ...]


class Speakers:
    """Those who speak in an article, in order."""

    def __init__(self, layout: Layout, drafts: Iterable[Draft]) -> None:
        self._layout = layout
        self._turns: list[_Turn] = []
        source: tuple[Span, ...] = ()
        other: tuple[Span, ...] = ()
        for draft in sorted(drafts, key=place):
            if not draft.source or not draft.cue or draft.hearsay or draft.nested:
                continue
            if tuple(draft.source) != source:
                source, other = tuple(draft.source), source
            last = max(s.end for s in [*draft.content, *draft.cue])
            turn = _Turn(place(draft), layout.at(last - 1), source, other)
            self._turns.append(turn)
        self._starts = [t.start for t in self._turns]

    def before(self, place: int) -> tuple[Span, ...]:
        """The source of what is said at `place`, if somebody spoke shortly before.

        In a dialogue with dashes another one answers.
        """
        k = bisect_left(self._starts, place) - 1
        if k < 0:
            return ()
        turn, here = self._turns[k], self._layout.at(place)
        if here - turn.paragraph > MAX_SILENCE:
            return ()
        answers = self._layout.scenes[here].dash and here > turn.paragraph
        return turn.other if answers else turn.source


def place(draft: Draft) -> int:
    """Where the content or cue of a draft begins."""
    return min(s.start for s in [*draft.content, *draft.cue])


def name_speakers(layout: Layout, drafts: list[Draft]) -> None:
    """Give those drafts a source that have neither cue nor source."""
    speakers = Speakers(layout, drafts)
    spoken = {tuple(d.source) for d in drafts if d.cue}
    for draft in drafts:
        if draft.cue or draft.implicit:
            continue
        if draft.source:
            # the network itself took a source over from another statement
            draft.implicit = tuple(draft.source) in spoken
            continue
        draft.source = list(speakers.before(place(draft)))
        if draft.source:
            draft.implicit = True
            draft.score *= IMPLICIT
            noted(draft, "implicit")
