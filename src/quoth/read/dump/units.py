"""The lines of a dump; lines that were broken at a fixed width are joined again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quoth.model import Span
from quoth.read.bare import trimmed

_BREAK = re.compile("[\n\u2028\u2029]")
_WIDEST = 100  # columns; text that was broken at a width was broken below this
_NARROWEST = 48
_FULL_LINES = 5  # so many lines near the width show that a width was kept
_ENDS = frozenset(".!?…:؟。")


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
    """The lines that hold anything, in order."""
    out: list[Line] = []
    at, gap = 0, True
    for stop in [*(m.start() for m in _BREAK.finditer(text)), len(text)]:
        span = trimmed(text, at, stop)
        if len(span):
            out.append(Line(span, gap))
        gap = not len(span)
        at = stop + 1
    return _joined(text, out)


def _joined(text: str, found: list[Line]) -> list[Line]:
    width = _width(found)
    if width is None:
        return found
    out: list[Line] = []
    for number, line in enumerate(found):
        before = found[number - 1] if number else None
        if before is not None and not line.gap and _broken(text, before, line, width):
            last = out.pop()
            out.append(Line(Span(last.span.start, line.span.end), last.gap))
        else:
            out.append(line)
    return out


def _width(found: list[Line]) -> int | None:
    """The width that the lines were broken at, if they were."""
    width = max((len(line.span) for line in found), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = sum(1 for line in found if len(line.span) > width - 16)
    # lines of many lengths are blocks of their own; broken lines crowd at the width
    return width if full >= _FULL_LINES and full * 3 >= len(found) else None


def _broken(text: str, before: Line, line: Line, width: int) -> bool:
    """Whether the first word of `line` had no room in the line before it."""
    word = text[line.span.start : line.span.end].split(None, 1)[0]
    tight = len(before.span) + 1 + len(word) > width
    ended = text[before.span.end - 1] in _ENDS and len(before.span) < width - 12
    return tight and not ended
