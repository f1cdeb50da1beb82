"""Bars of articles over time."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quoth.store.views.archive import Day, Days
from quoth.web.activity import MOST, activity

MADE = st.dictionaries(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.integers(1, 99), min_size=1
)


def days(counts: dict[date, int]) -> Days:
    return Days(tuple(Day(day.isoformat(), n) for day, n in sorted(counts.items())))


@given(MADE)
def test_every_article_stands_in_one_of_the_bars(counts: dict[date, int]) -> None:
    made = activity(days(counts))
    assert made is not None
    assert len(made.bars) <= MOST
    if made.bars[0].name <= min(counts).isoformat():
        assert sum(bar.count for bar in made.bars) == sum(counts.values())
    assert max(bar.share for bar in made.bars) == made.highest.share == 1
    names = [bar.name for bar in made.bars]
    assert names == sorted(set(names))


def test_days_without_articles_are_gaps() -> None:
    first = date(2031, 5, 3)
    made = activity(days({first: 2, first + timedelta(days=3): 4}))
    assert made is not None
    assert (made.unit, [bar.count for bar in made.bars]) == ("day", [2, 0, 0, 4])
    assert made.highest.name == "2031-05-06"


def test_long_times_are_told_by_months_and_years() -> None:
    first = date(2025, 12, 31)
    for after, unit in ((99, "day"), (100, "month"), (3000, "month"), (6000, "year")):
        made = activity(days({first: 1, first + timedelta(days=after): 1}))
        assert made is not None
        assert made.unit == unit


def test_nothing_has_no_picture() -> None:
    assert activity(Days((), 3)) is None
