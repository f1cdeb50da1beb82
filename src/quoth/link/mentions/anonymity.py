"""Sources that are kept unnamed on purpose, and the reason that the page gives."""

from __future__ import annotations

from quoth.lang.actors import ANONYMOUS, REASON
from quoth.link.mentions.scene import Scene
from quoth.link.mentions.units import Units
from quoth.model import Span

_REACH = 40
"""Units behind a source in which its anonymity is told."""


def unnamed(scene: Scene, units: Units, reach: range) -> tuple[bool, Span | None]:
    """Whether the words of a source or those behind it say that it is kept unnamed, and why.

    Args:
        reach: the units of the source.
    """
    row = units.row
    inside = any(row[i].has(ANONYMOUS) for i in reach)
    found = reach.start if inside else -1
    stop = min(reach.stop + _REACH, len(row))
    for i in range(reach.stop, stop):
        hit = row[i].tags.get(ANONYMOUS)
        # one word (“sources”) is somebody else
        if hit is not None and hit.length > 1 and not _said(scene, units, i):
            found = i
            break
    if found < 0:
        return False, None
    for i in range(found, stop):
        if row[i].has(REASON) and not _said(scene, units, i):
            return True, _clause(scene, units, i)
    return True, None


def _said(scene: Scene, units: Units, i: int) -> bool:
    """Whether unit i is inside what somebody says."""
    return bool(scene.outer(units.span(i, i + 1)))


def _clause(scene: Scene, units: Units, first: int) -> Span:
    """The words from a unit to the next comma or stop, or to what somebody says."""
    stop = first + 1
    while stop < len(units.row) and units.word(stop) and not _said(scene, units, stop):
        if units.row[stop].has("verb"):
            break
        stop += 1
    return units.span(first, stop)
