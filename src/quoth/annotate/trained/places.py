"""Looking up what lies where, in time that does not grow with the article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from quoth.annotate.statements.draft import Draft
from quoth.model import Span


class Places:
    """The characters that some spans cover."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def meets(self, span: Span) -> bool:
        """Whether one of them shares a character with `span`."""
        k = bisect_right(self._ends, span.start)
        return k < len(self._starts) and self._starts[k] < span.end


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
