"""The places of words that somebody copied out of a text, and of days that somebody wrote."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from itertools import accumulate, pairwise

from quoth.errors import UsageError
from quoth.model import Span, Spans
from quoth.store.decisions import When

MOST = 40
"""Stretches of words that one role of a statement may have."""
LONGEST = 20_000
"""Characters of the words of one role."""
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a statement as somebody copied them: a line for each stretch.

    Attributes:
        content: what was said.
        cue, source: may be empty.
        speaker: the name of the actor of the article who speaks; empty for the one whom the source
            mentions.
    """

    content: str
    cue: str = ""
    source: str = ""
    speaker: str = ""


def places(text: str, words: str, near: int) -> Spans:
    """Where words stand in a text; how much white space is between them does not count.

    Args:
        words: a line for each stretch.
        near: of several places the one nearest to this code point is taken.

    Raises:
        UsageError: if they do not stand there (`no-such-words`), overlap (`same-words`), or are
            too many (`too-many-words`).
    """
    wanted = [" ".join(line.split()) for line in words.splitlines() if line.strip()]
    if len(wanted) > MOST or len(words) > LONGEST:
        raise UsageError("these are too many words for one statement", "too-many-words")
    folded = _Folded(text)
    found = sorted(folded.nearest(line, near) for line in wanted)
    for left, right in pairwise(found):
        if left.end > right.start:
            raise UsageError(f"{right.of(text)!r} is given twice", "same-words")
    return tuple(found)


def lines(text: str, spans: Spans) -> str:
    """Words as `places` takes them: a line for each stretch."""
    return "\n".join(" ".join(s.of(text).split()) for s in spans)


class _Folded:
    """A text with one space for all white space between two words, and the way back."""

    def __init__(self, text: str) -> None:
        found = [(m.start(), m.group()) for m in _WORD.finditer(text)]
        self._text = " ".join(word for _, word in found)
        self._starts = [start for start, _ in found]
        lengths = (len(word) + 1 for _, word in found)
        self._folded = [0, *accumulate(lengths)][: len(found)]

    def nearest(self, words: str, near: int) -> Span:
        """The place of words that begins nearest to a code point of the text as it was.

        Raises:
            UsageError: if there is none.
        """
        at = self._fold(near)
        behind = self._text.find(words, at)
        # backwards Python searches in quadratic time
        earlier = self._text[: at + len(words) - 1]
        before = earlier[::-1].find(words[::-1])
        starts = [len(earlier) - before - len(words)] if before >= 0 else []
        starts += [behind] if behind >= 0 else []
        if not starts:
            raise UsageError(f"the page does not say {words!r:.200}", "no-such-words")
        spans = (Span(self._back(s), self._back(s + len(words) - 1) + 1) for s in starts)
        return min(spans, key=lambda s: abs(s.start - near))

    def _fold(self, at: int) -> int:
        """The place here of a code point of the text as it was."""
        number = bisect_right(self._starts, at) - 1
        if number < 0:
            return 0
        behind = [*self._folded[number + 1 : number + 2], len(self._text) + 1]
        return min(self._folded[number] + at - self._starts[number], behind[0] - 1)

    def _back(self, at: int) -> int:
        """The code point, in the text as it was, of a letter here."""
        number = bisect_right(self._folded, at) - 1
        return self._starts[number] + at - self._folded[number]


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
