"""A number with its unit or currency."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quoth.annotate.numbers.reader import exact
from quoth.annotate.quantities.row import Placed, Row
from quoth.lang.numbers import NumberForm
from quoth.model import QuantityType

HUNDREDTH = 100
MUCH = 1000
"""From here on a word is money that is mostly another word (“12 won”, “3000 won”)."""
_TYPES = {
    "currency": QuantityType.MONEY,
    "subunit": QuantityType.MONEY,
    "percent": QuantityType.PERCENT,
    "percent-before": QuantityType.PERCENT,
    "unit": QuantityType.MEASURE,
}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it is a number of, if that is said.

    Attributes:
        first, stop: its pieces.
        start, end: its place in the text.
        value: of the whole (“3 dollars 50 cents” is 3.5).
        type, unit: as in `quoth.model.Quantity`.
        why: what was assumed of the unit.
        placed: its number.
    """

    first: int
    stop: int
    start: int
    end: int
    value: float
    type: QuantityType
    unit: str
    why: str
    placed: Placed

    @property
    def bare(self) -> bool:
        """Whether no unit is written."""
        return self.type is QuantityType.COUNT


def amount(row: Row, at: Placed) -> Amount:
    """The number with the unit before or behind it."""
    number = at.number
    plain = Amount(
        at.first,
        at.stop,
        number.span.start,
        number.span.end,
        number.value,
        QuantityType.COUNT,
        "",
        "",
        at,
    )
    plain = _in_millions(row, plain)
    signed = _sign_before(row, plain)
    if signed:
        return _unit_after(row, signed, {"currency"}) or signed
    percent = row.before(at.first, "percent-before")
    if percent and not number.attached:
        return _with(row, plain, percent[1], percent[0], plain.stop)
    return _unit_after(row, plain, set(_TYPES)) or plain


def _in_millions(row: Row, plain: Amount) -> Amount:
    """“15.3m” in an amount of money or before a noun in the plural is millions."""
    if not plain.placed.number.attached:
        return plain
    short = row.words.short.get(row.slice(plain.stop), 0.0)
    money = _sign_before(row, plain) or _kind(row, plain.stop + 1) == "currency"
    if not short or not (money or _plural(row, plain.stop + 1)):
        return plain
    return replace(
        plain,
        stop=plain.stop + 1,
        end=row.pieces[plain.stop].end,
        value=exact(plain.value * abs(short)),
    )


def _kind(row: Row, k: int) -> str:
    found = row.at(k) if row.near(k) else None
    return found[1].kind if found else ""


def _plural(row: Row, k: int) -> bool:
    return row.near(k) and is_like(row.key(k), row.words.plurals)


def is_like(key: str, endings: Sequence[str]) -> bool:
    """Whether a word is one of those listed, or ends as listed."""
    return any(key.endswith(e[1:]) if e[0] == "*" else key == e for e in endings)


def _with(row: Row, plain: Amount, form: NumberForm, first: int, stop: int) -> Amount:
    unit, why = _unit(form)
    return replace(
        plain,
        first=first,
        stop=stop,
        start=min(plain.start, row.pieces[first].start),
        end=max(plain.end, row.pieces[stop - 1].end),
        type=_TYPES[form.kind],
        unit=unit,
        why=why,
    )


def _unit(form: NumberForm) -> tuple[str, str]:
    """The unit of a form and what was assumed."""
    name = form.name.removesuffix("~")
    if form.kind.startswith("percent"):
        return ("percentage-point" if name == "point" else "percent"), ""
    if not name.endswith("?"):
        return name, ""
    word = " ".join(form.keys)
    if name == "XXX?":
        return "XXX", f"“{word}” is the money of several countries; which is not said"
    return name[:-1], f"“{word}” without a country read as {name[:-1]}"


def _sign_before(row: Row, plain: Amount) -> Amount | None:
    """The amount with the sign or code of a currency before it: €5, US$ 5, EUR 5, Rp5."""
    k = plain.first
    if not row.near(k):
        return None
    for length in (3, 2, 1):
        found = row.at(k - length) if k >= length else None
        if found and found[0] == k and found[1].kind == "currency" and _sign(row, k - length, k):
            return _with(row, plain, found[1], k - length, plain.stop)
    return None


def _sign(row: Row, first: int, stop: int) -> bool:
    """Whether a name of money is a sign, a code or an abbreviation, so that figures follow it."""
    word = row.slice(stop - 1)
    code = stop == first + 1 and len(word) == 3 and word.isupper()
    return code or not word.isalpha() or row.key(stop - 1) in row.words.prefixes


def _unit_after(row: Row, plain: Amount, kinds: set[str]) -> Amount | None:
    k = plain.stop
    found = row.at(k) if row.near(k) else None
    if row.near(k) and row.near(k + 1) and _joins(row, k):  # a million (of) litres
        found = row.at(k + 1)
        if found and found[1].kind not in ("unit", "currency"):
            found = None
    if found is None or found[1].kind not in kinds or _sign_of_next(row, plain, *found):
        return None
    stop, form = found
    if form.name.endswith("~") and plain.value < MUCH:
        return None
    if form.kind == "currency":
        return _money(row, _same_money(plain, _with(row, plain, form, plain.first, stop)))
    return _with(row, plain, form, plain.first, stop)


def _sign_of_next(row: Row, plain: Amount, stop: int, form: NumberForm) -> bool:
    """Whether a sign of money belongs to the figures behind it: the first £100, a $5 bill."""
    if form.kind != "currency" or row.slice(stop - 1).isalpha():
        return False
    if not (row.near(stop) and row.slice(stop)[:1].isdigit()):
        return False
    number = plain.placed.number
    spaced = row.pieces[stop].start > row.pieces[stop - 1].end
    return (
        number.ordinal
        or number.article
        or not (spaced or plain.end == row.pieces[plain.stop].start)
    )


def _joins(row: Row, k: int) -> bool:
    return any(f.kind == "of" for f in row.names.forms.get(row.key(k), ()))


def _same_money(signed: Amount, named: Amount) -> Amount:
    """“$5 dollars”: the sign before and the name behind are one currency, the surer one counts."""
    if signed.type is QuantityType.MONEY and not signed.why:
        return replace(named, unit=signed.unit, why="")
    return named


def _money(row: Row, money: Amount) -> Amount:
    """The amount with the multiplier or the hundredths behind the name of the currency."""
    k = money.stop
    times = [f for f in row.pieces[k].forms if f.kind == "times"] if row.near(k) else []
    if times and money.placed.number.scale == 1.0:
        return replace(
            money, stop=k + 1, end=row.pieces[k].end, value=exact(money.value * times[0].value)
        )
    return money


def with_hundredths(row: Row, money: Amount, after: Amount) -> Amount | None:
    """“3 dollars 50 cents”, “15 dollars 50” as one amount."""
    cents = after.placed.number
    k = money.stop
    if k < after.first and any(f.kind == "and" for f in row.pieces[k].forms) and row.near(k):
        k += 1
    whole = money.value.is_integer() and money.type is QuantityType.MONEY and money.placed.stop < k
    fits = cents.value.is_integer() and 0 < cents.value < HUNDREDTH and not cents.ordinal
    if k != after.first or not row.near(k) or not whole or not fits or _is_cents(row, money):
        return None
    if not (_is_cents(row, after) or (after.bare and _ended(row, after.stop))):
        return None
    return replace(
        money,
        stop=after.stop,
        end=after.end,
        value=exact(money.value + cents.value / HUNDREDTH),
    )


def _is_cents(row: Row, amount: Amount) -> bool:
    found = row.at(amount.placed.stop)
    return found is not None and found[1].kind == "subunit"


def _ended(row: Row, k: int) -> bool:
    return not row.has(k) or not (row.slice(k)[0].isalnum() or row.slice(k) == "%")
