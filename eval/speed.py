"""Speed in articles per CPU-second by stage, and memory over ten thousand pages.

Processor seconds differ from machine to machine and with what else a machine is doing; the floor is
set on a ratio taken in the same run: how many times a plain splitting of the same texts into words
(`re.findall`) all of it takes, as thousandths.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from attribution import records
from quoth.annotate import annotators
from quoth.model import Article, Capture, Reading, Source
from quoth.read import As, ReadOptions, article
from quoth.run import RunOptions, readings

YARDSTICK = re.compile(r"\w+|[^\w\s]")
ROUNDS = 3  # the best of so many is taken
PAGES = 10_000
HEAD = 1500  # characters of a page in the memory test
MEGABYTE = 1024  # ru_maxrss counts kilobytes on Linux


def run(data: Path) -> dict[str, float]:
    """Articles per CPU-second of each stage and of all, the ratio to the yardstick, memory."""
    texts = [r["text"] for r in records(data, "polnear-dev")]
    options = ReadOptions(taken_as=As.ARTICLE, language="en")
    steps = {a.name: a for a in annotators("pack")}

    def read(text: str) -> Article:
        return article(Capture(Source("page"), text.encode("utf-8", "surrogatepass")), options)

    def stages(readings: list[Reading]) -> dict[str, Callable[[], object]]:
        def add(name: str) -> Callable[[], object]:
            return lambda: [r.plus(steps[name](r)) for r in readings]

        return {name: add(name) for name in steps}

    prepared = [Reading(read(t)) for t in texts]
    language = steps["language"]
    prepared = [r.plus(language(r)) for r in prepared]
    spent = {"read": _best(lambda: [read(t) for t in texts])}
    spent |= {name: _best(call) for name, call in stages(prepared).items()}
    yardstick = _best(lambda: [YARDSTICK.findall(t) for t in texts])
    spent_whole = _best(lambda: _whole(texts))
    out = {f"{name}, articles per CPU-second": len(texts) / s for name, s in spent.items()}
    out["text to statements, articles per CPU-second"] = len(texts) / spent_whole
    out["text to statements, speed against splitting words"] = 1000 * yardstick / spent_whole
    first, last = _memory(texts, read, list(steps.values()))
    out |= {"memory after 1,000 pages, MB": first, "memory after 10,000 pages, MB": last}
    out["memory that stays flat"] = 100 * first / last
    return {key: round(value, 2) for key, value in out.items()}


def _whole(texts: list[str]) -> None:
    """All texts from JSON lines to statements, as `quoth read --jobs 1` does it."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as lines:
        for n, text in enumerate(texts):
            lines.write(json.dumps({"id": str(n), "text": text, "language": "en"}) + "\n")
        lines.flush()
        found = sum(o.reading is not None for o in readings([lines.name], RunOptions(jobs=1)))
    if found != len(texts):
        raise RuntimeError(f"{len(texts) - found} of the texts were not read")


def _best(call: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        call()
        times.append(time.process_time() - begin)
    return min(times)


def _memory(
    texts: list[str],
    read: Callable[[str], Article],
    steps: Iterable[Callable[[Reading], Iterable[object]]],
) -> tuple[float, float]:
    """Highest resident memory in MB after a tenth of the pages and after all of them."""
    first = 0.0
    for n in range(PAGES):
        text = texts[n % len(texts)]
        start = (n // len(texts) * 97) % max(len(text) - HEAD, 1)
        reading = Reading(read(text[start : start + HEAD]))
        for step in steps:
            reading = reading.plus(step(reading))  # type: ignore[arg-type]
        if n == PAGES // 10:
            first = _resident()
    return first, _resident()


def _resident() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    print(json.dumps(run(folder), indent=2))
