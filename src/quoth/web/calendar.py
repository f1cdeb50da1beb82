"""The picture of the timeline: bars of the parts of a window, and stretches over several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quoth.store.views.timeline import Bar, Picture, Range
from quoth.web.days import part_of, stretch_of
from quoth.web.scale import Scale
from quoth.web.window import DAY, HOUR, Zoom

HIGH = 120
"""Height of the highest bar, in pixels."""
LANE = 22
"""Height of a stretch with the space around it."""
MOST = 14
"""Stretches that are drawn: those with most entries."""
_FEW = 12
"""Parts that all have a label."""


@dataclass(frozen=True, slots=True)
class Column:
    """A part of the window; lengths across in per cent, heights in pixels.

    Attributes:
        at: its name, which is that of a window save for an hour.
        label: short, for the axis; empty where labels would be too close.
        name: in full.
        said, dated: heights of the two pieces of its bar.
    """

    at: str
    label: str
    name: str
    left: float
    width: float
    said: float
    dated: float
    bar: Bar


@dataclass(frozen=True, slots=True)
class Lane:
    """A stretch; its label stands at `text` per cent and is anchored there as SVG has it."""

    label: str
    left: float
    width: float
    text: float
    anchor: str
    of: Range


@dataclass(frozen=True, slots=True)
class Drawn:
    """The picture: `many` where its parts need more room than a narrow screen has."""

    columns: tuple[Column, ...]
    lanes: tuple[Lane, ...]
    most: int
    many: bool


def drawn(zoom: Zoom, picture: Picture, language: str) -> Drawn:
    """The picture of a window; what stands on a whole day has no hour but a stretch."""
    bars = {bar.period: bar for bar in picture.bars}
    most = max((bars[p].said + bars[p].dated for p in zoom.parts if p in bars), default=0)
    columns = tuple(
        _column(zoom.parts, i, bars.get(part, Bar(part, 0, 0)), most, language)
        for i, part in enumerate(zoom.parts)
    )
    whole = [
        Range(b.period, b.period, b.said, b.dated) for b in picture.bars if b.period == zoom.at
    ]
    lanes = _lanes(zoom, (*whole, *picture.ranges), language)
    return Drawn(columns, lanes, most, len(zoom.parts) > _FEW)


def _column(parts: Sequence[str], place: int, bar: Bar, most: int, language: str) -> Column:
    part, width = parts[place], 100 / len(parts)
    scale = HIGH / most if most else 0.0
    # the smallest bar can still be seen
    said, dated = (max(n * scale, 2.0) if n else 0.0 for n in (bar.said, bar.dated))
    label = part_of(part, language) if _labelled(part, place, len(parts)) else ""
    return Column(
        part,
        label,
        stretch_of(part, part, language),
        round(place * width, 3),
        round(width, 3),
        round(said, 1),
        round(dated, 1),
        bar,
    )


def _labelled(part: str, place: int, parts: int) -> bool:
    if len(part) == DAY:
        return part[-2:] in ("01", "05", "10", "15", "20", "25", "30")
    if len(part) == HOUR:
        return place % 3 == 0
    return parts <= _FEW or place % 5 == 0


def _lanes(zoom: Zoom, ranges: Sequence[Range], language: str) -> tuple[Lane, ...]:
    first, last = _ends(zoom)
    scale = Scale.of(first, last)
    best = sorted(ranges, key=lambda r: (-(r.said + r.dated), r.first, r.last))[:MOST]
    made = []
    for one in sorted(best, key=lambda r: (r.first, r.last)):
        left, right = scale.at(one.first), scale.at(one.last, end=True)
        text, anchor = _text(left, right)
        label = stretch_of(one.first, one.last, language)
        made.append(Lane(label, left, round(max(right - left, 0.4), 3), text, anchor, one))
    return tuple(made)


def _ends(zoom: Zoom) -> tuple[str, str]:
    since, until = zoom.window.since, zoom.window.until
    if since is not None and until is not None:
        return since.isoformat(), until.isoformat()
    first, last = zoom.parts[0], zoom.parts[-1]
    return f"{first:0<4}-01-01", f"{last:9<4}-12-31"


def _text(left: float, right: float) -> tuple[float, str]:
    """Where the label of a stretch has room."""
    if right <= 55:
        return right + 0.8, "start"
    if left >= 45:
        return left - 0.8, "end"
    return (left + right) / 2, "middle"
