"""What is drawn on the map: spots, their names, and the parts of the world to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from quoth.model import PlaceType
from quoth.store.views.places import Spot
from quoth.web.globe import HEIGHT, WIDTH, projected

LARGEST, SMALLEST = 190.0, 42.0
"""Radii of spots, in units of the map, where all the world is shown."""
LABELS = 24
"""Names that are written on the map, at most: those of the places that are named most."""
_LETTER, _LINE = 68.0, 150.0
"""Width of a letter and height of a line of a name."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the world on the map, in its units."""

    left: float = 0.0
    top: float = 0.0
    width: float = float(WIDTH)
    height: float = float(HEIGHT)

    @property
    def zoom(self) -> float:
        """How many times larger it is shown than the world."""
        return round(WIDTH / self.width, 3)


@dataclass(frozen=True, slots=True)
class Dot:
    """A spot on the map.

    Attributes:
        radius: in units; the area is in proportion to how often the place is named.
        whole: whether it stands for a country, at its capital.
        label: whether its name is written beside it.
    """

    spot: Spot
    x: float
    y: float
    radius: float
    whole: bool
    label: bool


def chart(spots: Sequence[Spot], part: str = "") -> tuple[Dot, ...]:
    """What is drawn, the largest first, so that none hides another.

    Args:
        spots: with latitudes and longitudes, those that are named most first.
        part: one of `PARTS`; names have room as it shows them.
    """
    view = PARTS.get(part, Part())
    most = max((s.count for s in spots), default=1)
    taken: list[tuple[float, float, float, float]] = []
    made = []
    for spot in spots:
        x, y = projected(spot.latitude or 0.0, spot.longitude or 0.0)
        radius = max(LARGEST * sqrt(spot.count / most), SMALLEST) / view.zoom
        label = len(taken) < LABELS and _fits(spot.name, x, y, radius, view, taken)
        whole = spot.type in (PlaceType.COUNTRY, PlaceType.DEMONYM)
        made.append(Dot(spot, round(x), round(y), round(radius, 1), whole, label))
    return tuple(made)


def _fits(
    name: str,
    x: float,
    y: float,
    radius: float,
    view: Part,
    taken: list[tuple[float, float, float, float]],
) -> bool:
    """Whether a name has room to the right of its spot; if so, the room is taken."""
    right = x + radius * 1.3 + _LETTER * len(name) / view.zoom
    box = (x - radius, y - _LINE / view.zoom / 2, right, y + _LINE / view.zoom / 2)
    inside = view.left <= x and right <= view.left + view.width
    inside = inside and view.top <= y <= view.top + view.height
    clear = all(box[2] <= b[0] or b[2] <= box[0] or box[3] <= b[1] or b[3] <= box[1] for b in taken)
    if inside and clear:
        taken.append(box)
    return inside and clear


def _part(west: float, south: float, east: float, north: float) -> Part:
    """The part of the map around four corners in degrees, as wide as high as the map is."""
    corners = [projected(lat, lon) for lat in (south, north) for lon in (west, east)]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    top, bottom = min(y for _, y in corners), max(y for _, y in corners)
    width = max(right - left, (bottom - top) * WIDTH / HEIGHT)
    height = width * HEIGHT / WIDTH
    left -= (width - (right - left)) / 2
    top -= (height - (bottom - top)) / 2
    left, top = min(max(left, 0.0), WIDTH - width), min(max(top, 0.0), HEIGHT - height)
    return Part(round(left), round(top), round(width), round(height))


PARTS = {
    "002": _part(-20, -36, 54, 38),
    "019": _part(-125, -42, -34, 55),
    "142": _part(28, -11, 146, 56),
    "150": _part(-22, 35, 46, 70),
    "009": _part(110, -48, 179, 6),
}
"""Parts of the world by their codes (UN M49): Africa, the Americas, Asia, Europe, Oceania."""
