"""The picture of the timeline."""

from __future__ import annotations

import pytest

from quoth.store.views.timeline import Bar, Picture, Range
from quoth.web.calendar import HIGH, MOST, drawn
from quoth.web.window import zoom

EXTENT = ("2019-01-01", "2031-09-01")
MAY = zoom("2031-05", EXTENT)


def test_bars_stand_at_their_days_and_the_highest_is_full() -> None:
    found = drawn(MAY, Picture((Bar("2031-05-01", 3, 1), Bar("2031-05-31", 2, 0)), ()), "en")
    assert len(found.columns) == 31
    first, last = found.columns[0], found.columns[-1]
    assert (first.left, first.said + first.dated) == (0, HIGH)
    assert last.left + last.width == pytest.approx(100, abs=0.05)
    assert last.said == HIGH / 2
    assert found.columns[1].said == 0


def test_the_smallest_bar_can_be_seen() -> None:
    found = drawn(MAY, Picture((Bar("2031-05-01", 100_000, 1),), ()), "en")
    assert found.columns[0].dated >= 2


def test_stretches_are_drawn_as_long_as_they_are_and_cut_at_the_borders() -> None:
    ranges = (Range("2031-04-20", "2031-05-31", 1, 0), Range("2031-05-01", "2031-05-10", 0, 2))
    found = drawn(MAY, Picture((), ranges), "en")
    assert [(x.left, round(x.left + x.width)) for x in found.lanes] == [(0, 100), (0, 32)]
    assert [x.anchor for x in found.lanes] == ["middle", "start"]


def test_the_most_frequent_stretches_are_drawn_in_the_order_of_time() -> None:
    ranges = tuple(Range(f"2031-05-{n:02}", "2031-05-31", n, 0) for n in range(1, 31))
    found = drawn(MAY, Picture((), ranges), "en")
    assert [x.of.said for x in found.lanes] == list(range(31 - MOST, 31))


def test_what_is_of_a_whole_day_lies_over_all_its_hours() -> None:
    day = zoom("2031-05-03", EXTENT)
    found = drawn(day, Picture((Bar("2031-05-03", 7, 0), Bar("2031-05-03T09", 2, 0)), ()), "en")
    (lane,) = found.lanes
    assert (lane.left, lane.width, lane.of.said) == (0, 100, 7)
    assert found.most == 2
    assert found.columns[9].said == HIGH


def test_of_many_parts_some_have_labels() -> None:
    labels = [c.label for c in drawn(MAY, Picture((), ()), "en").columns]
    assert [x for x in labels if x] == ["1", "5", "10", "15", "20", "25", "30"]
    year = drawn(zoom("2031", EXTENT), Picture((), ()), "es").columns
    assert [c.label for c in year][:3] == ["ene", "feb", "mar"]
    assert year[0].name == "enero de 2031"


def test_all_time_has_the_years_of_the_ledger() -> None:
    found = drawn(zoom("", EXTENT), Picture((Bar("2031", 1, 0),), ()), "en")
    assert [c.at for c in found.columns] == [str(n) for n in range(2019, 2032)]
