"""Where a text holds what was searched for: the words as they stand in it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from quoth.model import Span
from quoth.store.folding import search_key

MOST = 40
"""Hits of one text that are told."""
_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that are wanted in a row.

    Attributes:
        words: as search keys.
        open: whether the last one stands for all that begin with it.
    """

    words: tuple[str, ...]
    open: bool = False


@cache
def _word() -> re.Pattern[str]:
    """A word as the search takes it apart: letters, numbers and the marks that go with them."""
    marks = [chr(i) for i in range(0x20000) if unicodedata.category(chr(i)) in ("Mn", "Mc", "Co")]
    runs: list[str] = []
    for char in marks:
        if runs and ord(runs[-1][-1]) + 1 == ord(char):
            runs[-1] = runs[-1][0] + char
        else:
            runs.append(char)
    ranges = "".join(re.escape(r[0]) + ("-" + re.escape(r[-1]) if len(r) > 1 else "") for r in runs)
    # marks and invisible characters inside a word are part of it, as the search drops them
    return re.compile(
        rf"(?:[^\W_]|[{ranges}])(?:[^\W_]|[{ranges}\u00ad\u0640\u200b-\u200f\u2060])*"
    )


def terms(query: str) -> tuple[Term, ...]:
    """What a query asks for, as `quoth.store.fulltext.search_query` understands it.

    A query without a word asks for nothing.
    """
    made = []
    for found in _TERM.finditer(query):
        phrase, single = found.group(1), found.group(2)
        told = phrase if single is None else single.rstrip("*")
        # marks alone leave nothing to search for
        words = tuple(key for w in _word().finditer(told) if (key := search_key(w.group())))
        if words:
            made.append(Term(words, single is not None and single != told))
    return tuple(made)


def hits(text: str, wanted: Sequence[Term]) -> tuple[Span, ...]:
    """Where the terms stand in a text, in its order; where they overlap as one; `MOST` at most."""
    if not wanted:
        return ()
    words = [
        (m.start(), m.end(), key) for m in _word().finditer(text) if (key := search_key(m.group()))
    ]
    spans: list[Span] = []
    for start, end in sorted(_places(words, wanted)):
        if spans and start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return tuple(spans[:MOST])


def _places(
    words: Sequence[tuple[int, int, str]], wanted: Sequence[Term]
) -> Iterator[tuple[int, int]]:
    keys = [key for _, _, key in words]
    for term in wanted:
        length = len(term.words)
        for i in range(len(keys) - length + 1):
            if _fits(keys[i : i + length], term):
                yield words[i][0], words[i + length - 1][1]


def _fits(keys: Sequence[str], term: Term) -> bool:
    *before, last = term.words
    if not (keys[-1].startswith(last) if term.open else keys[-1] == last):
        return False
    return list(keys[:-1]) == before


def excerpt(text: str, found: Sequence[Span], width: int) -> Span:
    """The piece of a text that shows the first hit, at most about `width` characters.

    It begins and ends between words, where there are any.
    """
    if len(text) <= width:
        return Span(0, len(text))
    first = found[0].start if found else 0
    start = 0 if first < width * 2 // 3 else first - width // 3
    end = min(len(text), start + width)
    starts = [m.start() for m in re.finditer(r"\S+", text[: end + 1])]
    if start:
        near = bisect_left(starts, start)
        start = starts[near] if near < len(starts) and starts[near] <= first else start
    if end < len(text):
        space = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
        end = space if space > (found[0].end if found else start) else end
    return Span(start, max(end, min(len(text), found[0].end if found else end)))
