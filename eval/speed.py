"""Speed in articles per CPU-second, and memory.

    python eval/speed.py [DATA]             the pack reader by stage; memory over ten thousand pages
    python eval/speed.py DATA READER        a trained reader, one thread: statements and names

Processor seconds differ from machine to machine and with what else a machine is doing; the floor is
set on a ratio taken in the same run: how many times a plain splitting of the same texts into words
(`re.findall`) all of it takes, as thousandths. A trained reader's memory is the highest of a
process of its own that read the same articles and then a text of 100,000 words.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from attribution import records
from quoth.annotate import ReaderOptions, annotators
from quoth.model import Article, Capture, Reading, Source
from quoth.read import As, ReadOptions, article
from quoth.run import RunOptions, readings
from quoth.run.order import order, wanted

KINDS = frozenset({"statement", "entity"})
"""Of the marks that are made here; eval/scene_speed.py measures times, quantities and places."""

YARDSTICK = re.compile(r"\w+|[^\w\s]")
ROUNDS = 3  # the best of so many is taken
TRAINED_ROUNDS = 2  # of a trained reader, which takes long enough for one to tell
YARDS = 10  # times that the texts are split
WORDS = 100_000
"""Of the long text in the memory test of a trained reader."""

PAGES = 10_000
HEAD = 1500  # characters of a page in the memory test
MEGABYTE = 1024  # both figures count kilobytes on Linux


def run(data: Path) -> dict[str, float]:
    """Articles per CPU-second of each stage and of all, the ratio to the yardstick, memory."""
    texts = [r["text"] for r in records(data, "polnear-dev")]
    options = ReadOptions(taken_as=As.ARTICLE, language="en")
    ordered = order(annotators(ReaderOptions("pack")))
    steps = {a.name: a for a in wanted(ordered, KINDS | {"sentence"})}

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
    yardstick = _yardstick(texts)
    spent_whole = _best(lambda: _whole(texts))
    out = {f"{name}, articles per CPU-second": len(texts) / s for name, s in spent.items()}
    out["text to statements, articles per CPU-second"] = len(texts) / spent_whole
    out["text to statements, speed against splitting words"] = 1000 * yardstick / spent_whole
    first, last = _memory(data)
    out |= {"memory after 1,000 pages, MB": first, "memory after 10,000 pages, MB": last}
    out["memory that stays flat"] = 100 * first / last
    return {key: round(value, 2) for key, value in out.items()}


def trained(data: Path, reader: str) -> dict[str, float]:
    """Articles per CPU-second from text to statements and names with one thread, the ratio to the
    yardstick, and highest memory."""
    texts = [r["text"] for r in records(data, "polnear-dev")]
    options = RunOptions(reader=reader, jobs=1, threads=1, kinds=KINDS)
    _whole(texts[:1], options)  # weights are loaded once
    spent = _best(lambda: _whole(texts, options), TRAINED_ROUNDS)
    yardstick = _yardstick(texts)
    out = {
        "text to statements and names, articles per CPU-second": len(texts) / spent,
        "text to statements and names, speed against splitting words": 1000 * yardstick / spent,
    }
    first, last = _memory(data, reader)
    out["resident memory after the articles, MB"] = first
    out["resident memory after a text of 100,000 words, MB"] = last
    return {key: round(value, 3) for key, value in out.items()}


def _yardstick(texts: list[str]) -> float:
    """Seconds to split the texts into words; many times over, since some clocks are coarse."""
    every = texts * YARDS
    return _best(lambda: [YARDSTICK.findall(t) for t in every]) / YARDS


PACK = RunOptions(reader="pack", jobs=1, kinds=KINDS)


def _whole(texts: list[str], how: RunOptions = PACK) -> None:
    """All texts from JSON lines to statements, as `quoth marks --kind` does it with one job."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as lines:
        for n, text in enumerate(texts):
            lines.write(json.dumps({"id": str(n), "text": text, "language": "en"}) + "\n")
        lines.flush()
        found = sum(o.reading is not None for o in readings([lines.name], how))
    if found != len(texts):
        raise RuntimeError(f"{len(texts) - found} of the texts were not read")


def _best(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    times = []
    for _ in range(rounds):
        begin = time.process_time()
        call()
        times.append(time.process_time() - begin)
    return min(times)


def _memory(data: Path, *reader: str) -> tuple[float, float]:
    """Highest resident memory in MB after a tenth of the pages and after all of them, or after
    articles and a long text, measured in a process of its own."""
    command = [sys.executable, __file__, str(data), "memory", *reader]
    first, last = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return first, last


def _pages(data: Path) -> tuple[float, float]:
    texts = [r["text"] for r in records(data, "polnear-dev")]
    first = 0.0
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as lines:
        for n in range(PAGES):
            text = texts[n % len(texts)]
            start = (n // len(texts) * 97) % max(len(text) - HEAD, 1)
            page = {"id": str(n), "text": text[start : start + HEAD], "language": "en"}
            lines.write(json.dumps(page) + "\n")
        lines.flush()
        for n, outcome in enumerate(readings([lines.name], PACK)):
            if outcome.reading is None:
                raise RuntimeError(f"page {outcome.page} was not read")
            if n == PAGES // 10:
                first = _resident()
    return first, _resident()


def _articles(data: Path, reader: str) -> tuple[float, float]:
    texts = [r["text"] for r in records(data, "polnear-dev")]
    options = RunOptions(reader=reader, jobs=1, threads=1, kinds=KINDS)
    _whole(texts, options)
    first = _resident()
    words = sum(len(t.split()) for t in texts)
    long = "\n\n".join(texts * (WORDS // words + 1))
    _whole([long[: long.index(" ", len(long) * WORDS // (words * (WORDS // words + 1)))]], options)
    return first, _resident()


def _resident() -> float:
    """Highest resident memory of this process in MB.

    Linux hands `ru_maxrss` down from the parent process; its own figure is in /proc.
    """
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (s for s in status.read_text("ascii").splitlines() if s.startswith("VmHWM"))
        return int(line.split()[1]) / MEGABYTE
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


def main(folder: Path, what: list[str]) -> dict[str, float] | tuple[float, float]:
    """What was asked for on the command line."""
    match what:
        case ["memory"]:
            return _pages(folder)
        case ["memory", reader]:
            return _articles(folder, reader)
        case [reader]:
            return trained(folder, reader)
    return run(folder)


if __name__ == "__main__":
    given = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    print(json.dumps(main(given, sys.argv[2:]), indent=2))
