"""What the tests of the reading room share."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from quoth.annotate import PACK
from quoth.run import RunOptions
from quoth.run.add import add
from quoth.store import Ledger, open_ledger

ROOT = Path(__file__).parents[2]
HOUR = 3600
SAMPLES = ROOT / "samples" / "pages"

PAGES: dict[str, Callable[[Ledger], str]] = {
    "front": lambda ledger: "/",
}
"""The pages of the room: a name for each kind, and the address of one on a ledger."""


def made_ledger(path: Path, *pages: Path) -> Path:
    """A ledger of some pages, or of all sample pages, read with the packs."""
    options = RunOptions(reader=PACK, jobs=1)
    with open_ledger(path) as ledger:
        for _ in add([str(p) for p in pages or (SAMPLES,)], ledger, options):
            pass
    return path


def made_of() -> str:
    """A name for the files that a ledger of the sample pages is made of and with."""
    names = sha256()
    code, tests = ROOT / "src" / "quoth", ROOT / "tests" / "web"
    files = [*code.rglob("*.py"), *code.rglob("data/**/*"), *SAMPLES.iterdir(), *tests.glob("*.py")]
    for path in sorted(files):
        if path.is_file() and path.relative_to(ROOT).parts[2] not in {"web", "cli", "export"}:
            facts = path.stat()
            names.update(f"{path}\0{facts.st_size}\0{facts.st_mtime_ns}\0".encode())
    return names.hexdigest()[:16]


def kept(folder: Path, name: str, make: Callable[[Path], object]) -> Path:
    """A file that `make` writes; it is kept in a folder until what it is made of changes.

    However many processes want it, it is made once.
    """
    path = folder / f"{name}-{made_of()}.quoth"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            # another run may still be reading the one before
            for old in folder.glob(f"{name}-*"):
                if old.stat().st_mtime < time.time() - HOUR:
                    old.unlink()
            draft = path.with_suffix(".new")
            draft.unlink(missing_ok=True)
            make(draft)
            draft.rename(path)
    return path
