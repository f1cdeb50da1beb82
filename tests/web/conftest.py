"""The ledger of the sample pages, and readers who come to its reading room."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hostile_support import hostile_ledger
from web_support import AT, ENGLISH, kept, made_ledger

from quoth.annotate import PACK
from quoth.store import Ledger, open_ledger
from quoth.web import Settings, create_app


@pytest.fixture(scope="session")
def ledger_file(request: pytest.FixtureRequest) -> Path:
    """A ledger of all sample pages, read with the packs; not to be changed."""
    return kept(_folder(request), "samples", made_ledger)


@pytest.fixture(scope="session")
def hostile_file(request: pytest.FixtureRequest) -> Path:
    """A ledger of pages that mean harm; not to be changed."""
    return kept(_folder(request), "hostile", hostile_ledger)


def _folder(request: pytest.FixtureRequest) -> Path:
    assert request.config.cache is not None
    return request.config.cache.mkdir("quoth-samples")


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
    app = create_app(Settings(ledger_file, reader=PACK))
    with TestClient(app, AT, headers=ENGLISH) as made:
        yield made


@pytest.fixture
def own_client(own_ledger: Path) -> Iterator[TestClient]:
    """A reader of a ledger of their own: may change it."""
    app = create_app(Settings(own_ledger, reader=PACK))
    with TestClient(app, AT, headers=ENGLISH) as made:
        yield made
