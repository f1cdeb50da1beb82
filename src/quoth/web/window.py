"""Windows of the timeline: all time, a century, a decade, a year, a month, a day.

A window is named by the beginning that all its days share: `203` is a decade, `2031` a year,
`2031-05` a month, `2031-05-03` a day; what has no name is all time.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from quoth.errors import UsageError
from quoth.store.views.timeline import Window

CENTURY, DECADE, YEAR, MONTH, DAY, HOUR = 2, 3, 4, 7, 10, 13
"""Lengths of the names."""
_SIZES = (0, CENTURY, DECADE, YEAR, MONTH, DAY, HOUR)
_MOST = 40
"""Parts that all time has at most: else they are the next longer ones."""


@dataclass(frozen=True, slots=True)
class Zoom:
    """A window as the page shows it.

    Attributes:
        at: its name.
        window: the same, as the ledger is asked.
        parents: the names of the windows that it lies in, the longest first.
        before, after: the windows beside it; None where there is none.
    """

    at: str
    window: Window
    parents: tuple[str, ...]
    before: str | None
    after: str | None

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of its parts, in order."""
        return self.window.parts


def zoom(at: str, extent: tuple[str, str]) -> Zoom:
    """The window with a name.

    Args:
        extent: the first and the last day of the ledger, which bound all time.

    Raises:
        UsageError: if there is no such window (`bad-window`).
    """
    if not at:
        return _all(extent)
    days = _days(at)
    size = _SIZES[_SIZES.index(len(at)) + 1]
    before, after = _beside(at, days)
    window = Window(at, _above(at), before or at, _parts(at, size), *days)
    parents = tuple(at[:n] for n in _SIZES if n < len(at) and n not in (CENTURY, DECADE))
    return Zoom(at, window, parents, before, after)


def usual(latest: str | None, extent: tuple[str, str]) -> str:
    """The window to begin with: the month of the latest page.

    Args:
        latest: its day; None where no page has one: then it is the month of the last entry.
    """
    return (latest or extent[1])[:MONTH]


def _all(extent: tuple[str, str]) -> Zoom:
    first, last = int(extent[0][:YEAR]), int(extent[1][:YEAR])
    size = YEAR
    while size > CENTURY and (last - first) // 10 ** (YEAR - size) >= _MOST:
        size -= 1
    step = 10 ** (YEAR - size)
    parts = tuple(f"{n:0{size}}" for n in range(first // step, last // step + 1))
    return Zoom("", Window("0", "~", "0", parts), (), None, None)


def _days(at: str) -> tuple[date, date]:
    """The first and the last day of a window."""
    try:
        if not at.replace("-", "").isascii() or not at.replace("-", "").isdigit():
            raise ValueError(at)
        if len(at) in (CENTURY, DECADE, YEAR):
            years = 10 ** (YEAR - len(at))
            first = int(at) * years
            return date(max(first, 1), 1, 1), date(first + years - 1, 12, 31)
        if len(at) == MONTH:
            begin = date.fromisoformat(f"{at}-01")
            return begin, begin.replace(day=monthrange(begin.year, begin.month)[1])
        if len(at) == DAY:
            return date.fromisoformat(at), date.fromisoformat(at)
        raise ValueError(at)
    except ValueError as error:
        raise UsageError(f"at: {at[:40]!r} is no part of the calendar", "bad-window") from error


def _above(at: str) -> str:
    """What is greater than every day and moment of a window, and less than those after it."""
    return f"{at}~"


def _beside(at: str, days: tuple[date, date]) -> tuple[str | None, str | None]:
    try:
        before = (days[0] - timedelta(days=1)).isoformat()[: len(at)]
    except OverflowError:
        before = None
    try:
        after = (days[1] + timedelta(days=1)).isoformat()[: len(at)]
    except OverflowError:
        after = None
    return before, after


def _parts(at: str, size: int) -> tuple[str, ...]:
    if size <= YEAR:
        return tuple(f"{at}{n}" for n in range(10))
    if size == MONTH:
        return tuple(f"{at}-{n:02}" for n in range(1, 13))
    if size == DAY:
        last = _days(at)[1].day
        return tuple(f"{at}-{n:02}" for n in range(1, last + 1))
    return tuple(f"{at}T{n:02}" for n in range(24))
