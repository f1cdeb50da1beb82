"""What an expression is counted from, and one meaning of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from quoth.annotate.times.expression import Lean, Page
from quoth.annotate.times.grid import Stretch
from quoth.annotate.times.story import Told


class Option(NamedTuple):
    """One meaning: its weight is relative to the others."""

    at: Stretch
    weight: float
    why: str
    anchored: bool = True


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is counted from, and what the text says around it.

    Attributes:
        anchor: the day or moment; None if there is none.
        clocked: whether the anchor has a time of day.
        what: a word for the anchor.
        lean, clue: the direction of the sentence and the word that tells it.
        close: whether that word stands near the expression (will meet the board on Friday).
        sure: whether it belongs to the expression (since December).
        story: a date with its year that tells of the same story.
        beside: whether it stands so near that it tells the year (took office in January).
        earlier: the times that the text named before, in its order.
        weekdays: weekdays that the text names without a date (1 is Monday).
        page: what else is known.
        near: a part of a year that the text named right before.
        near_day: a day that the text named right before.
    """

    anchor: datetime | None
    clocked: bool
    what: str
    lean: Lean
    clue: str
    earlier: Sequence[Stretch]
    weekdays: frozenset[int]
    page: Page
    near: Stretch | None = None
    near_day: Stretch | None = None
    close: bool = False
    beside: bool = False
    sure: bool = False
    story: Told | None = None

    @property
    def day(self) -> str:
        """The anchor in words."""
        return f"{self.what}, {self.anchor.date().isoformat()}" if self.anchor else "nothing"
