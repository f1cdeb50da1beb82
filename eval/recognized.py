"""Whether a time that was read is one of the readings that Recognizers-Text gives it.

What was read is the `same` as a reading if one of these holds:

1. The TIMEX3 values are equal, once times of day have lost empty minutes and seconds
   (`T22:00` is `T22`) and durations are counted in seconds (a year of 365 days, a month of 30).
2. Ours is the day or the moment that the reading states as its value, or names that day and the
   reading is its last second (“the end of tomorrow”, which TIMEX3 marks as END of the day).
3. The first and last day read are those of the reading. Its end is the day after its last day, or,
   of a range with two ends (“from March to May”), the first day of its last unit, or its last day.
   A reading with one end alone (“before 2012”) has that at an end of what was read.
4. The reading is a range counted in units (“the next three days”: `(…,…,P3D)`) and ours is that
   duration; TIMEX3 marks it so. Where ours says which days, they overlap with those of the reading.
5. A number that the words do not give (“several weeks”), X in TIMEX3, is any up to ten.
6. A season, fiscal or school year without its year is the same with one, and the other way around.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scene import Seen

FEW = 10
_UNITS = {"S": 1, "H": 3600, "D": 86400, "B": 86400, "W": 604800, "Y": 31536000}
_MINUTE, _MONTH = 60, 2592000
_PART = re.compile(r"(\d+(?:\.\d+)?|X)(BD|WE|QY?|DE|DT|[A-Z])")
_EMPTY = re.compile(r"(?<=T\d\d)(?::00){1,2}$|(?<=T\d\d:\d\d):00$")
_RANGE = re.compile(r"\(([^,]*),([^,]*),(P[^)]*)\)")
_SEASON = re.compile(r"^(?:\d{4}-|XXXX-)?(SP|SU|FA|WI)$|^(FY|SY)(?:\d{4}|XXXX)$")


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of a result, as the library states it: `end` is the first day after.

    Attributes:
        value: a day, a moment, or seconds of a duration; empty if not stated.
        start, end: of a range; empty if not stated.
    """

    timex: str
    value: str = ""
    start: str = ""
    end: str = ""


def same(seen: Sequence[Seen], readings: Sequence[Reading]) -> bool:
    """Whether one of the readings is what was read: one expression, or the two ends of a range."""
    if not seen:
        return False
    if len(seen) > 1:
        first, last = seen[0], seen[-1]
        return any(_days(first.earliest, last.latest, r) for r in readings)
    return any(_one(seen[0], r) for r in readings)


def _one(seen: Seen, reading: Reading) -> bool:
    ours = moment(seen.timex)
    if ours in {moment(reading.timex), moment(reading.value)} - {""}:
        return True
    if reading.value.endswith(("23:59:59", "23:59:00")) and ours == reading.value[:10]:
        return True
    if _length(seen.timex, reading.timex) or _season(seen.timex, reading.timex):
        return True
    return _counted(seen, reading) or _days(seen.earliest, seen.latest, reading)


def moment(value: str) -> str:
    """A value in TIMEX3's way of writing moments, without empty minutes and seconds."""
    return _EMPTY.sub("", value.replace(" ", "T"))


def seconds(duration: str) -> float | None:
    """The length of a TIMEX3 duration in seconds; None where it is none, or has an X."""
    parts = list(_parts(duration))
    if not parts or any(number == "X" for number, _ in parts):
        return None
    return sum(float(number) * _size(unit) for number, unit in parts)


def _parts(duration: str) -> Iterator[tuple[str, str]]:
    """Numbers and units; of months `M`, of minutes `TM`."""
    if not duration.startswith("P"):
        return
    days, _, hours = duration[1:].partition("T")
    for number, unit in _PART.findall(days):
        yield number, unit
    for number, unit in _PART.findall(hours):
        yield number, f"T{unit}" if unit == "M" else unit


def _size(unit: str) -> float:
    if unit == "WE":
        return 2 * _UNITS["D"]
    return {"TM": _MINUTE, "M": _MONTH}.get(unit) or _UNITS.get(unit[0], 0)


def _length(ours: str, theirs: str) -> bool:
    """Whether two durations are equally long, or one has any number of the other's unit."""
    left, right = list(_parts(ours)), list(_parts(theirs))
    if len(left) == len(right) == 1 and left[0][0] == "X":
        number, unit = right[0]
        return left[0][1] == unit and float(number) <= FEW
    length = seconds(ours)
    return length is not None and length == seconds(theirs)


def _season(ours: str, theirs: str) -> bool:
    left, right = _SEASON.match(ours), _SEASON.match(theirs)
    if not left or not right or left.groups() != right.groups():
        return False
    return ours == theirs or not re.search(r"\d", ours) or not re.search(r"\d", theirs)


def _counted(seen: Seen, reading: Reading) -> bool:
    found = _RANGE.fullmatch(reading.timex)
    if not found or not _length(seen.timex, found[3]):
        return False
    if not (seen.earliest and seen.latest and reading.start and reading.end):
        return True
    return seen.earliest[:10] <= reading.end[:10] and reading.start[:10] <= seen.latest[:10]


def _days(earliest: str | None, latest: str | None, reading: Reading) -> bool:
    """Whether the days read are those of a range."""
    first, ends = (earliest or "")[:10], set(_ends(latest))
    start, end = reading.start[:10], reading.end[:10]
    if start and end:
        return first == start < end and end in ends
    return bool(start or end) and (start or end) in ends | {first}


def _ends(latest: str | None) -> Iterator[str]:
    """The days that the library may give as the end of days of which this is the last."""
    day = _day(latest or "")
    if day is None or day == date.max:
        return
    after = day + timedelta(days=1)
    for one in (day, after, *_closing(day, after)):
        yield one.isoformat()


def _closing(day: date, after: date) -> Iterator[date]:
    """The first day of each unit of the calendar that a day is the last one of."""
    if after.weekday() == 0:
        yield day - timedelta(days=6)
    if after.day == 1:
        yield day.replace(day=1)
    if (after.day, after.month) == (1, 1):
        yield day.replace(month=1, day=1)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
