"""Time expressions as the text has them, and what they are counted from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from quoth.annotate.times.shapes import Between, Shape
from quoth.model import Span


class Lean(IntEnum):
    """Which way the words around an expression point."""

    PAST = -1
    NONE = 0
    FUTURE = 1


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression that is not counted from any day yet.

    Attributes:
        span: its extent as in TIMEX3: without a preposition, with its modifiers.
        shape: what it says.
        mod: the TIMEX3 modifier, empty if none.
        lean: what the sentence says of past and future.
        clue: the word that says so, as it stands in the text; empty if none.
        ends: where the two ends of a range stand; empty of others.
        far: how many tokens away the clue stands; 0 if there is none.
        beside: whether the clue stands so near that it tells the year of a date without one.
        sure: whether the clue is a word that belongs to the time (since).
        of, closes: the range that it is one end of, if it stands apart, and whether the last one.
    """

    span: Span
    shape: Shape
    mod: str = ""
    lean: Lean = Lean.NONE
    clue: str = ""
    ends: tuple[Span, ...] = ()
    far: int = 0
    beside: bool = False
    sure: bool = False
    of: Between | None = None
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative times are counted from.

    Attributes:
        value: a day or a moment in ISO 8601 (`2031-06-04`, `2031-06-04T17:30:00+02:00`).
        what: a word for it, used in `why`: `the day of publication`, `when it was said`.
    """

    value: str
    what: str = "the day of publication"


@dataclass(frozen=True, slots=True)
class Page:
    """What else is known of the page, for dates that leave out their year.

    Attributes:
        language: BCP 47 code of the text.
        fetched: when the page was fetched, ISO 8601, if known.
        dates: whole dates that stand elsewhere on the page, ISO 8601.
    """

    language: str = ""
    fetched: str | None = None
    dates: tuple[str, ...] = ()
