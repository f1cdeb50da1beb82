"""Windows of the timeline: their names, their parts and what lies beside them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quoth.errors import UsageError
from quoth.web.window import usual, zoom

QUIET = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


EXTENT = ("2019-01-01", "2031-09-01")


@pytest.mark.parametrize(
    ("at", "first", "last", "number"),
    [
        ("20", "200", "209", 10),
        ("203", "2030", "2039", 10),
        ("2031", "2031-01", "2031-12", 12),
        ("2031-02", "2031-02-01", "2031-02-28", 28),
        ("2032-02", "2032-02-01", "2032-02-29", 29),
        ("2031-05-03", "2031-05-03T00", "2031-05-03T23", 24),
    ],
)
def test_the_parts_of_a_window(at: str, first: str, last: str, number: int) -> None:
    parts = zoom(at, EXTENT).parts
    assert (parts[0], parts[-1], len(parts)) == (first, last, number)


@pytest.mark.parametrize(
    ("at", "before", "after"),
    [
        ("203", "202", "204"),
        ("2031", "2030", "2032"),
        ("2031-01", "2030-12", "2031-02"),
        ("2031-12-31", "2031-12-30", "2032-01-01"),
        ("0001", None, "0002"),
        ("9999-12-31", "9999-12-30", None),
        ("99", "98", None),
    ],
)
def test_what_lies_beside_a_window(at: str, before: str | None, after: str | None) -> None:
    found = zoom(at, EXTENT)
    assert (found.before, found.after) == (before, after)


def test_a_window_lies_in_wider_ones() -> None:
    assert zoom("2031-05-03", EXTENT).parents == ("", "2031", "2031-05")


def test_all_time_is_cut_into_years_decades_or_centuries() -> None:
    assert zoom("", EXTENT).parts == tuple(str(year) for year in range(2019, 2032))
    assert zoom("", ("1890-01-01", "2031-01-01")).parts[:2] == ("189", "190")
    assert zoom("", ("0001-01-01", "2031-01-01")).parts[:2] == ("00", "01")


@pytest.mark.parametrize(
    "at",
    [
        "x",
        "2",
        "20310",
        "2031-13",
        "2031-00",
        "2031-02-30",
        "20-1",
        "٢٠٣١",
        "2031-5",
        "-031",
        "00-0",
    ],
)
def test_what_is_no_window_is_refused(at: str) -> None:
    with pytest.raises(UsageError) as told:
        zoom(at, EXTENT)
    assert told.value.code == "bad-window"


@QUIET
@given(st.dates(min_value=date(1, 1, 1)), st.sampled_from([2, 3, 4, 7, 10]))
def test_every_day_is_in_the_windows_of_its_beginnings_and_in_no_other(
    day: date, length: int
) -> None:
    told = day.isoformat()
    window = zoom(told[:length], EXTENT).window
    assert window.low <= told < window.high
    assert window.low <= f"{told}T23:59" < window.high
    assert window.since is not None
    assert window.until is not None
    assert window.since <= day <= window.until
    assert sum(told.startswith(part) or part.startswith(told) for part in window.parts) in (1, 24)


def test_the_timeline_begins_with_the_month_of_the_latest_page() -> None:
    assert usual("2031-05-23", EXTENT) == "2031-05"
    assert usual(None, EXTENT) == "2031-09"
