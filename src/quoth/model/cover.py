"""The characters that some spans cover, looked up in time that does not grow with the article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from quoth.model.span import Span


class Cover:
    """The characters that some spans cover; those that touch or overlap are one stretch."""

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
        """Whether they share a character with `span`."""
        k = bisect_right(self._ends, span.start)
        return k < len(self._starts) and self._starts[k] < span.end

    def holds(self, span: Span) -> bool:
        """Whether one stretch covers all of `span`."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and span.end <= self._ends[at]
