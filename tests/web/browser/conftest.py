"""Chromium, and readers who come to the sample pages with it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser_support import Comes, Reader, served
from playwright.sync_api import Browser, sync_playwright

from quoth.annotate import PACK
from quoth.web import Settings

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-software-rasterizer"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The Chromium of the system; where there is none the test is skipped, in CI it fails."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        if os.environ.get("QUOTH_BROWSER") == "required":
            pytest.fail("there is no Chromium, and QUOTH_BROWSER=required")
        pytest.skip("there is no Chromium on this machine: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def room(ledger_file: Path) -> Iterator[str]:
    """The address of the reading room of the sample pages; not to be changed."""
    with served(Settings(ledger_file, reader=PACK)) as address:
        yield address


@pytest.fixture
def own_room(own_ledger: Path) -> Iterator[str]:
    """The address of a reading room that a test may change."""
    with served(Settings(own_ledger, reader=PACK)) as address:
        yield address


@pytest.fixture
def comes(chromium: Browser) -> Iterator[Comes]:
    """Readers, each with a browser of their own; in the end none may have had a problem."""
    readers: list[Reader] = []

    def one(address: str, **options: Any) -> Reader:
        readers.append(Reader.of(chromium, address, **options))
        return readers[-1]

    yield one
    for reader in readers:
        reader.page.context.close()
    assert not [p for r in readers for p in r.problems]
