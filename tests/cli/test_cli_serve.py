"""The reading room as a process: served, ended, killed, and written to meanwhile."""

import os
import re
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from cli_support import BRIDGE, Quoth, start
from sqlalchemy import func, select

from quoth.store import Ledger, open_ledger, schema
from quoth.web.process import listen

PATIENCE = 60.0
"""Seconds in which a process of a busy machine does what takes a second."""
Room = tuple["subprocess.Popen[bytes]", str]


@contextmanager
def room(ledger: Path, *options: str) -> Iterator[Room]:
    """A reading room and its address."""
    child = start("serve", "--ledger", ledger, "--port", "0", *options)
    try:
        assert child.stderr is not None
        told = child.stderr.readline().decode()
        found = re.search(r"http://\S+", told)
        assert found, told
        yield child, found[0]
    finally:
        child.kill()
        child.communicate(timeout=PATIENCE)


def get(address: str) -> str:
    """The page at an address, once the room answers."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310
                return str(answer.read().decode())
        except (ConnectionError, urllib.error.URLError):
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def pages(folder: Path, count: int) -> Path:
    """A folder with pages of bare text."""
    for number in range(count):
        text = BRIDGE.replace("Maria Lund", f"Maria Lund the {number}th")
        (folder / f"page{number:03}.txt").write_text(text, "utf-8")
    return folder


def whole(ledger: Ledger) -> None:
    """Fail unless every article of a ledger is listed and can be read."""
    assert ledger.check() == ()
    assert ledger.not_listed() == ()
    statements = select(func.count()).select_from(schema.statement)
    relayed = select(func.count(schema.relay.c.statement.distinct()))
    count, listed = (
        ledger.ask(lambda c, q=q: c.execute(q).scalar_one()) for q in (statements, relayed)
    )  # type: ignore[misc]
    assert listed <= count
    assert ledger.counts().statements == count


def test_a_room_of_two_processes_answers_until_it_is_ended(ledger: Path) -> None:
    with room(ledger, "--workers", "2") as (child, address):
        for _ in range(6):
            assert "Maria Lund" in get(f"{address}/search?q=bridge")
        child.send_signal(signal.SIGTERM)
        assert child.wait(PATIENCE) in (0, -signal.SIGTERM)


def test_pages_are_added_while_the_room_is_open_and_both_may_be_killed(
    ledger: Path, tmp_path: Path
) -> None:
    more = tmp_path / "more"
    more.mkdir()
    call = ("add", pages(more, 16), "--as", "article", "--jobs", "1", "--ledger", ledger)
    with room(ledger) as (child, address):
        get(address)
        adding = start(*call)
        with open_ledger(ledger) as opened:
            end = time.monotonic() + PATIENCE
            while opened.counts().pages < 5 and time.monotonic() < end:
                assert "Quoth" in get(f"{address}/search?q=bridge")
        os.kill(adding.pid, signal.SIGKILL)
        adding.communicate(timeout=PATIENCE)
        assert "Quoth" in get(address)
        child.kill()
        child.wait(PATIENCE)
    with open_ledger(ledger) as opened:
        whole(opened)
        assert 5 <= opened.counts().pages < 18
    again = start(*call)
    again.communicate(timeout=PATIENCE)
    with open_ledger(ledger) as opened:
        whole(opened)
        assert opened.counts().pages == 18


def test_an_address_that_is_taken_is_told(quoth: Quoth, ledger: Path) -> None:
    with room(ledger) as (_, address):
        port = address.rpartition(":")[2]
        result = quoth("serve", "--ledger", ledger, "--port", port)
    assert result.exit_code == 2
    assert f"port {port}" in result.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--address", "room.example"), "no http or https address"),
        (("--reader", "none"), "no reader"),
        (("--host", "no.such.host.invalid"), "nothing can listen"),
    ],
)
def test_what_cannot_be_served_is_told(
    quoth: Quoth, ledger: Path, options: tuple[str, ...], told: str
) -> None:
    result = quoth("serve", "--ledger", ledger, *options)
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_missing_ledger_is_not_made(quoth: Quoth, tmp_path: Path) -> None:
    assert quoth("serve", "--ledger", tmp_path / "none").exit_code == 4
    assert list(tmp_path.iterdir()) == []


def test_answers_are_sent_at_once() -> None:
    with closing(listen("127.0.0.1", 0)) as at:
        assert at.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        with closing(socket.create_connection(at.getsockname())):
            accepted, _ = at.accept()
            with closing(accepted):
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
