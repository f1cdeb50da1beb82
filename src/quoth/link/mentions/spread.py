"""How far a noun phrase reaches around its noun."""

from __future__ import annotations

from quoth.lang.actors import (
    ACTING,
    ANONYMOUS,
    DEFINITE,
    DEPUTY,
    FORMER,
    INDEFINITE,
    POSSESSIVE,
    PRONOUN,
    SEVERAL,
    TITLE,
)
from quoth.link.mentions.units import Units
from quoth.model import Spans

_FAR = 30
"""Units behind a noun that are looked at, so that work stays linear."""
_CLAUSE = 2
"""Units at least of words that go on behind a source: “hired by”."""


def spread(units: Units, at: int) -> range:
    """The noun phrase around the noun at unit `at`, as far as small words show it."""
    first = at
    for i in range(at - 1, max(at - 5, -1), -1):
        unit = units.row[i]
        if not units.word(i) or unit.has(
            "prep", "verb", "aux", "conj", "comp", "relative", PRONOUN
        ):
            break
        if unit.has(DEFINITE, INDEFINITE, SEVERAL, POSSESSIVE, "det"):
            first = i
            break
        if unit.has("link"):
            break
        if unit.name is not None or unit.has(FORMER, DEPUTY, ACTING, ANONYMOUS, TITLE) or unit.noun:
            first = i
    stop = at + 1
    end = min(len(units.row), at + _FAR)
    while stop < end and (_goes_on(units, stop) or _ordinal(units, stop)):
        stop += 1
    # “the bill on the” is cut short; a word that points may stand behind its noun (“menteri itu”)
    ends = ("link", "det", "prep", *((DEFINITE,) if units.line.words.articles else ()))
    while stop > at + 1 and units.row[stop - 1].has(*ends) and not units.row[stop - 1].name:
        stop -= 1
    return range(first, stop)


def goes_on(units: Units, reach: range, cue: Spans) -> bool:
    """Whether the words of a source go on between it and its cue, with no comma before them: “The
    surveyor hired by the council said”, and not “The surveyor on Monday said”.

    Args:
        reach: the units of the source.
        cue: the spans of the cue.
    """
    line, row = units.line, units.row
    if not cue or reach.stop + 1 >= len(row):
        return False
    end, at = cue[0].start, reach.stop
    if any(u.name is not None for u in row[reach.start : reach.stop]):
        return False
    between = [
        i for i in range(at, min(at + _FAR, len(row))) if line.tokens[row[i].first].start < end
    ]
    if len(between) < _CLAUSE or not all(units.word(i) for i in between[:_CLAUSE]):
        return False
    first, second = row[between[0]], row[between[1]]
    if first.has("relative"):
        return True
    participle = first.name is None and not first.tags
    return participle and second.has("prep", "link") and len(between) > _CLAUSE


def _ordinal(units: Units, i: int) -> bool:
    """Whether unit i is the stop behind a number, or the word that this counts (“3. Februar”)."""
    line, row = units.line, units.row
    stop = i if line.keys[row[i].first] == "." else i - 1
    number = line.keys[row[stop - 1].first] if stop > 0 else ""
    return number.isdigit() and line.keys[row[stop].first] == "." and stop + 1 < len(row)


def _goes_on(units: Units, i: int) -> bool:
    """Whether a phrase goes on at unit i: a link, or what a link brings."""
    unit = units.row[i]
    if not units.word(i) or unit.has("verb", "aux", "conj", "comp", "relative", PRONOUN):
        return False
    if unit.name is not None or unit.has(DEFINITE, FORMER):
        return True
    if unit.has("link"):
        return True
    before = units.row[i - 1]
    return before.has("link", "det") and not unit.has("prep")
