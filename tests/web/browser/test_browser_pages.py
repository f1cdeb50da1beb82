"""Every page as a reader sees it: wide and light, and narrow and dark without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser_support import NARROW, Reader
from playwright.sync_api import Browser
from web_support import PAGES, address

from quoth.store import Ledger

# these are of the same template as another page, and are tried on a telephone alone
VARIANTS = {
    *("article-shown", "article-arabic", "actors-states", "timeline-days"),
    *("search-filtered", "search-nothing", "search-empty"),
}


@pytest.fixture(scope="module")
def wide(chromium: Browser, room: str) -> Iterator[Reader]:
    """A reader at a desk, in the light."""
    reader = Reader.of(chromium, room)
    yield reader
    reader.page.context.close()


@pytest.fixture(scope="module")
def narrow(chromium: Browser, room: str) -> Iterator[Reader]:
    """A reader with a telephone, in the dark, whose browser runs no scripts."""
    reader = Reader.of(chromium, room, scripts=False, **NARROW)
    yield reader
    reader.page.context.close()


@pytest.mark.parametrize("name", [name for name in PAGES if name not in VARIANTS])
def test_a_page_is_accessible_and_asks_nobody_else(wide: Reader, samples: Ledger, name: str):
    wide.problems.clear()
    wide.open(address(samples, name))
    wide.shot(name)
    assert wide.faults() == []
    assert wide.problems == []


@pytest.mark.parametrize("name", PAGES)
def test_it_is_so_on_a_telephone_without_scripts_in_the_dark(
    narrow: Reader, samples: Ledger, name: str
):
    narrow.problems.clear()
    narrow.open(address(samples, name))
    narrow.shot(f"{name}-narrow")
    assert narrow.sideways() == []
    assert narrow.small() == []
    assert narrow.faults() == []
    assert narrow.problems == []
