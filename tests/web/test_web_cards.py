"""Statements in lists, written once while they stay as they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from quoth.store import Ledger
from quoth.store.views.filter import Filter
from quoth.store.views.lines import Line
from quoth.store.views.search import found
from quoth.web import cards
from quoth.web.finding import Piece


@pytest.fixture(scope="module")
def line(samples: Ledger) -> Line:
    return samples.ask(lambda c: found(c, Filter(), most=1)).lines[0]


def test_a_card_that_is_kept_is_the_one_that_would_be_written(line: Line) -> None:
    first, again = cards.card("en", line, "h4"), cards.card("en", line, "h4")
    assert again is first
    assert first == cards._written("en", line, "h4", None)


def test_what_changes_is_written_anew(line: Line) -> None:
    told = cards.card("en", line)
    assert "Vesna Ord" in cards.card("en", replace(line, name="Vesna Ord", entity="e-1"))
    assert cards.card("en", line, "h4") != told
    assert cards.card("es", line) != told
    assert "<mark>ferry</mark>" in cards.card("en", line, pieces=(Piece("ferry", hit=True),))
    assert cards.card("en", line) == told


def test_a_long_statement_is_not_kept(line: Line) -> None:
    long = replace(line, content="a" * (cards.LONGEST + 1))
    assert cards.card("en", long) is not cards.card("en", long)


def test_what_a_page_says_is_escaped(line: Line) -> None:
    told = cards.card("en", replace(line, content="<script>alert(1)</script>", venue="<b>"))
    assert not html.fromstring(str(told)).xpath("//script|//b")
