"""The DateTime cases of Recognizers-Text (MIT): whether spans and values of a case are right.

A case is a text, the moment that it is read at, and its results. It counts if it has a result of
one of `KINDS`; the other kinds (times of day, sets, …) are neither asked for nor held against what
is read. Cases that the library itself fails on some platform (`NotSupported`) count like all
others; cases without any result count by themselves, as `none`. The data have faults:

* 518 French cases lack their moment. The languages translate the same cases, so that they take it
  from one with the same readings; where there is none (6), values are not asked for.
* Some offsets point elsewhere (a third of the French ones); the words tell where a result stands.
  A case with a result whose words are not in its text is left out (two Dutch and two Arabic ones).

The conventions of the library are not those of TIMEX3. A case is right under a mapping:

spans   Each result is covered by one expression read, or, where it is a range, by at most two (its
        ends); and those cover the same words as the result, function words (eval/times_words.tsv)
        left out. Nothing else is read.
values  Each result shares characters with what was read, as before, and one of its readings (an
        incomplete date has two, one past and one to come) is `same` as what was read. Nothing else
        is read. A result without readings (“not resolved”) takes its case out of this measure.

and without one:

exact   Each result is one expression read with the same first and last character; nothing else is
        read.
timex   As exact, and the TIMEX3 value is the string of one of its readings: its `timex`, or its
        `value` (a date or a moment that an incomplete one stands for).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from recognized import Reading, moment, same
from scene import Seen

LANGUAGES = {
    "en": "English",
    "es": "Spanish",
    "pt": "Portuguese",
    "fr": "French",
    "de": "German",
    "it": "Italian",
    "nl": "Dutch",
    "tr": "Turkish",
    "ar": "Arabic",
}
KINDS = ("date", "daterange", "datetime", "duration")
MEASURES = ("spans", "values", "exact", "timex")
RANGE_ENDS = 2
_WORD = re.compile(r"[^\W_]+")

Span = tuple[int, int]
Meaning = tuple[tuple[Reading, ...], ...]


@dataclass(frozen=True, slots=True)
class Result:
    """One result of a case: [start, end), its kind, and all that it may mean."""

    start: int
    end: int
    kind: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A text with the moment that it is read at (ISO 8601), and its results."""

    text: str
    language: str
    published: str | None
    results: tuple[Result, ...]
    others: tuple[Span, ...]

    @property
    def meaning(self) -> Meaning:
        """All readings of its results: cases that are translations of each other share them."""
        return tuple(r.readings for r in self.results)

    @property
    def kinds(self) -> set[str]:
        """The kinds that the case counts for; `none` without any result."""
        return {r.kind for r in self.results} or ({"none"} if not self.others else set())


@dataclass(frozen=True, slots=True)
class Verdict:
    """Which measures a case passes; `values` is None where the gold has none."""

    spans: bool
    values: bool | None
    exact: bool
    timex: bool | None


def cases(data: Path, language: str) -> Iterator[Case]:
    """The cases of a language that count for one of `KINDS` or have no result."""
    for case in _written(data, language):
        if case.kinds and all(0 <= r.start < r.end for r in case.results):
            known = case.published or _moments(data).get(case.meaning)
            yield replace(case, published=known)


def _written(data: Path, language: str) -> Iterator[Case]:
    path = data / "times" / "recognizers" / f"{LANGUAGES[language]}.json"
    if path.exists():
        for given in json.loads(path.read_text("utf-8-sig")):
            yield _case(given, language)


@lru_cache(maxsize=1)
def _moments(data: Path) -> dict[Meaning, str]:
    """The moment of reference of cases by what they mean, over all languages."""
    found = [c for language in LANGUAGES for c in _written(data, language)]
    dated = sorted((c for c in found if c.published), key=lambda c: c.published or "", reverse=True)
    return {c.meaning: c.published or "" for c in dated}


def _case(given: dict[str, Any], language: str) -> Case:
    results, others = list[Result](), list[Span]()
    for one in given["Results"]:
        start, end = _span(given["Input"], one)
        kind = one.get("TypeName", "").partition(".")[2]
        if kind in KINDS:
            results.append(Result(start, end, kind, tuple(_readings(one.get("Resolution")))))
        else:
            others.append((start, end))
    at = (given.get("Context") or {}).get("ReferenceDateTime")
    return Case(given["Input"], language, at, tuple(results), tuple(others))


def _span(text: str, one: dict[str, Any]) -> Span:
    """Where a result stands: its offsets (the last one inclusive), if its words are there or
    nowhere; where its words are, next to the offsets, if they point elsewhere."""
    words = one["Text"].lower()
    start = one.get("Start", one.get("start", 0))
    end = one.get("End", start + len(words) - 1) + 1
    if text[start:end].lower() == words:
        return start, min(end, len(text))  # some ends lie behind the text
    found = [m.start() for m in re.finditer(re.escape(words), text.lower())]
    if not found:
        return start, min(end, len(text))
    nearest = min(found, key=lambda at: abs(at - start))
    return nearest, nearest + len(words)


def _readings(resolution: Any) -> Iterator[Reading]:
    for value in resolution.get("values", ()) if isinstance(resolution, dict) else ():
        timex = value.get("timex", "")
        known = {k: value[k] for k in ("value", "start", "end") if k in value}
        stated = {k: v for k, v in known.items() if v != "not resolved"}
        yield Reading(timex, **stated)


def judge(case: Case, seen: Sequence[Seen]) -> Verdict:
    """What of a case is right, given the expressions read in its text."""
    groups = [[s for s in seen if _meets(s, r)] for r in case.results]
    taken = [s for group in groups for s in group]
    others = [s for s in seen if s not in taken and not any(_meets(s, o) for o in case.others)]
    clean = not others and len(taken) == len(set(taken))
    both = list(zip(case.results, groups, strict=True))
    known = case.published is not None and all(r.readings for r in case.results)
    exact = clean and all(_exact(r, g) for r, g in both)
    return Verdict(
        spans=clean and all(_covered(case, r, g) for r, g in both),
        values=(clean and all(same(g, r.readings) for r, g in both)) if known else None,
        exact=exact,
        timex=(exact and all(_stated(r, g[0]) for r, g in both)) if known else None,
    )


def _meets(seen: Seen, other: Result | Span) -> bool:
    start, end = (other.start, other.end) if isinstance(other, Result) else other
    return seen.start < end and start < seen.end


def _exact(result: Result, group: list[Seen]) -> bool:
    return [(s.start, s.end) for s in group] == [(result.start, result.end)]


def _stated(result: Result, seen: Seen) -> bool:
    stated = {r.timex for r in result.readings} | {moment(r.value) for r in result.readings}
    return moment(seen.timex) in {moment(s) for s in stated if s}


def _covered(case: Case, result: Result, group: list[Seen]) -> bool:
    if not 1 <= len(group) <= (RANGE_ENDS if result.kind == "daterange" else 1):
        return False
    ours = [w for s in group for w in _words(case, s.start, s.end)]
    return ours == _words(case, result.start, result.end)


def _words(case: Case, start: int, end: int) -> list[Span]:
    """The words that a span touches, function words left out."""
    left_out = function_words()[case.language]
    return [
        m.span()
        for m in _WORD.finditer(case.text)
        if m.start() < end and start < m.end() and m.group().lower() not in left_out
    ]


@lru_cache(maxsize=1)
def function_words() -> dict[str, frozenset[str]]:
    """Function words by language, in lower case."""
    lines = (Path(__file__).parent / "times_words.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {language: frozenset(words.split()) for language, words in rows}
