"""One page read at once, in a process that can be ended."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from quoth.errors import LimitExceeded
from quoth.model import Capture, Statement
from quoth.read.options import As
from quoth.run import at_once
from quoth.run.at_once import Busy, Desk
from quoth.run.options import RunOptions
from quoth.run.outcome import Outcome

TEXT = '"The bridge stays closed," said Ana Lund, the mayor of Aarnes.\n'


def hangs(_capture: Capture, _options: RunOptions) -> Outcome:
    """Work that never ends."""
    while True:
        time.sleep(1)


def dies(_capture: Capture, _options: RunOptions) -> Outcome:
    """Work that ends its process."""
    os._exit(3)


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk("pack")
    yield made
    made.close()


def test_a_text_is_read_in_another_process_and_the_address_of_a_page_is_checked_there(desk: Desk):
    found = desk.text(TEXT)
    assert found.reading is not None
    assert len(found.reading.of(Statement)) == 1
    assert desk.stamp(found) == ""
    for url in ("http://127.0.0.1/", "http://[fe80::1]/", "file:///etc/passwd"):
        refused = desk.url(url)
        assert refused.reading is None
    assert desk.url("http://127.0.0.1/").issues[0].code == "address-refused"


def test_what_is_no_web_address_is_not_opened(tmp_path: Path):
    # the room asks before; here too, since a path would be a file of this machine
    secret = tmp_path / "secret.txt"
    secret.write_text(TEXT)
    found = at_once.work(Capture(at_once.Source(str(secret)), b""), Desk("pack").options)
    assert found.reading is None
    assert found.issues[0].code == "address-refused"


def test_a_page_that_hangs_is_ended_and_the_next_is_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(RunOptions, "kill_seconds", lambda *_: 0.2)
    monkeypatch.setattr(at_once, "work", hangs)
    assert desk.text(TEXT).issues[0].code == "too-slow"
    assert desk.text(TEXT).issues[0].code == "too-slow"


def test_a_page_that_ends_its_process_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(at_once, "work", dies)
    assert desk.text(TEXT).issues[0].code == "worker-died"


def test_no_more_than_some_wait(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(at_once, "work", hangs)
    waiting = [threading.Thread(target=_quietly, args=(desk,)) for _ in range(4)]
    for thread in waiting:
        thread.start()
    time.sleep(0.2)
    with pytest.raises(Busy):
        desk.text(TEXT)
    desk.close()
    for thread in waiting:
        thread.join(30)
    assert not any(thread.is_alive() for thread in waiting)


def _quietly(desk: Desk) -> None:
    try:
        desk.text(TEXT)
    except BaseException as error:  # what waits when the desk closes is given up
        assert type(error).__name__ == "CancelledError", error  # noqa: PT017


def test_a_process_that_nobody_needs_is_ended_and_comes_back(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(at_once, "_IDLE", 0.2)
    monkeypatch.setattr(at_once, "Pool", Counted)
    Counted.open = 0
    desk = Desk("pack")
    for _ in range(2):
        assert desk.text(TEXT).issues == ()
        assert Counted.open == 1
        until = time.monotonic() + 10
        while Counted.open and time.monotonic() < until:
            time.sleep(0.05)
        assert Counted.open == 0


class Counted:
    """A pool that reads nothing, and counts those that are open."""

    open = 0

    def __init__(self, *_: object) -> None:
        Counted.open += 1

    def submit(self, capture: Capture) -> Future[Outcome]:
        made: Future[Outcome] = Future()
        made.set_result(Outcome(capture.source, None))
        return made

    def close(self) -> None:
        Counted.open -= 1


def test_a_text_too_long_is_refused_before_it_is_read(desk: Desk):
    with pytest.raises(LimitExceeded):
        desk.text("a" * (at_once.LONGEST + 1))


def test_what_is_pasted_is_taken_for_what_it_is_said_to_be():
    options = Desk("pack").options
    body = b"Home | News | Sport\n\n" + TEXT.encode()
    source = at_once.Source("-")
    for taken_as in (As.ARTICLE, As.DUMP):
        found = at_once.work(at_once.Pasted(source, body, taken_as), options)
        assert found.reading is not None
