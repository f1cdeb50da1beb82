"""A headline, a place and the text of a story in one line, without a space between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from quoth.model import Span
from quoth.read.places import is_place

_WORD = re.compile(r"[^\W\d_]{3,}")
_FIRST = 12  # characters before which no headline ends
_LAST = 220  # characters behind which none does
_TEXT = 20  # characters that the text behind it has at least


@dataclass(frozen=True, slots=True)
class Inside:
    """`Ministers agree on a new dealBerlinThe chancellor said …`: rest is where the text begins."""

    headline: Span
    rest: int
    place: Span | None = None


def inside(text: str, start: int, end: int) -> Inside | None:
    """The glued headline at the head of text[start:end]; the place need not be there."""
    cuts = _cuts(text, start, end)
    return _placed(text, start, end, cuts) or _plain(text, start, end, cuts)


def placed_inside(text: str, start: int, end: int) -> Inside | None:
    """The glued headline with a known place behind it: the sure sign of a teaser."""
    return _placed(text, start, end, _cuts(text, start, end))


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Where a small letter meets a capital inside a word."""
    out: list[int] = []
    for m in _WORD.finditer(text, start + _FIRST, min(end, start + _LAST)):
        word = m.group()
        if not word.islower() and not word.istitle():
            at = m.start()
            pairs = enumerate(pairwise(word), at + 1)
            out += [k for k, (a, b) in pairs if a.islower() and b.isupper()]
    return out


def _placed(text: str, start: int, end: int, cuts: list[int]) -> Inside | None:
    for one, two in pairwise(cuts):
        if end - two > _TEXT and is_place(text[one:two]):
            return Inside(Span(start, one), two, Span(one, two))
    return None


def _plain(text: str, start: int, end: int, cuts: list[int]) -> Inside | None:
    """One place where a word in small letters runs into a capital: dealThe."""
    if len(cuts) != 1 or end - cuts[0] <= 2 * _TEXT or " " not in text[start : cuts[0]]:
        return None
    before = text[start : cuts[0]].rsplit(None, 1)[-1]
    after = text[cuts[0] : cuts[0] + 24].split(None, 1)[0]
    if len(before) > 2 and (len(after) <= 3 or before[0].islower()):
        return Inside(Span(start, cuts[0]), cuts[0])
    return None
