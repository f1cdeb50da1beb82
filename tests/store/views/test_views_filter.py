"""Filters in addresses: what they say comes back, and what is none is refused."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.errors import UsageError
from quoth.model import Form, SourceType, VenueType
from quoth.store.views import cursor
from quoth.store.views.filter import LONGEST, Filter


@pytest.mark.parametrize("query", ["a*", "ferry po*", "é*", "ё*"])
def test_beginnings_of_a_letter_or_two_are_refused(query: str) -> None:
    with pytest.raises(UsageError) as error:
        Filter.of({"q": query})
    assert error.value.code == "short-prefix"


@pytest.mark.parametrize("query", ["por*", "港*", '"a*"', "a b"])
def test_longer_beginnings_and_short_words_are_searched(query: str) -> None:
    assert Filter.of({"q": query}).q == query


DAYS = st.dates(min_value=date(1, 1, 1)).map(str)
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)
TOLD = st.fixed_dictionaries(
    {},
    optional={
        "q": TEXT.map(lambda text: f"word {text}"[:LONGEST]),
        "kind": st.sampled_from([x.value for x in SourceType]),
        "form": st.sampled_from([x.value for x in Form]),
        "venue": st.sampled_from([x.value for x in VenueType]),
        "hedge": st.sampled_from(["yes", "no"]),
        "since": DAYS,
        "said_until": DAYS,
        "outlet": TEXT,
        "country": st.sampled_from(["CH", "ID"]),
        "names": st.integers(0, 10**18 - 1).map(str),
    },
)


@given(TOLD)
def test_a_filter_comes_back_from_its_address(told: dict[str, str]) -> None:
    wanted = Filter.of(told)
    assert Filter.of(dict(parse_qsl(wanted.query()))) == wanted
    assert bool(wanted) == bool(told)
    for name in told:
        assert name not in wanted.replaced(name, None).values()


def test_empty_and_unknown_parameters_are_none() -> None:
    assert Filter.of({"q": " ", "form": "", "before": "x", "utm_source": "y"}) == Filter()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "loud"),
        ("form", "DIRECT"),
        ("hedge", "1"),
        ("since", "2031-02-30"),
        ("since", "20310501"),
        ("until", "2031-W01-1"),
        ("said_since", "yesterday"),
        ("country", "CHE"),
        ("country", "ß"),
        ("names", "-1"),
        ("names", "٣"),
        ("names", "9" * 19),
        ("q", "x" * (LONGEST + 1)),
        ("outlet", "x" * (LONGEST + 1)),
    ],
)
def test_what_no_field_can_be_is_refused(name: str, value: str) -> None:
    with pytest.raises(UsageError) as error:
        Filter.of({name: value})
    assert error.value.code == "bad-filter"
    assert len(error.value.message) < 100


def test_words_without_a_letter_are_refused() -> None:
    with pytest.raises(UsageError) as error:
        Filter.of({"q": '"..." *'})
    assert error.value.code == "no-words"


@given(
    st.lists(
        st.one_of(st.integers(0, 10**15), TEXT.filter(lambda x: len(x) < 30)),
        min_size=1,
        max_size=2,
    )
)
def test_a_cursor_comes_back(parts: list[int | str]) -> None:
    told = cursor.written(*parts)
    assert told.isascii()
    assert cursor.parts_of(told, len(parts)) == tuple(map(str, parts))


@given(st.text(max_size=300))
def test_a_cursor_is_a_key_or_refused(told: str) -> None:
    try:
        key = cursor.read(told)
    except UsageError:
        return
    assert key is None or key >= 0
