"""Times that leave out a word that stood before: June 5, 6 and 9."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quoth.annotate.times.edges import Edge
from quoth.annotate.times.pieces import Pieces
from quoth.annotate.times.shapes import Calendar, Shifted

REACH = 40
"""Tokens behind a quarter or a half in which another one may leave out that word."""
_OPENS = frozenset({"intro", "within", "since", "until", "from", "to"})
_BEHIND = frozenset({"within", "since", "until", "from", "to", "and"})
_LINKS = frozenset({"and", "or"})
_ENDS = frozenset('.,;:!?)”"')


def completed(chosen: list[Edge], found: Pieces) -> Iterator[Edge]:
    """The expressions in their order, with those that leave out a word of the one before.

    Args:
        chosen: in order; none overlaps another.
    """
    done = 0
    for k, edge in enumerate(chosen):
        if edge.low < done:
            continue  # the year of the days before it
        stop = chosen[k + 1].low if k + 1 < len(chosen) else len(found.tokens)
        whole = (*_days(edge, found), *_parts(edge, stop, found))
        done = whole[-1].high
        yield from whole


def _days(edge: Edge, found: Pieces) -> tuple[Edge, ...]:
    """A day with those of its month that follow it: June 5, “6” and “9”; they share their year."""
    at = edge.value
    if not isinstance(at, Calendar) or at.month is None or at.day is None:
        return (edge,)
    if "MONTHDAY" not in edge.kinds and (at.weekday is None or at.year is not None):
        return (edge,)
    if _number(edge.high - 1, "dd", found) != at.day:  # the month stands before its day
        return (edge,)
    out = [edge]
    i, day, linked = edge.high, at.day, False
    while not linked:
        comma = "comma" in _kinds(i, found)
        linked = bool(_LINKS & _kinds(i + comma, found))
        k = i + comma + linked
        following = _number(k, "dd", found)
        alone = comma and linked and len(out) == 1  # on March 3, and 10 men
        if k == i or alone or following is None or following <= day:
            return (edge,)
        weekday = at.weekday and (at.weekday + following - at.day - 1) % 7 + 1
        value = replace(at, day=following, weekday=weekday)
        out.append(Edge(k, k + 1, edge.kinds, value, k, k + 1, rank=edge.rank))
        i, day = k + 1, following
    comma = "comma" in _kinds(i, found)
    year = _number(i + comma, "yyyy", found)
    if year is not None:
        i += comma + 1
        out = [_in_year(e, year) for e in out]
        out[-1] = out[-1]._replace(end=i, high=i)
    return tuple(out) if _closed(i, found, _OPENS) else (edge,)


def _in_year(edge: Edge, year: int) -> Edge:
    at = edge.value
    return edge._replace(value=replace(at, year=year)) if isinstance(at, Calendar) else edge


def _parts(edge: Edge, stop: int, found: Pieces) -> Iterator[Edge]:
    """The quarters or halves that follow one with its number: in the second."""
    at = edge.value
    if not isinstance(at, Calendar):
        return
    most = 4 if at.quarter else 2 if at.half else 0
    i = edge.high
    while most and i + 2 < min(stop, edge.high + REACH):
        n = _number(i + 2, "ord", found)
        opened = _OPENS & _kinds(i, found) and "article" in _kinds(i + 1, found)
        if opened and n and n <= most and _closed(i + 3, found, _BEHIND):
            part = replace(at, quarter=n) if at.quarter else replace(at, half=n)
            value = part if at.year is not None else Shifted(part, 0, text=True)
            yield edge._replace(start=i, end=i + 3, value=value, mod="", low=i + 1, high=i + 3)
            i += 2
        i += 1


def _kinds(i: int, found: Pieces) -> set[str]:
    return {kind for e in found.edges.get(i, ()) if e.end == i + 1 for kind in e.kinds}


def _number(i: int, kind: str, found: Pieces) -> int | None:
    """The value of the token where it is a number of that kind."""
    for edge in found.edges.get(i, ()):
        if edge.end == i + 1 and kind in edge.kinds and isinstance(edge.value, int):
            return edge.value
    return None


def _closed(i: int, found: Pieces, words: frozenset[str]) -> bool:
    """Whether nothing stands at token i that a number before it may count."""
    if i >= len(found.tokens) or found.tokens[i].key in _ENDS:
        return True
    return bool(words & _kinds(i, found))
