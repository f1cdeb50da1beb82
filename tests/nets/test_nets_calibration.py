from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.nets.calibration import calibrated

KNOTS = ((0.1, 0.05), (0.5, 0.4), (0.5, 0.6), (0.9, 0.95))


@given(st.floats(0, 1), st.floats(0, 1))
def test_it_never_falls_and_stays_within_its_ends(a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert 0.05 <= calibrated(low, KNOTS) <= calibrated(high, KNOTS) <= 0.95


def test_a_line_runs_between_knots() -> None:
    assert calibrated(0.7, KNOTS) == pytest.approx(0.775)
    assert calibrated(0.3, KNOTS) == pytest.approx(0.225)


def test_without_knots_a_score_is_itself() -> None:
    assert calibrated(0.3, ()) == 0.3
