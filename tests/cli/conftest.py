"""Pages to call the command line with, and a way to call it."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_support import BRIDGE, HARBOUR, Quoth
from click.testing import CliRunner, Result

from quoth.cli import verbs


@pytest.fixture
def quoth(monkeypatch: pytest.MonkeyPatch) -> Quoth:
    """Calls a verb in this process, each page in this process too."""
    monkeypatch.delenv("QUOTH_LEDGER", raising=False)
    monkeypatch.setenv("QUOTH_READER", "pack")

    def call(*args: str | Path, stdin: bytes | None = None) -> Result:
        result = CliRunner().invoke(verbs, [str(a) for a in args], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two pages of bare text."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "bridge.txt").write_text(BRIDGE, "utf-8")
    (pages / "harbour.txt").write_text(HARBOUR, "utf-8")
    return pages


@pytest.fixture
def bridge(folder: Path) -> Path:
    """One page of bare text."""
    return folder / "bridge.txt"


@pytest.fixture
def ledger(quoth: Quoth, folder: Path, tmp_path: Path) -> Path:
    """A ledger that holds the pages of `folder`."""
    path = tmp_path / "test.quoth"
    assert quoth("add", folder, "--as", "article", "--jobs", "1", "--ledger", path).exit_code == 0
    return path
