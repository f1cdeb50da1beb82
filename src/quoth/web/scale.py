"""Time as a picture has it: days and moments as shares of a stretch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of time from the first second of a day to the last one of another.

    Attributes:
        first, last: in seconds since the beginning of the year 1, the last one not included.
    """

    first: float
    last: float

    @classmethod
    def of(cls, first: str | None, last: str | None) -> Scale:
        """The stretch between two days or moments (ISO 8601); that of one day where there is none.

        Whole days count, save for moments: of those the stretch begins or ends at them.
        """
        begin, end = seconds(first), seconds(last, end=True)
        if begin is None or end is None or end <= begin:
            begin = begin or 0.0
            end = begin + _DAY
        return cls(begin, end)

    def at(self, moment: str | None, end: bool = False) -> float:
        """Where a day or moment lies, 0 to 100; what is outside lies at the border.

        Args:
            end: the end of the day, not its beginning.
        """
        found = seconds(moment, end)
        if found is None:
            return 100.0 if end else 0.0
        share = 100 * (found - self.first) / (self.last - self.first)
        return round(min(max(share, 0.0), 100.0), 3)

    def part(self, period: str) -> tuple[float, float]:
        """Where a day, or a month (`YYYY-MM`), begins and ends, as far as it lies inside."""
        if len(period) > 7:
            return self.at(period), self.at(period, end=True)
        first = date.fromisoformat(f"{period}-01")
        following = (first + timedelta(days=31)).replace(day=1)
        last = following - timedelta(days=1)
        return self.at(first.isoformat()), self.at(last.isoformat(), end=True)


def seconds(moment: str | None, end: bool = False) -> float | None:
    """Seconds from the beginning of the year 1 to a day or a moment; None of what is neither.

    A moment counts as the clock where it is stated shows it: zones do not count.

    Args:
        end: to the end of the day, or of the minute or second of a moment.
    """
    try:
        if moment is None:
            return None
        if len(moment) <= 10:
            return (date.fromisoformat(moment).toordinal() - 1 + end) * _DAY
        told = datetime.fromisoformat(moment)
    except ValueError:
        return None
    begun = (told.replace(tzinfo=UTC) - datetime(1, 1, 1, tzinfo=UTC)) / timedelta(seconds=1)
    return begun + (60 * end if len(moment) <= 16 else end)
