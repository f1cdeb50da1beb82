"""How far the article of a dump goes on below its first paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quoth.read.dump.shape import Shape, Unit
from quoth.read.dump.topic import shared
from quoth.read.dump.weights import BOX_LINES, BOXES, GLUED, INLINE_MORE, ITEM, LONG, PLAIN

_LISTED = -0.2  # a title below such a heading
_SOUNDS = 0.5  # hint from which a paragraph is taken for an appeal
_SUBHEADING = 6  # words
_RESUMED = 2.0  # text behind a list of mere titles; it outweighs the list
_TITLES = 2  # so many titles with no text make such a list
_SAID = 40  # characters of a sentence that is no button


def extended(units: Sequence[Unit], headline: int | None, start: int, stop: int) -> int:
    """Go on from `start` as long as it pays: what shares words with the article belongs to it."""
    topic = units[headline].stems if headline is not None else frozenset()
    total = best = 0.0
    end, grown, flow = start, 0, _Flow()
    for i in range(start, stop):
        unit = units[i]
        common = shared(unit.stems, topic) if unit.stems else 0
        value = 1.0 if i == start else _onward(units, i, common, flow)
        total += value
        apart, listing, titles = flow.apart, flow.listing, flow.titles
        titles = titles + 1 if unit.shape is Shape.TITLE else 0 if unit.prose else titles
        if unit.prose and value > 0:
            apart, listing = False, False
            if grown < 3 or common > 1:
                topic |= unit.stems
                grown += 1
        elif _parts(units, i, common):
            apart, listing = True, listing or unit.shape is Shape.MORE
            titles = 0 if unit.shape is Shape.MORE else titles
        flow = _Flow(grown < 2, apart, listing, titles)
        if total > best:
            best, end = total, i + 1
    return end


# a share bar or an advertisement in the middle is common, a date is not
_ONWARD = {
    Shape.DATELINE: -0.5,
    Shape.MORE: -0.8,
    Shape.DATE: -1.0,
    Shape.MENU: -0.3,
    Shape.APPEAL: -0.3,
}
_BELOW_LEAD = frozenset({Shape.DATELINE, Shape.DATE, Shape.BYLINE, Shape.CREDIT, Shape.SECTION})
_BARRIERS = frozenset({Shape.TITLE, Shape.MORE, Shape.RULES, Shape.MENU, Shape.PLACE, Shape.APPEAL})


_SHORT = (Shape.SENTENCE, Shape.TITLE)


@dataclass(frozen=True, slots=True)
class _Flow:
    """What came before a line: whether it is among the first paragraphs, apart from the text
    before it, in a list of other stories; how many titles came one below the other.
    """

    first: bool = True
    apart: bool = False
    listing: bool = False
    titles: int = 0


def _parts(units: Sequence[Unit], i: int, common: int) -> bool:
    """Whether what follows a line may be no part of the article any more."""
    unit = units[i]
    if unit.shape not in _BARRIERS or unit.tail is not None or unit.bare_name:
        return False
    if unit.listed or unit.opens:
        return False
    if common and unit.shape is Shape.TITLE and _heads_last(units, i):
        return False
    return not (_heads_section(units, i) or _boxed(units, i))


def _heads_section(units: Sequence[Unit], i: int) -> bool:
    """Whether a few words stand over several paragraphs, as subheadings do."""
    unit, after = units[i], units[i + 1 : i + 3]
    short = unit.shape is Shape.TITLE and unit.words <= _SUBHEADING and not unit.repeated
    running = all(u.prose and not u.labelled_story and u.head is None for u in after)
    return short and len(after) == 2 and running


def _heads_last(units: Sequence[Unit], i: int) -> bool:
    """Whether a few words stand over one paragraph that no other title follows."""
    below = units[i + 1 : i + 3]
    text = bool(below) and below[0].prose and not below[0].labelled_story
    return (
        text and units[i].words <= _SUBHEADING and below[-1].shape not in (Shape.TITLE, Shape.PLACE)
    )


def _boxed(units: Sequence[Unit], i: int) -> bool:
    """Whether a line is of a box in the middle of the text, a newsletter or a share bar."""
    stop = i
    while stop < min(i + BOX_LINES, len(units)) and units[stop].shape in BOXES:
        stop += 1
    if stop == i or stop >= len(units):
        return False
    running = all(u.prose and not u.labelled_story for u in units[stop : stop + 2])
    return _heads_section(units, stop) or (running and stop + 1 < len(units))


def _onward(units: Sequence[Unit], i: int, common: int, flow: _Flow) -> float:
    unit = units[i]
    if unit.shape is Shape.MORE and unit.tail is not None:
        return INLINE_MORE
    if flow.first and (unit.bare_name or unit.shape in _BELOW_LEAD):
        return -0.1
    if unit.shape is Shape.TITLE and flow.listing:
        return _LISTED
    if unit.shape is Shape.TITLE and (unit.listed or unit.opens):
        return ITEM
    if unit.shape is Shape.TITLE:
        # a subheading is short, or speaks of what the article does
        if unit.words <= 1:
            return -0.1
        return -0.3 if unit.words <= 3 or _heads_section(units, i) else -0.5 if common else -1.0
    if unit.ruled and common < 2 and units[min(i + 1, len(units) - 1)].shape is Shape.RULES:
        return PLAIN[Shape.RULES]
    if not unit.prose:
        return _ONWARD.get(unit.shape, PLAIN[unit.shape])
    if flow.first and not unit.labelled_story and (common or not flow.apart):
        return 1.0
    if unit.hint >= _SOUNDS and common < 2 and not flow.first:
        return -0.5
    if unit.labelled_story and not (flow.first and common > 1 and unit.inner is None):
        return GLUED
    return _text_onward(units, i, common, flow)


def _text_onward(units: Sequence[Unit], i: int, common: int, flow: _Flow) -> float:
    unit = units[i]
    if flow.listing and flow.apart:
        # behind a list of other stories only the same topic leads back to the article
        value = (-0.5, -0.3, 1.3, 1.6)[min(common, 3)]
        if unit.shape is Shape.SENTENCE and units[min(i + 1, len(units) - 1)].shape in _SHORT:
            return min(value, -0.3)  # one-line stories
        return _RESUMED if _resumes(units, i, common, flow) else value
    value = (-0.5, 0.35, 0.7, 1.0)[min(common, 3)]
    if not flow.apart:
        # running on from the text before it; a dateline of its own begins another story
        value = max(value, 0.5) if unit.head is None else value - 0.5
    if unit.shape is Shape.SENTENCE:
        return value / 2
    if unit.size > LONG:
        value += 0.4
    return value - (0.6 if _between_titles(units, i) else 0.0)


def _resumes(units: Sequence[Unit], i: int, common: int, flow: _Flow) -> bool:
    """Whether the article goes on behind a list of titles that have no text.

    Where a title follows, the text may be that of the last title; where the page ends, it may
    be the imprint.
    """
    unit = units[i]
    plain = unit.head is None and not unit.hint and not unit.ruled and unit.size >= _SAID
    if flow.titles < _TITLES or not plain or i + 1 == len(units):
        return False
    after = units[i + 1].shape
    return after not in (Shape.TITLE, Shape.PLACE) and (common > 0 or after is not Shape.MENU)


def _between_titles(units: Sequence[Unit], i: int) -> bool:
    titled = (Shape.TITLE, Shape.PLACE)
    after = units[i + 1].shape if i + 1 < len(units) else Shape.TITLE
    return i > 0 and units[i - 1].shape in titled and after in titled
