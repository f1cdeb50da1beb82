"""The calendar: units that hold a day, steps from one to another, and their TIMEX3 values."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from quoth.model.time import Grain

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_OF = {m: s for s, first in _SEASONS.items() for m in range(first, first + 3)} | {
    1: "WI",
    2: "WI",
}
_HOURS = {
    "MO": (6, 12),
    "MI": (11, 14),
    "NO": (12, 12),
    "AF": (12, 18),
    "EV": (18, 22),
    "NI": (21, 30),
    "DT": (6, 18),
    "MN": (24, 24),
    "SM": (0, 6),
}
"""First hour of a part of the day, and the hour that it ends before; from 24 on of the next day."""
_STEPS = {"quarter": 3, "half": 6, "season": 3, "month": 1}
_YEARS = {"year": 1, "fiscal": 1, "decade": 10, "century": 100, "millennium": 1000}
_DAYS = {"day": 1, "workday": 1, "week": 7, "weekend": 7, "fortnight": 14}
_GRAINS = {
    "workday": Grain.DAY,
    "fortnight": Grain.WEEK,
    "fiscal": Grain.YEAR,
    "millennium": Grain.CENTURY,
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the calendar, from its first to its last moment, both included.

    Attributes:
        grain: the unit to which it is known.
        timex: its TIMEX3 value.
        zone: `Z`, an offset, or empty.
        placed: whether the two ends are meant; False where only the value is known (fiscal years).
    """

    first: datetime
    last: datetime
    grain: Grain
    timex: str
    zone: str = ""
    placed: bool = True

    @property
    def timed(self) -> bool:
        """Whether it is shorter than a day."""
        return self.grain in (Grain.SECOND, Grain.MINUTE, Grain.HOUR, Grain.PART)

    def ends(self) -> tuple[str | None, str | None]:
        """Earliest and latest, as `quoth.model.Time` has them."""
        if not self.placed:
            return None, None
        if not self.timed:
            return self.first.date().isoformat(), self.last.date().isoformat()
        width = "seconds" if self.grain is Grain.SECOND else "minutes"
        return tuple(d.isoformat(timespec=width) + self.zone for d in (self.first, self.last))  # type: ignore[return-value]


def grain_of(unit: str) -> Grain:
    """The grain of a unit."""
    return _GRAINS[unit] if unit in _GRAINS else Grain(unit)


def midnight(day: date) -> datetime:
    """The first moment of a day."""
    return datetime(day.year, day.month, day.day)


def _until(first: datetime, behind: datetime, grain: Grain, timex: str) -> Stretch:
    return Stretch(first, behind - timedelta(seconds=1), grain, timex)


def holding(unit: str, moment: datetime) -> Stretch:
    """The unit of the calendar that holds a moment."""
    day = datetime(moment.year, moment.month, moment.day)
    if unit in ("hour", "minute", "second"):
        return clock_stretch(day, moment.hour, moment.minute, moment.second, unit)
    if unit in ("day", "workday"):
        return _until(day, day + DAY, Grain.DAY, day.date().isoformat())
    if unit in ("week", "fortnight", "weekend"):
        return _week(day, unit)
    if unit in _YEARS:
        return year_stretch(unit, moment.year)
    return _months(unit, moment)


def _week(day: datetime, unit: str) -> Stretch:
    monday = day - DAY * day.weekday()
    year, week, _ = day.isocalendar()
    if unit == "weekend":
        return _until(monday + 5 * DAY, monday + 7 * DAY, Grain.WEEKEND, f"{year}-W{week:02d}-WE")
    return _until(monday, monday + 7 * DAY, Grain.WEEK, f"{year}-W{week:02d}")


def _months(unit: str, moment: datetime) -> Stretch:
    year, month = moment.year, moment.month
    if unit == "season":
        name = _SEASON_OF[month]
        return season_stretch(name, year - 1 if month < 3 else year)
    width = _STEPS[unit]
    number = (month - 1) // width + 1
    first = datetime(year, (number - 1) * width + 1, 1)
    timex = {"month": f"{year}-{month:02d}", "quarter": f"{year}-Q{number}"}.get(
        unit, f"{year}-H{number}"
    )
    return _until(first, add(first, unit, 1), Grain(unit), timex)


def season_stretch(name: str, year: int) -> Stretch:
    """A season, meteorological, of the north; winter begins in its year."""
    first = datetime(year, _SEASONS[name], 1)
    return _until(first, add(first, "month", 3), Grain.SEASON, f"{year}-{name}")


def year_stretch(unit: str, year: int) -> Stretch:
    """The year, decade or century that holds a year."""
    width = _YEARS[unit]
    first = year // width * width
    behind = datetime(first + width, 1, 1) if first + width <= 9999 else datetime.max
    timex = {1: f"{first:04d}", 10: f"{first // 10:03d}", 100: f"{first // 100:02d}"}.get(
        width, f"{first // 1000}"
    )
    made = _until(datetime(max(first, 1), 1, 1), behind, grain_of(unit), timex)
    return replace(made, timex=f"FY{year}", placed=False) if unit == "fiscal" else made


def add(moment: datetime, unit: str, n: float) -> datetime:
    """A moment, n units later; the 31st becomes the last day of a shorter month.

    Raises:
        OverflowError: if that is outside the years 1 to 9999.
    """
    if unit == "workday" and n == int(n):
        return _workdays(moment, int(n))
    if unit in _DAYS:
        return moment + timedelta(days=n * _DAYS[unit])
    if unit in ("hour", "minute", "second"):
        return moment + timedelta(**{f"{unit}s": n})
    months = n * _STEPS[unit] if unit in _STEPS else n * 12 * _YEARS[unit]
    if abs(months) > 12 * 9999:
        raise OverflowError("outside the calendar")
    index = moment.year * 12 + moment.month - 1 + int(months)
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise OverflowError("outside the calendar")
    day = min(moment.day, monthrange(year, month + 1)[1])
    whole = moment.replace(year=year, month=month + 1, day=day)
    return whole + timedelta(days=round((months - int(months)) * 30))


def _workdays(moment: datetime, n: int) -> datetime:
    if abs(n) > 10_000:
        return moment + timedelta(days=n * 7 / 5)
    step = DAY if n > 0 else -DAY
    while n:
        moment += step
        if moment.weekday() < 5:
            n -= 1 if n > 0 else -1
    return moment


def clock_stretch(day: datetime, hour: int, minute: int, second: int, unit: str) -> Stretch:
    """An hour, a minute or a second of a day; hour 24 is the next day's first."""
    first = day + timedelta(hours=hour, minutes=minute, seconds=second)
    date_part = (first if hour < 24 else day).date().isoformat()
    clock = f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if unit == "second" else "")
    return Stretch(first, first, Grain(unit), f"{date_part}T{clock}")


def part_stretch(day: datetime, part: str) -> Stretch:
    """A part of a day; nights end on the next morning."""
    start, stop = _HOURS[part]
    first = day + timedelta(hours=start)
    last = day + timedelta(hours=stop) - (MINUTE if stop > start else timedelta(0))
    return Stretch(first, last, Grain.PART, f"{day.date().isoformat()}{part_timex(part)}")


def part_timex(part: str) -> str:
    """What a part of the day is in TIMEX3, which has no value for the small hours but morning."""
    return {"NO": "T12:00", "MN": "T24:00", "SM": "TMO"}.get(part, f"T{part}")


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def holiday_day(name: str, year: int) -> date:
    """The day of a holiday: `12-25`, `easter-2`, `11-W4-4` (4th Thursday), `05-WL-1` (last)."""
    if name.startswith("easter"):
        return easter(year) + int(name[6:]) * DAY
    month = int(name[:2])
    if "W" not in name:
        return date(year, month, int(name[3:]))
    weekday = int(name[-1])
    if name[4] == "L":
        last = date(year, month, monthrange(year, month)[1])
        return last - ((last.isoweekday() - weekday) % 7) * DAY
    first = date(year, month, 1)
    return first + ((weekday - first.isoweekday()) % 7 + 7 * (int(name[4]) - 1)) * DAY
