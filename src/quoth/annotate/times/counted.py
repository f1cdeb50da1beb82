"""Formulas of what is counted: from the anchor, from the text, and lengths."""

from __future__ import annotations

import re
from dataclasses import replace

from quoth.annotate.times import lengths
from quoth.annotate.times.matched import Path, modifier, of_kind, shapes, shift_of, whole, word_of
from quoth.annotate.times.patterns import Made
from quoth.annotate.times.shapes import (
    Away,
    Calendar,
    Every,
    Inside,
    Length,
    Ref,
    Same,
    Shape,
    Shifted,
    Step,
)

_LETTERS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}


def day(path: Path) -> Made:
    """A word of the class `day`."""
    value, _, rest = str(word_of(path, "day")).partition(" ")
    if value[-1] in _LETTERS:
        return Made(Step(_LETTERS[value[-1]], int(value[:-1])))
    n = int(value)
    if rest == "text":
        return Made(_from_text(n, "day"))
    step = Step("day", n)
    return Made(Inside(step, Calendar(part=rest)) if rest else step)


def other(path: Path) -> Made:
    """A word of the class `other`."""
    value = str(word_of(path, "other"))
    return Made(_from_text(int(value[:-1]), _LETTERS[value[-1]]))


def other_unit(path: Path) -> Made | None:
    """A word of the class `other` with a unit of the text beside it: the year-earlier quarter."""
    unit, number = of_kind(path, "unit"), of_kind(path, "ord")
    value = str(word_of(path, "other"))
    n = int(value[:-1])
    if unit is None or not n:
        return None
    base: Shape = Same(str(unit.value), fallback=True)
    if number is not None:
        base = Calendar(quarter=whole(number))
    return Made(Away(Length(((float(abs(n)), _LETTERS[value[-1]]),)), -1 if n < 0 else 1, base))


def same_year(path: Path) -> Made | None:
    """A time of the text in another year: the same quarter last year, the 2029 quarter."""
    at, found = of_kind(path, "STEP", "AWAY"), of_kind(path, "same")
    told = _year_told(path)
    if told is not None:
        unit = of_kind(path, "unit")
        name = str(unit.value) if unit else str(found.value or "") if found else ""
        return Made(Same("" if name == "-" else name, fallback=True, year=told))
    if at is None or found is None:
        return None
    length = at.value.length if isinstance(at.value, Away) else None
    if isinstance(at.value, Step) and at.value.n < 0:
        length = Length(((-at.value.n, at.value.unit),))
    if length is None or length.amounts[-1][1] != "year":
        return None
    return Made(Away(length, -1, Same(str(found.value or ""), fallback=True)))


def _year_told(path: Path) -> int | None:
    """The year among the elements."""
    edge = of_kind(path, "yyyy", "YEARNAME")
    if edge is None:
        return None
    return edge.value.year if isinstance(edge.value, Calendar) else whole(edge)


def _from_text(n: int, unit: str) -> Shape:
    if not n:
        return Same(unit)
    return Away(Length(((float(abs(n)), unit),)), -1 if n < 0 else 1, Same(), whole=True)


def shifted_word(path: Path) -> Made:
    """A word of the class `shifted`: `-1 year`."""
    n, unit = str(word_of(path, "shifted")).split(" ")
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


def the_next(path: Path) -> Made | None:
    """The next year: that behind the anchor, or behind a time of the text where it looks back."""
    unit = of_kind(path, "unit")
    return None if unit is None else Made(Step(str(unit.value), 1, text=True))


def that_year(path: Path) -> Made | None:
    """A season or a month of the year that the text spoke of: that fall."""
    found = next((e.value for e in shapes(path)), None)
    if not isinstance(found, Calendar) or found.year is not None:
        return None
    return Made(Inside(Same("year", fallback=True), found))


def shifted(path: Path, *given: str) -> Made | None:
    """A time of the calendar with last, this or next; `shifted 1 weekday=5` gives both."""
    shift = of_kind(path, "shift")
    if len(given) > 1:
        return Made(Shifted(Calendar(weekday=int(given[1].partition("=")[2])), int(given[0])))
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
    name = given[0] if given else str(unit.value) if unit else str(word_of(path, "same") or "")
    return Made(Same(name))


def the_same(path: Path, *_: str) -> Made | None:
    """A unit with an article: that of the text, or else that of the anchor."""
    unit = of_kind(path, "unit")
    return None if unit is None else Made(Same(str(unit.value), fallback=True))


def ref(path: Path, *given: str) -> Made:
    """Now, in the past, in the future."""
    return Made(Ref(given[0] if given else str(word_of(path, "ref"))))


def length(path: Path, *given: str) -> Made | None:
    """A number and a unit."""
    made = lengths.measured(path, given)
    return None if made is None else Made(made, modifier(path))


def longer(path: Path) -> Made | None:
    """Two lengths, the longer unit first: two years and six months."""
    found = [e.value for e in path if isinstance(e.value, Length)]
    listed = of_kind(path, "comma") is not None
    if any(length.placed for length in found[0 if listed else 1 :]):
        return None  # ten years, the last two weeks
    made = lengths.added(found)
    return None if made is None else Made(made, modifier(path))


def placed(path: Path, *given: str) -> Made | None:
    """A length with last or next: the last three weeks; `placed 2` counts beside a shift."""
    shift = of_kind(path, "shift")
    found = of_kind(path, "LENGTH")
    n = shift_of(shift) if shift else int(given[0]) if given else 0
    made = found.value if found else lengths.measured(path, given)
    if not isinstance(made, Length) or n == 0:
        return None
    return Made(replace(made, placed=1 if n > 0 else -1), modifier(path))


def span(path: Path, *given: str) -> Made | None:
    """A length as TIMEX3 value, from the class `span` or given."""
    value = given[0] if given else str(word_of(path, "span"))
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


def every(path: Path, *given: str) -> Made | None:
    """How often: every Monday, every two weeks."""
    if "one" in given:  # “15 a year”: the number is how many, not how often
        path = [e for e in path if "n" not in e.kinds]
        given = ()
    value = given[0] if given else lengths.often(path)
    return Made(Every(value)) if value else None


def listed(path: Path) -> Made:
    """A word of the class `set`."""
    return Made(Every(str(word_of(path, "set"))))
