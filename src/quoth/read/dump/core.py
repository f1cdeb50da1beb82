"""Which lines of a dump are the article: the best stretch of running text, and its headline.

The weights below were set by reading pages of the golden set in tests/read/golden; each is the
worth of one line for the stretch that holds it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quoth.read.dump.shape import Shape, Unit
from quoth.read.dump.topic import shared

_PLAIN = {
    Shape.PROSE: 1.0,
    Shape.SENTENCE: 0.25,
    Shape.TITLE: -1.0,
    Shape.DATE: -0.4,
    Shape.DATELINE: 0.5,
    Shape.BYLINE: -0.3,
    Shape.CREDIT: -0.3,
    Shape.SECTION: -0.5,
    Shape.PLACE: -0.6,
    Shape.MENU: -0.8,
    Shape.MORE: -1.2,
    Shape.RULES: -4.0,
    Shape.APPEAL: -1.0,
}
_INLINE_MORE = -0.2  # read also: one title, in the middle of an article
_LISTED = -0.2  # a title below such a heading
_GLUED = -2.5
_LONG = 420  # characters: a paragraph that hardly is a teaser
_LONG_WORTH = 1.6
_TEASER_TEXT = 0.25  # one paragraph between two titles
_DATELINE = 2.5
_PUBLISHED = 1.5
_FOLLOWS = 3  # lines between a date line and what it dates
_MANY_DATES = 3  # so many date lines are those of a list of stories
_LEAST = 1.0  # what a stretch must be worth to be an article
_HEAD_REACH = 12  # lines above the article in which its headline is looked for
_HEAD_DEPTH = 8  # lines of the stretch in which it may stand
_HEAD_SIZE = 60  # characters: of two lines the shorter is the headline, the other lead or caption
_LONGEST_HEADLINE = 220  # characters


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
    headline = _headline(units, start, end)
    if headline is not None and headline >= start:
        start = headline + 1
    start = _first_text(units, start, headline)
    end = max(_extended(units, headline, start, len(units)), start + 1)
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
    return out


def _single(units: Sequence[Unit], i: int) -> float:
    unit = units[i]
    if unit.shape is Shape.MORE and unit.tail is not None:
        return _INLINE_MORE
    if not unit.prose:
        return _PLAIN[unit.shape]
    if unit.labelled_story:
        return _glued_worth(units, i)
    if unit.shape is Shape.PROSE and unit.size > _LONG:
        return _LONG_WORTH
    titled = (Shape.TITLE, Shape.PLACE)
    before = units[i - 1].shape if i else None
    after = units[i + 1].shape if i + 1 < len(units) else None
    if unit.shape is Shape.PROSE and before in titled and after in titled:
        return _TEASER_TEXT
    return _PLAIN[unit.shape]


def _glued_worth(units: Sequence[Unit], i: int) -> float:
    """A glued label opens a teaser, but behind a date line it may open the article."""
    if units[i].inner is not None:
        return _GLUED
    before = [u for u in units[max(i - _FOLLOWS, 0) : i] if u.shape is not Shape.MENU]
    dated = any(u.shape is Shape.DATE and u.labelled for u in before)
    beside = i + 1 < len(units) and units[i + 1].prose and not units[i + 1].labelled_story
    return 0.5 if dated or (beside and before and before[-1].shape is Shape.TITLE) else _GLUED


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


# the headline


def _headline(units: Sequence[Unit], start: int, end: int) -> int | None:
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
    if unit.repeated:
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
    value -= 1.0 * sum(1 for u in units[start:i] if u.shape is Shape.PROSE)
    return value


def _neighbours(units: Sequence[Unit], i: int) -> float:
    """A date line or byline right below (or above) marks a headline."""
    if i + 1 < len(units) and units[i + 1].shape is Shape.CREDIT and units[i + 1].size < 40:
        return -0.8
    for u in units[i + 1 : i + 5]:
        if _leads(units[i], u) or u.repeated:
            continue
        if u.shape is Shape.DATE or u.shape is Shape.BYLINE:
            return 1.6 if u.labelled or u.shape is Shape.BYLINE else 1.0
        if u.shape in (Shape.TITLE, Shape.PROSE):
            break
    before = units[i - 1] if i else None
    return 0.8 if before is not None and before.shape is Shape.DATE and before.labelled else 0.0


def _leads(head: Unit, unit: Unit) -> bool:
    """Whether a line below a headline is long enough to be a lead without a full stop."""
    return unit.shape is Shape.TITLE and unit.size > 1.2 * head.size


def _topic(units: Sequence[Unit], start: int, end: int) -> frozenset[str]:
    prose = [u for u in units[start:end] if u.shape is Shape.PROSE]
    chosen = prose[:8] or [u for u in units[start:end] if u.prose]
    return frozenset().union(*(u.stems for u in chosen))


# the beginning and the end


def _first_text(units: Sequence[Unit], start: int, headline: int | None) -> int:
    """Over date lines, bylines and the like behind the headline, to the first text."""
    i = start if headline is None else headline + 1
    while i < len(units) - 1 and not units[i].prose:
        i += 1
    return i


def _extended(units: Sequence[Unit], headline: int | None, start: int, stop: int) -> int:
    """Go on from `start` as long as it pays: what shares words with the article belongs to it."""
    topic = units[headline].stems if headline is not None else frozenset()
    total = best = 0.0
    end, grown, flow = start, 0, _Flow()
    for i in range(start, stop):
        unit = units[i]
        common = shared(unit.stems, topic) if unit.stems else 0
        value = 1.0 if i == start else _onward(units, i, common, flow)
        total += value
        apart, listing = flow.apart, flow.listing
        if unit.prose and value > 0:
            apart, listing = False, False
            if grown < 3 or common > 1:
                topic |= unit.stems
                grown += 1
        elif unit.shape in _BARRIERS and unit.tail is None and not unit.bare_name:
            apart, listing = True, listing or unit.shape is Shape.MORE
        flow = _Flow(grown < 2, apart, listing)
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


@dataclass(frozen=True, slots=True)
class _Flow:
    """What came before a line: whether it is among the first paragraphs, apart from the text
    before it, in a list of other stories.
    """

    first: bool = True
    apart: bool = False
    listing: bool = False


def _onward(units: Sequence[Unit], i: int, common: int, flow: _Flow) -> float:
    unit = units[i]
    if unit.shape is Shape.MORE and unit.tail is not None:
        return _INLINE_MORE
    if flow.first and (unit.bare_name or unit.shape in _BELOW_LEAD):
        return -0.1
    if unit.shape is Shape.TITLE and flow.listing:
        return _LISTED
    if unit.shape is Shape.TITLE:
        # a subheading is short, or speaks of what the article does
        if unit.words <= 1:
            return -0.1
        return -0.3 if unit.words <= 3 else -0.5 if common else -1.0
    if unit.ruled and common < 2 and units[min(i + 1, len(units) - 1)].shape is Shape.RULES:
        return _PLAIN[Shape.RULES]
    if not unit.prose:
        return _ONWARD.get(unit.shape, _PLAIN[unit.shape])
    if flow.first and not unit.labelled_story and (common or not flow.apart):
        return 1.0
    if unit.labelled_story and not (flow.first and common > 1 and unit.inner is None):
        return _GLUED
    return _text_onward(units, i, common, flow)


def _text_onward(units: Sequence[Unit], i: int, common: int, flow: _Flow) -> float:
    unit = units[i]
    if flow.listing and flow.apart:
        # behind a list of other stories only the same topic leads back to the article
        return (-0.5, -0.3, 1.3, 1.6)[min(common, 3)]
    value = (-0.5, 0.35, 0.7, 1.0)[min(common, 3)]
    if not flow.apart:
        # running on from the text before it; a dateline of its own begins another story
        value = max(value, 0.5) if unit.head is None else value - 0.5
    if unit.shape is Shape.SENTENCE:
        return value / 2
    if unit.size > _LONG:
        value += 0.4
    return value - (0.6 if _between_titles(units, i) else 0.0)


def _between_titles(units: Sequence[Unit], i: int) -> bool:
    titled = (Shape.TITLE, Shape.PLACE)
    after = units[i + 1].shape if i + 1 < len(units) else Shape.TITLE
    return i > 0 and units[i - 1].shape in titled and after in titled
