"""Pages into a ledger."""

from pathlib import Path

import pytest

from quoth.errors import LedgerFull
from quoth.model import Statement
from quoth.read.options import As, ReadOptions
from quoth.run import RunOptions, page
from quoth.run.add import Status, add
from quoth.store import Ledger, open_ledger

OPTIONS = RunOptions(ReadOptions(taken_as=As.ARTICLE), "pack")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "pages"
    made.mkdir()
    for number in range(3):
        (made / f"{number}.txt").write_text(f'"Bridge {number} is closed," said Maria Lund.\n')
    return made


@pytest.fixture
def ledger(tmp_path: Path):
    with open_ledger(tmp_path / "test.quoth") as opened:
        yield opened


def statuses(folder: Path, ledger: Ledger, options: RunOptions = OPTIONS) -> list[Status]:
    return [one.status for one in add([str(folder)], ledger, options)]


def test_pages_are_added_once(folder: Path, ledger: Ledger):
    assert statuses(folder, ledger) == [Status.ADDED] * 3
    assert statuses(folder, ledger) == [Status.UNCHANGED] * 3
    assert ledger.counts().statements == 3


def test_what_was_added_stays_when_the_rest_is_not(folder: Path, ledger: Ledger):
    going = add([str(folder)], ledger, OPTIONS)
    next(going)
    going.close()
    assert ledger.counts().pages == 1
    assert statuses(folder, ledger) == [Status.UNCHANGED, Status.ADDED, Status.ADDED]


def test_a_page_that_failed_is_tried_again(folder: Path, ledger: Ledger):
    (folder / "0.txt").write_bytes(b"")
    assert statuses(folder, ledger)[0] == Status.FAILED
    assert statuses(folder, ledger)[0] == Status.FAILED
    (folder / "0.txt").write_text("It is open again.\n")
    assert statuses(folder, ledger) == [Status.ADDED, Status.UNCHANGED, Status.UNCHANGED]


def test_a_page_that_was_read_with_faults_is_kept_and_tried_again(
    folder: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
):
    class Broken:
        name = "statement"
        needs: frozenset[str] = frozenset()
        makes = frozenset({"statement"})

        def __call__(self, reading: object) -> object:
            raise ValueError("no")

    with monkeypatch.context() as patched:
        patched.setattr(page, "plan", lambda *_: (Broken(),))
        first = next(add([str(folder)], ledger, OPTIONS))
    assert (first.status, first.faulty) == (Status.ADDED, True)
    assert [i.code for i in first.issues] == ["internal"]
    again = next(add([str(folder)], ledger, OPTIONS))
    assert (again.status, again.statements, again.faulty) == (Status.REREAD, 1, False)


def test_a_ledger_that_is_full_ends_the_batch(
    folder: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
):
    real = Ledger.add

    def full(self: Ledger, *args: object) -> object:
        if self.counts().pages == 1:
            raise LedgerFull("no room")
        return real(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Ledger, "add", full)
    going = add([str(folder)], ledger, OPTIONS)
    assert next(going).status == Status.ADDED
    with pytest.raises(LedgerFull):
        next(going)
    assert ledger.counts().pages == 1


def test_an_exception_while_a_page_is_stored_costs_that_page_only(
    folder: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
):
    real = Ledger.add

    def broken(self: Ledger, key: str, *args: object) -> object:
        if key.endswith("1.txt"):
            raise RuntimeError("a fault of ours")
        return real(self, key, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Ledger, "add", broken)
    found = list(add([str(folder)], ledger, OPTIONS))
    assert [one.status for one in found] == [Status.ADDED, Status.FAILED, Status.ADDED]
    assert [(i.code, i.stage) for i in found[1].issues] == [("internal", "store")]


def test_the_ledger_gives_back_the_reading(folder: Path, ledger: Ledger):
    list(add([str(folder)], ledger, OPTIONS))
    for reading, mark in ledger.found():
        assert mark in reading.of(Statement)
        assert mark.value.content[0].of(reading.article.text).endswith('closed,"')
