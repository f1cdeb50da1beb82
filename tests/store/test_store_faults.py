"""Killed writers, full disks, several processes at once: with real processes."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from store_samples import reading

from quoth.errors import LedgerError, LedgerFull
from quoth.store import StatementFilter, open_ledger
from quoth.store import sqlite as sqlite_file

HERE = Path(__file__).parent
WRITER = """
import itertools, sys
sys.path.insert(0, sys.argv[2])
from store_samples import reading
from quoth.store import open_ledger
said = [("Speaker %d" % i, "said", "the old harbour will close") for i in range(20)]
with open_ledger(sys.argv[1]) as ledger:
    for i in itertools.count(ledger.counts().pages):
        ledger.add("page %d" % i, reading((("Page %d" % i, "said", "yes"), *said)))
        print(i, flush=True)
"""


def _writer(path: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(HERE)], stdout=subprocess.PIPE, text=True
    )


def _killed(path: Path, seconds: float) -> int:
    """The number of pages that a writer said were added before it was killed."""
    child = _writer(path)
    assert child.stdout is not None
    first = int(child.stdout.readline())
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL)
    told = [first, *(int(line) for line in child.stdout.read().split())]
    child.wait()
    child.stdout.close()
    return told[-1] + 1


def test_a_killed_writer_loses_at_most_the_page_in_flight(tmp_path: Path) -> None:
    path = tmp_path / "l"
    chance = random.Random(7)
    for _ in range(4):
        told = _killed(path, chance.uniform(0.0, 0.15))
        with open_ledger(path) as ledger:
            counts = ledger.counts()
            assert told <= counts.pages <= told + 1
            assert counts.articles == counts.versions == counts.pages
            assert counts.statements == 21 * counts.pages
            assert ledger.check() == ()


def test_one_process_reads_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "l"
    child = _writer(path)
    assert child.stdout is not None
    try:
        seen = []
        for _ in range(5):
            told = int(child.stdout.readline()) + 1
            with open_ledger(path) as ledger:
                statements = sum(1 for _ in ledger.statements())
                assert statements % 21 == 0
                assert statements >= 21 * told
                seen.append(statements)
        assert seen == sorted(seen)
        with open_ledger(path) as ledger:  # and a second one writes
            ledger.add("mine", reading())
            assert ledger.counts().pages > told
    finally:
        child.kill()
        child.wait()
        child.stdout.close()


FULL = """
import resource, sys
sys.path.insert(0, sys.argv[2])
from store_samples import reading
from quoth.errors import LedgerFull
from quoth.store import open_ledger
with open_ledger(sys.argv[1]) as ledger:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_200_000, resource.RLIM_INFINITY))
    added = 0
    try:
        while added < 1000:
            ledger.add("page %d" % added, reading((("Page %d" % added, "said", "yes"),) * 40))
            added += 1
    except LedgerFull as error:
        assert "disk is full" in error.message
        assert ledger.counts().pages == added, ledger.counts()
        assert sum(1 for _ in ledger.statements()) == 40 * added
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
        ledger.add("there is room again", reading())
        print(added)
"""


def test_a_full_disk_is_told_and_the_ledger_stays_usable(tmp_path: Path) -> None:
    path = tmp_path / "l"
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path), str(HERE)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    with open_ledger(path) as ledger:
        assert ledger.counts().pages == int(done.stdout) + 1
        assert int(done.stdout) > 3
        assert ledger.check() == ()


def test_a_ledger_at_its_size_limit_is_full(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l") as ledger:
        ledger.add("a", reading())
        with ledger._engine.connect() as connection:  # the pool hands the same connection on
            connection.exec_driver_sql("PRAGMA max_page_count = 10")
        many = tuple((f"Speaker {i}", "said", "x" * i) for i in range(500))
        with pytest.raises(LedgerFull):
            ledger.add("b", reading(many))
        assert ledger.counts().pages == 1
        assert len(list(ledger.statements(StatementFilter(text="harbour")))) == 1
        assert ledger.check() == ()


def test_a_writer_that_does_not_finish_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_file, "BUSY_SECONDS", 0.05)
    with open_ledger(tmp_path / "l") as one, open_ledger(tmp_path / "l") as other:
        with sqlite_file.writing(other._engine), pytest.raises(LedgerError) as error:
            one.add("a", reading())
        assert error.value.code == "ledger-busy"
        one.add("a", reading())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_a_ledger_without_permission_is_told(tmp_path: Path) -> None:
    path = tmp_path / "l"
    open_ledger(path).close()
    path.chmod(0)
    with pytest.raises(LedgerError) as error:
        open_ledger(path)
    assert error.value.code == "ledger-unusable"


def test_several_processes_may_make_the_same_ledger(tmp_path: Path) -> None:
    path = tmp_path / "l"
    children = [_writer(path) for _ in range(3)]
    try:
        for child in children:
            assert child.stdout is not None
            assert child.stdout.readline().strip().isdigit()
    finally:
        for child in children:
            child.kill()
            child.wait()
            assert child.stdout is not None
            child.stdout.close()
    with open_ledger(path) as ledger:
        assert ledger.check() == ()
