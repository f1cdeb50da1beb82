"""What settings.md says is so."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from quoth.lang.venues import CLASSES
from quoth.model import VenueType

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "settings.md").read_text("utf-8")


def rows(head: str) -> list[list[str]]:
    """The rows of the table whose first row begins with `head`."""
    lines = TEXT.split(f"\n| {head} |", 1)[1].split("\n\n")[0].splitlines()[2:]
    return [[c.strip() for c in line.split("|")[1:-1]] for line in lines]


@pytest.fixture(scope="module")
def venues() -> Iterator[ModuleType]:
    """The contract of the cases, which reads a text in the same way."""
    folder = str(ROOT / "tests" / "contracts")
    sys.path.insert(0, folder)
    import test_venues

    yield test_venues
    sys.path.remove(folder)


def test_every_type_of_an_occasion_is_in_the_table() -> None:
    assert [row[0].strip("`") for row in rows("type")] == [t.value for t in VenueType]


def test_every_class_of_words_is_in_the_table() -> None:
    assert [row[0].strip("`") for row in rows("class")] == list(CLASSES)


def test_every_reason_is_one_of_the_code() -> None:
    folder = ROOT / "src" / "quoth" / "annotate" / "setting"
    files = (*folder.glob("*.py"), ROOT / "src" / "quoth" / "model" / "time.py")
    code = "".join(p.read_text("utf-8") for p in files)
    for row in rows("from")[:-1]:
        for reason in re.findall("`([^`]+)`", row[1]):
            shown = reason.replace("dateline", "{name}").replace("page's date line", "{name}")
            assert reason in code or shown in code, reason


@pytest.mark.parametrize("row", rows("text"), ids=lambda row: row[0][:30])
def test_an_example_is_read_as_the_table_says(venues: ModuleType, row: list[str]) -> None:
    cell, said, venue, place = (None if c == "–" else c for c in row)
    code, _, text = (cell or "").partition(": ")
    wanted = {
        "said": said.rsplit(": ", 1) if said else None,
        "venue": venue.split(": ", 1) if venue else None,
        "place": place,
    }
    assert venues.told(text, venues.setting(code, text)) == wanted
