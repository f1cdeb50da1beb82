"""Adding up a row of number words: what belongs to one number, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from quoth.annotate.numbers.atoms import Atom

THOUSAND = 1000.0
TENS, HUNDRED = 10.0, 100.0
_POWERS = frozenset(10.0**n for n in range(1, 25))


class Total(NamedTuple):
    """A number made of atoms i to `stop`."""

    stop: int
    value: float
    ordinal: bool = False
    article: bool = False
    """Whether it is an indefinite article alone."""


class _Part(NamedTuple):
    value: float
    room: float
    at: int
    """The atom at which it begins."""


def _scale(parts: Sequence[_Part]) -> float:
    last = parts[-1].room if parts else 0.0
    return last if last >= THOUSAND else 1.0


@dataclass(slots=True)
class _Sum:
    """A sum being read; parts grow smaller from left to right."""

    row: Sequence[Atom]
    parts: list[_Part] = field(default_factory=list)
    stop: int = 0

    def value(self) -> float:
        return sum(p.value for p in self.parts)

    def scale(self) -> float:
        """The multiplier of the last part, 1 if that is below a thousand."""
        return _scale(self.parts)

    def figures(self) -> bool:
        """Whether the last part is written in figures."""
        return bool(self.parts) and self.row[self.parts[-1].at].kind == "figure"

    def add(self, value: float, room: float, at: int, stop: int) -> bool:
        if self.parts and not 0 < value < self.parts[-1].room:
            return False
        self.parts.append(_Part(value, room, at))
        self.stop = stop
        return True

    def multiply(self, by: float, at: int, stop: int) -> bool:
        """Multiply what is smaller than `by` at the end; False if that does not fit before it."""
        if by == HUNDRED and not self.row[stop - 1].lone and self.figures():
            return False  # “50 cents” are no hundreds
        cut = len(self.parts)
        limit = by if by in _POWERS else HUNDRED  # thirty dozen, but three hundred and two dozen
        while cut and self.parts[cut - 1].value < limit:
            cut -= 1
        if len(self.parts) == 1 and self.row[self.parts[0].at].kind == "figure":
            cut = 0  # “322 hundred”
        small = sum(p.value for p in self.parts[cut:])
        value = (small or 1.0) * by
        begin = self.parts[cut].at if cut < len(self.parts) else at
        if cut and not value < self.parts[cut - 1].room:
            if cut < len(self.parts):  # “3 hundred and 2 hundred” are two numbers
                self.stop = begin
                del self.parts[cut:]
            return False
        self.parts[cut:] = [_Part(value, by, begin)]
        self.stop = stop
        return True


def total(row: Sequence[Atom], i: int, styles: frozenset[str]) -> Total | None:
    """The number that begins at row[i], if any.

    Args:
        styles: of the language, see `quoth.lang.numbers.NumberWords`.
    """
    atom = row[i]
    if atom.kind == "minus" and i + 1 < len(row) and row[i + 1].kind != "minus":
        inner = total(row, i + 1, styles)
        good = inner and not (inner.ordinal or inner.article)
        return inner._replace(value=-inner.value) if inner and good else None
    if atom.kind in ("attached", "nth-figure"):
        return Total(i + 1, atom.value, atom.kind == "nth-figure")
    if atom.kind in ("part", "extra"):
        return _part_first(row, i)
    if atom.kind in ("ordinal", "nth"):
        return Total(i + 1, atom.value, True) if atom.lone else None
    if atom.kind not in ("number", "figure", "times"):
        return None
    return _summed(row, i, styles)


def _summed(row: Sequence[Atom], i: int, styles: frozenset[str]) -> Total | None:
    reading = _Sum(row)
    ordinal = _read(reading, i)
    if not reading.parts:
        return None
    if not ordinal:
        fraction = _fraction(reading, styles)
        if fraction:
            return fraction
        if reading.stop == i + 1 and not row[i].lone:
            return Total(i + 1, row[i].value, article=True) if row[i].kind == "number" else None
    return Total(reading.stop, reading.value(), ordinal)


def _whole(row: Sequence[Atom], i: int) -> Total | None:
    """The cardinal that begins at row[i], without what makes a fraction of it."""
    reading = _Sum(row)
    ordinal = _read(reading, i)
    return Total(reading.stop, reading.value()) if reading.parts and not ordinal else None


def _read(reading: _Sum, i: int) -> bool:
    """Read as far as it adds up; whether it ends in an ordinal."""
    row, k = reading.row, i
    while k < len(row):
        at, atom = k, row[k]
        if reading.parts and atom.kind in ("and", "dash") and k + 1 < len(row):
            if atom.kind == "and" and reading.parts[-1].room < atom.value:
                return False
            k, atom = k + 1, row[k + 1]
        kind = atom.kind
        if kind == "nth" and reading.value() == 1:
            return False  # one hundredth
        if kind in ("ordinal", "nth"):
            return k > i and _ordinal(reading, atom, at, k + 1)
        if kind in ("number", "figure"):
            good = _may_add(reading, k) and reading.add(atom.value, atom.room, at, k + 1)
        elif kind == "teens":
            good = _teen(reading, atom, k + 1)
        else:
            good = kind == "times" and (at == k or row[at].kind == "dash" or atom.lone)
            good = good and reading.multiply(atom.value, at, k + 1)
        if not good:
            return False
        k += 1
    return False


def _may_add(reading: _Sum, k: int) -> bool:
    """Figures are added to what a word has multiplied only, an article to tens (“treinta y un”)."""
    atom = reading.row[k]
    if not reading.parts:
        return True
    if atom.kind == "figure":
        return atom.plain and reading.parts[-1].room >= HUNDRED
    many = k + 1 < len(reading.row) and reading.row[k + 1].kind == "times"
    return atom.lone or many or reading.parts[-1].room in (TENS, 2 * TENS)


def _teen(reading: _Sum, atom: Atom, stop: int) -> bool:
    if not reading.parts or not 1 <= reading.parts[-1].value <= 9:
        return False
    last = reading.parts[-1]
    reading.parts[-1] = _Part(last.value + atom.value, 0.0, last.at)
    reading.stop = stop
    return True


def _ordinal(reading: _Sum, atom: Atom, at: int, stop: int) -> bool:
    if any(a.kind == "figure" for a in reading.row[reading.parts[0].at : at]):
        return False  # the £2 billion first planned
    if atom.kind == "nth":
        return reading.multiply(atom.value, at, stop)
    return reading.add(atom.value, 0.0, at, stop)


def _part_first(row: Sequence[Atom], i: int) -> Total | None:
    """Half, a quarter: alone, or of a million."""
    value, stop = row[i].value, i + 1
    if row[i].kind == "part":
        value = 1 / value
    many = _of_many(row, stop)
    if many:
        return Total(many[0], value * many[1])
    return Total(stop, value) if row[i].lone else None


def _of_many(row: Sequence[Atom], k: int) -> tuple[int, float] | None:
    """(of) (a) million behind a fraction: where it ends, its value."""
    j = k
    if j < len(row) and row[j].kind == "of":
        j += 1
    if j < len(row) and row[j].kind == "number" and not row[j].lone:
        j += 1
    if (
        j < len(row)
        and row[j].kind == "times"
        and (j == k or row[j - 1].kind != "of" or row[j].lone)
    ):
        return j + 1, row[j].value
    return None


def _fraction(reading: _Sum, styles: frozenset[str]) -> Total | None:
    """The sum with the fraction or the decimals behind it."""
    row, k = reading.row, reading.stop
    if k >= len(row):
        return None
    if row[k].kind == "dash" and k + 1 < len(row) and row[k + 1].kind == "part":
        k += 1
    if row[k].kind == "part":
        cents = reading.figures() and row[k].value == HUNDRED  # “50 centesimi”
        return None if cents else _over(reading, row[k].value, k + 1)
    if row[k].kind == "extra":
        return _with_extra(reading, row[k].value, k + 1)
    if row[k].kind == "over" and reading.value() == 1 and k + 1 < len(row):
        below = _whole(row, k + 1)
        return Total(below.stop, 1 / below.value) if below and below.value > 1 else None
    if row[k].kind in ("and", "mixed", "point"):
        fraction = _and_part(reading, k + 1, styles)
        return fraction or (_decimals(reading, k + 1) if row[k].kind == "point" else None)
    return _ordinal_part(reading, k, styles)


def _ordinal_part(reading: _Sum, k: int, styles: frozenset[str]) -> Total | None:
    """One fifth, two fifth(s), three eleven avos."""
    row = reading.row
    if row[k].kind not in ("ordinal", "nth", "number", "times"):
        return None
    if reading.value() == 1 and "denominators" in styles:
        one = _one_of(reading, k)
        if one:
            return one
    if row[k].kind == "ordinal" and "fractions" in styles and row[k].value > 2:
        return _over(reading, row[k].value, k + 1)
    below = _whole(row, k)
    if below and below.stop < len(row) and row[below.stop].kind == "nths":
        return _over(reading, below.value, below.stop + 1)
    return None


def _with_extra(reading: _Sum, extra: float, stop: int) -> Total:
    """Three and a half; three million and a half; three and a half million."""
    many = _of_many(reading.row, stop)
    if many and reading.scale() == 1.0:
        return Total(many[0], (reading.value() + extra) * many[1])
    if many and many[1] < reading.scale():  # un millón y medio millar
        return Total(many[0], reading.value() + extra * many[1])
    return Total(stop, reading.value() + extra * reading.scale())


def _one_of(reading: _Sum, k: int) -> Total | None:
    """One fifth, one twenty-fifth; “a fifth” only where nothing but “of” follows."""
    row = reading.row
    below = total(row, k, frozenset())
    if not below or not below.ordinal or below.value < 3:
        return None
    ended = row[-1].ended if below.stop == len(row) else row[below.stop].kind == "of"
    return _over(reading, below.value, below.stop) if row[k - 1].lone or ended else None


def _over(reading: _Sum, bottom: float, stop: int) -> Total | None:
    """Two thirds; a hundred and two thirds."""
    *before, last = reading.parts
    many = _of_many(reading.row, stop)
    joint = reading.row[last.at]
    within = bool(before) and before[-1].room == TENS and joint.value == TENS  # treinta y dos
    if before and joint.kind == "and" and not within and last.value < bottom:
        whole, extra = sum(p.value for p in before), last.value / bottom
        extra *= many[1] if many else _scale(before)
        return Total(many[0] if many else stop, whole + extra)
    value = reading.value() / bottom
    return Total(many[0], value * many[1]) if many else Total(stop, value)


def _and_part(reading: _Sum, k: int, styles: frozenset[str]) -> Total | None:
    """One and a half, a million and a half, three and two thirds."""
    row, top = reading.row, 1.0
    if k < len(row) and row[k].kind == "number":
        top, k = row[k].value, k + 1
    if k >= len(row) or row[k].kind not in ("part", "ordinal") or not top < row[k].value:
        return None
    if row[k].kind == "ordinal" and (row[k].value < 3 or not _denominator(row, k, top, styles)):
        return None
    extra, stop = top / row[k].value, k + 1
    many = _of_many(row, stop)
    if many and reading.scale() == 1.0:
        return Total(many[0], (reading.value() + extra) * many[1])
    if many:
        return Total(many[0], reading.value() + extra * many[1])
    return Total(stop, reading.value() + extra * reading.scale())


def _denominator(row: Sequence[Atom], k: int, top: float, styles: frozenset[str]) -> bool:
    return "fractions" in styles or (top == 1 and k + 1 == len(row) and row[-1].ended)


def _decimals(reading: _Sum, k: int) -> Total | None:
    """Point zero three; point seventy-one."""
    row, digits = reading.row, ""
    while k < len(row) and row[k].kind == "number" and row[k].value < 10:
        digits += str(int(row[k].value))
        k += 1
    if len(digits) < 2 or set(digits) == {"0"}:
        behind = _whole(row, k) if k < len(row) and row[k].kind in ("number", "times") else None
        if behind and behind.value.is_integer() and not digits:
            digits, k = str(int(behind.value)), behind.stop
        elif behind and behind.value.is_integer() and set(digits) == {"0"}:
            digits, k = digits + str(int(behind.value)), behind.stop
    if not digits:
        return None
    value = reading.value() + float(f"0.{digits}")
    if k < len(row) and row[k].kind == "times" and reading.scale() == 1.0:
        return Total(k + 1, value * row[k].value)
    return Total(k, value)
