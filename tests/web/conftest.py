"""The ledger of the sample pages, and readers who come to its reading room."""

from __future__ import annotations

import fcntl
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web_support import made_ledger, made_of

from quoth.store import Ledger, open_ledger
from quoth.web import Settings, create_app

AT = "http://127.0.0.1:8765"
HOUR = 3600
ENGLISH = {"accept-language": "en"}


@pytest.fixture(scope="session")
def ledger_file(request: pytest.FixtureRequest) -> Path:
    """A ledger of all sample pages, read with the packs; not to be changed.

    It is made once, however many processes run the tests, and kept in the cache of pytest until
    a file changes that has a part in reading or storing.
    """
    assert request.config.cache is not None
    folder = request.config.cache.mkdir("quoth-samples")
    path = folder / f"{made_of()}.quoth"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            # another run may still be reading the one before
            for old in folder.glob("*.quoth"):
                if old.stat().st_mtime < time.time() - HOUR:
                    old.unlink()
            made_ledger(path)
    return path


@pytest.fixture
def own_ledger(ledger_file: Path, tmp_path: Path) -> Path:
    """A copy of that ledger, for a test that changes it."""
    return Path(shutil.copy(ledger_file, tmp_path / "own.quoth"))


@pytest.fixture(scope="session")
def samples(ledger_file: Path) -> Iterator[Ledger]:
    """The ledger of the sample pages, open; not to be changed."""
    with open_ledger(ledger_file, create=False) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def client(ledger_file: Path) -> Iterator[TestClient]:
    """A reader of the sample pages in English, who does not change them."""
    app = create_app(Settings(ledger_file))
    with TestClient(app, AT, headers=ENGLISH) as made:
        yield made


@pytest.fixture
def own_client(own_ledger: Path) -> Iterator[TestClient]:
    """A reader of a ledger of their own: may change it."""
    app = create_app(Settings(own_ledger))
    with TestClient(app, AT, headers=ENGLISH) as made:
        yield made
