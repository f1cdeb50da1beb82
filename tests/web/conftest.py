"""The ledger of the sample pages, and readers who come to its reading room."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web_support import made_ledger

from quoth.store import Ledger, open_ledger
from quoth.web import Settings, create_app

AT = "http://127.0.0.1:8765"
ENGLISH = {"accept-language": "en"}


@pytest.fixture(scope="session")
def ledger_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of all sample pages, read with the packs; not to be changed.

    It is made once, however many processes run the tests.
    """
    base = tmp_path_factory.getbasetemp()
    # each process of xdist has a folder of its own inside one that they share
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    path = shared / "samples.quoth"
    with (shared / "samples.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
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
