"""Numbers of a text as edges: days of the month, years, hours, ordinals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quoth.annotate.numbers import Number, all_numbers, read_numbers
from quoth.annotate.times.edges import Edge
from quoth.annotate.times.figures import FIRST_YEAR, LAST_YEAR
from quoth.annotate.times.lexicon import Language
from quoth.lang.numbers import number_words
from quoth.text import Token

_AMOUNTS = frozenset("$€£¥%№#°+=×*@")
LONE_YEARS = (1900, 2050)
"""Four figures between them are a year with no word of time beside them, unless they count."""


def numbers(
    text: str, tokens: list[Token], edges: dict[int, list[Edge]], code: str
) -> Iterator[Number]:
    """All numbers; one that ends in a word that is a unit too (“two quarters”) also without it."""
    words = number_words(code)
    for number in all_numbers(text, tokens, words):
        if number.article:
            continue
        yield number
        last = number.stop - 1
        if last > number.first and any("unit" in e.kinds for e in edges.get(last, ())):
            for shorter in read_numbers(text, tokens[number.first : last], words):
                first, stop = shorter.first + number.first, shorter.stop + number.first
                if stop == last:
                    yield replace(shorter, first=first, stop=stop)


def year_in_pairs(first: Number, last: Number) -> Iterator[Edge]:
    """A year in two worded numbers: nineteen ninety-six; an hour and its minutes: nine thirty."""
    if not (first.worded and last.worded) or first.ordinal or last.ordinal:
        return
    if not 10 <= last.value < 100 or last.value % 1:
        return
    if first.value in _CENTURIES:
        value = int(first.value * 100 + last.value)
        kinds = ("yearword", "newyear") if last.value > 12 else ("yearword",)
        yield Edge(first.first, last.stop, kinds, value, first.first, last.stop, weight=2)
    if 1 <= first.value <= 12 and last.value < 60:
        value = int(first.value * 100 + last.value)
        yield Edge(
            first.first, last.stop, ("hhmmword", "hhmm"), value, first.first, last.stop, weight=1
        )


_CENTURIES = (18, 19, 20)


def number_edge(
    text: str, number: Number, tokens: list[Token], told: bool, known: Language
) -> Edge:
    i, end = number.first, number.stop
    whole = number.value == int(number.value)
    value = int(number.value) if whole else number.value
    kinds = number_kinds(text, number)
    if "hh" in kinds and not number.worded and _counted(tokens, end, known):
        kinds = tuple(k for k in kinds if k != "hh")  # closed on Friday at 14 crowns
    if "yyyy" in kinds and value % 100 == 0 and _counted(tokens, end, known):
        kinds = tuple(k for k in kinds if k != "yyyy")  # at 2000 feet
    if "yyyy" in kinds and _lone_year(text, number, tokens, told, known):
        kinds += ("bareyear",)
    return Edge(i, end, kinds, value, i, end, weight=1)


_SMALL = frozenset({"join", "intro"})
COUNTED = 3
"""Words that may stand between a number and its “a day”: 5,000 barrels of oil a day."""


def rate(number: Number, tokens: list[Token], edges: dict[int, list[Edge]]) -> Iterator[Edge]:
    """A number with what it counts, if an article stands behind: 40 tons (a day)."""
    for stop in range(number.stop + 1, min(number.stop + 1 + COUNTED, len(tokens))):
        kinds = {e.kinds[0] for e in edges.get(stop - 1, ())}
        told = any(k not in _SMALL and k[0] != "'" for k in kinds)
        if told or not tokens[stop - 1].word:
            return
        if any("one" in e.kinds for e in edges.get(stop, ())):
            first = number.first
            yield Edge(first, stop, ("counted",), number.value, first, stop, weight=0)
            return


def counts_thing(number: Number, tokens: list[Token], edges: dict[int, list[Edge]]) -> bool:
    """Whether a unit, or a word that is none of time, stands behind a number: the 3rd floor."""
    following = tokens[number.stop] if number.stop < len(tokens) else None
    behind = edges.get(number.stop, ())
    unit = any("unit" in e.kinds for e in behind)
    return following is not None and following.word and (unit or not behind)


def counts_behind_comma(number: Number, tokens: list[Token], edges: dict[int, list[Edge]]) -> bool:
    """Whether a comma before figures and what they count tell them from a weekday: on Friday, 14
    men died."""
    behind = number.first > 0 and tokens[number.first - 1].key == ","
    return behind and counts_thing(number, tokens, edges)


def _lone_year(text: str, number: Number, tokens: list[Token], told: bool, known: Language) -> bool:
    """Whether four figures with no word of time beside them are a year.

    Args:
        told: whether a preposition, an article or a mark before them lets a year be expected.
        known: the language, which tells how nouns, and so what is counted, are written.
    """
    if not LONE_YEARS[0] <= number.value <= LONE_YEARS[1] or number.worded:
        return False
    start = number.span.start
    before = text[max(start - 1, 0) : start]
    if before and before in "-–/" and text[max(start - 2, 0) : start - 1].isdecimal():
        return False  # a number of a thing: 133-03-2020
    after = text[number.span.end : number.span.end + 2].strip()
    if before in _AMOUNTS or (after and after[0] in _AMOUNTS):
        return False
    following = tokens[number.stop] if number.stop < len(tokens) else None
    counts = following is not None and following.word
    if known.grouped and following is not None and not told:
        amount = following.capital or following.key[0].isdecimal()
        told = not amount and not _counted(tokens, number.stop, known)
    if following is not None and (told or known.capitals):
        counts = counts and following.capital is known.capitals
    return not counts or (told and number.value % 100 != 0)


def _counted(tokens: list[Token], i: int, known: Language) -> bool:
    """Whether tokens[i] is a word that four figures before it count all the same."""
    if i >= len(tokens):
        return False
    return any(hit.word.kind == "noun" for hit in known.lexicon.at(tokens, i))


def number_kinds(text: str, number: Number) -> tuple[str, ...]:
    """What a number may be: day of a month (`dd`), year (`yyyy`, `yy`), hour (`hh`), ordinal."""
    piece = number.span.of(text)
    whole = number.value == int(number.value)
    value = int(number.value) if whole else -1
    kinds = ["ord"] if number.ordinal else ["n"]
    digits = len(piece) if piece.isdecimal() else 0
    if 1 <= value <= 31 and (digits in (0, 1, 2)) and "." not in piece:
        kinds.append("dd")
        if number.ordinal:
            kinds.append("nthword" if number.worded else "nthday")
        elif not number.worded:
            kinds.append("ddf")
    if not number.ordinal:
        if FIRST_YEAR <= value <= LAST_YEAR and digits == 4:
            kinds.append("yyyy")
        if number.worded and FIRST_YEAR <= value <= LAST_YEAR:
            kinds.append("yearword")
            if LONE_YEARS[0] < value < LONE_YEARS[1] and value % 100:
                kinds.append("newyear")
        if digits == 2:
            kinds.append("yy")
            if value > 31:
                kinds.append("yyhigh")
        if 0 <= value <= 24 and (digits or number.worded):
            kinds.append("hh")
        if number.worded and 1 < number.value < 13 and number.value % 1 == 0.5:
            kinds.append("hhalf")  # “cinco y media” is half past five behind an article
        if digits == 2 and value < 60:
            kinds.append("mm")
        if digits == 4 and value // 100 <= 24 and value % 100 < 60:
            kinds.append("hhmm")
    return tuple(kinds)
