"""The number words of a language, from its `numbers.tsv`; docs/numbers.md has the format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from importlib.resources.abc import Traversable

from quoth.lang.load import available, contents, folder, form_tokens, pack, read_lines
from quoth.text import fold, tokenise
from quoth.text.cldr import locale_of

FILE = "numbers.tsv"
_NUMERIC = frozenset(
    {"number", "times", "teens", "ordinal", "nth", "part", "extra", "and", "short"}
)
_BARE = frozenset(
    {"point", "minus", "of", "over", "suffix", "proclitic", "prefix", "never", "mixed", "nths"}
)
_BESIDE = frozenset({"label", "hour", "plural", "modifier", "verbal", "age", "ending"})
_COMPARATORS = frozenset({"about", "more", "at-least", "less", "at-most"})
_VALUES: Mapping[str, frozenset[str]] = {
    "mark": frozenset({"decimal", "thousands"}),
    "style": frozenset(
        {"glued", "units-first", "denominators", "fractions", "capital-nouns", "article-one"}
        | {"ordinal-point", "stuff"}
    ),
    "compare": _COMPARATORS,
    "compare-after": _COMPARATORS,
    "range": frozenset({"from", "to", "between", "and"}),
    "percent": frozenset({"percent", "point"}),
    "percent-before": frozenset({"percent", "point"}),
}
_FREE = frozenset({"unit", "currency", "subunit"})
_QUANTITY = (
    frozenset(
        {"compare", "compare-after", "range", "percent", "percent-before", "label", "hour", "of"}
    )
    | _FREE
)
CLASSES = _NUMERIC | _BARE | _BESIDE | _FREE | frozenset(_VALUES)
"""What a line of `numbers.tsv` may begin with."""


@dataclass(frozen=True, slots=True)
class NumberForm:
    """A form of one or more words.

    Attributes:
        keys: its folded words; a form written with hyphens has a key for each part.
        kind: its class.
        value: the number of numeric classes, else 0.
        name: the value of the other classes (a unit, a comparator), else empty.
        lone: whether it is a number on its own; false of articles and of plurals such as
            “millions”.
        room: what may be added behind it is smaller than this.
    """

    keys: tuple[str, ...]
    kind: str
    value: float = 0.0
    name: str = ""
    lone: bool = True
    room: float = 0.0


Index = Mapping[str, tuple[NumberForm, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    """How a language writes numbers; compared and hashed by identity.

    Attributes:
        code: the language.
        numbers: forms that make up numbers by their first key, the longest first.
        measures: forms of comparators, units and currencies, the same way.
        short: multipliers that follow figures (`bn`), exactly as written; the value is negative
            where they do so only in amounts of money.
        decimal, thousands: the marks of the language's press; others are read where they are
            unmistakable.
        styles: `glued` (number words are written together), `units-first` (5 and 20 is 25),
            `denominators` (an ordinal behind 1 is a fraction), `fractions` (behind any number),
            `capital-nouns` (nouns begin with a capital letter).
        suffixes: what makes a figure an ordinal (`th`), folded.
        proclitics: letters written onto a first number word that are no part of it.
        prefixes: signs of money written onto the figures behind them (`Rp12.000`), folded.
        plurals: endings of nouns in the plural; `*` before an ending, nothing before a word.
        modifiers: endings of words that stand between a number and its noun, the same way.
        verbal: endings of words behind such words that are verbs, the same way.
        ages: beginnings of words that make a length of time of a number (лет of 45-летний).
        endings: of cases, which names of units and money may have, with an apostrophe or without.
        digest: of the file; empty where there is none.
    """

    code: str
    numbers: Index = field(default_factory=dict)
    measures: Index = field(default_factory=dict)
    short: Mapping[str, float] = field(default_factory=dict)
    decimal: str = "."
    thousands: str = ","
    styles: frozenset[str] = frozenset()
    suffixes: frozenset[str] = frozenset()
    proclitics: tuple[str, ...] = ()
    prefixes: frozenset[str] = frozenset()
    plurals: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    verbal: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    digest: str = ""


@lru_cache(maxsize=64)
def number_words(code: str) -> NumberWords:
    """The number words of a language; none where its pack has no `numbers.tsv`, or it has no pack.

    Raises:
        PackError: if the file breaks the format, with its line.
    """
    place = folder(code)
    if place is None or not (place / FILE).is_file():
        return NumberWords(code)
    return load_numbers(place / FILE, code)


def load_numbers(path: Traversable, code: str) -> NumberWords:
    """Read the number words of a language from a file.

    Raises:
        PackError: naming the file, the line and what is wrong there.
    """
    forms = load_forms(path, code)
    return _words(code, forms, sha256(path.read_bytes()).hexdigest()[:16])


def load_forms(path: Traversable, code: str, folded: bool = True) -> list[NumberForm]:
    """The forms of a file in the order of its lines.

    Args:
        folded: whether letters count whatever their case.

    Raises:
        PackError: naming the file, the line and what is wrong there.
    """
    _, table = contents(path)
    return list(_forms(table, code, path, folded))


def _words(code: str, forms: list[NumberForm], digest: str) -> NumberWords:
    def given(kind: str) -> Iterator[NumberForm]:
        return (f for f in forms if f.kind == kind)

    marks = _cldr_marks(code) | {f.name: "".join(f.keys) for f in given("mark")}
    return NumberWords(
        code=code,
        numbers=_index(f for f in forms if f.kind in _NUMERIC | _BARE - {"suffix", "prefix"}),
        measures=_index(f for f in forms if f.kind in _QUANTITY),
        short={f.keys[0]: f.value if f.lone else -f.value for f in given("short")},
        decimal=marks["decimal"],
        thousands=marks["thousands"],
        styles=frozenset(f.name for f in given("style")),
        suffixes=frozenset(f.keys[0] for f in given("suffix")),
        proclitics=tuple(f.keys[0] for f in given("proclitic")),
        prefixes=frozenset(f.keys[0] for f in given("prefix")),
        plurals=tuple(f.keys[0] for f in given("plural")),
        modifiers=tuple(f.keys[0] for f in given("modifier")),
        verbal=tuple(f.keys[0] for f in given("verbal")),
        ages=tuple(f.keys[0] for f in given("age")),
        endings=tuple(f.keys[0] for f in given("ending")),
        digest=digest,
    )


def _cldr_marks(code: str) -> dict[str, str]:
    locale = locale_of(code)
    known = locale.number_symbols.get("latn", {}) if locale else {}
    return {"decimal": known.get("decimal", "."), "thousands": known.get("group", ",")}


def _index(forms: Iterator[NumberForm]) -> Index:
    out: dict[str, list[NumberForm]] = {}
    for form in forms:
        if form.kind not in ("short", "proclitic", "prefix"):
            out.setdefault(form.keys[0], []).append(form)
    return {k: tuple(sorted(v, key=lambda f: -len(f.keys))) for k, v in out.items()}


def _forms(table: str, code: str, path: Traversable, folded: bool) -> Iterator[NumberForm]:
    def read(line: str, _: int) -> Iterator[NumberForm]:
        kind, _tab, rest = line.partition("\t")
        forms, _tab, value = rest.partition("\t")
        yield from _line(kind, forms, value.strip(), code if folded else None)

    return read_lines(path, table, read)


def _line(kind: str, forms: str, value: str, code: str | None) -> Iterator[NumberForm]:
    if kind not in CLASSES:
        raise ValueError(f"unknown class {kind!r}")
    if kind == "style":
        yield NumberForm((), kind, name=_named(kind, forms.strip()))
        return
    for form in forms.split("|"):
        keys = _keys(form.strip(), kind, code)
        if not keys:
            raise ValueError("a form has no word")
        if kind in _NUMERIC:
            number, room, lone = _numeric(value)
            yield NumberForm(keys, kind, number, lone=lone, room=room)
        elif kind in _BARE | _BESIDE:
            yield NumberForm(keys, kind)
        else:
            yield NumberForm(keys, kind, name=_named(kind, value))


def _named(kind: str, value: str) -> str:
    allowed = _VALUES.get(kind)
    if not value or (allowed is not None and value not in allowed):
        raise ValueError(f"{kind} cannot be {value!r}")
    return value


def _numeric(value: str) -> tuple[float, float, bool]:
    """`20`, `20+19` (up to 19 may be added), `1~` (no number on its own)."""
    lone = not value.endswith("~")
    number, plus, extra = value.removesuffix("~").partition("+")
    amount = float(number)
    return amount, float(extra) + 1 if plus else _room(amount), lone


def _room(value: float) -> float:
    """The power of ten that divides a number; 20 has room for 1 to 9, 21 for nothing."""
    if value < 10 or value != int(value):
        return 0.0
    room = 1
    while int(value) % (room * 10) == 0:
        room *= 10
    return float(room) if room > 1 else 0.0


def _keys(form: str, kind: str, code: str | None) -> tuple[str, ...]:
    """The words of a form; None for the code: as they are written."""
    if kind in ("short", "mark", "plural", "modifier", "verbal", "age", "ending"):
        return (form,) if form else ()
    if code is None:
        words = [form[t.start : t.end] for t in tokenise(form)]
        return tuple(words)
    if kind in ("suffix", "proclitic", "prefix"):
        return (fold(form, code),) if form else ()
    words = [fold(t.key, code) for t in form_tokens(form, code, _elides(code))]
    return tuple(part for word in words for part in word.split("-") if part)


def _elides(code: str) -> bool:
    return code in available() and pack(code).elision
