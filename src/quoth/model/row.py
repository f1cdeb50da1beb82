"""Things by their places, so that those near a place are found without a search."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from quoth.model.span import Span

MOST = 60
"""Things in one window that are looked at, so that work stays linear."""
T = TypeVar("T")


class Row(Generic[T]):
    """Things by their places, in text order."""

    def __init__(self, things: Iterable[tuple[Span, T]]) -> None:
        self._things = sorted(things, key=lambda t: t[0])
        self._starts = [span.start for span, _ in self._things]

    def meeting(self, window: Span, back: int = 200) -> Iterator[tuple[Span, T]]:
        """At most `MOST` of those that share a character with `window`, in order.

        Args:
            back: characters before the window in which one that reaches into it may begin.
        """
        first = bisect_left(self._starts, window.start - back)
        last = bisect_left(self._starts, window.end)
        found = 0
        for span, thing in self._things[max(first, last - 2 * MOST) : last]:
            if span.meets(window) and found < MOST:
                found += 1
                yield span, thing

    def first(self, count: int) -> list[T]:
        """The first ones of the text."""
        return [thing for _, thing in self._things[:count]]

    def before(self, position: int) -> tuple[Span, T] | None:
        """The last one that begins at `position` or before it."""
        at = bisect_right(self._starts, position)
        return self._things[at - 1] if at else None
