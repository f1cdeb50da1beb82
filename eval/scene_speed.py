"""Speed of times, quantities and places together, and whether it holds in long texts.

    python eval/scene_speed.py [DATA]

Articles of 600 words per CPU-second, on PolNeAR's development articles and on the own corpus,
whose languages with a pack are measured each by itself. Reading the page, its language and its
statements are not in it. As in `speed`, the floor stands on a ratio taken in the same run, that to
splitting the same texts into words. For long texts, PolNeAR's articles are repeated to one text of
a hundred thousand, a million and five million characters, of one paragraph a line: `speed kept`
is the time a character takes in the first, in per cent of the time it takes in the long ones.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import own
from attribution import records
from quoth.lang import available
from quoth.model import Article, Reading
from scene import LANGUAGE, annotator, page
from speed import YARDSTICK

KINDS = ("time", "quantity", "place")
ARTICLE = 600
"""Words."""

SHORT = 100_000
LONG = {"a million characters": 1_000_000, "five million characters": 5_000_000}
DAY = "2031-06-04"
ROUNDS = 2
"""The better one is taken."""


def run(data: Path) -> dict[str, float]:
    """Articles per CPU-second, the ratio to splitting words, and the speed kept in long texts."""
    texts = [r["text"] for r in records(data, "polnear-dev")]
    spent = {kind: _spent(texts, "en", (kind,)) for kind in KINDS}
    together = sum(spent.values())
    articles = _words(texts) / ARTICLE
    out = {f"{k} alone, articles per CPU-second": articles / s for k, s in spent.items()}
    out["all, articles per CPU-second"] = articles / together
    yardstick = _best(lambda: [YARDSTICK.findall(t) for t in texts])
    out["all, speed against splitting words"] = 1000 * yardstick / together
    own_speed = {code: _own(code) for code in own.gold("test") if code in available()}
    print({c: round(v, 1) for c, v in own_speed.items()}, file=sys.stderr)
    out["own corpus, slowest language, articles per CPU-second"] = min(own_speed.values())
    out |= _kept(texts)
    return {key: round(value, 2) for key, value in out.items()}


def _own(code: str) -> float:
    texts = [r["text"] for part in ("dev", "test") for r in own.gold(part).get(code, ())]
    return _words(texts) / ARTICLE / _spent(texts, code, KINDS)


def _kept(texts: list[str]) -> dict[str, float]:
    """Per cent of the speed in a short text that a long one has."""
    first = _pace(texts, SHORT)
    return {f"speed kept in {name}": 100 * first / _pace(texts, n) for name, n in LONG.items()}


def _pace(texts: list[str], length: int) -> float:
    """Seconds a character, in one text of that length."""
    one = "\n\n".join(texts)
    text = "\n\n".join([one] * (length // len(one) + 1))[:length]
    return _spent([text], "en", KINDS, 1 if length > SHORT else ROUNDS) / length


def _spent(texts: list[str], code: str, kinds: tuple[str, ...], rounds: int = ROUNDS) -> float:
    """CPU-seconds for all marks of some kinds in some texts, the languages being known."""
    readings = [_prepared(page(text, code, DAY)) for text in texts]
    for kind in kinds:  # words and places are loaded once
        list(annotator(kind)(_prepared(page("On Friday, 3 May.", code, DAY))))
    return _best(lambda: [list(annotator(k)(r)) for r in readings for k in kinds], rounds)


def _prepared(at: Article) -> Reading:
    reading = Reading(at)
    return reading.plus(LANGUAGE(reading))


def _words(texts: list[str]) -> int:
    return sum(len(t.split()) for t in texts)


def _best(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    times = []
    for _ in range(rounds):
        begin = time.process_time()
        call()
        times.append(time.process_time() - begin)
    return min(times)


if __name__ == "__main__":
    given = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    print(json.dumps(run(given), indent=2))
