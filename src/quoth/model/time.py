"""When: a time expression of the page with its precision and its reason."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

CORRECTED = "corrected, decision "
"""What the reason of a corrected mark begins with; the number of the decision follows."""
ASSUMED = "no time in the clause and none in a dateline: "
"""What the reason of a time begins with that is the day of publication for want of another."""
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")


class TimeType(StrEnum):
    """The type of a time expression, as in TIMEX3 (ISO-TimeML)."""

    DATE = "DATE"
    """A day or something longer: Friday, last week, 1998, the summer."""
    TIME = "TIME"
    """A time of day: five o'clock, last night."""
    DURATION = "DURATION"
    """How long: three weeks, the last two years."""
    SET = "SET"
    """How often: every Monday, daily."""


class Grain(StrEnum):
    """The unit to which a time is known."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    PART = "part"
    """A part of a day: the morning, the night."""
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    VAGUE = "vague"
    """No unit: recently, in the past."""


@dataclass(frozen=True, slots=True)
class TimeCandidate:
    """One of the times that an expression may mean.

    Attributes:
        timex: its TIMEX3 value.
        earliest, latest: its first and last moment, as in `Time`.
        weight: its share, 0 to 1; the weights of all candidates add up to 1.
        why: what speaks for it, and against it.
    """

    timex: str
    earliest: str | None
    latest: str | None
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression, resolved as far as the page allows.

    Attributes:
        type: date, time of day, duration or set.
        timex: the TIMEX3 value (`1998-01-08`, `1998-W02`, `P3D`, `PAST_REF`, …); what is not known
            of it is X (`XXXX-06-14`).
        earliest, latest: the first and the last day (`YYYY-MM-DD`), or minute or second
            (`YYYY-MM-DDTHH:MM`, with a zone where the page gives one), that it may cover, both
            included; None where that cannot be told, and of durations and sets without a place
            on the calendar.
        grain: the unit to which it is known.
        anchor: the day or moment that it was counted from, in ISO 8601; None where it stands on
            its own, or there was nothing to count from.
        why: how it was resolved, in words: what it was counted from, what decided its direction,
            what was assumed.
        mod: the TIMEX3 modifier (`APPROX`, `START`, `MID`, `END`, `MORE_THAN`, `LESS_THAN`,
            `EQUAL_OR_MORE`, `EQUAL_OR_LESS`, `BEFORE`, `AFTER`); empty if none.
        candidates: all that it may mean, the likeliest first, where there is more than one.
    """

    type: TimeType
    timex: str
    earliest: str | None
    latest: str | None
    grain: Grain
    anchor: str | None
    why: str
    mod: str = ""
    candidates: tuple[TimeCandidate, ...] = ()

    @property
    def corrected(self) -> bool:
        """Whether somebody said so, and not the page."""
        return self.why.startswith(CORRECTED)

    @property
    def assumed(self) -> bool:
        """Whether it is the day of publication, for want of another."""
        return self.why.startswith(ASSUMED)


def published(text: str | None, where: str = "") -> Time | None:
    """The day of publication, as a page states it in ISO 8601; None where that is no date.

    Args:
        where: the place on the page that it was taken from.
    """
    found = _DATE.match(text or "")
    if found is None:
        return None
    year, month, day = (int(n) if n else None for n in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    last, grain = first, Grain.DAY
    if month is None:
        last, grain = date(first.year, 12, 31), Grain.YEAR
    elif day is None:
        last, grain = first.replace(day=monthrange(first.year, month)[1]), Grain.MONTH
    source = f" ({where})" if where else ""
    why = f"{ASSUMED}the {grain} of publication{source}"
    return Time(TimeType.DATE, found.group(), first.isoformat(), last.isoformat(), grain, None, why)
