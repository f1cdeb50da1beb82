"""No regular expression of times, numbers, quantities and places runs for ever on any text."""

from __future__ import annotations

import re

import pytest
from pattern_support import patterns, pumped
from scene_support import marks, page

from quoth.lang import available

ROOMS = (
    "quoth.annotate.times",
    "quoth.annotate.numbers",
    "quoth.annotate.quantities",
    "quoth.annotate.places",
    "quoth.annotate.setting",
    "quoth.atlas",
    "quoth.lang",
    "quoth.text",
)
FEW, MANY = 28, 4_000
"""Of a repetition within a repetition, 28 take minutes; of two that share a text, 4,000 do where
three of them meet, and a fraction of a second where two do."""


def test_pumped_texts_show_a_bad_pattern() -> None:
    assert "aaaa!" in set(pumped("(?:a+)+$", 0, 4))
    assert "7-x-x-x\x00" in set(pumped(r"\d(?:-[^\d])*\.", 0, 3))
    assert {"zababab!", "zcdcdcd!"} <= set(pumped("z(?:ab|cd)+$", 0, 3))


def test_introspection_finds_patterns_in_caches_and_tables() -> None:
    loaded()
    assert len(patterns("quoth.text")) > 3
    assert all(p in patterns("quoth") for p in patterns("quoth.text"))


def loaded() -> None:
    """Reads something in every language, so that the patterns of the packs are made."""
    for code in available():
        list(marks(page("12 May 2031, 5 % $3", code)))


@pytest.mark.parametrize("times", [FEW, MANY])
def test_no_pattern_runs_for_ever(times: int) -> None:
    loaded()
    for source, pattern in patterns(*ROOMS).items():
        for text in set(pumped(source, pattern.flags & ~re.DEBUG, times)):
            if len(text) < 20 * MANY:
                pattern.search(text)
                pattern.match(text)
                pattern.fullmatch(text)


def test_no_pattern_has_possessive_or_atomic_groups() -> None:
    """Python 3.11.2 matches them wrongly (gh-100061)."""
    loaded()
    for source in patterns(*ROOMS):
        assert not re.search(r"[+*?}]\+|\(\?>", re.sub(r"\[[^\]]*\]|\\.", "", source)), source
