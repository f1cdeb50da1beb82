"""Names of units, currencies and comparators: of CLDR, shared signs, and each pack's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from babel import Locale
from babel.numbers import get_currency_name
from babel.units import format_unit

from quoth.lang.load import available, pack
from quoth.lang.numbers import NumberForm, load_forms, number_words
from quoth.lang.times import TimeWord, time_words
from quoth.text import fold, tokenise
from quoth.text.cldr import locale_of

UNITS = (
    "length: kilometer meter decimeter centimeter millimeter micrometer nanometer picometer mile"
    " yard foot inch nautical-mile light-year furlong fathom;"
    "area: square-kilometer hectare square-meter square-centimeter square-mile acre square-yard"
    " square-foot square-inch dunam;"
    "mass: tonne ton kilogram gram milligram microgram pound ounce ounce-troy carat;"
    "volume: cubic-kilometer cubic-meter cubic-centimeter cubic-mile cubic-yard cubic-foot"
    " cubic-inch hectoliter liter deciliter centiliter milliliter gallon barrel bushel quart pint"
    " fluid-ounce;"
    "speed: kilometer-per-hour meter-per-second mile-per-hour knot;"
    "temperature: celsius fahrenheit kelvin;"
    "power: gigawatt megawatt kilowatt watt horsepower;"
    "energy: kilowatt-hour kilocalorie calorie kilojoule joule;"
    "electric: volt ampere;"
    "frequency: gigahertz megahertz kilohertz hertz;"
    "pressure: millibar bar hectopascal kilopascal megapascal pascal atmosphere;"
    "digital: petabyte terabyte gigabyte megabyte kilobyte byte terabit gigabit megabit kilobit"
    " bit;"
    "light: lux;angle: degree"
)
"""The units of CLDR that news measure in; those of time are read as times."""

_SHARED = "measures.tsv"
_COUNTS = (1, 2, 5, 1.5)
"""Numbers whose plural forms differ in some language of the packs."""
_NUMBER = re.compile(r"[\d.,٠-٩٫]+")
_FUNCTION = frozenset({"det", "prep", "conj", "pronoun", "link", "aux", "comp", "sub", "verb"})
_REGIONAL = frozenset({"XAF", "XCD", "XOF", "XPF"})
_NO_CODES = frozenset({"ALL", "TOP", "TRY", "CUP", "PEN", "MOP", "BAM", "SOS", "XXX", "XTS"})
"""Currency codes that are capitalised words more often."""


@dataclass(frozen=True, slots=True, eq=False)
class Measures:
    """What may stand beside a number; compared and hashed by identity.

    Attributes:
        code: the language.
        forms: units, currencies, comparators by their first key, the longest first.
        exact: signs that count as they are written, the same way; their keys are not folded.
        codes: ISO 4217 codes.
        before: comparators and words before a number, by their last key.
        months: names of months, folded.
        times: names of months, weekdays and units of time, folded.
        clock: words before a time of day (“at five” needs none, “pukul 17.30” has one), folded.
        function: words that no counted noun begins with, folded.
    """

    code: str
    forms: Mapping[str, tuple[NumberForm, ...]]
    exact: Mapping[str, tuple[NumberForm, ...]]
    codes: frozenset[str]
    before: Mapping[str, tuple[NumberForm, ...]]
    months: frozenset[str]
    times: frozenset[str]
    clock: frozenset[str]
    function: frozenset[str]


@lru_cache(maxsize=64)
def measures(code: str) -> Measures:
    """The measures of a language.

    Raises:
        PackError: if its pack's `numbers.tsv` breaks the format, with the line.
    """
    own = [f for forms in number_words(code).measures.values() for f in forms]
    words = time_words(code).words
    months = {w.keys[0] for w in words if w.kind == "month" and len(w.keys) == 1}
    spans = {w.keys[0] for w in words if w.kind in _SPANS and len(w.keys) == 1}
    spans |= {w.rpartition("-")[2] for w in spans}  # quarta-feira
    clock = {w.keys[0] for w in words if _of_clock(w) and len(w.keys) == 1}
    prefixes = [f for f in own if f.kind in _BEFORE]
    return Measures(
        code=code,
        forms=_first([f for f in own if f.kind not in _BEFORE] + list(_cldr(code, own))),
        exact=_first(_shared()),
        codes=_currencies() - _NO_CODES,
        before=_last(prefixes),
        months=frozenset(months | _months(code)),
        times=frozenset(spans | months | _months(code)),
        clock=frozenset(clock),
        function=_function(code),
    )


_SPANS = frozenset({"unit", "weekday", "part", "zone", "clock", "era"})
_BEFORE = frozenset({"compare", "range", "percent-before", "label", "hour"})


def _of_clock(word: TimeWord) -> bool:
    return word.value in ("hour", "clock") and word.kind in ("clock", "frame")


@lru_cache(maxsize=1)
def _shared() -> tuple[NumberForm, ...]:
    return tuple(load_forms(files("quoth.lang") / "data" / _SHARED, "", folded=False))


def _first(forms: Iterable[NumberForm]) -> dict[str, tuple[NumberForm, ...]]:
    return _index(forms, 0)


def _last(forms: Iterable[NumberForm]) -> dict[str, tuple[NumberForm, ...]]:
    return _index(forms, -1)


def _index(forms: Iterable[NumberForm], at: int) -> dict[str, tuple[NumberForm, ...]]:
    out: dict[str, list[NumberForm]] = {}
    for form in forms:
        out.setdefault(form.keys[at], []).append(form)
    return {k: tuple(sorted(v, key=lambda f: -len(f.keys))) for k, v in out.items()}


def _cldr(code: str, own: Iterable[NumberForm]) -> Iterator[NumberForm]:
    """The names that CLDR has and the pack has not."""
    locale = locale_of(code)
    if locale is None:
        return
    known = {f.keys for f in own}
    for text, kind, name in [*_unit_names(locale), *_currency_names(locale)]:
        keys = keys_of(text, code)
        if keys and keys not in known:
            known.add(keys)
            yield NumberForm(keys, kind, name=name)


def keys_of(text: str, code: str) -> tuple[str, ...]:
    """The folded words of a name, hyphens taken apart."""
    words = (fold(t.key, code) for t in tokenise(text, language=code))
    return tuple(part for word in words for part in word.split("-") if part)


def _unit_names(locale: Locale) -> Iterator[tuple[str, str, str]]:
    for group in UNITS.split(";"):
        kind, _, names = group.partition(":")
        for name in names.split():
            unit = f"{kind}-{name}"
            for text in _forms(unit, locale):
                yield text, "unit", name


def _forms(unit: str, locale: Locale) -> Iterator[str]:
    """The long names, and short ones that cannot be a word of the language."""
    for count in _COUNTS:
        yield _NUMBER.sub(" ", format_unit(count, unit, "long", locale=locale)).strip()
        short = _NUMBER.sub(" ", format_unit(count, unit, "short", locale=locale)).strip()
        if len(short) > SHORT and not short.isascii():
            yield short


SHORT = 2
"""Letters of abbreviations that are not taken from CLDR: too many are words."""


def _currencies() -> frozenset[str]:
    """The codes of ISO 4217 that CLDR names."""
    english = locale_of("en")
    return frozenset(english.currencies) if english else frozenset()


def _currency_names(locale: Locale) -> Iterator[tuple[str, str, str]]:
    for code in sorted(_currencies()):
        if code.startswith("X") and code not in _REGIONAL:
            continue  # metals and units of account
        for count in (None, *_COUNTS):
            name = get_currency_name(code, count=count, locale=locale)
            if name != code:
                yield name.partition("(")[0].strip(), "currency", code


def _months(code: str) -> frozenset[str]:
    locale = locale_of(code)
    if locale is None:
        return frozenset()
    names = (
        name
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in locale.months[context][width].values()
    )
    return frozenset(fold(n, code).rstrip(".") for n in names if not n.isdigit())


def _function(code: str) -> frozenset[str]:
    if code not in available():
        return frozenset()
    return frozenset(
        w.keys[0]
        for w in pack(code).words
        if w.kind in _FUNCTION and len(w.keys) == 1 and not w.prefix
    )
