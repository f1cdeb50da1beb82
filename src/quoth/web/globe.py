"""The map of the world: where a place lies on it.

The projection is Equal Earth (Šavrič, Patterson and Jenny, 2018), in which areas compare as on
the globe.  The outlines of `static/world.svg` are drawn in the same one by `eval/outlines.py`.
"""

from __future__ import annotations

from math import asin, cos, pi, radians, sin, sqrt

WIDTH = 10_000
"""Units from the western border to the eastern one."""
NORTH, SOUTH = 83.7, -57.0
"""Degrees of latitude at the borders."""

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2
_SCALE = WIDTH / (2 * pi / (_M * _A1))


def _height(latitude: float) -> float:
    """Units above the equator."""
    t = asin(_M * sin(radians(latitude)))
    return _SCALE * t * (_A1 + _A2 * t**2 + t**6 * (_A3 + _A4 * t**2))


TOP = _height(NORTH)
HEIGHT = round(TOP - _height(SOUTH))
"""Units from the northern border to the southern one."""


def projected(latitude: float, longitude: float) -> tuple[float, float]:
    """Where a place lies: units from the western border and from the northern one.

    Args:
        latitude, longitude: degrees north and east (WGS 84).
    """
    t = asin(_M * sin(radians(latitude)))
    narrow = _M * (_A1 + 3 * _A2 * t**2 + t**6 * (7 * _A3 + 9 * _A4 * t**2))
    across = _SCALE * radians(longitude) * cos(t) / narrow
    return WIDTH / 2 + across, TOP - _height(latitude)
