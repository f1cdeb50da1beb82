"""Opening a ledger: making it, upgrading it, or saying why not."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import Engine

from quoth.errors import LedgerError, LedgerTooNew
from quoth.store.ledger import Ledger
from quoth.store.migrations import LATEST, current, migrate
from quoth.store.sqlite import connect, guarded, probe, writing


def open_ledger(path: str | os.PathLike[str], *, create: bool = True, readers: int = 1) -> Ledger:
    """Open the ledger in the file `path`; an older one is brought up to date.

    Args:
        create: whether to make it if there is no such file, or an empty one.
        readers: threads that will ask it at once; the more, the less memory each has.

    Raises:
        LedgerTooNew: if a later Quoth wrote it; the file is not touched.
        LedgerBroken: if it is not a ledger; the file is not touched.
        LedgerError: if it is missing and not to be made (`ledger-missing`), or cannot be opened.
    """
    place = Path(path)
    found = probe(place)
    if not found and not create:
        raise LedgerError(
            f"there is no ledger in {place}: make one with `quoth add`", "ledger-missing"
        )
    _refuse_newer(place, found)
    engine = connect(place, readers)
    try:
        with guarded(place):
            _upgrade(place, engine, found)
    except BaseException:
        engine.dispose()
        raise
    return Ledger(place, engine)


def _upgrade(path: Path, engine: Engine, found: int) -> None:
    if found == LATEST:
        return
    with writing(engine) as connection:
        # another process may have upgraded it since we looked
        _refuse_newer(path, current(connection))
        migrate(connection)


def _refuse_newer(path: Path, found: int) -> None:
    if found > LATEST:
        raise LedgerTooNew(
            f"{path} was written by a later Quoth (ledger version {found}, this one knows "
            f"{LATEST}): update Quoth, or name another file"
        )
