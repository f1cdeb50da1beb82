"""The pool: order, bounded memory, workers that die or hang."""

import gc
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from quoth.errors import PackError
from quoth.model import Capture, Source, issue
from quoth.read.options import ReadOptions
from quoth.run import options as run_options
from quoth.run.options import RunOptions
from quoth.run.outcome import Outcome, failed
from quoth.run.pool import WAITING, pooled


def work(capture: Capture, options: RunOptions) -> Outcome:
    """What the workers of these tests do: the body of a page is the order to carry out."""
    command, _, argument = capture.body.decode().partition(" ")
    if command == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if command == "exit":
        os._exit(int(argument))
    if command == "raise":
        raise PackError(argument, "pack-missing")
    if command == "sleep":
        time.sleep(float(argument))
    if command == "touch":
        Path(argument).write_text(str(os.getpid()))
        time.sleep(60)
    if command == "mask":
        blocked = signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])
        ignored = signal.getsignal(signal.SIGINT) == signal.SIG_IGN
        note = issue("mask", "warning", "read", capture.source, f"{blocked} {ignored}")
        return Outcome(capture.source, None, (note,))
    note = issue("note", "warning", "read", capture.source, str(os.getpid()))
    return Outcome(capture.source, None, (note,))


def page(name: int | str, body: str = "") -> Capture:
    return Capture(Source(str(name)), body.encode())


OPTIONS = RunOptions(reader="pack", jobs=2)


def test_outcomes_come_in_the_order_of_the_pages():
    bodies = ["sleep 0.3", "", "", "sleep 0.1", "", "", ""]
    out = list(pooled([page(i, b) for i, b in enumerate(bodies)], work, OPTIONS))
    assert [o.page for o in out] == [str(i) for i in range(len(bodies))]


def test_pages_are_read_in_other_processes_more_than_one():
    items = [page(i, "sleep 0.2") for i in range(4)]
    pids = {o.issues[0].message for o in pooled(items, work, OPTIONS)}
    assert len(pids) == 2
    assert str(os.getpid()) not in pids


def test_outcomes_among_the_pages_pass_in_their_place():
    gone = failed(issue("not-readable", "error", "read", Source("gone"), "it is gone"))
    out = list(pooled([page(0, "sleep 0.1"), gone, page(1)], work, OPTIONS))
    assert [o.page for o in out] == ["0", "gone", "1"]
    assert out[1] is gone


def test_few_pages_are_in_flight_at_any_time():
    taken = 0

    def source() -> Iterator[Capture]:
        nonlocal taken
        for number in range(200):
            taken += 1
            yield page(number)

    for given, _ in enumerate(pooled(source(), work, OPTIONS)):
        assert taken - given <= WAITING * OPTIONS.jobs
    assert taken == 200


def test_a_worker_that_is_killed_costs_its_page_only():
    bodies = ["", "die", "", "exit 3", "", ""]
    out = list(pooled([page(i, b) for i, b in enumerate(bodies)], work, OPTIONS))
    assert [o.issues[0].code for o in out] == [
        "note",
        "worker-died",
        "note",
        "worker-died",
        "note",
        "note",
    ]
    assert out[1].failed
    assert "signal 9" in out[1].issues[0].message
    assert "status 3" in out[3].issues[0].message


def test_a_worker_that_does_not_come_back_is_ended(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(run_options, "KILL_GRACE", 3.0)
    options = RunOptions(ReadOptions(max_seconds=0.01), "pack", jobs=2)
    out = list(pooled([page(0, "sleep 60"), page(1), page(2)], work, options))
    assert [o.issues[0].code for o in out] == ["too-slow", "note", "note"]


def test_ctrl_c_does_not_reach_the_workers_even_while_they_start():
    # blocked from before the start, and ignored besides
    outcomes = list(pooled([page(i, "mask") for i in range(3)], work, OPTIONS))
    assert {o.issues[0].message for o in outcomes} == {"True True"}


def test_an_error_that_concerns_more_than_its_page_ends_the_batch():
    outcomes = pooled([page(0), page(1, "raise no pack"), page(2)], work, OPTIONS)
    assert next(outcomes).page == "0"
    with pytest.raises(PackError, match="no pack") as caught:
        list(outcomes)
    assert caught.value.code == "pack-missing"


def test_large_pages_travel_both_ways():
    body = "x" * 3_000_000
    out = list(pooled([page(i, body) for i in range(5)], work, OPTIONS))
    assert [o.page for o in out] == ["0", "1", "2", "3", "4"]


def test_leaving_early_ends_the_workers(tmp_path: Path):
    started = tmp_path / "pid"
    outcomes = pooled([page(0), *(page(i, f"touch {started}") for i in (1, 2, 3))], work, OPTIONS)
    next(outcomes)
    pid = ""  # kept: the next page opens the file anew, and for a moment it is empty
    while not pid:
        time.sleep(0.01)
        pid = started.read_text() if started.exists() else ""
    began = time.monotonic()
    outcomes.close()
    gc.collect()
    assert time.monotonic() - began < 10
    with pytest.raises(ProcessLookupError):
        _signal_until_gone(int(pid))


def _signal_until_gone(pid: int) -> None:
    for _ in range(500):
        os.kill(pid, 0)
        time.sleep(0.01)
