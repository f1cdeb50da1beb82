"""Days and stretches as people write them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quoth.web.days import day_of, part_of, stretch_of
from quoth.web.words import LANGUAGES

QUIET = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def _plain(told: str) -> str:
    """Without the narrow spaces of typography."""
    return " ".join(told.split())


@pytest.mark.parametrize(
    ("first", "last", "language", "told"),
    [
        ("2031-05-03", "2031-05-03", "en", "May 3, 2031"),
        ("2031-04-28", "2031-05-04", "en", "Apr 28 – May 4, 2031"),
        ("2031-05-05", "2031-05-11", "es", "5–11 may 2031"),
        ("2031-05-05", "2031-05-11", "id", "5–11 Mei 2031"),
        ("2031-05-03T06:00", "2031-05-03T11:59", "en", "06:00 – 11:59"),
        ("2031-05-03T21", "2031-05-03T21", "en", "21:00 – 21:59"),
        ("2031-05-02T21:00", "2031-05-03T05:59", "en", "May 2 21:00 – May 3 05:59"),
        ("2031-05", "2031-05", "id", "Mei 2031"),
        ("2031", "2031", "es", "2031"),
        ("203", "203", "en", "2030–2039"),
        ("20", "20", "en", "2000–2099"),
    ],
)
def test_stretches(first: str, last: str, language: str, told: str) -> None:
    assert _plain(stretch_of(first, last, language)) == told


@pytest.mark.parametrize(
    ("value", "language", "told"),
    [
        ("2031-05-03T21", "en", "21"),
        ("2031-05-03", "es", "3"),
        ("2031-05", "id", "Mei"),
        ("2031", "en", "2031"),
        ("203", "en", "2030"),
    ],
)
def test_parts_of_an_axis(value: str, language: str, told: str) -> None:
    assert part_of(value, language) == told


@QUIET
@given(st.text(max_size=20), st.text(max_size=20), st.sampled_from(LANGUAGES))
def test_what_is_no_day_is_shown_as_it_is_and_never_fails(
    first: str, last: str, language: str
) -> None:
    assert isinstance(stretch_of(first, last, language), str)
    assert isinstance(part_of(first, language), str)
    assert isinstance(day_of(first, language), str)
