"""A pool of workers that keeps the order of its input and holds few pages at a time."""

from __future__ import annotations

import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor

from quoth.model import Capture
from quoth.run.options import RunOptions
from quoth.run.outcome import Outcome
from quoth.run.worker import Work, Worker, context

WAITING = 3
"""Pages in flight for each worker: one that it reads, and some that keep it busy while a slow
page at the head of the line holds up the output."""


def pooled(
    items: Iterable[Capture | Outcome], work: Work, options: RunOptions
) -> Generator[Outcome, None, None]:
    """`work` done on `items`, in their order; those that are outcomes already pass."""
    pool = Pool(work, options)
    line: deque[Future[Outcome]] = deque()
    try:
        for item in items:
            line.append(pool.submit(item))
            while line and (line[0].done() or len(line) >= WAITING * options.jobs):
                yield line.popleft().result()
        while line:
            yield line.popleft().result()
    finally:
        pool.close()


class Pool:
    """One thread for each worker process: it hands over a page and waits for the answer.

    The processes start with the first page.
    """

    def __init__(self, work: Work, options: RunOptions) -> None:
        self._how = context()
        self._work = work
        self._options = options
        self._mine = threading.local()
        self._workers: list[Worker] = []
        self._threads = ThreadPoolExecutor(options.jobs, "quoth", _no_interrupts)

    def submit(self, item: Capture | Outcome) -> Future[Outcome]:
        """The outcome of a page, once it is there; `result` raises what the work raises."""
        if isinstance(item, Capture):
            return self._threads.submit(self._run, item)
        done: Future[Outcome] = Future()
        done.set_result(item)
        return done

    def close(self) -> None:
        """End the processes, also in the middle of a page."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.stop()
        self._threads.shutdown(wait=True)
        for worker in self._workers:
            worker.close()

    def _run(self, capture: Capture) -> Outcome:
        worker: Worker | None = getattr(self._mine, "worker", None)
        if worker is None:
            worker = self._mine.worker = Worker(self._how, self._work, self._options)
            self._workers.append(worker)
        return worker.run(capture)


def _no_interrupts() -> None:
    # Ctrl-C is for the main thread.  The server of workers and the workers inherit this from the
    # thread that starts them, or each would print a traceback of its own.
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
