"""A folder of everything that can be wrong with a page: all is told, nothing hangs."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_support import BRIDGE, Quoth, lines

from quoth.cli import verbs
from quoth.cli.exits import Exit, exit_for
from quoth.errors import FetchFailed, LedgerFull, PackError, QuothError, UsageError

LETTERS = "Міст закрито, сказала Марія Коваль. "


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_000)  # a file with a hole: it takes no room


MAKERS: dict[str, Callable[[Path], object]] = {
    "binary.txt": lambda p: p.write_bytes(bytes(range(256)) * 40),
    "empty.txt": lambda p: p.write_bytes(b""),
    "good.txt": lambda p: p.write_text(BRIDGE),
    "huge.html": huge,
    "link.txt": lambda p: p.symlink_to(p.parent / "gone.txt"),
    "nested.html": lambda p: p.write_text("<div>" * 100_000 + BRIDGE),
    "noarticle.html": lambda p: p.write_text("<html><body><nav>Home</nav></body></html>"),
    "nul.txt": lambda p: p.write_bytes(BRIDGE.replace("council", "coun\0cil").encode()),
    "pipe.txt": lambda p: os.mkfifo(p),
    "truncated.txt": lambda p: p.write_bytes((LETTERS * 20).encode()[:-3]),
    "utf16.txt": lambda p: p.write_bytes((LETTERS * 20).encode("utf-16-le")),
}
BROKEN = {
    "binary.txt": "binary",
    "empty.txt": "empty",
    "huge.html": "too-large",
    "link.txt": "not-found",
    "nested.html": "too-deep",
    "pipe.txt": "not-readable",
}
WARNED = {"noarticle.html": "no-article"}


@pytest.fixture
def mess(tmp_path: Path) -> Path:
    folder = tmp_path / "mess"
    folder.mkdir()
    for name, make in MAKERS.items():
        make(folder / name)
    return folder


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_bad_pages_are_told_and_the_others_read(quoth: Quoth, mess: Path, jobs: str):
    url = "http://127.0.0.1:9/page.html"  # the port of the discard service: nobody answers
    result = quoth("article", mess, url, "--json", "--jobs", jobs)
    assert result.exit_code == 1
    problems = {Path(str(p["page"])).name: p["code"] for p in lines(result.stderr)}
    assert problems == BROKEN | WARNED | {"page.html": "fetch-failed"}
    read = {Path(str(r["page"])).name for r in lines(result.stdout)}
    assert read == set(MAKERS) - set(BROKEN)
    assert "Traceback" not in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(quoth: Quoth, folder: Path):
    (folder / "bridge.txt").chmod(0)
    result = quoth("read", folder, "--as", "article", "--json", "--jobs", "1")
    assert result.exit_code == 1
    assert [p["code"] for p in lines(result.stderr)] == ["no-permission"]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (FetchFailed("x"), Exit.NOTHING_READ),
        (UsageError("x"), Exit.USAGE),
        (PackError("x"), Exit.USAGE),
        (LedgerFull("x"), Exit.LEDGER),
        (QuothError("x", "output"), Exit.LEDGER),
    ],
)
def test_an_error_that_ends_the_command_has_its_exit_code(
    error: QuothError, code: Exit, quoth: Quoth, bridge: Path, monkeypatch: pytest.MonkeyPatch
):
    def broken(*_: object) -> None:
        raise error

    command = verbs.get_command(None, "read")  # type: ignore[arg-type]
    monkeypatch.setattr(command, "callback", lambda **_: broken())
    result = quoth("read", bridge)
    assert result.exit_code == code == exit_for(error)
    assert result.stderr == f"quoth: {error.code}: x\n"


def test_a_full_disk_ends_adding_and_keeps_what_was_added(
    quoth: Quoth, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from quoth.store import Ledger, open_ledger

    real = Ledger.add

    def full(self: Ledger, *args: object) -> object:
        if self.counts().pages:
            raise LedgerFull("the disk is full")
        return real(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Ledger, "add", full)
    path = tmp_path / "full.quoth"
    result = quoth("add", folder, "--as", "article", "--jobs", "1", "--ledger", path)
    assert result.exit_code == 4
    assert result.stderr == "quoth: ledger-full: the disk is full\n"
    with open_ledger(path) as opened:
        assert opened.counts().pages == 1
        assert opened.check() == ()
