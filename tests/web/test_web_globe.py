"""Where places lie on the map of the world."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import quoth.web
from quoth.web.globe import HEIGHT, NORTH, SOUTH, WIDTH, projected

QUIET = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])

WORLD = Path(quoth.web.__file__).parent / "static" / "world.svg"


def _land() -> list[list[tuple[int, int]]]:
    """The rings of the land, as `eval/outlines.py` writes them."""
    (path,) = re.findall(r'id="land" d="([^"]+)"', WORLD.read_text())
    rings = []
    for begin, steps in re.findall(r"M([\d ]+)l([^z]+)z", path):
        x, y = map(int, begin.split())
        numbers = [int(n) for n in re.findall(r"-?\d+", steps)]
        ring = [(x, y)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        rings.append(ring)
    return rings


LAND = _land()


def _on_land(latitude: float, longitude: float) -> bool:
    x, y = projected(latitude, longitude)
    inside = False
    for ring in LAND:
        for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]):
            if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
                inside = not inside
    return inside


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(48.9, 2.4), (-23.5, -47.0), (28.7, 77.2), (-25.0, 134.0), (40.0, -100.0), (66.5, -173.0)],
)
def test_cities_inland_lie_on_the_outlines_that_ship(latitude: float, longitude: float) -> None:
    assert _on_land(latitude, longitude)


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(0.0, -30.0), (30.0, -150.0), (-30.0, 80.0), (35.0, 18.0)]
)
def test_the_open_sea_is_no_land(latitude: float, longitude: float) -> None:
    assert not _on_land(latitude, longitude)


def test_the_outlines_stay_on_the_map() -> None:
    assert len(LAND) > 300
    assert all(-1 <= x <= WIDTH + 1 and -1 <= y <= HEIGHT + 400 for ring in LAND for x, y in ring)


def test_the_outlines_are_small_and_load_nothing() -> None:
    text = WORLD.read_text()
    assert len(text) < 100_000
    assert not re.search(r"script|style|href=\"(?!#)|url\(|<!|http(?!://www.w3.org/2000/svg)", text)


@QUIET
@given(st.floats(SOUTH, NORTH), st.floats(-180, 180))
def test_every_place_between_the_borders_is_on_the_map(latitude: float, longitude: float) -> None:
    x, y = projected(latitude, longitude)
    assert -1 <= x <= WIDTH + 1
    assert -1 <= y <= HEIGHT + 1


def test_north_is_up_and_east_is_right() -> None:
    assert projected(50, 0)[1] < projected(-50, 0)[1]
    assert projected(0, -90)[0] < projected(0, 90)[0]
    assert projected(0, 0)[0] == WIDTH / 2


def test_areas_are_kept() -> None:
    def size(latitude: float) -> float:
        (x1, y1), (x2, y2) = projected(latitude, 10), projected(latitude + 1, 11)
        wide = projected(latitude, 11)[0] - x1
        narrow = x2 - projected(latitude + 1, 10)[0]
        return (wide + narrow) / 2 * (y1 - y2)

    from math import radians, sin

    for latitude in (-40, 10, 45, 70):
        globe = sin(radians(latitude + 1)) - sin(radians(latitude))
        equator = sin(radians(1))
        assert size(latitude) / size(0) == pytest.approx(globe / equator, rel=0.002)
