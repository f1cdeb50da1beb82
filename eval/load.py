"""The reading room under load: many readers, pages being added meanwhile.

    python eval/load.py LEDGER [--readers 50] [--seconds 600] [--warm 30] [--think 2] [--workers 2]
    python eval/load.py LEDGER --costs

Starts `quoth serve`, lets readers look at pages (each thinks for a while between two, up to twice
`--think` seconds), adds a page every second on the way of `quoth add`, joining included, and tells
of each kind of page how long it took, in milliseconds, and how much memory the processes held.
Pages of the first `--warm` seconds do not count: a process has read no template yet.
The ledger is changed: give it a copy.  `--costs` asks for one page after the other instead and
tells how much time of the processor each took.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from big_page import Page
from big_world import World
from load_client import Client
from load_paths import SHARES, Paths
from quoth.run.joining import Joiner
from quoth.store import open_ledger

_TICK = os.sysconf("SC_CLK_TCK")
_SAMPLE_SECONDS = 10.0
_ROUNDS = 15


class Server:
    """A reading room in processes of its own."""

    def __init__(self, ledger: Path, workers: int) -> None:
        call = (sys.executable, "-m", "quoth", "serve", "--ledger", str(ledger), "--port", "0")
        # a file: a pipe that nobody reads fills up, and then nothing is answered
        self._told = tempfile.NamedTemporaryFile()  # noqa: SIM115
        self._child = subprocess.Popen((*call, "--workers", str(workers)), stderr=self._told)
        self.address = self._address()

    def _address(self) -> str:
        for _ in range(600):
            found = re.search(r"http://\S+", self.told)
            if found is not None:
                return found[0]
            time.sleep(0.1)
        raise TimeoutError(self.told)

    @property
    def told(self) -> str:
        """What it said on standard error."""
        return Path(self._told.name).read_text()

    def processes(self) -> list[int]:
        """The process that was started and all under it."""
        found, parents = [self._child.pid], {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                parents[int(folder.name)] = int(_stat(int(folder.name))[1])
            except OSError:
                continue
        for one in found:
            found += [pid for pid, parent in parents.items() if parent == one]
        return found

    def memory(self) -> int:
        """Bytes that the processes hold of their own."""
        return sum(_private(pid) for pid in self.processes())

    def seconds(self) -> float:
        """Time of the processor that they used."""
        used = (_stat(pid) for pid in self.processes())
        return sum(int(s[11]) + int(s[12]) for s in used) / _TICK

    def close(self) -> None:
        """End it."""
        self._child.terminate()
        self._child.wait(30)
        for fault in sorted(set(re.findall(r"^\S*Error: .*$", self.told, re.MULTILINE))):
            print(fault, file=sys.stderr)


def _stat(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def _private(pid: int) -> int:
    told = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return 1024 * sum(int(n) for n in re.findall(r"Private_(?:Clean|Dirty): +(\d+)", told))


@contextmanager
def served(ledger: Path, workers: int) -> Iterator[Server]:
    """A reading room that answers."""
    server = Server(ledger, workers)
    try:
        asyncio.run(_answering(server.address))
        yield server
    finally:
        server.close()


async def _answering(address: str) -> None:
    """Wait until it answers."""
    client = Client(address)
    for _ in range(600):
        try:
            await client.get("/")
            break
        except OSError:
            await asyncio.sleep(0.2)
    client.close()


# ---------------------------------------------------------------- one after the other


def costs(ledger: Path) -> Iterator[tuple[str, float, float]]:
    """Of each kind of page: milliseconds of the processor, and by the clock, in the mean."""
    with open_ledger(ledger, create=False) as opened:
        paths = Paths(opened)
    with served(ledger, 1) as server:
        for kind in SHARES:
            some = [paths.of(kind) for _ in range(_ROUNDS)]
            asyncio.run(_fetched(server.address, some[:3]))
            before, begun = server.seconds(), time.perf_counter()
            asyncio.run(_fetched(server.address, some[3:]))
            count = len(some) - 3
            used, took = server.seconds() - before, time.perf_counter() - begun
            yield kind, 1000 * used / count, 1000 * took / count


async def _fetched(address: str, paths: list[str]) -> None:
    client = Client(address)
    for path in paths:
        answer = await client.get(path)
        if answer.status != 200:
            print(f"{answer.status} {path}", file=sys.stderr)
    client.close()


# ---------------------------------------------------------------- many at once


class Load:
    """What readers saw.

    Attributes:
        times: seconds of each answer, by kind of page.
        errors: answers that were none, by kind and status.
        memory: bytes that the server held, every ten seconds.
        added: pages that were added.
        processor: seconds of it that the server used.
    """

    def __init__(self, server: Server, paths: Paths, told: argparse.Namespace) -> None:
        self._server, self._paths, self._think = server, paths, told.think
        self._warm = time.monotonic() + told.warm
        self._end: float = self._warm + told.seconds
        self.times: dict[str, list[float]] = defaultdict(list)
        self.errors: Counter[str] = Counter()
        self.memory: list[int] = []
        self.added = 0
        self.processor = 0.0

    @property
    def over(self) -> bool:
        """Whether the time has come."""
        return time.monotonic() >= self._end

    async def run(self, readers: int) -> None:
        """Let so many readers read."""
        before = self._server.seconds()
        await asyncio.gather(self._watch(), *(self._read(n) for n in range(readers)))
        self.processor = self._server.seconds() - before

    async def _read(self, number: int) -> None:
        pick = random.Random(number)  # noqa: S311
        client = Client(self._server.address)
        await asyncio.sleep(pick.uniform(0, 2 * self._think))
        while not self.over:
            kind, path = self._paths.one()
            try:
                answer = await client.get(path)
            except (OSError, asyncio.IncompleteReadError) as error:
                self.errors[f"{kind}: {type(error).__name__}"] += 1
                continue
            if time.monotonic() < self._warm:
                pass
            elif answer.status == 200:
                self.times[kind].append(answer.seconds)
            else:
                self.errors[f"{kind}: {answer.status}"] += 1
            await asyncio.sleep(pick.uniform(0, 2 * self._think))
        client.close()

    async def _watch(self) -> None:
        while not self.over:
            self.memory.append(await asyncio.to_thread(self._server.memory))
            await asyncio.sleep(_SAMPLE_SECONDS)

    def add(self, ledger: Path, every: float) -> None:
        """Add pages, one in `every` seconds, as `quoth add` does once it has read them."""
        world, joiner = World(), Joiner()
        with open_ledger(ledger) as opened:
            first = opened.counts().pages
            while not self.over:
                begun = time.monotonic()
                number = first + self.added
                reading = Page(world, number, number + 1).reading()
                opened.add(f"added {number}", reading, "", joiner)
                self.added += 1
                time.sleep(max(0.0, every - (time.monotonic() - begun)))


def load(ledger: Path, told: argparse.Namespace) -> Load:
    """Let readers read, and pages be added."""
    with open_ledger(ledger, create=False) as opened:
        paths = Paths(opened)
    with served(ledger, told.workers) as server:
        done = Load(server, paths, told)
        adding = threading.Thread(target=done.add, args=(ledger, told.add))
        if told.add:
            adding.start()
        asyncio.run(done.run(told.readers))
        if told.add:
            adding.join()
    return done


def report(done: Load) -> None:
    """Print what readers saw."""
    print(f"{'':20} {'pages':>6} {'p50':>6} {'p95':>6} {'p99':>6} {'most':>6}")
    for kind in SHARES:
        times = sorted(done.times[kind])
        if times:
            told = [times[int(q * (len(times) - 1))] for q in (0.5, 0.95, 0.99, 1.0)]
            print(f"{kind:20} {len(times):6}", *(f"{1000 * t:6.0f}" for t in told))
    megabytes = [m // 1_000_000 for m in done.memory]
    print(f"memory, MB, every {_SAMPLE_SECONDS:.0f} s: {' '.join(map(str, megabytes))}")
    print(f"pages added: {done.added}; errors: {dict(done.errors) or 'none'}")
    count = sum(map(len, done.times.values()))
    print(f"{count} pages took {done.processor:.0f} s of the processor")
    print(f"load average: {os.getloadavg()}")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--costs", action="store_true")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--warm", type=float, default=30.0)
    parser.add_argument("--think", type=float, default=2.0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--add", type=float, default=1.0)
    told = parser.parse_args()
    if told.costs:
        for kind, used, took in costs(told.ledger):
            print(f"{kind:20} {used:7.1f} {took:7.1f}", flush=True)
    else:
        report(load(told.ledger, told))


if __name__ == "__main__":
    main()
