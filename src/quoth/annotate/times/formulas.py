"""What patterns make of their elements: the formulas of docs/times.md.

A formula finds its elements by their kinds, so that one serves every order of them.  It gives None
where the elements contradict each other (31 June), and the pattern does not match.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import partial

from quoth.annotate.times import lengths
from quoth.annotate.times.edges import Edge, Value
from quoth.annotate.times.figures import full_year, is_day
from quoth.annotate.times.patterns import Formula, Made
from quoth.annotate.times.shapes import (
    Away,
    Between,
    Calendar,
    Every,
    Inside,
    Length,
    Nth,
    Ref,
    Same,
    Shape,
    Shifted,
    Step,
)

Path = Sequence[Edge]
_CALENDAR_FIELDS = tuple(f.name for f in fields(Calendar))


def of_kind(path: Path, *kinds: str) -> Edge | None:
    """The first element of one of these kinds."""
    return next((e for e in path if any(k in e.kinds for k in kinds)), None)


def shapes(path: Path) -> list[Edge]:
    """The elements that patterns made."""
    return [e for e in path if e.kinds[0].isupper()]


def _word(path: Path, kind: str) -> Value:
    """What the element of a class says; the first element where none is of it."""
    return (of_kind(path, kind) or path[0]).value


def whole(edge: Edge) -> int:
    """The whole number that an element stands for; 0 if none."""
    return int(edge.value) if isinstance(edge.value, int | float) else 0


def shift_of(edge: Edge) -> int:
    """Last (-1), this (0) or next (1)."""
    return int(re.split("[~@]", str(edge.value))[0])


def modifier(path: Path) -> str:
    """The modifier that elements brought along."""
    return next((e.mod for e in path if e.mod), "")


# --- names and figures of the calendar ---------------------------------------------------------

_NAMES = {
    "month": "month",
    "weekday": "weekday",
    "season": "season",
    "holiday": "holiday",
    "part": "part",
    "zone": "zone",
    "yyyy": "year",
    "yearword": "year",
}


def calendar(path: Path, *given: str) -> Made | None:
    """One time of the calendar from all elements; `field=value` adds a field."""
    found: dict[str, object] = {}
    for name, value in _named(path, given):
        if found.get(name, value) != value:
            return None
        found[name] = value
    if "hour" in found:
        found.pop("part", None)
    made = Calendar(**found)  # type: ignore[arg-type]
    era = of_kind(path, "era")
    if era is not None and era.value == "bc" and made.year:
        made = replace(made, year=-made.year)
    return Made(made, modifier(path)) if _possible(made) else None


def _named(path: Path, given: Sequence[str]) -> Iterator[tuple[str, object]]:
    for edge in path:
        if isinstance(edge.value, Calendar):
            for name in _CALENDAR_FIELDS:
                value = getattr(edge.value, name)
                if value is not None and value != "" and value is not False:
                    yield name, value
            continue
        name = next((n for k, n in _NAMES.items() if k in edge.kinds), "")
        if name:
            yield name, whole(edge) if name in ("month", "weekday", "year") else edge.value
        elif "dd" in edge.kinds and "yy" not in given:
            yield "day", whole(edge)
        elif "yy" in edge.kinds:
            yield "year", full_year(whole(edge))
            yield "two_digits", True
    for word in (w for w in given if "=" in w):
        name, _, value = word.partition("=")
        yield name, int(value) if value.isdecimal() else (value or True)


def _possible(c: Calendar) -> bool:
    if c.month is not None and c.day is not None and not is_day(c.year or 2000, c.month, c.day):
        return bool(c.year and c.year < 0)
    if c.week is not None and not 1 <= c.week <= 53:
        return False
    return c.day is None or c.month is not None or c.weekday is not None


def day_month(path: Path, *_: str) -> Made | None:
    """A day and a month, both told by numbers: 27. 11., siebter vierter."""
    figures = [e for e in path if "dd" in e.kinds]
    if len(figures) != 2:
        return None
    day, month = (whole(e) for e in figures)
    if month > 12 or not is_day(2000, month, day):
        return None
    at = figures[0]._replace(kinds=("MONTHDAY",), value=Calendar(month=month, day=day))
    return calendar((at, *(e for e in path if e not in figures)))


def day_month(path: Path, *_: str) -> Made | None:
    """A day and a month, both told by numbers: 27. 11., siebter vierter."""
    figures = [e for e in path if "dd" in e.kinds]
    if len(figures) != 2:
        return None
    day, month = (whole(e) for e in figures)
    if month > 12 or not is_day(2000, month, day):
        return None
    at = figures[0]._replace(kinds=("MONTHDAY",), value=Calendar(month=month, day=day))
    return calendar((at, *(e for e in path if e not in figures)))


def dayless(path: Path) -> Made | None:
    """A weekday and a day of a month that is not named: Monday the 13th."""
    weekday, day = of_kind(path, "weekday", "WEEKDAY"), of_kind(path, "dd")
    if weekday is None or day is None:
        return None
    value = weekday.value.weekday if isinstance(weekday.value, Calendar) else weekday.value
    return Made(Calendar(weekday=int(value or 0), day=whole(day)))  # type: ignore[arg-type]


def day_of_month(path: Path, *_: str) -> Made | None:
    """A day of a month that is not named: the 13th; the 13th of this month."""
    found, shift = of_kind(path, "dd"), of_kind(path, "preshift", "postshift")
    if found is None:
        return None
    made = Calendar(day=whole(found))
    if shift is None or of_kind(path, "unit") is None:
        return Made(made if shift is None else Shifted(made, shift_of(shift)), weight=1)
    return Made(Inside(Step("month", shift_of(shift)), made))


def weekday_part(path: Path) -> Made | None:
    """A weekday with its part of the day in one word."""
    weekday, part = str(_word(path, "weekdaypart")).split(" ")
    return Made(Inside(Calendar(weekday=int(weekday)), Calendar(part=part)))


def bare_year(path: Path) -> Made | None:
    """A number of four figures as a year."""
    edge = of_kind(path, "yyyy", "newyear")
    if edge is None:
        return None
    return Made(Calendar(year=whole(edge)), modifier(path), weight=1)


def year(path: Path, *given: str) -> Made | None:
    """A year of two or four figures, or below 1000 with an era."""
    edge = of_kind(path, "yyyy", "yy", "n", "dd")
    if edge is None:
        return None
    value = whole(edge)
    era = of_kind(path, "era")
    short = era is None and value < 100
    value = full_year(value) if short else value
    if era is not None and era.value == "bc":
        value = -value
    return Made(Calendar(year=value, two_digits=short, fiscal="fiscal" in given))


THIS_CENTURY = 20
"""TIMEX3 value of the century that “the last century” is counted from, whatever the anchor."""


def decade(path: Path, *_: str) -> Made | None:
    """A decade from its word (60), its two figures or its year."""
    edge = of_kind(path, "yyyy", "decade", "yy", "n")
    if edge is None:
        return None
    value = whole(edge)
    outer = of_kind(path, "CENTURY")
    if outer is not None:
        first = outer.value.century if isinstance(outer.value, Calendar) else None
        if isinstance(outer.value, Step) and outer.value.unit == "century":
            first = THIS_CENTURY + outer.value.n
        return None if first is None else Made(Calendar(decade=first * 10 + value % 100 // 10))
    if value % 10 or not (value < 100 or 1000 <= value < 2200):
        return None
    return Made(Calendar(decade=value // 10), modifier(path))


def century(path: Path, *_: str) -> Made | None:
    """A century from its number: the 19th is 18."""
    edge = of_kind(path, "ord", "roman", "n")
    value = whole(edge) if edge is not None else 0
    if not 1 < value <= 30:
        return None
    return Made(Calendar(century=value - 1), modifier(path))


def numbered(path: Path, what: str) -> Made | None:
    """A quarter, a half or a week with its number, in a year if one is there."""
    edge = of_kind(path, "ord", "n", "roman")
    at = of_kind(path, "yyyy", "YEAR")
    value = whole(edge) if edge is not None else 0
    if not 1 <= value <= {"quarter": 4, "half": 2, "week": 53}[what]:
        return None
    inner = Calendar(**{what: value})  # type: ignore[arg-type]
    if at is None:
        return Made(inner)
    if at.kinds[0].islower():
        return Made(replace(inner, year=whole(at)))
    if isinstance(at.value, Calendar):
        return Made(replace(inner, year=at.value.year, fiscal=at.value.fiscal))
    return Made(Inside(at.value, inner))  # type: ignore[arg-type]


# --- from the anchor ----------------------------------------------------------------------------

_LETTERS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}


def day(path: Path) -> Made:
    """A word of the class `day`."""
    value, _, rest = str(_word(path, "day")).partition(" ")
    if value[-1] in _LETTERS:
        return Made(Step(_LETTERS[value[-1]], int(value[:-1])))
    n = int(value)
    if rest == "text":
        return Made(_from_text(n, "day"))
    step = Step("day", n)
    return Made(Inside(step, Calendar(part=rest)) if rest else step)


def other(path: Path) -> Made:
    """A word of the class `other`."""
    value = str(_word(path, "other"))
    return Made(_from_text(int(value[:-1]), _LETTERS[value[-1]]))


def _from_text(n: int, unit: str) -> Shape:
    return Away(Length(((float(abs(n)), unit),)), -1 if n < 0 else 1, Same()) if n else Same(unit)


def shifted_word(path: Path) -> Made:
    """A word of the class `shifted`: `-1 year`."""
    n, unit = str(_word(path, "shifted")).split(" ")
    return Made(Step(unit, int(n)))


def step(path: Path, *given: str) -> Made | None:
    """A unit with last, this or next; `step 1 week` gives both, `step 1` the shift."""
    unit = of_kind(path, "unit")
    shift = of_kind(path, "shift")
    numbers = [int(w) for w in given if re.fullmatch("[+-]?[0-9]+", w)]
    names = [w for w in given if w.isalpha()]
    name = names[0] if names else str(unit.value) if unit else "day"
    text = shift is not None and str(shift.value).endswith("@")
    n = numbers[0] if numbers else shift_of(shift) if shift else 0
    times, name = lengths.unit_of(name)
    if times != 1:
        if not n:
            return None
        return Made(Length(((float(times), name),), placed=1 if n > 0 else -1), modifier(path))
    return Made(_from_text(n, name) if text else Step(name, n), modifier(path))


def shifted(path: Path, *given: str) -> Made | None:
    """A time of the calendar with last, this or next."""
    shift = of_kind(path, "shift")
    inner = next((e for e in shapes(path) if isinstance(e.value, Calendar)), None)
    if inner is None or not isinstance(inner.value, Calendar):
        return None
    n = int(given[0]) if given else shift_of(shift) if shift else 0
    if inner.value.year is not None:
        return Made(inner.value, inner.mod)
    return Made(Shifted(inner.value, n), inner.mod)


def shifted_part(path: Path, *_: str) -> Made | None:
    """A part of the day with last, this or next: this morning."""
    shift, part = of_kind(path, "shift"), of_kind(path, "PART", "part")
    if shift is None or part is None:
        return None
    inner = part.value if isinstance(part.value, Calendar) else Calendar(part=str(part.value))
    return Made(Inside(Step("day", shift_of(shift)), inner), part.mod)


def same(path: Path, *given: str) -> Made:
    """That day, the same week; `same week` gives the unit."""
    unit = of_kind(path, "unit")
    name = given[0] if given else str(unit.value) if unit else str(_word(path, "same") or "")
    return Made(Same(name))


def the_same(path: Path, *_: str) -> Made | None:
    """A unit with an article: that of the text, or else that of the anchor."""
    unit = of_kind(path, "unit")
    return None if unit is None else Made(Same(str(unit.value), fallback=True))


def never(path: Path) -> Made:
    """Words that look like a time and are none: 52 years old."""
    return Made(None, kinds=("never",))


def ref(path: Path, *given: str) -> Made:
    """Now, in the past, in the future."""
    return Made(Ref(given[0] if given else str(_word(path, "ref"))))


# --- lengths ------------------------------------------------------------------------------------


def length(path: Path, *given: str) -> Made | None:
    """A number and a unit."""
    made = lengths.measured(path, given)
    return None if made is None else Made(made, modifier(path))


def longer(path: Path) -> Made | None:
    """Two lengths, the longer unit first: two years and six months."""
    made = lengths.added([e.value for e in path if isinstance(e.value, Length)])
    return None if made is None else Made(made, modifier(path))


def placed(path: Path, *given: str) -> Made | None:
    """A length with last or next: the last three weeks."""
    shift = of_kind(path, "shift")
    found = of_kind(path, "LENGTH")
    n = int(given[0]) if given else shift_of(shift) if shift else 0
    made = found.value if found is not None else lengths.measured(path, ())
    if not isinstance(made, Length) or n == 0:
        return None
    return Made(replace(made, placed=1 if n > 0 else -1), modifier(path))


def span(path: Path, *given: str) -> Made | None:
    """A length as TIMEX3 value, from the class `span` or given."""
    value = given[0] if given else str(_word(path, "span"))
    made = lengths.parsed(value)
    return Made(Every(value), kinds=("SET",)) if made is None else Made(made)


def ahead(path: Path) -> Made | None:
    """A length that points ahead unless the sentence looks back: in two years."""
    found = of_kind(path, "LENGTH")
    if found is None or not isinstance(found.value, Length) or found.value.placed:
        return None
    if any(number is None for number, _ in found.value.amounts):
        return None
    return Made(replace(found.value, ahead=True), found.mod, ("AHEAD",))


def away(path: Path, *given: str) -> Made | None:
    """A length before (-1) or after (1): of the anchor, of a time beside it, or of the `text`.

    A unit without a number is one of it, in languages that write no article there.
    """
    found = of_kind(path, "LENGTH")
    length = found.value if found else lengths.measured(path, ())
    if not isinstance(length, Length) or length.placed:
        return None
    vague = any(number is None for number, _ in length.amounts)
    if vague and given[0] == "1" and len(shapes(path)) == 1 and "text" not in given:
        return None  # “in several years” is mostly how long something took
    base: Shape | None = Same() if "text" in given else None
    others = [e for e in shapes(path) if e is not found]
    if others and "text" not in given:
        base = others[0].value  # type: ignore[assignment]
        if isinstance(base, Ref):
            base = None
    return Made(Away(length, int(given[0]), base), modifier(path))


# --- one time in another ------------------------------------------------------------------------


def inside(path: Path, *_: str) -> Made | None:
    """The finer of two times inside the coarser: Friday evening, Monday of next week."""
    found = shapes(path)
    hour = of_kind(path, "hh")
    if len(found) == 1 and hour is not None:  # Tuesday at five
        clocked = Calendar(hour=int(hour.value))  # type: ignore[arg-type, call-overload]
        found.append(hour._replace(kinds=("CLOCK",), value=clocked))
    stopped = of_kind(path, "stopped")
    if len(found) == 1 and stopped is not None:  # vandaag om 20.30
        found.append(stopped._replace(kinds=("CLOCK",)))
    stopped = of_kind(path, "stopped")
    if len(found) == 1 and stopped is not None:  # vandaag om 20.30
        found.append(stopped._replace(kinds=("CLOCK",)))
    if len(found) != 2:
        return None
    outer, inner = sorted(found, key=lambda e: _fineness(e))
    if not isinstance(inner.value, Calendar) or isinstance(outer.value, str | int | float):
        return None
    narrow = isinstance(outer.value, Step) and outer.value.unit not in ("year", "fiscal", "decade")
    if narrow and (inner.value.month or inner.value.quarter or inner.value.season):
        return None  # “3 March, this week” are two times
    mod = outer.mod or inner.mod
    if isinstance(outer.value, Calendar):
        merged = calendar((outer, inner))
        if merged is not None and (outer.value.year is not None or inner.value.hour is not None):
            return merged._replace(mod=mod)
    if outer.value is None:
        return None
    return Made(Inside(outer.value, inner.value), mod)


def _fineness(edge: Edge) -> int:
    order = ("CENTURY", "DECADE", "YEAR", "HALF", "QUARTER", "SEASON", "MONTH", "WEEK", "WEEKEND")
    last = {"DAY": 20, "PART": 30, "MOMENT": 25, "CLOCK": 40}
    return next(
        (order.index(k) if k in order else last[k] for k in edge.kinds if k in order or k in last),
        10,
    )


def nth(path: Path, *given: str) -> Made | None:
    """The n-th unit of a time: the first week of March, the last two months of 2031."""
    outer = next(iter(shapes(path)), None)
    unit = of_kind(path, "unit")
    number, shift = of_kind(path, "ord"), of_kind(path, "shift")
    count = of_kind(path, "n")
    at = of_kind(path, "yyyy")
    if outer is None and at is not None:
        outer = at._replace(value=Calendar(year=whole(at)))
    if outer is None or unit is None or isinstance(outer.value, str | int | float | None):
        return None
    if number is not None:
        n = whole(number)
    elif shift is not None:
        n = shift_of(shift)
    else:
        n = int(given[0]) if given else whole(count) if count else 0
        count = None
    if unit is None:
        return None
    times, name = lengths.unit_of(str(unit.value))
    if not n or times != 1:
        return None
    how_many = whole(count) if count else 1
    return Made(Nth(n, name, outer.value, how_many))


def week_of(path: Path, *_: str) -> Made | None:
    """The week (or another unit) that holds a day: the week of 10 April."""
    unit = of_kind(path, "unit")
    day = next(iter(shapes(path)), None)
    if unit is None or day is None or isinstance(day.value, str | int | float | None):
        return None
    return Made(Nth(0, str(unit.value), day.value))


def eve(path: Path) -> Made | None:
    """A part of the day before: the night to Tuesday."""
    part_of, day_of = of_kind(path, "part", "PART"), of_kind(path, "DAY")
    if part_of is None or day_of is None or isinstance(day_of.value, str | int | float | None):
        return None
    name = part_of.value.part if isinstance(part_of.value, Calendar) else str(part_of.value)
    before = Away(Length(((1.0, "day"),)), -1, day_of.value)
    return Made(Inside(before, Calendar(part=name)))


def clock_on(path: Path, *_: str) -> Made | None:
    """A bare hour on a day: Saturday at 5, tonight around 7."""
    day_of = of_kind(path, "DAY", "MOMENT", "PART")
    hour = of_kind(path, "hh")
    if day_of is None or hour is None:
        return None
    part_name = ""
    if isinstance(day_of.value, Inside):
        part_name = day_of.value.inner.part
    elif isinstance(day_of.value, Calendar):
        part_name = day_of.value.part
    told = day_of._replace(value=part_name, kinds=("part",)) if part_name else None
    value = _half(whole(hour), of_kind(path, "clock"), told)
    if value is None:
        return None
    outer = day_of.value.outer if isinstance(day_of.value, Inside) else day_of.value
    if isinstance(outer, Calendar):
        return Made(replace(outer, part="", hour=value), modifier(path))
    return Made(Inside(outer, Calendar(hour=value)), modifier(path))  # type: ignore[arg-type]


def modified(path: Path, *given: str) -> Made | None:
    """A time with a modifier: early March, about two weeks."""
    mod = of_kind(path, "mod")
    found = next(iter(shapes(path)), None)
    new = given[0] if given else str(mod.value) if mod else ""
    at = of_kind(path, "yyyy")
    if found is not None and isinstance(found.value, Length) and found.value.placed:
        return None  # “over the last two years”
    if found is None:
        return None if at is None else Made(Calendar(year=whole(at)), new)
    return Made(found.value, new, found.kinds, found.lean, found.ends)


def unit_modified(path: Path, *given: str) -> Made | None:
    """A bare unit with a modifier is that of the anchor: the end of the year."""
    unit, mod = of_kind(path, "unit"), of_kind(path, "mod")
    if unit is None:
        return None
    times, name = lengths.unit_of(str(unit.value))
    new = given[0] if given else str(mod.value) if mod else ""
    return Made(Step(name, 0), new) if times == 1 else None


def leaning(path: Path, which: str) -> Made | None:
    """A time behind since (-1) or until (1): the same, with the direction told."""
    found = next(iter(shapes(path)), None)
    if found is None:
        return None
    return Made(found.value, found.mod, found.kinds, int(which), found.ends)


def same_as(path: Path) -> Made | None:
    """The one time among the elements, with what stands beside it in its extent."""
    found = next(iter(shapes(path)), None)
    return None if found is None else Made(found.value, found.mod, found.kinds, ends=found.ends)


# --- ranges, sets -------------------------------------------------------------------------------


def between(path: Path, *_: str) -> Made | None:
    """From one time to another; the first takes from the last what it does not name."""
    found = [e for e in path if e.kinds[0].isupper() or "dd" in e.kinds or "yyyy" in e.kinds]
    found += [e for e in path if "yy" in e.kinds and e not in found]
    if len(found) != 2:
        return None
    first, last = found
    end = _end(last, first)
    start = _start(first, end)
    if start is None or end is None:
        return None
    ends = ((first.low, first.high), (last.low, last.high))
    return Made(Between(start, end), first.mod and modifier(path), ends=ends)


def _end(edge: Edge, first: Edge) -> Shape | None:
    if isinstance(edge.value, int | float):
        return _figure_end(whole(edge), edge, first)
    return edge.value if not isinstance(edge.value, str) else None


def _figure_end(value: int, edge: Edge, first: Edge) -> Shape | None:
    """The last of “June 4-7”, “1998-2001”, “1998-99”."""
    start = first.value
    if isinstance(start, Calendar) and start.day is not None and "dd" in edge.kinds:
        later = value > start.day
        return replace(start, day=value, weekday=None, swapped=None) if later else None
    before = start.year if isinstance(start, Calendar) else start
    if not isinstance(before, int | float):
        return None
    if "yyyy" not in edge.kinds:
        value += int(before) // 100 * 100
    return Calendar(year=value) if value > before else None


def _start(edge: Edge, end: Shape | None) -> Shape | None:
    if isinstance(edge.value, int | float):
        if "yyyy" in edge.kinds and not isinstance(end, Calendar | Step):
            return None
        if "yyyy" in edge.kinds:
            return Calendar(year=whole(edge))
        if isinstance(end, Inside):  # from the 4th to the 23rd of next month
            inner = _start(edge, end.inner)
            return replace(end, inner=inner) if isinstance(inner, Calendar) else None
        if not isinstance(end, Calendar) or end.day is None or end.day <= whole(edge):
            return None
        return replace(end, day=whole(edge), weekday=None)
    if isinstance(edge.value, str) or edge.value is None:
        return None
    return shared(edge.value, end)


def shared(start: Shape, end: Shape | None) -> Shape:
    """The first end of a range with the year, month or zone that only the last one names."""
    if not isinstance(start, Calendar) or not isinstance(end, Calendar):
        return start
    names = []
    if start.year is None and end.year is not None and _dated(start):
        names.append("year")
    if start.zone == "" and end.zone:
        names.append("zone")
    return replace(start, **{n: getattr(end, n) for n in names})


def _dated(c: Calendar) -> bool:
    return bool(c.month or c.season or c.quarter or c.half)


def days_to(path: Path, *_: str) -> Made | None:
    """Two days of one month: from 4 to 22 April."""
    days = [e for e in path if "dd" in e.kinds]
    month = of_kind(path, "month")
    if len(days) != 2 or month is None:
        return None
    found = [calendar((d, month)) for d in days]
    if found[0] is None or found[1] is None or days[0].value >= days[1].value:  # type: ignore[operator]
        return None
    start, end = found[0].value, found[1].value
    ends = ((days[0].low, days[0].high), (days[1].low, path[-1].high))
    return Made(Between(start, end), ends=ends)  # type: ignore[arg-type]


def range_in_year(path: Path, *_: str) -> Made | None:
    """A range with the year that stands behind it."""
    found, at = of_kind(path, "RANGE"), of_kind(path, "yyyy")
    if found is None or at is None or not isinstance(found.value, Between):
        return None
    year = Calendar(year=whole(at))
    end = found.value.end
    if not isinstance(end, Calendar) or end.year is not None or not _dated(end):
        return None
    end = replace(end, year=year.year)
    return Made(Between(shared(found.value.start, end), end), ends=found.ends)


def range_on(path: Path, *_: str) -> Made | None:
    """A range of clock times on a day."""
    at, found = of_kind(path, "DAY"), of_kind(path, "RANGE")
    if at is None or found is None or not isinstance(found.value, Between):
        return None
    start, end = found.value.start, found.value.end
    if not isinstance(start, Calendar) or not isinstance(end, Calendar) or start.hour is None:
        return None
    outer: Shape = at.value  # type: ignore[assignment]
    return Made(Between(Inside(outer, start), Inside(outer, end)), ends=found.ends)


def every(path: Path, *given: str) -> Made | None:
    """How often: every Monday, every two weeks."""
    if "one" in given:  # “15 a year”: the number is how many, not how often
        path = [e for e in path if "n" not in e.kinds]
        given = ()
    value = given[0] if given else lengths.often(path)
    return Made(Every(value)) if value else None


def listed(path: Path) -> Made:
    """A word of the class `set`."""
    return Made(Every(str(_word(path, "set"))))


# --- clocks -------------------------------------------------------------------------------------


def clock(path: Path, *given: str) -> Made | None:
    """A time of day from hours, minutes, a half of the day and a zone; `+30` adds minutes."""
    minutes = _minutes(path)
    if minutes is None:
        return None
    for word in given:
        minutes += int(word)
    half = next((e for e in path if "clock" in e.kinds and e.value in ("am", "pm")), None)
    part = of_kind(path, "part", "PART")
    zone = of_kind(path, "zone")
    hour = _half(minutes // 60, half, part)
    if hour is None or minutes < 0:
        return None
    found = of_kind(path, "CLOCK", "stopped")
    exact = isinstance(found.value, Calendar) and found.value.minute is not None if found else False
    named = bool(given) or of_kind(path, "mm") is not None or exact or minutes % 60 != 0
    return Made(
        Calendar(
            hour=hour,
            minute=minutes % 60 if named else None,
            second=_second(found),
            zone=str(zone.value) if zone else _zone(found),
        )
    )


def _second(found: Edge | None) -> int | None:
    return found.value.second if found and isinstance(found.value, Calendar) else None


def _zone(found: Edge | None) -> str:
    return found.value.zone if found and isinstance(found.value, Calendar) else ""


def _minutes(path: Path) -> int | None:
    found = of_kind(path, "CLOCK", "stopped")
    if found is not None and isinstance(found.value, Calendar):
        return (found.value.hour or 0) * 60 + (found.value.minute or 0)
    figure = of_kind(path, "hhmm")
    if figure is not None and of_kind(path, "hh") is None:
        value = whole(figure)
        return value // 100 * 60 + value % 100
    halved = of_kind(path, "hhalf")
    if halved is not None and isinstance(halved.value, float):
        return int(halved.value * 60)
    figures = [e for e in path if {"hh", "mm", "ord"} & set(e.kinds)]
    if not figures or not 0 <= whole(figures[0]) <= 24:
        return None
    minute = whole(figures[1]) if len(figures) > 1 else 0
    return whole(figures[0]) * 60 + minute


def _half(hour: int, half: Edge | None, part: Edge | None) -> int | None:
    """The hour of 24 from one of 12 and a word for the half of the day."""
    if hour > 24:
        return None
    name = part.value if part is not None else None
    if isinstance(name, Calendar):
        name = name.part
    late = (half is not None and half.value == "pm") or (name == "AF" and hour < 10)
    late = late or name == "EV"
    late = late or (name == "NI" and 6 <= hour < 12)
    early = (half is not None and half.value == "am") or name == "MO"
    early = early or (name == "NI" and hour == 12)
    if late and hour < 12:
        return hour + 12
    if early and hour == 12:
        return 0
    return hour


def part(path: Path, *given: str) -> Made:
    """A part of the day."""
    found = of_kind(path, "part")
    value = given[0] if given else str(found.value) if found else ""
    return Made(Calendar(part=value), modifier(path))


def hijri(path: Path) -> Made | None:
    """A month of the Islamic calendar, which is not converted."""
    return Made(Every("XXXX-XX"), kinds=("HIJRI",))


FORMULAS: Mapping[str, Callable[..., Made | None]] = {
    "calendar": calendar,
    "daymonth": day_month,
    "daymonth": day_month,
    "dayless": dayless,
    "dayofmonth": day_of_month,
    "weekdaypart": weekday_part,
    "bareyear": bare_year,
    "year": year,
    "decade": decade,
    "century": century,
    "numbered": numbered,
    "day": day,
    "other": other,
    "shiftedword": shifted_word,
    "step": step,
    "shifted": shifted,
    "shiftedpart": shifted_part,
    "same": same,
    "thesame": the_same,
    "never": never,
    "ref": ref,
    "length": length,
    "longer": longer,
    "placed": placed,
    "span": span,
    "ahead": ahead,
    "away": away,
    "inside": inside,
    "nth": nth,
    "mod": modified,
    "weekof": week_of,
    "eve": eve,
    "clockon": clock_on,
    "unitmod": unit_modified,
    "leaning": leaning,
    "as": same_as,
    "between": between,
    "daysto": days_to,
    "rangeyear": range_in_year,
    "rangeon": range_on,
    "every": every,
    "listed": listed,
    "clock": clock,
    "part": part,
    "hijri": hijri,
}
"""Every formula by the name that patterns call it."""


def formula(text: str) -> Formula:
    """The formula of a rule: its name and its words.

    Raises:
        ValueError: if there is none of that name.
    """
    name, *words = text.split()
    if name not in FORMULAS:
        raise ValueError(f"no formula {name!r}")
    return partial(_call, FORMULAS[name], tuple(words)) if words else FORMULAS[name]


def _call(made: Callable[..., Made | None], words: tuple[str, ...], path: Path) -> Made | None:
    return made(path, *words)
