"""A worker process and the parent's handle on it."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from typing import Any

from quoth.errors import QuothError
from quoth.model import Capture, issue
from quoth.run.options import RunOptions
from quoth.run.outcome import Outcome, failed

Work = Callable[[Capture, RunOptions], Outcome]
"""What a worker does with a page: a function of a module, so that it can be named to a process."""

_START_SECONDS = 120.0
"""How long a worker may take to import what it needs, on the wall: generous, since nothing but a
broken machine takes so long."""


def context() -> BaseContext:
    """How workers are started: from a clean server process where the system has one.

    Plain forking is out of the question, since the parent has threads.
    """
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(["quoth.run.preload"])
    # started here, since its start would unblock Ctrl-C in the thread that starts the server
    resource_tracker.ensure_running()
    return server


class Worker:
    """One worker process, started again whenever it is gone.

    `run` and `close` are for one thread; `stop` may be called from any.
    """

    def __init__(self, how: BaseContext, work: Work, options: RunOptions) -> None:
        self._how = how
        self._work = work
        self._options = options
        self._process: Any = None
        self._pipe: Connection | None = None
        self._stopped = False
        self._starting = threading.Lock()

    def run(self, capture: Capture) -> Outcome:
        """Read one page in the process.  A process that dies or hangs becomes an issue.

        Raises:
            QuothError: what the work raises, which concerns more than its page.
        """
        try:
            pipe = self._ready()
            pipe.send(capture)
            if not pipe.poll(self._options.kill_seconds(len(capture.body))):
                return self._too_slow(capture)
            answer: Outcome | QuothError = pipe.recv()
        except (EOFError, OSError):
            return self._died(capture)
        if isinstance(answer, QuothError):
            raise answer
        return answer

    def stop(self) -> None:
        """End the process at once, also in the middle of a page, and start no other."""
        with self._starting:
            self._stopped = True
            if self._process is not None:
                self._process.kill()

    def close(self) -> None:
        """End the process and free what it held."""
        process, pipe, self._process, self._pipe = self._process, self._pipe, None, None
        if process is not None:
            process.kill()
            process.join()
        if pipe is not None:
            pipe.close()

    def _ready(self) -> Connection:
        if self._pipe is not None and self._process.is_alive():
            return self._pipe
        self.close()
        with self._starting:
            if self._stopped:
                raise EOFError("stopped")
            pipe = self._start()
        if not pipe.poll(_START_SECONDS):
            raise EOFError("the worker did not start")
        pipe.recv()
        return pipe

    def _start(self) -> Connection:
        self._pipe, theirs = self._how.Pipe()
        with theirs:
            process = self._how.Process(  # type: ignore[attr-defined]
                target=serve, args=(theirs, self._work, self._options), daemon=True
            )
            process.start()
        self._process = process
        return self._pipe

    def _too_slow(self, capture: Capture) -> Outcome:
        self.close()
        seconds = self._options.kill_seconds(len(capture.body))
        message = (
            f"the page took more than {seconds:g} s on the clock "
            "and its worker was ended (see --max-seconds)"
        )
        return failed(issue("too-slow", "error", "read", capture.source, message))

    def _died(self, capture: Capture) -> Outcome:
        process = self._process
        if process is not None:
            process.join(1)
        how = _ending(None if process is None else process.exitcode)
        self.close()
        message = f"the worker process {how} while it had this page; it may be out of memory"
        return failed(issue("worker-died", "error", "read", capture.source, message))


def _ending(code: int | None) -> str:
    if code is None:
        return "went away"
    if code < 0:
        return f"was killed by signal {-code}"
    return f"ended with status {code}"


def serve(pipe: Connection, work: Work, options: RunOptions) -> None:
    """The main function of a worker: pages in, outcomes out, until the parent is gone."""
    # Ctrl-C goes to the whole group of processes; the parent alone decides what it means
    # (see also `quoth.run.pool._no_interrupts`, which covers the start)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, OSError):
        pipe.send("ready")
        while True:
            pipe.send(_answer(work, pipe.recv(), options))


def _answer(work: Work, capture: Capture, options: RunOptions) -> Outcome | QuothError:
    try:
        return work(capture, options)
    except QuothError as err:
        return err
