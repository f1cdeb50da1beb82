"""Drawing the outlines of the map."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

QUIET = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def outlines(evaluation: Callable[[str], ModuleType]) -> ModuleType:
    return evaluation("outlines")


SQUARE = [(170.0, 60.0), (190.0 - 360, 60.0), (190.0 - 360, 70.0), (170.0, 70.0)]


def test_a_ring_over_the_border_of_the_map_is_cut_in_two(outlines: ModuleType) -> None:
    pieces = outlines.cut(SQUARE)
    assert len(pieces) == 2
    assert all(-180 <= lon <= 180 for piece in pieces for lon, _ in piece)
    assert sorted(outlines.area(piece) for piece in pieces) == [100.0, 100.0]


def test_a_ring_inside_the_map_stays_whole(outlines: ModuleType) -> None:
    ring = [(10.0, 10.0), (20.0, 10.0), (20.0, 20.0), (10.0, 20.0)]
    (piece,) = outlines.cut(ring)
    assert sorted(piece) == sorted(ring)


def test_a_line_goes_on_beyond_the_border(outlines: ModuleType) -> None:
    assert outlines.unwrapped([(179.0, 0.0), (-179.0, 1.0), (179.0, 2.0)]) == [
        (179.0, 0.0),
        (181.0, 1.0),
        (179.0, 2.0),
    ]


def test_small_corners_go_and_large_ones_and_the_ends_stay(outlines: ModuleType) -> None:
    line = [(0.0, 0.0), (1.0, 0.001), (2.0, 0.0), (2.0, 20.0), (20.0, 20.0)]
    assert outlines.simplified(line) == [line[0], *line[2:]]


@QUIET
@given(st.lists(st.tuples(st.integers(-179, 179), st.integers(-50, 80)), min_size=2, max_size=20))
def test_a_simplified_line_has_points_of_its_own_in_order(
    outlines: ModuleType, line: list[tuple[float, float]]
) -> None:
    found = outlines.simplified(line)
    assert (found[0], found[-1]) == (line[0], line[-1])
    rest = iter(line)
    assert all(point in rest for point in found)


def test_rings_are_put_together_of_arcs_forwards_and_backwards(outlines: ModuleType) -> None:
    lines = [[(0.0, 0.0), (1.0, 0.0)], [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0)]]
    assert outlines.ring_line([0, ~1], lines) == [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0)]


@pytest.mark.parametrize(
    ("line", "closed", "told"),
    [
        ([(0.2, 0.4), (10.1, -3.6), (10.1, 5.0)], False, "M0 0l10-4 0 9"),
        ([(1, 1), (5, 1), (5, 5), (1, 1)], True, "M1 1l4 0 0 4z"),
        ([(1.0, 1.0), (1.2, 1.1)], False, ""),
    ],
)
def test_lines_are_written_as_steps_in_whole_units(
    outlines: ModuleType, line: list[tuple[float, float]], closed: bool, told: str
) -> None:
    assert outlines.path(line, closed) == told
    assert not re.search(r"\+|e|\.", told)
