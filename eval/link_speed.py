"""Speed of telling who speaks and through whom, and whether it holds in long texts.

    python eval/link_speed.py

The marks of a reader are given: the statements and names of the project's own articles in
eval/speakers, and what is found without a reader; only actors, speakers and chains are timed.
Articles of 600 words per CPU-second, of all languages together and of the slowest one. As in
`speed`, the floor stands on a ratio taken in the same run, that to splitting the same texts into
words. For long texts, the English articles are repeated to one text of 10,000 to 80,000 words:
`speed kept` is the time a word takes in the shortest of these, in per cent of the time it takes in
a longer one.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import speakers
from quoth.annotate.options import ReaderOptions
from quoth.link.table import LINKERS
from quoth.model import Entity, EntityType, Reading, Span, Statement, mark
from quoth.run.page import plan
from reading import page
from speed import YARDSTICK

ARTICLE = 600
"""Words."""
LENGTHS = (10_000, 20_000, 40_000, 80_000)
"""Words of the long texts."""
GAP = "\n\n"
ROUNDS = 2
"""The better one is taken."""


def run(_: Path | None = None) -> dict[str, float]:
    """Articles per CPU-second, the ratio to splitting words, and the speed kept in long texts."""
    by_language: dict[str, list[speakers.Gold]] = {}
    for gold in speakers.articles():
        by_language.setdefault(gold.language, []).append(gold)
    readings = {code: [prepared([g]) for g in some] for code, some in by_language.items()}
    spent = {code: _best(some) for code, some in readings.items()}
    words = {code: sum(_words(g) for g in some) for code, some in by_language.items()}
    speed = {code: words[code] / ARTICLE / spent[code] for code in spent}
    print({code: round(s, 1) for code, s in speed.items()}, file=sys.stderr)
    texts = [g.text.text for some in by_language.values() for g in some]
    yardstick = _least(lambda: [YARDSTICK.findall(t) for t in texts])
    out = {
        "articles per CPU-second": sum(words.values()) / ARTICLE / sum(spent.values()),
        "slowest language, articles per CPU-second": min(speed.values()),
        "speed against splitting words": 1000 * yardstick / sum(spent.values()),
    }
    out |= _kept(by_language["en"])
    return {key: round(value, 2) for key, value in out.items()}


def _kept(golds: list[speakers.Gold]) -> dict[str, float]:
    """Per cent of the speed in the shortest text that the longer ones have."""
    pace = [_pace(golds, length) for length in LENGTHS]
    print([f"{n} words: {1e6 * p:.0f} µs" for n, p in zip(LENGTHS, pace, strict=True)])
    return {
        f"speed kept in {length:,} words": 100 * pace[0] / one
        for length, one in list(zip(LENGTHS, pace, strict=True))[1:]
    }


def _pace(golds: list[speakers.Gold], length: int) -> float:
    """Seconds a word in one text of that many words."""
    reading = prepared(repeated(golds, length))
    return _best([reading]) / len(reading.article.text.split())


def repeated(golds: list[speakers.Gold], length: int) -> list[speakers.Gold]:
    """The same articles again and again, until they have `length` words."""
    out: list[speakers.Gold] = []
    count = 0
    while count < length:
        out.append(golds[len(out) % len(golds)])
        count += _words(out[-1])
    return out


def prepared(golds: list[speakers.Gold]) -> Reading:
    """Articles of one language as one text, with all marks but those that are timed."""
    at = page(GAP.join(g.text.text for g in golds), golds[0].language)
    meta = replace(at.meta, site=golds[0].head.get("site"), published="2031-06-04")
    reading = Reading(replace(at, meta=meta))
    marks = [
        mark(at.id, speakers._extent(v) if isinstance(v, Statement) else s, v, speakers.BY, 1.0)
        for s, v in _given(golds)
    ]
    reading = reading.plus(marks)
    for annotator in plan(ReaderOptions("pack")):
        if annotator not in LINKERS and annotator.makes != {"statement"}:
            reading = reading.plus(annotator(reading))
    return reading


def _given(golds: list[speakers.Gold]) -> Iterator[tuple[Span, Any]]:
    """The statements and names of articles that stand one behind the other."""
    begin = 0
    for gold in golds:
        for start, end, kind in gold.text.entities:
            yield Span(begin + start, begin + end), Entity(EntityType(kind))
        for one in speakers.statements(gold):
            spans = {k: _moved(getattr(one, k), begin) for k in ("content", "cue", "source")}
            inside = _moved((one.inside,), begin)[0] if one.inside is not None else None
            yield spans["content"][0], replace(one, **spans, inside=inside)
        begin += len(gold.text.text) + len(GAP)


def _moved(spans: tuple[Span, ...], begin: int) -> tuple[Span, ...]:
    return tuple(Span(begin + s.start, begin + s.end) for s in spans)


def linked(reading: Reading) -> Reading:
    """The reading with its actors, speakers and chains."""
    for linker in LINKERS:
        reading = reading.plus(linker(reading))
    return reading


def _words(gold: speakers.Gold) -> int:
    return len(gold.text.text.split())


def _best(readings: list[Reading]) -> float:
    """CPU-seconds for all of some readings, words and places being loaded."""
    linked(readings[0])
    return _least(lambda: [linked(r) for r in readings])


def _least(call: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        call()
        times.append(time.process_time() - begin)
    return min(times)


if __name__ == "__main__":
    print(json.dumps(run(), indent=2))
