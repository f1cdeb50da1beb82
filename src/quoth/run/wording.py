"""The places of words that somebody copied out of a text, and of days that somebody wrote."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from quoth.errors import UsageError
from quoth.model import Span, Spans
from quoth.store.decisions import When

MOST = 40
"""Stretches of words that one role of a statement may have."""
LONGEST = 20_000
"""Characters of the words of one role."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a statement as somebody copied them: a line for each stretch.

    Attributes:
        content: what was said.
        cue, source: may be empty.
    """

    content: str
    cue: str = ""
    source: str = ""


def places(text: str, words: str, near: int) -> Spans:
    """Where words stand in a text; white space between them does not count.

    Args:
        words: a line for each stretch.
        near: of several places the one nearest to this code point is taken.

    Raises:
        UsageError: if they do not stand there (`no-such-words`), overlap (`same-words`), or are
            too many (`too-many-words`).
    """
    wanted = [line.split() for line in words.splitlines() if line.strip()]
    if len(wanted) > MOST or len(words) > LONGEST:
        raise UsageError("these are too many words for one statement", "too-many-words")
    found = sorted(_nearest(text, line, near) for line in wanted)
    for left, right in pairwise(found):
        if left.end > right.start:
            raise UsageError(f"{right.of(text)!r} is given twice", "same-words")
    return tuple(found)


def lines(text: str, spans: Spans) -> str:
    """Words as `places` takes them: a line for each stretch."""
    return "\n".join(" ".join(s.of(text).split()) for s in spans)


def _nearest(text: str, words: list[str], near: int) -> Span:
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    spans = (Span(m.start(), m.end()) for m in pattern.finditer(text))
    best = min(spans, key=lambda s: abs(s.start - near), default=None)
    if best is None:
        raise UsageError(f"the page does not say {' '.join(words)!r:.200}", "no-such-words")
    return best


def when(first: str, last: str = "") -> When:
    """The days or the minute that somebody wrote.

    Args:
        first: a year, a month, a day or a minute in ISO 8601.
        last: the same; empty where it is one and the same.

    Raises:
        UsageError: if it is none of these, or they are out of order (`no-day`).
    """
    begin, end = _ends(first.strip()), _ends((last or first).strip())
    made = When(begin[0], end[1])
    if made.first[: len(made.last)] > made.last or len(made.first) != len(made.last):
        raise UsageError(f"{first!r} to {last!r} is no time", "no-day")
    return made


def _ends(told: str) -> tuple[str, str]:
    """The first and the last day that a day, month or year has; a minute is both."""
    try:
        if re.fullmatch(r"\d{4}", told, re.ASCII):
            date(int(told), 1, 1)
            return f"{told}-01-01", f"{told}-12-31"
        if re.fullmatch(r"\d{4}-\d{2}", told, re.ASCII):
            days = monthrange(int(told[:4]), int(told[5:]))[1]
            return f"{told}-01", f"{told}-{days:02}"
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", told, re.ASCII):
            return date.fromisoformat(told).isoformat(), told
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", told, re.ASCII):
            return datetime.fromisoformat(told).isoformat(timespec="minutes"), told
    except (ValueError, IndexError):
        pass
    raise UsageError(f"{told!r:.60} is no year, month, day or minute (ISO 8601)", "no-day")
