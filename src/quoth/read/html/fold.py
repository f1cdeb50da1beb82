"""White space folded as a browser folds it, with every kept character's place in its text node."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.model import Run

_SPACE = " \t\n\f\r\x0b\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_JUNK = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # control characters
    "\u00ad\u200b\u2060\ufeff"  # soft hyphen and the invisible spaces
    "\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks of writing direction
)
# a lone blank, by far the most frequent white space, stays as it is and need not be looked at
_ODD = re.compile(f"(?P<space>[{_SPACE}]{{2,}}|[{_SPACE[1:]}])|[{_JUNK}]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one text node; `node` is its number on the page."""

    node: int
    text: str
    link: bool = False
    pre: bool = False


@dataclass(frozen=True, slots=True)
class Folded:
    """Text and its runs, counted from the beginning of this text."""

    text: str
    runs: tuple[Run, ...]

    def cut(self, start: int, end: int) -> Folded:
        """The part [start, end), counted from its own beginning."""
        runs = (_shift(_clip(r, start, end), -start) for r in self.runs if _meets(r, start, end))
        return Folded(self.text[start:end], tuple(runs))


EMPTY = Folded("", ())


def fold(lines: Sequence[Sequence[Piece]]) -> Folded:
    """Fold the pieces of a block; lines (parted by `<br>`) are joined by a line break of ours."""
    folded = [_trim(_fold_line(line)) for line in lines]
    return join([line for line in folded if line.text], "\n")


def join(parts: Sequence[Folded], gap: str) -> Folded:
    """The parts after one another with `gap` between them; the gap belongs to no run."""
    texts: list[str] = []
    runs: list[Run] = []
    at = 0
    for part in parts:
        if texts:
            at += len(gap)
        runs += [_shift(run, at) for run in part.runs]
        texts.append(part.text)
        at += len(part.text)
    return Folded(gap.join(texts), tuple(runs))


class _Line:
    """Text and runs while a line is being folded."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.runs: list[Run] = []
        self.length = 0
        self.after_space = True  # white space at the head of a line is not shown

    def add(self, piece: Piece) -> None:
        """Take the text of one node over."""
        at = 0
        for odd in _ODD.finditer(piece.text):
            self._take(piece, at, odd.start())
            if odd["space"] and piece.pre:
                self._put(piece.text[odd.start() : odd.end()], piece.node, *odd.span())
            elif odd["space"] and not self.after_space:
                self._put(" ", piece.node, *odd.span())
            at = odd.end()
        self._take(piece, at, len(piece.text))

    def _take(self, piece: Piece, start: int, end: int) -> None:
        if self.after_space and piece.text.startswith(" ", start, end) and not piece.pre:
            start += 1
        if start < end:
            self._put(piece.text[start:end], piece.node, start, end)

    def _put(self, text: str, node: int, start: int, end: int) -> None:
        """Let `text` stand for the stretch [start, end) of a node."""
        exact = end - start == len(text)
        begin = self.length
        self.length += len(text)
        self.parts.append(text)
        self.after_space = text[-1] == " "
        last = self.runs[-1] if self.runs else None
        if (
            exact
            and last
            and not last.folded
            and (last.node, last.offset + last.length) == (node, start)
        ):
            begin, start = last.start, last.offset
            self.runs.pop()
        self.runs.append(Run(begin, self.length, node, start, end - start))


def _fold_line(pieces: Sequence[Piece]) -> Folded:
    line = _Line()
    for piece in pieces:
        line.add(piece)
    return Folded("".join(line.parts), tuple(line.runs))


def _trim(folded: Folded) -> Folded:
    text = folded.text
    end = len(text.rstrip())
    start = min(len(text) - len(text.lstrip()), end)
    return folded if end - start == len(text) else folded.cut(start, end)


def _meets(run: Run, start: int, end: int) -> bool:
    return run.start < end and start < run.end


def _clip(run: Run, start: int, end: int) -> Run:
    if run.folded:
        return run
    begin, stop = max(run.start, start), min(run.end, end)
    return Run(begin, stop, run.node, run.offset + begin - run.start, stop - begin)


def _shift(run: Run, by: int) -> Run:
    return Run(run.start + by, run.end + by, run.node, run.offset, run.length) if by else run
