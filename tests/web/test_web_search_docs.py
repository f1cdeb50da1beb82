"""docs/search.md says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from quoth.model import Form, SourceType, VenueType
from quoth.store.views import articles, search
from quoth.store.views.filter import FIELDS, SHORTEST
from quoth.store.views.front import SPAN
from quoth.web.rooms.export import AT_ONCE, MOST

PAGE = (Path(__file__).parents[2] / "docs" / "search.md").read_text()
NUMBERS = {
    2: "two",
    3: "three",
    30: "thirty",
    2000: "two thousand",
    1000: "one thousand",
    5000: "five thousand",
    10000: "ten thousand",
}


def test_the_page_lists_every_parameter_of_a_filter() -> None:
    assert tuple(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)) == FIELDS


def test_the_page_lists_every_value() -> None:
    for name, kinds in (("kind", SourceType), ("form", Form), ("venue", VenueType)):
        (row,) = re.findall(rf"^\| `{name}` \|(.*)\|$", PAGE, re.MULTILINE)
        assert re.findall(r"`(\w+)`", row) == [kind.value for kind in kinds]


def test_the_page_tells_the_limits() -> None:
    text = " ".join(PAGE.split())
    assert f"at least {NUMBERS[SHORTEST]} letters" in text
    assert f"of {NUMBERS[search.FEW * search.MORE]}, of {NUMBERS[search.LOOKED]} at last" in text
    assert f"the newest {NUMBERS[search.COUNTED]} candidates" in text
    assert f"the {NUMBERS[articles.NEWEST]} read last" in text
    assert f"the newest {MOST:,} statements" in text
    assert f"{NUMBERS[AT_ONCE].capitalize()} exports" in text
    assert f"the last {NUMBERS[SPAN]} days" in text
