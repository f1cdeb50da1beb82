"""Looking up which drafts lie where, in time that does not grow with the article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from quoth.annotate.statements.draft import Draft
from quoth.model import Span


class Near:
    """Drafts by the places where their words begin."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts
        places = [
            (span.start, n)
            for n, draft in enumerate(drafts)
            for span in (*draft.content, *draft.cue, *(() if draft.implicit else draft.source))
        ]
        self._places = sorted(places)

    def within(self, span: Span) -> list[Draft]:
        """The drafts of which a piece begins in `span`, in their order."""
        first = bisect_left(self._places, (span.start, 0))
        last = bisect_left(self._places, (span.end, 0))
        return [self._drafts[n] for n in sorted({n for _, n in self._places[first:last]})]
