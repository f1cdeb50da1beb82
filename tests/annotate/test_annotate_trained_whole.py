"""Quotations of which the network took a part, or more than they hold."""

from __future__ import annotations

import pytest
from trained_support import read

from quoth.model import Statement

SPRING = "<s1>Ann Mir</s1> <k1>said</k1>"


def told(page: str) -> list[tuple[str, bool]]:
    """The contents of the statements in a page, each with whether it was made whole."""
    reading = read(page)
    text = reading.article.text
    return [
        (
            " … ".join(s.of(text) for s in m.value.content),
            "whole quotation" in m.value.why.split(", "),
        )
        for m in reading.of(Statement)
    ]


@pytest.mark.parametrize(
    "page",
    [
        f"{SPRING}: <c1>“It is old.</c1> It rusts. Nobody looks at it.”",
        f"{SPRING}: “It is old. It rusts. <c1>Nobody looks at it.</c1>”",
        f"{SPRING}: <c1>“It is old.</c1> It rusts. <c1>Nobody looks at it.</c1>”",
        f"{SPRING}: <c1>“It is old.</c1> <c2>It rusts.</c2> Nobody looks at it.” <k2>warned</k2>",
    ],
    ids=["first part", "last part", "both ends", "a part that is given away"],
)
def test_an_end_of_a_quotation_told_of_outside_it_is_all_of_it(page: str) -> None:
    assert told(page) == [("“It is old. It rusts. Nobody looks at it.”", True)]


def test_the_middle_of_a_quotation_is_left_as_it_is() -> None:
    page = f"{SPRING}: “It is old, I think. <c1>It rusts.</c1> Nobody looks at it.”"
    assert told(page) == [("It rusts.", False)]


def test_a_part_of_a_quotation_with_its_cue_inside_is_left_as_it_is() -> None:
    page = "The sign: “<c1>It is old,</c1> <k1>said</k1> <s1>Ann Mir</s1>, and that is all of it.”"
    assert told(page) == [("It is old,", False)]


def test_a_quotation_left_open_is_no_measure_of_what_it_holds() -> None:
    assert told(f"{SPRING}: <c1>“It is old.</c1> It rusts.") == [("“It is old.", False)]


def test_a_statement_of_its_own_inside_a_quotation_made_whole_is_inside_it() -> None:
    page = (
        f"{SPRING}: <c1>“It is old.</c1> <s2>My son</s2> <k2>says</k2> <c2>that it rusts</c2>, "
        "and nobody looks.”"
    )
    outer, inner = read(page).of(Statement)
    assert inner.value.inside == outer.value.content[0]


def test_a_content_that_runs_over_its_own_cue_ends_with_its_quotation() -> None:
    page = (
        "<c1>“It is old,” <k1>said</k1> <s1>Ann Mir</s1> of the bridge</c1>, which is by the mill."
    )
    assert told(page) == [("“It is old,”", True)]


def test_a_content_that_runs_over_another_cue_is_left_as_it_is() -> None:
    page = f"{SPRING} <c1>“old” is what the mayor said of the bridge</c1>."
    assert told(page) == [("“old” is what the mayor said of the bridge", False)]
