"""A text as windows of bounded length: what a network sees at once.

Windows are cut at paragraphs where that can be, and else between two units, so memory is bounded
whatever the text's length. A window depends on its own article alone: it is run by itself, never
beside another, so the same text gives the same scores whatever else is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quoth.nets.pieces import END, START, Units, Vocabulary

LENGTH = 256
"""Pieces of the longest window, special ones included: as long as those it was trained on."""

PARAGRAPH = 30_000
"""Code points of a paragraph tokenised at once; a longer one is read in such stretches."""


@dataclass(frozen=True, slots=True)
class Window:
    """Some units of a text.

    `pieces` are rows of the vocabulary, special ones included; `firsts[i]` the index in them of
    unit i's first piece; `spans[i]` its half-open code points in the text; `paragraphs[i]` the
    number of the paragraph that it stands in.
    """

    pieces: tuple[int, ...]
    firsts: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]


class _Filling:
    """A window that is being filled."""

    def __init__(self) -> None:
        self.pieces: list[int] = [START]
        self.firsts: list[int] = []
        self.spans: list[tuple[int, int]] = []
        self.paragraphs: list[int] = []

    def add(self, units: Units, first: int, last: int, paragraph: int) -> None:
        """Units first to last of a paragraph, closed by an end piece."""
        begin = units.firsts[first]
        end = units.firsts[last] if last < len(units.firsts) else len(units.pieces)
        shift = len(self.pieces) - begin
        self.firsts += [f + shift for f in units.firsts[first:last]]
        self.spans.extend(units.spans[first:last])
        self.paragraphs.extend([paragraph] * (last - first))
        self.pieces.extend(units.pieces[begin:end])
        self.pieces.append(END)

    def done(self) -> Window:
        """The window."""
        parts = (self.pieces, self.firsts, self.spans, self.paragraphs)
        return Window(*map(tuple, parts))  # type: ignore[arg-type]


def windows(
    text: str,
    paragraphs: Iterable[tuple[int, int]],
    vocabulary: Vocabulary,
    *,
    length: int = LENGTH,
    first: int | None = None,
) -> Iterator[Window]:
    """The windows of a text, in order.

    Args:
        paragraphs: half-open stretches of the text to read, in order.
        length: pieces of a window at most, special ones included.
        first: the same for the first window (training shifts the others by it).
    """
    filling, room = _Filling(), first or length
    for number, (start, end) in enumerate(paragraphs):
        for units in _stretches(text, start, end, vocabulary):
            at, count = 0, len(units.spans)
            while at < count:
                left = room - len(filling.pieces) - 1
                fits = _fits(units, at, left)
                if fits < count and filling.firsts and (fits == at or _whole(units, at, length)):
                    yield filling.done()
                    filling, room = _Filling(), length
                    continue
                fits = max(fits, at + 1)  # no unit is longer than a window
                filling.add(units, at, fits, number)
                at = fits
    if filling.firsts:
        yield filling.done()


def _stretches(text: str, start: int, end: int, vocabulary: Vocabulary) -> Iterator[Units]:
    for begin in range(start, end, PARAGRAPH):
        units = vocabulary.units(text, begin, min(end, begin + PARAGRAPH))
        if units.spans:
            yield units


def _whole(units: Units, at: int, length: int) -> bool:
    """Whether what is left of a paragraph fits into a window of its own."""
    return len(units.pieces) - units.firsts[at] <= length - 2


def _fits(units: Units, at: int, room: int) -> int:
    """The unit behind the last one, from `at` on, that fits into so many pieces."""
    end = units.firsts[at] + room
    if len(units.pieces) <= end:
        return len(units.spans)
    low, high = at, len(units.firsts)
    while low < high:  # the last unit whose pieces end at or before `end`
        middle = (low + high + 1) // 2
        behind = units.firsts[middle] if middle < len(units.firsts) else len(units.pieces)
        if behind <= end:
            low = middle
        else:
            high = middle - 1
    return low


def paragraphs_of(text: str) -> Sequence[tuple[int, int]]:
    """The lines of a text that are not empty, as half-open stretches."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found
