"""Formulas of names and figures of the calendar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

from quoth.annotate.times.figures import full_year, is_day
from quoth.annotate.times.matched import Path, modifier, of_kind, shapes, shift_of, whole, word_of
from quoth.annotate.times.patterns import Made
from quoth.annotate.times.shapes import (
    Calendar,
    Every,
    Inside,
    Shifted,
    Step,
)

_CALENDAR_FIELDS = tuple(f.name for f in fields(Calendar))


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
    """One time of the calendar from all elements; `field=value` adds a field.

    None where the elements contradict each other, or say the same twice: “Monday Monday” is two.
    """
    told = [e.value for e in shapes(path)]
    if (told and not isinstance(told[-1], Calendar)) or len(list(_weekdays(told))) > 1:
        return None  # “Friday, next Monday” are two, and so are “Friday (5/9), Friday”
    if len(told) > 1 and all(value == told[0] for value in told[1:]):
        return None
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
    first = next((e for e in path if "month" in e.kinds or "dd" in e.kinds), None)
    # “30 February” is a day that does not exist, “in February 30 people” is none
    written = (first is not None and "dd" in first.kinds) or "year" in found
    return Made(made, modifier(path)) if _possible(made, written) else None


def _weekdays(told: Sequence[object]) -> Iterator[int]:
    """The days of the week that shapes have, those with last or next too."""
    for value in told:
        inner = value.inner if isinstance(value, Shifted) else value
        if isinstance(inner, Calendar) and inner.weekday:
            yield inner.weekday


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


def _possible(c: Calendar, written: bool) -> bool:
    """Whether such a day may be meant; `written`: by its figures it is, even if there is none."""
    if c.month is not None and c.day is not None and not is_day(c.year or 2000, c.month, c.day):
        return written or bool(c.year and c.year < 0)
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


def day_listed(path: Path, *_: str) -> Made | None:
    """The first of days that share their month: “the 18th” of the 18th and 19th of June."""
    day = of_kind(path, "dd")
    last = next((e for e in reversed(path) if "dd" in e.kinds), None)
    if day is None or last is None or whole(last) <= whole(day):
        return None
    return calendar((day, *(e for e in path if "dd" not in e.kinds)))


def shared_year(path: Path) -> Made | None:
    """A month whose year stands behind the next one: “November” of November and December 1988."""
    first, last, at = of_kind(path, "MONTHNAME"), of_kind(path, "month"), of_kind(path, "yyyy")
    if first is None or last is None or at is None or not isinstance(first.value, Calendar):
        return None
    if first.value.day or (first.value.month or 0) >= whole(last):
        return None
    return Made(replace(first.value, year=whole(at)), first.mod)


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
    weekday, part = str(word_of(path, "weekdaypart")).split(" ")
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
        if first is not None and first < 0:
            return None
        if isinstance(outer.value, Step) and outer.value.unit == "century":
            first = THIS_CENTURY + outer.value.n
        return None if first is None else Made(Calendar(decade=first * 10 + value % 100 // 10))
    if value % 10 or not (value < 100 or 1000 <= value < 2200):
        return None
    return Made(Calendar(decade=value // 10), modifier(path))


def century(path: Path, *_: str) -> Made | None:
    """A century from its number: the 19th is 18, the third before the common era -3."""
    edge = of_kind(path, "ord", "roman", "n")
    value = whole(edge) if edge is not None else 0
    era = of_kind(path, "era")
    if era is not None and era.value == "bc" and 1 <= value <= 30:
        return Made(Calendar(century=-value), modifier(path))
    if not 1 < value <= 30:
        return None
    return Made(Calendar(century=value - 1), modifier(path))


def numbered(path: Path, what: str, *given: str) -> Made | None:
    """A quarter, a half or a week with its number, in a year if one is there.

    `yy`: a year of two figures; a figure: the number; without either, a month tells the quarter
    that ends with it.
    """
    short = "yy" in given
    at = of_kind(path[1:] if short else path, "yyyy", "YEAR", *(["yy"] if short else []))
    edge = of_kind([e for e in path if e is not at], "ord", "n", "roman")
    value = whole(edge) if edge is not None else _told_number(path, given)
    if not 1 <= value <= {"quarter": 4, "half": 2, "week": 53}[what]:
        return None
    inner = Calendar(**{what: value})  # type: ignore[arg-type]
    if at is None:
        return Made(inner)
    if at.kinds[0].islower():
        return Made(replace(inner, year=full_year(whole(at)) if short else whole(at)))
    if isinstance(at.value, Calendar):
        return Made(replace(inner, year=at.value.year, fiscal=at.value.fiscal))
    return Made(Inside(at.value, inner))  # type: ignore[arg-type]


def _told_number(path: Path, given: Sequence[str]) -> int:
    month = of_kind(path, "month")
    if month is not None:
        return (whole(month) + 2) // 3
    return next((int(word) for word in given if word.isdecimal()), 0)


def part(path: Path, *given: str) -> Made:
    """A part of the day."""
    found = of_kind(path, "part")
    value = given[0] if given else str(found.value) if found else ""
    return Made(Calendar(part=value), modifier(path))


def hijri(path: Path) -> Made | None:
    """A month of the Islamic calendar, which is not converted."""
    return Made(Every("XXXX-XX"), kinds=("HIJRI",))
