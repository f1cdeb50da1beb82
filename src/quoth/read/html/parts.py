"""The names in a byline, the dates in a date line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoth.model import Part, Span
from quoth.read.dates import find_date, is_weekday
from quoth.read.html.words import PageWords

_BETWEEN = re.compile(r"\s*[\n,;&|/•·]\s*|\s[–—-]\s")
_WORD = re.compile(r"\w+")
_TRIM = " \t\n:;,.|–—-•·()[]"
_PLACED = re.compile(r"\s(?:in|from|aus|à|en|em)\s(?=[^\W\d_])")
_NAME = 2
"""Words of a whole name."""
_MAX_WORDS = 5


def date_parts(text: str, span: Span, words: PageWords) -> tuple[Part, ...]:
    """The dates of a line as parts `published` and `modified`, each at most once.

    A second date without a word of its own is the modification; so pages write them.
    """
    found: dict[str, Part] = {}
    name = "published"
    for line in _stretches(text, span, "\n|•·"):
        piece = line.of(text)
        if words.opening("updated", piece):
            name = "modified"
        elif words.opening("published", piece):
            name = "published"
        date = find_date(piece, words.language or None)
        if date is None:
            continue
        where = Span(line.start + date.span.start, line.start + date.span.end)
        found.setdefault(name, Part(name, where))
        name = "modified"
    return tuple(sorted(found.values(), key=lambda p: p.span))


def byline_parts(text: str, span: Span, words: PageWords) -> tuple[Part, ...]:
    """The names of a byline as parts `author`, the word that opens it left out."""
    opened = words.opening("by", span.of(text))
    start = span.start + opened
    pieces = _pieces(text, Span(start, _before_date(text, start, span.end)), words)
    names = [_without_place(text, piece) for piece in pieces]
    return tuple(Part("author", name) for name in names if _is_name(name.of(text)))


def _without_place(text: str, span: Span) -> Span:
    """A whole name without the place behind it: Signe Aldous in Halmer."""
    found = _PLACED.search(text, span.start, span.end)
    if found is None or len(text[span.start : found.start()].split()) < _NAME:
        return span
    return Span(span.start, found.start())


def _before_date(text: str, start: int, end: int) -> int:
    """Where the names end: at the first figure, or at a day of the week."""
    for word in _WORD.finditer(text, start, end):
        if word.group()[0].isdigit() or is_weekday(word.group()):
            return word.start()
    return end


def _pieces(text: str, span: Span, words: PageWords) -> Iterator[Span]:
    at = span.start
    cuts = [m.span() for m in _BETWEEN.finditer(text, span.start, span.end)]
    for start, end in [*cuts, (span.end, span.end)]:
        piece = _trimmed(text, Span(at, max(at, start)))
        yield from words.parted("conj", text, piece)
        at = end


def _stretches(text: str, span: Span, marks: str) -> Iterator[Span]:
    at = span.start
    for i in range(span.start, span.end):
        if text[i] in marks:
            yield Span(at, i)
            at = i + 1
    yield Span(at, span.end)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return Span(start, end)


def _is_name(piece: str) -> bool:
    words = piece.split()
    if not 1 <= len(words) <= _MAX_WORDS or any(c.isdigit() or c in "@:/" for c in piece):
        return False
    return not piece[0].islower()
