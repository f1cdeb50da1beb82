"""What the tests of the command line share."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

BRIDGE = """Council closes the old bridge

"We will rebuild the bridge before winter," said Maria Lund, the mayor of Aarnes.

The council said it would pay for the work. The work begins in May.
"""
HARBOUR = """Harbour to reopen

"The harbour opens on Monday," said Tomas Vik, who runs the port.
"""

Quoth = Callable[..., Result]
"""The fixture `quoth`: calls a verb in this process."""


def lines(output: str) -> list[dict[str, object]]:
    """The objects of an output in JSON lines."""
    return [json.loads(line) for line in output.splitlines()]


def bare_environment() -> dict[str, str]:
    """The environment without a locale and without settings of Quoth."""
    kept = ("PATH", "PYTHONPATH", "HOME", "SYSTEMROOT")
    return {name: value for name, value in os.environ.items() if name in kept}


def start(*args: str | Path, **more: object) -> subprocess.Popen[bytes]:
    """`quoth` in a process of its own, in a bare environment."""
    env = bare_environment() | {"LANG": "C", "QUOTH_READER": "pack"}
    pipes: dict[str, object] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    command = [sys.executable, "-m", "quoth", *map(str, args)]
    return subprocess.Popen(command, **{"env": env, **pipes, **more})  # type: ignore[call-overload,no-any-return]
