"""No regular expression of times, numbers, quantities and places runs for ever on any text."""

from __future__ import annotations

import re

import pytest
from pattern_support import patterns, pumped
from scene_support import marks, page

from quoth.annotate.times import figures
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
FEW, MANY = 28, 2_000
"""Of a repetition within a repetition, 28 take minutes; of three that share a text, 2,000 do."""


@pytest.fixture(scope="module")
def known() -> dict[str, re.Pattern[str]]:
    """The patterns by their sources; those of the packs are made by reading something."""
    for code in available():
        list(marks(page("12 May 2031, 5 % $3", code)))
    return patterns(*ROOMS)


def test_pumped_texts_show_a_bad_pattern() -> None:
    assert "aaaa!" in set(pumped("(?:a+)+$", 0, 4))
    assert "7-x-x-x\x00" in set(pumped(r"\d(?:-[^\d])*\.", 0, 3))
    assert {"zababab!", "zcdcdcd!"} <= set(pumped("z(?:ab|cd)+$", 0, 3))


def test_introspection_finds_patterns_in_constants_and_objects(
    known: dict[str, re.Pattern[str]],
) -> None:
    constants = [v for v in vars(figures).values() if isinstance(v, re.Pattern)]
    assert constants
    assert {p.pattern for p in constants} <= set(known)


@pytest.mark.parametrize("times", [FEW, MANY])
def test_no_pattern_runs_for_ever(known: dict[str, re.Pattern[str]], times: int) -> None:
    for source, pattern in known.items():
        for text in set(pumped(source, pattern.flags & ~re.DEBUG, times)):
            if len(text) < 20 * MANY:
                pattern.search(text)
                pattern.match(text)
                pattern.fullmatch(text)


def test_no_pattern_has_possessive_or_atomic_groups(known: dict[str, re.Pattern[str]]) -> None:
    """Python 3.11.2 matches them wrongly (gh-100061)."""
    for source in known:
        assert not re.search(r"[+*?}]\+|\(\?>", re.sub(r"\[[^\]]*\]|\\.", "", source)), source
