"""Which line of a dump is the headline of the article found."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.read.dump.shape import Shape, Unit
from quoth.read.dump.topic import shared

_HEAD_REACH = 12  # lines above the article in which its headline is looked for
_HEAD_DEPTH = 8  # lines of the stretch in which it may stand
_HEAD_SIZE = 60  # characters: of two lines the shorter is the headline, the other lead or caption
_LONGEST_HEADLINE = 220  # characters


def headline(units: Sequence[Unit], start: int, end: int) -> int | None:
    """The index of the headline of the stretch [start, end), above it or near its top."""
    topic = _topic(units, start, end)
    stop = _search_end(units, start, end)
    best, found = 0.9, None
    for i in range(max(start - _HEAD_REACH, 0), stop):
        if not _can_head(units[i]):
            continue
        value = _head_worth(units, i, start, topic)
        if value > best:
            best, found = value, i
    return found


def _search_end(units: Sequence[Unit], start: int, end: int) -> int:
    """Inside the stretch, a headline stands before the date line or the second paragraph."""
    seen = 0
    end = min(end, start + _HEAD_DEPTH)
    for i in range(start, end):
        unit = units[i]
        if unit.head is not None or (unit.shape is Shape.DATE and unit.labelled):
            return min(i + 2, len(units)) if unit.head is None else i
        seen += unit.shape is Shape.PROSE
        if seen > 2:
            return i
    return end


def _can_head(unit: Unit) -> bool:
    if unit.shape not in (Shape.TITLE, Shape.SENTENCE) or unit.size > _LONGEST_HEADLINE:
        return False
    if unit.glue is not None and unit.glue.known:
        return False
    if unit.repeated or unit.listed or unit.opens:
        return False
    return unit.size >= 12 and unit.words >= 2 and not unit.bare_name


def _head_worth(units: Sequence[Unit], i: int, start: int, topic: frozenset[str]) -> float:
    unit = units[i]
    value = min(shared(unit.stems, topic), 4) * 1.0
    value += 1.2 if not unit.final else -0.6
    value -= 0.3 if unit.words < 4 else 0.0
    value += _neighbours(units, i)
    value -= unit.size / _HEAD_SIZE
    between = [
        u
        for u in units[i + 1 : start]
        if u.shape is Shape.PROSE or (_can_head(u) and not _leads(unit, u))
    ]
    value -= 0.7 * len(between) + 0.12 * max(start - i - 1, 0)
    above = units[i - 1] if i else None
    if above is not None and _can_head(above) and _leads(above, unit):
        # of a headline and its lead, both without a full stop, the headline stands first
        value -= 1.5 if shared(above.stems, topic) else 0.0
    value -= 1.0 * sum(1 for u in units[start:i] if u.shape is Shape.PROSE)
    return value


def _neighbours(units: Sequence[Unit], i: int) -> float:
    """A date line or byline right below (or above) marks a headline."""
    if i + 1 < len(units) and units[i + 1].shape is Shape.CREDIT and units[i + 1].size < 40:
        return -0.8
    for k, u in enumerate(units[i + 1 : i + 5], i + 1):
        if _leads(units[i], u) or u.repeated or (k == i + 1 and _standfirst(units, k)):
            continue
        if u.shape is Shape.DATE or u.shape is Shape.BYLINE:
            return 1.6 if u.labelled or u.shape is Shape.BYLINE else 1.0
        if u.shape in (Shape.TITLE, Shape.PROSE):
            break
    before = units[i - 1] if i else None
    return 0.8 if before is not None and before.shape is Shape.DATE and before.labelled else 0.0


def _standfirst(units: Sequence[Unit], i: int) -> bool:
    """Whether a paragraph stands above a byline or a date line."""
    signs = (Shape.BYLINE, Shape.DATE)
    return units[i].prose and i + 1 < len(units) and units[i + 1].shape in signs


def _leads(head: Unit, unit: Unit) -> bool:
    """Whether a line below a headline is long enough to be a lead without a full stop."""
    return unit.shape is Shape.TITLE and unit.size > 1.2 * head.size


def _topic(units: Sequence[Unit], start: int, end: int) -> frozenset[str]:
    prose = [u for u in units[start:end] if u.shape is Shape.PROSE]
    chosen = prose[:8] or [u for u in units[start:end] if u.prose]
    return frozenset().union(*(u.stems for u in chosen))
