"""What was read at once and is in no ledger: each a small ledger of its own, kept for an hour.

It lies in a folder under the temporary directory, so that all processes of a reading room find it.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from quoth.model import Reading
from quoth.store import Ledger, open_ledger, page_key

_SECONDS = 3600.0
_MOST = 200
_KEY = re.compile(r"[0-9a-f]{32}\Z")


class Shelf:
    """The results that a reading room keeps for a while.

    Args:
        ledger: the file of the room's own ledger: another room has another shelf.
    """

    def __init__(self, ledger: Path) -> None:
        self._name = sha256(os.fsencode(ledger.resolve())).hexdigest()[:16]
        self._folder: Path | None = None

    def put(self, reading: Reading, stamp: str) -> str:
        """Keep a reading; whoever knows the key that this gives can see it.

        Args:
            stamp: of the reading, as `quoth add` would give it.
        """
        self._sweep()
        key = secrets.token_hex(16)
        with open_ledger(self._place(key)) as ledger:
            ledger.add(page_key(reading.article.source), reading, stamp)
        return key

    @contextmanager
    def take(self, key: str) -> Iterator[tuple[Ledger, str] | None]:
        """The ledger of a key and the id of its article; None where it is gone or was never."""
        if not _KEY.match(key) or not self._place(key).is_file():
            yield None
            return
        with open_ledger(self._place(key), create=False) as ledger:
            yield ledger, ledger.article_ids()[0]

    def _place(self, key: str) -> Path:
        if self._folder is None or not self._folder.is_dir():
            self._folder = _own_folder(f"quoth-room-{self._name}")
        return self._folder / f"{key}.quoth"

    def _sweep(self) -> None:
        """Drop what is old, and the oldest of what is too much."""
        folder = self._place("").parent
        found = sorted((-_age(p), p) for p in folder.glob("*.quoth"))
        for number, (age, path) in enumerate(found):
            if -age > _SECONDS or number < len(found) - _MOST:
                for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
                    (folder / name).unlink(missing_ok=True)


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except OSError:  # another process swept it
        return 0.0


def _own_folder(name: str) -> Path:
    """A folder of the temporary directory that is this user's alone."""
    user = os.getuid() if hasattr(os, "getuid") else 0
    path = Path(tempfile.gettempdir()) / f"{name}-{user}"
    try:
        path.mkdir(mode=0o700)
    except FileExistsError:
        facts = path.lstat()
        # somebody else may have made it first, to read or change what is kept here
        if not stat.S_ISDIR(facts.st_mode) or facts.st_uid != user or facts.st_mode & 0o077:
            return Path(tempfile.mkdtemp(prefix=f"{name}-"))
    return path
