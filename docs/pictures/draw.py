"""Draw the pictures of the README: `make pictures`.

Runs `quoth` on a terminal of its own and draws what it printed there, so that a picture shows
nothing but real output.
"""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
QUOTH = str(Path(sys.executable).with_name("quoth"))
PAGE = "samples/pages/2031-05-22-harbour-post.en.html"
SHOWN = "Lorrimer"
COLUMNS = 110
# the fonts of the reader's own machine: a picture fetches nothing
FORMAT = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)


def on_terminal(*args: str) -> str:
    """What `quoth ARGS` prints on a terminal, colours included."""
    ours, its = pty.openpty()
    size = {"COLUMNS": str(COLUMNS), "LINES": "60", "TERM": "xterm-256color"}
    call = [QUOTH, *args]
    environment = os.environ | size
    with subprocess.Popen(call, stdout=its, cwd=ROOT, env=environment) as process:  # noqa: S603
        os.close(its)
        printed = b"".join(iter(lambda: _chunk(ours), b""))
    os.close(ours)
    if process.returncode:
        raise SystemExit(f"quoth {' '.join(args)}: exit code {process.returncode}")
    return printed.decode().replace("\r\n", "\n")


def _chunk(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other end was closed
        return b""


def statement(ledger: str) -> str:
    """The id of a direct statement of the page."""
    call = [QUOTH, "statements", "--ledger", ledger, "--speaker", SHOWN, "--form", "direct"]
    found = subprocess.check_output([*call, "--json"], cwd=ROOT)  # noqa: S603
    lines = map(json.loads, found.splitlines())
    return next(line["id"] for line in lines if line["page"] == PAGE)


def draw(path: Path) -> None:
    """`quoth read` and `quoth show` over one sample page, as a picture."""
    with tempfile.TemporaryDirectory() as folder, open(os.devnull, "w") as nowhere:
        ledger = str(Path(folder, "ledger.quoth"))
        screen = Console(record=True, width=COLUMNS, file=nowhere, force_terminal=True)
        subprocess.check_call([QUOTH, "add", PAGE, "--ledger", ledger], cwd=ROOT)  # noqa: S603
        ident = statement(ledger)
        shown = on_terminal("show", ident, "--ledger", ledger)
        for command, printed in (
            (f"quoth read {PAGE}", on_terminal("read", PAGE)),
            (f"quoth show {ident}", shown),
        ):
            screen.print(Text(f"$ {command}", style="bold green"))
            screen.print(Text.from_ansi(printed))
    svg = screen.export_svg(
        title="quoth", theme=DIMMED_MONOKAI, code_format=FORMAT, unique_id="quoth"
    )
    path.write_text(svg, "utf-8")


if __name__ == "__main__":
    draw(FOLDER / "terminal.svg")
