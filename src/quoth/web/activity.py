"""How much there is over time, as bars of a small picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from quoth.store.views.archive import Days, grouped

DAYS = 100
"""Days that are drawn one by one; a longer time is drawn by months, a much longer one by years."""
MONTHS = 120
"""Months that are drawn one by one."""
MOST = 150
"""Bars of a picture, the latest."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A day, a month or a year.

    Attributes:
        name: ISO 8601: `2031-05-04`, `2031-05` or `2031`.
        share: of the highest bar, from 0 to 1.
    """

    name: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Activity:
    """Bars without gaps, in the order of time.

    Attributes:
        unit: `day`, `month` or `year`.
    """

    unit: str
    bars: tuple[Bar, ...]

    @property
    def highest(self) -> Bar:
        """The bar that is highest, the last of several."""
        return max(reversed(self.bars), key=lambda bar: bar.count)


def activity(days: Days) -> Activity | None:
    """The picture of some days; None where there are none."""
    if not days.days:
        return None
    first, last = (date.fromisoformat(days.days[i].day) for i in (0, -1))
    unit, length = "year", 4
    if (last - first).days < DAYS:
        unit, length = "day", 10
    elif (last.year - first.year) * 12 + last.month - first.month < MONTHS:
        unit, length = "month", 7
    counts = grouped(days, length)
    names = list(_names(first, last, length))[-MOST:]
    most = max(counts[name] for name in names if name in counts)
    bars = (Bar(name, counts.get(name, 0), counts.get(name, 0) / most) for name in names)
    return Activity(unit, tuple(bars))


def _names(first: date, last: date, length: int) -> Iterator[str]:
    if length == 10:
        for number in range((last - first).days + 1):
            yield (first + timedelta(number)).isoformat()
    elif length == 7:
        for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
            yield f"{number // 12:04}-{number % 12 + 1:02}"
    else:
        yield from (f"{year:04}" for year in range(first.year, last.year + 1))
