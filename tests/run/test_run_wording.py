"""Words that somebody copied are found where they stand, the nearest ones first."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quoth.errors import UsageError
from quoth.model import Span
from quoth.run.wording import lines, places, when
from quoth.store.decisions import When

LETTERS = st.text("ab \n\t", max_size=40)


def slowly(text: str, words: str, near: int) -> int | None:
    """How far the nearest place of words is, as a regular expression finds it."""
    spaced = r"\s+".join(map(re.escape, words.split()))
    starts = [m.start() for m in re.finditer(f"(?={spaced})", text)]
    return min((abs(s - near) for s in starts), default=None)


@example("aaaaaaaa      a", "a", 10)
@given(LETTERS, LETTERS, st.integers(0, 45))
def test_it_is_the_nearest_place(text: str, words: str, near: int) -> None:
    line = " ".join(words.split())
    if not line:
        assert places(text, words.replace("\n", " "), near) == ()
        return
    wanted = slowly(text, line, near)
    try:
        (found,) = places(text, line, near)
    except UsageError:
        assert wanted is None
        return
    assert abs(found.start - near) == wanted
    assert found.of(text).split() == line.split()
    assert not found.of(text)[0].isspace()
    assert not found.of(text)[-1].isspace()


@given(LETTERS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=3))
def test_the_words_of_a_place_stand_there(text: str, ends: list[tuple[int, int]]) -> None:
    spans = [Span(min(p), min(max(p), len(text))) for p in ends if min(p) < len(text)]
    for span in spans:
        told = lines(text, (span,))
        if told.strip():
            (found,) = places(text, told, span.start)
            assert found.of(text).split() == span.of(text).split()


def test_each_line_is_a_stretch() -> None:
    text = "the barge had shown\n no lights of its own"
    found = places(text, "its own\n\n  shown no  \n", 0)
    assert [s.of(text) for s in found] == ["shown\n no", "its own"]


def test_finding_words_takes_time_that_grows_with_the_text_alone() -> None:
    words = " ".join(["a"] * 9_000) + " b"

    def seconds(number: int) -> float:
        text = "a " * number
        begun = time.process_time()
        with pytest.raises(UsageError):
            places(text, words, number)
        return time.process_time() - begun

    short = min(seconds(20_000) for _ in range(2))
    assert min(seconds(160_000) for _ in range(2)) < 8 * 3 * short + 0.1


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2031", "", When("2031-01-01", "2031-12-31")),
        ("2032-02", "", When("2032-02-01", "2032-02-29")),
        ("2031-05-04", "", When("2031-05-04", "2031-05-04")),
        ("2031-05-04", "2031-06", When("2031-05-04", "2031-06-30")),
        ("2031-05-04T10:30", "", When("2031-05-04T10:30", "2031-05-04T10:30")),
    ],
)
def test_what_is_written_is_from_its_first_day_to_its_last(
    first: str, last: str, told: When
) -> None:
    assert when(first, last) == told


@pytest.mark.parametrize(
    "told",
    ["", "soon", "2031-13", "2031-02-30", "31-05-04", "0000", "2031-05-04T25:00", "２０３１"],
)
def test_what_is_no_day_is_refused(told: str) -> None:
    with pytest.raises(UsageError) as error:
        when(told)
    assert error.value.code == "no-day"


def test_days_are_in_order() -> None:
    for first, last in (("2031-05-04", "2031-05-03"), ("2031-05-04T10:00", "2031-05-04")):
        with pytest.raises(UsageError):
            when(first, last)
