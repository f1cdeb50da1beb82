"""What is drawn on the map."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quoth.model import PlaceType
from quoth.store.views.places import Spot
from quoth.web.chart import LARGEST, PARTS, SMALLEST, Part, chart
from quoth.web.globe import HEIGHT, WIDTH, projected

QUIET = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def spot(name: str, latitude: float, longitude: float, count: int) -> Spot:
    return Spot(1, name, PlaceType.CITY, "MV", latitude, longitude, count)


def test_areas_are_in_proportion_to_counts() -> None:
    big, small = chart([spot("Halmer", 10, 10, 100), spot("Lisenda", 40, 40, 25)])
    assert big.radius == LARGEST
    assert small.radius == LARGEST / 2


def test_the_smallest_spot_can_be_seen() -> None:
    assert chart([spot("A", 0, 0, 10**6), spot("B", 50, 50, 1)])[1].radius == SMALLEST


def test_names_do_not_cover_one_another_and_the_most_named_place_has_its_name() -> None:
    found = chart(
        [spot("Halmer", 10, 10, 9), spot("Lisenda", 10.2, 10.4, 8), spot("Ostrel", 50, 10, 7)]
    )
    assert [dot.label for dot in found] == [True, False, True]
    closer = chart([spot("Halmer", 10, 10, 9), spot("Ostrel", 50, 10, 7)], "002")
    assert [dot.label for dot in closer] == [True, False]  # north of Africa


def test_a_name_at_the_border_is_not_cut() -> None:
    assert not chart([spot("A very long name", -17, 179.9, 1)])[0].label


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_parts_of_the_world_lie_on_the_map_and_are_shaped_like_it(part: Part) -> None:
    assert part.left >= 0
    assert part.top >= 0
    assert part.left + part.width <= WIDTH + 1
    assert part.top + part.height <= HEIGHT + 1
    assert part.width / part.height == pytest.approx(WIDTH / HEIGHT, rel=0.01)
    assert part.zoom > 1.15


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [("002", 9, 7), ("019", 19, -99), ("142", 28, 77), ("150", 48, 2), ("009", -33, 151)],
)
def test_each_part_has_its_cities(code: str, latitude: float, longitude: float) -> None:
    part, (x, y) = PARTS[code], projected(latitude, longitude)
    assert part.left < x < part.left + part.width
    assert part.top < y < part.top + part.height


_SPOTS = st.builds(
    spot, st.text(max_size=30), st.floats(-57, 83), st.floats(-180, 180), st.integers(1, 10**6)
)


@QUIET
@given(st.lists(_SPOTS, max_size=40))
def test_every_place_is_drawn_on_the_map_the_largest_first(spots: list[Spot]) -> None:
    ordered = sorted(spots, key=lambda s: -s.count)
    found = chart(ordered)
    assert [dot.spot for dot in found] == ordered
    assert all(a.radius >= b.radius for a, b in pairwise(found))
    assert all(0 <= d.x <= WIDTH and -1 <= d.y <= HEIGHT + 1 for d in found)
