"""The lines of a dump; lines that were broken at a fixed width are joined again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, pairwise

from quoth.model import Span
from quoth.read.bare import trimmed

_BREAK = re.compile("[\n\u2028\u2029]")
_WIDEST = 100  # columns; text that was broken at a width was broken below this
_NARROWEST = 48
_BROKEN = 0.6  # share of lines that were broken, and of breaks inside a sentence
MOST = 5000
"""Lines of a page that are told apart: no news page has as many."""
_ENDS = frozenset(".!?…:؟。")
_STOPS = _ENDS | {";"}
_SHORTEST = 36  # characters of a line that goes on in the next
_EVEN = 0.6  # of the width: no line that goes on is shorter
_RUNS = 2  # so many lines go on where the page was broken at a width


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of the dump that is one block or part of one.

    Attributes:
        span: without the white space around it.
        gap: whether an empty line stands before it.
    """

    span: Span
    gap: bool


def lines(text: str) -> list[Line]:
    """The lines that hold anything, in order; behind the first `MOST`, the rest is one line."""
    out: list[Line] = []
    at, gap = 0, True
    for stop in chain((m.start() for m in _BREAK.finditer(text)), (len(text),)):
        if len(out) == MOST:
            stop = len(text)
        span = trimmed(text, at, stop)
        if len(span):
            out.append(Line(span, gap))
        if stop == len(text):
            break
        gap = not len(span)
        at = stop + 1
    return _joined(text, out)


def _joined(text: str, found: list[Line]) -> list[Line]:
    width = _width(text, found)
    if width:
        return _run_on(text, found, width)
    width = max((len(line.span) for line in found), default=0)
    if not _NARROWEST <= width <= _WIDEST or not _kept(text, found, width):
        return found
    out = found[:1]
    for before, line in pairwise(found):
        if not line.gap and _broken(text, before, line, width):
            out[-1] = Line(Span(out[-1].span.start, line.span.end), out[-1].gap)
        else:
            out.append(line)
    return out


def _width(text: str, found: list[Line]) -> int:
    """The width of a page whose lines run on with small letters; 0 where they do not."""
    sizes = [len(a.span) for a, b in pairwise(found) if _runs_on(text, a, b)]
    most = max(sizes, default=0)
    even = all(size >= _EVEN * most for size in sizes)
    return most if len(sizes) >= _RUNS and even and most <= _WIDEST else 0


def _run_on(text: str, found: list[Line], width: int) -> list[Line]:
    out = found[:1]
    inside = False
    for before, line in pairwise(found):
        full = _broken(text, before, line, width) and text[before.span.end - 1] not in _ENDS
        wide = len(before.span) >= _EVEN * width and len(before.span) <= width + 2
        follows = inside and wide and not line.gap and _broken(text, before, line, width)
        if _runs_on(text, before, line) or follows or (full and wide and not line.gap):
            out[-1] = Line(Span(out[-1].span.start, line.span.end), out[-1].gap)
            inside = True
        else:
            out.append(line)
            inside = False
    return out


def _runs_on(text: str, before: Line, line: Line) -> bool:
    """Whether a sentence goes on from one line to the next, with a small letter."""
    long = len(before.span) >= _SHORTEST
    small = text[line.span.start].islower()
    return long and small and not line.gap and text[before.span.end - 1] not in _STOPS


def _kept(text: str, found: list[Line], width: int) -> bool:
    """Whether the lines were broken at a width: most that go on had no room for the next word."""
    pairs = [(a, b) for a, b in pairwise(found) if not b.gap]
    broken = [(a, b) for a, b in pairs if _broken(text, a, b, width)]
    inside = sum(1 for a, b in broken if text[a.span.end - 1] not in _ENDS)
    # a small letter at the head of a line: its sentence began before it
    small = any(not text[b.span.start].isupper() for _, b in broken)
    return small and len(broken) >= _BROKEN * len(pairs) and inside >= _BROKEN * len(broken)


def _broken(text: str, before: Line, line: Line, width: int) -> bool:
    """Whether the first word of `line` had no room in the line before it."""
    word = text[line.span.start : line.span.end].split(None, 1)[0]
    return len(before.span) + 1 + len(word) > width
