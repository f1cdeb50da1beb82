"""TempEval-3's measures of time expressions (UzZaman et al., SemEval 2013), over a whole data set.

An expression read and one of the gold are paired if they share a character, each with one other at
most, those with the same characters first. With P pairs, G of the gold and R read:

    strict    2 · pairs with the same first and last character / (G + R)
    relaxed   2 · P / (G + R)
    type      2 · pairs with the same TIMEX3 type / (G + R)
    value     2 · pairs whose TIMEX3 value is the same string / (G + R)

`type` and `value` are TempEval-3's F1 of attributes: relaxed F1 times the share of pairs with the
attribute right. Nothing is normalised before strings are compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

MEASURES = ("strict", "relaxed", "type", "value")


class Timex(NamedTuple):
    """A time expression: [start, end) in the text, TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


def pairs(gold: Sequence[Timex], read: Sequence[Timex]) -> Iterator[tuple[Timex, Timex]]:
    """Pairs of gold and read expressions that share a character, one to one."""
    ahead = {(r.start, r.end): r for r in read}
    exact = {g: ahead[g.start, g.end] for g in gold if (g.start, g.end) in ahead}
    yield from exact.items()
    used = set(exact.values())
    left = sorted(r for r in read if r not in used)
    for one in sorted(g for g in gold if g not in exact):
        other = next((r for r in left if r.start < one.end and one.start < r.end), None)
        if other is not None:
            left.remove(other)
            yield one, other


def count(gold: Sequence[Timex], read: Sequence[Timex]) -> Counter[str]:
    """What the scores of one text are made of."""
    found = Counter[str](gold=len(gold), read=len(read))
    for one, other in pairs(gold, read):
        found["relaxed"] += 1
        found["strict"] += one[:2] == other[:2]
        found["type"] += one.type == other.type
        found["value"] += one.value == other.value
    return found


def scores(counts: Iterable[Counter[str]]) -> dict[str, float]:
    """F1 in percent of every measure over texts; 100 where there is nothing to find, nor found."""
    total = Counter[str]()
    for one in counts:
        total.update(one)
    both = total["gold"] + total["read"]
    return {m: round(200 * total[m] / both, 2) if both else 100.0 for m in MEASURES}
