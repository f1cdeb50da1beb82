"""Days and moments as shares of a stretch."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quoth.web.scale import Scale, seconds

QUIET = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def test_days_lie_at_their_share_of_the_stretch() -> None:
    scale = Scale.of("2031-05-01", "2031-05-04")
    assert [scale.at(f"2031-05-0{n}") for n in (1, 2, 3, 4)] == [0, 25, 50, 75]
    assert scale.at("2031-05-04", end=True) == 100


def test_what_lies_outside_stands_at_the_border() -> None:
    scale = Scale.of("2031-05-01", "2031-05-04")
    assert (scale.at("2030-01-01"), scale.at("2032-01-01", end=True)) == (0, 100)


def test_the_hours_of_a_day() -> None:
    scale = Scale.of("2031-05-03", "2031-05-03")
    assert scale.at("2031-05-03T06:00") == 25
    assert scale.at("2031-05-03T11:59", end=True) == 50
    assert scale.at("2031-05-03T12:00+07:00") == 50


@pytest.mark.parametrize("nothing", [None, "", "2031-13-01", "yesterday", "2031-05-03T99"])
def test_what_is_no_day_has_no_place(nothing: str | None) -> None:
    assert seconds(nothing) is None
    assert Scale.of(nothing, nothing).at(nothing) == 0
    assert Scale.of("2031-05-03", "2031-05-04").at(nothing, end=True) == 100


def test_a_month_reaches_to_its_last_day() -> None:
    scale = Scale.of("2031-01-01", "2031-12-31")
    february, march = scale.part("2031-02"), scale.part("2031-03")
    assert february[1] == march[0]
    assert scale.part("2031-12")[1] == 100
    assert scale.part("2031-01-01") == (0, scale.at("2031-01-02"))


@QUIET
@given(st.dates(), st.dates(), st.dates())
def test_later_days_never_lie_further_left(a, b, c) -> None:  # type: ignore[no-untyped-def]
    scale = Scale.of(min(a, b).isoformat(), max(a, b).isoformat())
    first, second = sorted((a, c))
    assert scale.at(first.isoformat()) <= scale.at(second.isoformat())
