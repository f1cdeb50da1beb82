"""Moments, stretches of time and measures as people write them."""

from __future__ import annotations

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.model import Quantity, QuantityType
from quoth.web.moments import clock_of, hundredths, length_of, measure_of, moment_of
from quoth.web.say import Say
from quoth.web.words import LANGUAGES


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2031-05-03", "3 de mayo de 2031"),
        ("2031-05", "mayo de 2031"),
        ("2031-05-03T21:40", "3 de mayo de 2031, 21:40"),
        ("2031-05-03T21:40:10Z", "3 de mayo de 2031, 21:40 UTC"),
        ("2031-05-03T21:40+05:30", "3 de mayo de 2031, 21:40 UTC+5:30"),
        ("2031-05-03T21:40-04:00", "3 de mayo de 2031, 21:40 UTC−4"),
        ("2031-05-03T99:40", "3 de mayo de 2031"),
        ("some day", "some day"),
        (None, ""),
    ],
)
def test_a_moment_has_its_clock_and_its_zone(value: str | None, said: str) -> None:
    assert moment_of(value, "es") == said


@given(st.text(max_size=40), st.sampled_from(LANGUAGES))
def test_whatever_a_page_says_is_a_moment_in_words(value: str, language: str) -> None:
    assert isinstance(moment_of(value, language), str)
    assert length_of(value, language) is None or value.startswith("P")


def test_the_clock_alone() -> None:
    assert clock_of("2031-05-03T21:40", "id") == "21.40"
    assert clock_of("2031-05-03", "id") == ""


@pytest.mark.parametrize(
    ("timex", "said"),
    [("P3W", "3 weeks"), ("PT2M", "2 minutes"), ("P2M", "2 months"), ("P1.5Y", "1.5 years")],
)
def test_a_length_of_one_unit_is_told_in_words(timex: str, said: str) -> None:
    assert length_of(timex, "en") == said


@pytest.mark.parametrize("timex", ["PXD", "P1DT2H", "2031-05", "", "P", "P3W "])
def test_any_other_length_is_not(timex: str) -> None:
    assert length_of(timex, "en") is None


@pytest.mark.parametrize(
    ("value", "type_", "unit", "said"),
    [
        (1200, QuantityType.COUNT, "", "1.200"),
        (12.5, QuantityType.PERCENT, "percent", "12,5%"),
        (3e6, QuantityType.MONEY, "USD", "3.000.000 dólares estadounidenses"),
        (3, QuantityType.MONEY, "XXX", "3"),
        (3, QuantityType.MONEY, "cent", "3 cent"),
        (3, QuantityType.MEASURE, "kilometer-per-hour", "3 kilómetros por hora"),
        (3, QuantityType.MEASURE, "no-such-unit", "3 no-such-unit"),
        (1e300, QuantityType.COUNT, "", "1e+300"),
    ],
)
def test_a_number_has_its_unit(value: float, type_: QuantityType, unit: str, said: str) -> None:
    assert measure_of(value, Quantity(type_, value, value, unit), "es") == said


@given(
    st.floats(allow_nan=True) | st.sampled_from((inf, -inf, nan)),
    st.sampled_from(QuantityType),
    st.sampled_from(("", "USD", "XXX", "percent", "cent", "kilogram", "<b>")),
)
def test_every_number_can_be_said(value: float, type_: QuantityType, unit: str) -> None:
    assert measure_of(value, Quantity(type_, value, value, unit), "id")


def test_countries_have_names_in_each_language() -> None:
    assert [Say(language).country("DE") for language in LANGUAGES] == [
        "Germany",
        "Alemania",
        "Jerman",
    ]
    assert Say("en").country("?") == "?"


@pytest.mark.parametrize(
    ("language", "value", "said"),
    [("en", 0.9, "0.90"), ("es", 0.953, "0,95"), ("id", 0.625, "0,62"), ("id", 1.0, "1,00")],
)
def test_a_score_has_two_decimals_as_the_language_writes_them(
    language: str, value: float, said: str
) -> None:
    assert hundredths(language, value) == said
