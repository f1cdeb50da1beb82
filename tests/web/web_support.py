"""What the tests of the reading room share."""

from __future__ import annotations

from pathlib import Path

from quoth.annotate import PACK
from quoth.run import RunOptions
from quoth.run.add import add
from quoth.store import open_ledger

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "pages"


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
