"""When and where, as the clause of a statement tells it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from quoth.annotate.setting.clause import Clause, Item, Sort
from quoth.annotate.setting.occasion import BUDGET, Occasion
from quoth.model import Grain, Mark, Place, Time, TimeType
from quoth.text import fold

IN_CLAUSE, IN_VENUE = "the clause of its cue", "the words of its venue"
_DATED = frozenset({TimeType.DATE, TimeType.TIME})
_FINE = frozenset(
    {Grain.DAY, Grain.PART, Grain.WEEKEND, Grain.WEEK, Grain.MONTH, Grain.HOUR, Grain.MINUTE}
)
"""What a piece of writing is dated to; a year in its name is more often what it is about."""
_INNER = frozenset({"det", "time", "at"})


def time_of(clause: Clause, venue: Occasion | None) -> tuple[Mark[Time], str] | None:
    """The time at which a clause says that something was said, and the words it stands with."""
    best: tuple[tuple[bool, int], int, bool] | None = None
    for i in clause.having(Sort.TIME):
        if not _dated(clause.items[i]):
            continue
        inside = venue is not None and venue.brought <= i < venue.stop
        away = 0 if inside else _free_time(clause, i)
        if away is not None and (best is None or (inside, away) < best[0]):
            best = (inside, away), i, inside
    if best is None:
        return None
    mark = cast("Mark[Time]", clause.items[best[1]].mark)
    return mark, IN_VENUE if best[2] else IN_CLAUSE


def place_of(clause: Clause, venue: Occasion | None) -> tuple[Mark[Place], str] | None:
    """The place at which a clause says that something was said, and the words it stands with."""
    found: list[tuple[int, int, str]] = []
    for i in clause.having(Sort.PLACE):
        if venue is not None and venue.first <= i < venue.stop:
            found.append((0, i, IN_VENUE))
        elif (first := _at(clause, i)) is not None:
            away = clause.distance(first, i + 1, 0)
            if away is not None:
                found.append((away, i, IN_CLAUSE))
    if not found:
        return None
    _, i, why = min(found)
    return cast("Mark[Place]", clause.items[i].mark), why


def dated_in(marks: Iterable[Mark[Time]]) -> Mark[Time] | None:
    """The first of the times in the name of a piece of writing that it may be dated to."""
    fit = (m for m in marks if m.value.type in _DATED and m.value.grain in _FINE)
    return next(fit, None)


def _dated(item: Item) -> bool:
    time = cast("Mark[Time]", item.mark).value
    # “recently”, “now”, “at the time” say less than the page's own date
    return time.type in _DATED and not time.timex.endswith("_REF")


def _free_time(clause: Clause, i: int) -> int | None:
    """How far a time lies from the cue, if nothing but “on” brings it."""
    if clause.items[i].tail:
        return None  # “Monday's attack”
    k = i
    while k and clause.items[k - 1].sort is Sort.WORD and k - 1 not in clause.venue:
        kinds = clause.items[k - 1].tags.keys()
        if not kinds.isdisjoint({"prep", "link", "sub"}) and kinds.isdisjoint({"at", "intro"}):
            return None  # “since Monday”
        if kinds.isdisjoint(_INNER):
            break
        k -= 1
    return clause.distance(i, i + 1, BUDGET)


def _at(clause: Clause, i: int) -> int | None:
    """The item that brings the place at item i; the place itself where its ending does."""
    item = clause.items[i]
    words = clause.words.venues
    word = fold(item.span.of(clause.text) + item.tail, words.code)
    if words.endings and word.endswith(words.endings):
        return i
    if item.tail:
        return None
    k = i
    while k and clause.items[k - 1].sort is Sort.WORD and "at" not in clause.items[k - 1].tags:
        if "det" not in clause.items[k - 1].tags:
            return None
        k -= 1
    return k - 1 if k and "at" in clause.items[k - 1].tags else None
