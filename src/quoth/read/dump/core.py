"""Which lines of a dump are the article: the best stretch of running text, and its headline.

The weights below were set by reading pages of the golden set in tests/read/golden; each is the
worth of one line for the stretch that holds it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quoth.read.dump.head import headline as headline_of
from quoth.read.dump.onward import extended
from quoth.read.dump.shape import Shape, Unit
from quoth.read.dump.weights import BOX_LINES, BOXES, GLUED, INLINE_MORE, ITEM, LONG, PLAIN

_BOX = -0.6
_LONG_WORTH = 1.6
_TEASER_TEXT = 0.25  # one paragraph between two titles
_DATELINE = 2.5
_PUBLISHED = 1.5
_FOLLOWS = 3  # lines between a date line and what it dates
_MANY_DATES = 3  # so many date lines are those of a list of stories
_LEAST = 1.0  # what a stretch must be worth to be an article


@dataclass(frozen=True, slots=True)
class Core:
    """Indexes of units: the headline if there is one, and the article text [start, end)."""

    headline: int | None
    start: int
    end: int


def core(units: Sequence[Unit]) -> Core | None:
    """Find the article; None where the page has none."""
    worth = _worth(units)
    found = _best(worth)
    if found is None or not any(unit.prose for unit in units[found[0] : found[1]]):
        return _few_words(units)
    start, end = found
    headline = headline_of(units, start, end)
    if headline is not None and headline >= start:
        start = headline + 1
    start = _first_text(units, start, headline)
    end = max(extended(units, headline, start, len(units)), start + 1)
    return Core(headline, start, end)


def _few_words(units: Sequence[Unit]) -> Core | None:
    """A page too short to tell: sentences without any sign of a list of stories."""
    prose = sum(1 for u in units if u.prose)
    titles = [i for i, u in enumerate(units) if u.shape is Shape.TITLE]
    signs = any(u.labelled_story or u.shape in (Shape.RULES, Shape.MORE) for u in units)
    if not prose or signs or len(titles) > 1 or prose * 2 < len(units):
        return None
    headline = 0 if titles == [0] and len(units) > 1 else None
    return Core(headline, _first_text(units, 0, headline), len(units))


def _worth(units: Sequence[Unit]) -> list[float]:
    labelled = sum(1 for u in units if u.labelled == "published")
    plain = sum(1 for u in units if u.shape is Shape.DATE)
    out = [_single(units, i) for i in range(len(units))]
    for i, unit in enumerate(units):
        dated = unit.shape is Shape.DATE and unit.date is not None
        if dated and unit.labelled and labelled < _MANY_DATES:
            out[i] = _PUBLISHED
        elif dated and plain < _MANY_DATES:
            out[i] = _PUBLISHED / 2
        if unit.head is not None and unit.prose:
            agency = unit.head.part("agency") or unit.head.part("date")
            out[i] += _DATELINE if agency is not None else _DATELINE / 4
    _soften_boxes(units, out)
    return out


def _soften_boxes(units: Sequence[Unit], worth: list[float]) -> None:
    """A box in the middle of the text (a newsletter, a share bar) weighs once, however long."""
    i = 1
    while i < len(units):
        stop = i
        while stop < len(units) and units[stop].shape in BOXES:
            stop += 1
        onward = any(u.prose and not u.labelled_story for u in units[stop : stop + 2])
        if 0 < stop - i <= BOX_LINES and units[i - 1].prose and onward:
            worth[i:stop] = [_BOX, *[0.0] * (stop - i - 1)]
        i = max(stop, i + 1)


def _single(units: Sequence[Unit], i: int) -> float:
    unit = units[i]
    if unit.shape is Shape.MORE and unit.tail is not None:
        return INLINE_MORE
    if unit.shape is Shape.TITLE and (unit.listed or unit.opens):
        return ITEM
    if not unit.prose:
        return PLAIN[unit.shape]
    if unit.labelled_story:
        return _glued_worth(units, i)
    if unit.shape is Shape.PROSE and unit.size > LONG:
        return _LONG_WORTH
    titled = (Shape.TITLE, Shape.PLACE)
    before = units[i - 1].shape if i else None
    after = units[i + 1].shape if i + 1 < len(units) else None
    if unit.shape is Shape.PROSE and before in titled and after in titled:
        return _TEASER_TEXT
    return PLAIN[unit.shape]


def _glued_worth(units: Sequence[Unit], i: int) -> float:
    """A glued label opens a teaser, but behind a date line it may open the article."""
    if units[i].inner is not None:
        return GLUED
    before = [u for u in units[max(i - _FOLLOWS, 0) : i] if u.shape is not Shape.MENU]
    dated = any(u.shape is Shape.DATE and u.labelled for u in before)
    beside = i + 1 < len(units) and units[i + 1].prose and not units[i + 1].labelled_story
    return 0.5 if dated or (beside and before and before[-1].shape is Shape.TITLE) else GLUED


def _best(worth: Sequence[float]) -> tuple[int, int] | None:
    """The stretch with the largest sum, the first of equals."""
    best, found = _LEAST - 0.01, None
    total, begin = 0.0, 0
    for i, value in enumerate(worth):
        if total <= 0:
            total, begin = 0.0, i
        total += value
        if total > best:
            best, found = total, (begin, i + 1)
    return found


def _first_text(units: Sequence[Unit], start: int, headline: int | None) -> int:
    """Over date lines, bylines and the like behind the headline, to the first text."""
    i = start if headline is None else headline + 1
    while i < len(units) - 1 and not units[i].prose:
        i += 1
    return i
