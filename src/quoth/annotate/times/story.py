"""The year that a story tells of: “on 19 February 1986 …, and on 15 March”."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from quoth.annotate.times.expression import Expression, Lean
from quoth.annotate.times.grid import Stretch
from quoth.annotate.times.shapes import Calendar, Every, Inside, Length, Nth, Shape

NEAR, FAR = 120, 250
"""Characters behind a date with its year in which one without tells of the same story: in the same
sentence mostly, in the next one at most."""
STRENGTH, WEAKER = 10.0, 5.0
"""How much more than the day of publication such a date says of the next one, near it and far."""
LEAST = timedelta(days=540)
"""How far behind the day of publication a story must lie; what is nearer is mostly what the news
are compared with (up from October 1988)."""


class Told(NamedTuple):
    """A date of the story, and how much it says of the year of the next one."""

    at: Stretch
    strength: float


class Story:
    """The last date with its year that the text has named, while nothing leads back to now."""

    def __init__(self) -> None:
        self._end = 0
        self._last: Stretch | None = None

    def note(self, e: Expression, at: Stretch | None, now: datetime | None) -> None:
        """Remember a time that was resolved.

        Args:
            now: the moment of the anchor, if there is one.
        """
        if isinstance(e.shape, Length | Every):
            return
        before, self._last = self._last, None
        # a bare year is mostly what something else is compared with, or dates from
        if at is None or not _dated(e.shape) or (now and now - at.first < LEAST):
            return
        if _names_year(e.shape) or (before and at.first.year == before.first.year):
            self._end, self._last = e.span.end, at

    def at(self, e: Expression) -> Told | None:
        """What the story says of a date without a year; None if it says nothing."""
        gap = e.span.start - self._end
        if self._last is None or gap < 0 or gap > FAR or e.lean is Lean.FUTURE:
            return None
        return Told(self._last, STRENGTH if gap <= NEAR else WEAKER)


def _names_year(shape: Shape) -> bool:
    if isinstance(shape, Inside | Nth):
        return _names_year(shape.outer)
    return isinstance(shape, Calendar) and shape.year is not None


def _dated(shape: Shape) -> bool:
    """Whether a time names a month or a day of one."""
    if isinstance(shape, Inside):
        return _dated(shape.outer)
    return isinstance(shape, Calendar) and shape.month is not None
