"""Pages to call the command line with, and ways to call it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quoth.cli import verbs

BRIDGE = """Council closes the old bridge

"We will rebuild the bridge before winter," said Maria Lund, the mayor of Aarnes.

The council said it would pay for the work. The work begins in May.
"""
HARBOUR = """Harbour to reopen

"The harbour opens on Monday," said Tomas Vik, who runs the port.
"""

Quoth = Callable[..., Result]


@pytest.fixture()
def quoth(monkeypatch: pytest.MonkeyPatch) -> Quoth:
    """Calls a verb in this process, each page in this process too."""
    monkeypatch.delenv("QUOTH_LEDGER", raising=False)

    def call(*args: str | Path, stdin: bytes | None = None) -> Result:
        result = CliRunner().invoke(verbs, [str(a) for a in args], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call


@pytest.fixture()
def folder(tmp_path: Path) -> Path:
    """A folder with two pages of bare text."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "bridge.txt").write_text(BRIDGE, "utf-8")
    (pages / "harbour.txt").write_text(HARBOUR, "utf-8")
    return pages


@pytest.fixture()
def bridge(folder: Path) -> Path:
    """One page of bare text."""
    return folder / "bridge.txt"


@pytest.fixture()
def ledger(quoth: Quoth, folder: Path, tmp_path: Path) -> Path:
    """A ledger that holds the pages of `folder`."""
    path = tmp_path / "test.quoth"
    assert quoth("add", folder, "--as", "article", "--jobs", "1", "--ledger", path).exit_code == 0
    return path


def lines(output: str) -> list[dict[str, object]]:
    """The objects of an output in JSON lines."""
    return [json.loads(line) for line in output.splitlines()]


def bare_environment() -> dict[str, str]:
    """The environment without a locale and without settings of Quoth."""
    kept = ("PATH", "PYTHONPATH", "HOME", "SYSTEMROOT")
    return {name: value for name, value in os.environ.items() if name in kept}


def start(*args: str | Path, **more: object) -> subprocess.Popen[bytes]:
    """`quoth` in a process of its own, in a bare environment."""
    env = bare_environment() | {"LANG": "C"}
    pipes: dict[str, object] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    command = [sys.executable, "-m", "quoth", *map(str, args)]
    return subprocess.Popen(command, **{"env": env, **pipes, **more})  # type: ignore[call-overload,no-any-return]
