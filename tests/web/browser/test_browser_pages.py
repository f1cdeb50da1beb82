"""Every page as a reader sees it: wide and light, and narrow and dark without scripts."""

from __future__ import annotations

import pytest
from browser_support import NARROW, Comes
from web_support import PAGES, address

from quoth.store import Ledger

# these are of the same template as another page, and are tried on a telephone alone
VARIANTS = {
    *("article-shown", "article-arabic", "actors-states", "timeline-days"),
    *("search-filtered", "search-nothing", "search-empty"),
}


@pytest.mark.parametrize("name", [name for name in PAGES if name not in VARIANTS])
def test_a_page_is_accessible_and_asks_nobody_else(
    comes: Comes, room: str, samples: Ledger, name: str
):
    reader = comes(room)
    reader.open(address(samples, name))
    reader.shot(name)
    assert reader.faults() == []


@pytest.mark.parametrize("name", PAGES)
def test_it_is_so_on_a_telephone_without_scripts_in_the_dark(
    comes: Comes, room: str, samples: Ledger, name: str
):
    reader = comes(room, scripts=False, **NARROW)
    reader.open(address(samples, name))
    reader.shot(f"{name}-narrow")
    assert reader.sideways() == []
    assert reader.small() == []
    assert reader.faults() == []
