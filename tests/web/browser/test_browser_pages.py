"""Every page as a reader sees it: wide and light, and narrow and dark without scripts."""

from __future__ import annotations

import pytest
from browser_support import NARROW, Comes
from web_support import PAGES, address

from quoth.store import Ledger


@pytest.mark.parametrize("name", PAGES)
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
    assert reader.faults() == []
