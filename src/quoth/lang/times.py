"""The words of time of a language, from its `times.tsv`; docs/times.md has the format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources.abc import Traversable

from quoth.lang.load import contents, folder, form_tokens, pack, read_lines
from quoth.text import fold

FILE = "times.tsv"
_UNITS = (
    "second|minute|hour|day|workday|week|weekend|fortnight|month|quarter|half|season|year|fiscal"
    "|decade|century|millennium"
)
_PARTS = "MO|MI|AF|EV|NI|DT|NO|MN|SM"
_SIDE = "pre|post"
_NONE = "-?"
_MODS = "START|MID|END|APPROX|MORE_THAN|LESS_THAN|EQUAL_OR_MORE|EQUAL_OR_LESS|BEFORE|AFTER"

CLASSES: dict[str, tuple[str, str]] = {
    "month": (rf"([1-9]|1[0-2])( ({_MODS}))?", "name of a month; `3 MID` of mid-March in one word"),
    "weekday": (rf"[1-7]( ({_PARTS}))?", "name of a weekday; `7 MO` of Sunday morning in one word"),
    "hijri": (r"[1-9]|1[0-2]", "name of a month of the Islamic calendar"),
    "unit": (rf"(\d+ )?({_UNITS})", "unit of time; `2 month` where it holds its own number"),
    "season": ("SP|SU|FA|WI", "season"),
    "part": (_PARTS, "part of the day"),
    "day": (
        rf"[+-]?\d+([WMYQ]| text| ({_PARTS}))?",
        "counted from the anchor: days, `-1 NI` last night, `-1Y` a year, `1 text` from the text",
    ),
    "shifted": (rf"[+-]?\d+ ({_UNITS})", "unit and shift in one word (`-1 year`)"),
    "other": (r"[+-]?\d+[DWMYQ]", "counted from another time of the text (`+1D` the day after)"),
    "same": (f"{_UNITS}|-", "another time of the text again (that day)"),
    "ref": ("PRESENT|PAST|FUTURE", "now, once, soon"),
    "shift": (
        r"[+-]?[012](@|~(pre|post)?)?",
        "last (-1), this (0), next (1); `1~post` only behind its unit, `1@` counts from the text",
    ),
    "ago": (r"pre|post|pre\+post", "with a length: back from the anchor"),
    "ahead": (
        f"{_SIDE}|in",
        "with a length: forward from the anchor; `in` where it may say how long something took",
    ),
    "later": (_SIDE, "with a length: forward from another time"),
    "earlier": (_SIDE, "with a length: back from another time"),
    "since": (_SIDE, "from then on"),
    "until": (
        f"{_SIDE}|loose",
        "up to then; `loose` looks ahead only where the sentence does not look back (by, through)",
    ),
    "within": (_SIDE, "during, inside of a length"),
    "from": (_SIDE, "opens a range"),
    "to": (_SIDE, "between the ends of a range"),
    "between": (_SIDE, "opens a range with `and`"),
    "and": (_SIDE, "between the ends behind `between`; between lengths"),
    "or": (_NONE, "between alternatives: April 10 or 11"),
    "every": (_NONE, "every, each"),
    "set": (r"[A-Z0-9-]+", "how often in one word, as TIMEX3 value"),
    "span": (r"[A-Z0-9-]+", "a length in one word, as TIMEX3 value"),
    "one": (_NONE, "article that counts as 1 before a unit"),
    "vague": (_NONE, "several, some"),
    "half": (_NONE, "half"),
    "halfmore": (_NONE, "and a half"),
    "mod": (_MODS, "modifier, before or behind"),
    "clock": (
        r"hour|minute|am|pm|half|quarter|past|to|sharp",
        "words of the clock: o'clock, a.m., half past",
    ),
    "zone": (r"Z|[+-]\d\d:\d\d|[A-Za-z]+/[A-Za-z_/]+", "zone: offset or IANA name"),
    "era": ("bc|ad", "era"),
    "holiday": (r"\d\d-\d\d|easter[+-]\d+|\d\d-W[1-5L]-[1-7]", "day of the year, or counted"),
    "decade": (r"\d\d", "worded decade"),
    "decadeword": (_NONE, "word that a decade stands behind (años, les années)"),
    "decadeend": (_NONE, "ending of a decade in figures (1990s, 90er)"),
    "frame": (
        "weekday|month|year|date|clock|quarter|decade|century",
        "word beside a time that belongs to it (hari Senin, tahun 2031)",
    ),
    "article": (_NONE, "definite article: part of an expression that it opens"),
    "join": (_NONE, "optional word inside an expression (of, de)"),
    "intro": (_NONE, "preposition before a time, no part of it"),
    "weak": (_NONE, "mostly no time: counts only beside other words of time"),
    "noun": (
        "capital|grouped",
        "an example of how the language writes: nouns with a capital letter; counts of four figures"
        " with a mark (1,988): those without one are a year, but not before these nouns",
    ),
    "past": (_NONE, "tells what has happened; `*endung` is an ending"),
    "future": (
        "-|noun|",
        "tells what is planned; `*endung` is an ending; behind a `noun` a participle looks back",
    ),
    "clause": (_NONE, "opens a clause (that): the direction before it is not that behind it"),
    "most": (_NONE, "a superlative: in six years behind it tells since when, not how far ahead"),
    "never": (_NONE, "looks like a time and is none"),
}
"""Every class: what its value must match, and its meaning.  `rule` has a format of its own."""

ENDING_LETTERS = 5
"""A word must have so many letters to be known by its ending (`*aron`)."""


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A form of one or more words.

    Attributes:
        kind: its class, a key of `CLASSES`.
        keys: its folded words.
        value: what it stands for; empty of classes without values.
        prefix: whether the last key is only the beginning of a word.
        ending: whether the only key is the end of a word.
        capital: whether it counts only with a capital letter.
        small: whether it does not count with a capital letter inside a sentence.
    """

    kind: str
    keys: tuple[str, ...]
    value: str = ""
    prefix: bool = False
    ending: bool = False
    capital: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True)
class TimeRule:
    """A language's own pattern and what it makes; `line` is its place in the file."""

    pattern: str
    formula: str
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class TimeWords:
    """What a language says of time; compared and hashed by identity.

    Attributes:
        code: the language.
        words: forms in the order of the file.
        rules: patterns of its own.
        digest: of the file; empty where there is none.
    """

    code: str
    words: tuple[TimeWord, ...] = ()
    rules: tuple[TimeRule, ...] = ()
    digest: str = ""


@lru_cache(maxsize=64)
def time_words(code: str) -> TimeWords:
    """The words of time of a language; none where its pack has no `times.tsv`, or it has no pack.

    Raises:
        PackError: if the file breaks the format, with its line.
    """
    place = folder(code)
    if place is None or not (place / FILE).is_file():
        return TimeWords(code)
    return load_times(place / FILE, code, elision=pack(code).elision)


def load_times(path: Traversable, code: str, *, elision: bool = False) -> TimeWords:
    """Read the words of time of a language from a file.

    Args:
        elision: whether an elided article (l', dell') is a word of its own, as in the pack.

    Raises:
        PackError: naming the file, the line and what is wrong there.
    """
    body, table = contents(path)

    def read(line: str, number: int) -> Iterator[TimeWord | TimeRule]:
        if line.startswith("rule\t"):
            yield _rule(line, number)
        else:
            yield from _line(line, code, elision)

    found = list(read_lines(path, table, read))
    words = tuple(w for w in found if isinstance(w, TimeWord))
    rules = tuple(r for r in found if isinstance(r, TimeRule))
    return TimeWords(code, words, rules, sha256(body).hexdigest()[:16])


def _rule(line: str, number: int) -> TimeRule:
    pattern, arrow, formula = line.removeprefix("rule\t").partition("->")
    if not arrow or not pattern.strip() or not formula.strip():
        raise ValueError("pattern -> formula wanted")
    return TimeRule(pattern.strip(), formula.strip(), number)


def _line(line: str, code: str, elision: bool) -> Iterator[TimeWord]:
    kind, _, rest = line.partition("\t")
    forms, _, value = rest.partition("\t")
    if kind not in CLASSES:
        raise ValueError(f"unknown class {kind!r}")
    value = value.strip()
    if not re.fullmatch(CLASSES[kind][0], value):
        raise ValueError(f"{kind} cannot be {value!r}")
    for form in forms.split("|"):
        if not form.strip():
            raise ValueError("an empty form")
        keys = _keys(form.strip(), code, elision)
        yield _word(kind, form.strip(), "" if value == "-" else value, keys)


def _keys(form: str, code: str, elision: bool) -> tuple[str, ...]:
    bare = form[1:] if form.startswith(("^", "_")) else form
    return tuple(fold(t.key, code) for t in form_tokens(bare.strip("*"), code, elision))


def _word(kind: str, form: str, value: str, keys: tuple[str, ...]) -> TimeWord:
    capital, small = form.startswith("^"), form.startswith("_")
    bare = form[1:] if capital or small else form
    ending, prefix = bare.startswith("*"), bare.endswith("*")
    if not keys:
        raise ValueError("a form has no word")
    if ending and (len(keys) > 1 or kind not in ("past", "future")):
        raise ValueError("only past and future take endings of one word")
    return TimeWord(kind, keys, value, prefix, ending, capital, small)
