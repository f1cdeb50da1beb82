"""What the tests of the reading room share."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from quoth.annotate import PACK
from quoth.run import RunOptions
from quoth.run.add import add
from quoth.store import Ledger, open_ledger

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "pages"

PAGES: dict[str, Callable[[Ledger], str]] = {
    "front": lambda ledger: "/",
}
"""The pages of the room: a name for each kind, and the address of one on a ledger."""


def made_ledger(path: Path, *pages: Path) -> Path:
    """A ledger of some pages, or of all sample pages, read with the packs.

    It is written under another name first, so that a file of that name is always whole.
    """
    options = RunOptions(reader=PACK, jobs=1)
    draft = path.with_suffix(".draft")
    with open_ledger(draft) as ledger:
        for _ in add([str(p) for p in pages or (SAMPLES,)], ledger, options):
            pass
    return draft.rename(path)


def made_of() -> str:
    """A name for the files that a ledger of the sample pages is made of and with."""
    names = sha256()
    code = ROOT / "src" / "quoth"
    for path in sorted([*code.rglob("*.py"), *code.rglob("data/**/*"), *SAMPLES.iterdir()]):
        if path.is_file() and path.relative_to(ROOT).parts[2] not in {"web", "cli", "export"}:
            facts = path.stat()
            names.update(f"{path}\0{facts.st_size}\0{facts.st_mtime_ns}\0".encode())
    return names.hexdigest()[:16]
