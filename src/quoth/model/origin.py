"""The map from article text back into the page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from quoth.model.span import Span


class OriginKind(StrEnum):
    """What the offsets of an origin count."""

    TEXT = "text"
    """Code points of the decoded file (or of a record's `text`)."""
    HTML = "html"
    """Code points of one DOM text node, named by its XPath."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of article text that comes from one place of the page.

    Attributes:
        start, end: in `Article.text`.
        node: index into `Origin.nodes`.
        offset: where it begins in that node, in code points.
        length: how many code points of the node it stands for.  Equal to `end - start` for a
            run that was taken over character by character; otherwise the run was folded
            (white space) and every character of it stands for the whole stretch.
    """

    start: int
    end: int
    node: int
    offset: int
    length: int

    @property
    def folded(self) -> bool:
        """Whether the run is not one to one."""
        return self.length != self.end - self.start


@dataclass(frozen=True, slots=True)
class Position:
    """A stretch [start, end) of code points in one node of the page."""

    node: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Runs in text order, not overlapping.  Text between runs is ours (block breaks)."""

    kind: OriginKind
    nodes: tuple[str, ...]
    runs: tuple[Run, ...]

    def positions(self, span: Span) -> tuple[Position, ...]:
        """The places of the page that the characters of `span` come from, in text order.

        Neighbouring stretches of one node are joined.  Empty where no character of the span
        was taken from the page.
        """
        out: list[Position] = []
        for run in self._runs(span) if len(span) else ():
            begin, end = _clip(run, span)
            node = self.nodes[run.node]
            if out and out[-1].node == node and out[-1].end == begin:
                out[-1] = Position(node, out[-1].start, end)
            else:
                out.append(Position(node, begin, end))
        return tuple(out)

    def _runs(self, span: Span) -> Iterator[Run]:
        index = max(bisect_right(self.runs, span.start, key=lambda r: r.start) - 1, 0)
        for run in self.runs[index:]:
            if run.start >= span.end:
                return
            if run.end > span.start:
                yield run


def _clip(run: Run, span: Span) -> tuple[int, int]:
    if run.folded:
        return run.offset, run.offset + run.length
    begin = max(run.start, span.start)
    end = min(run.end, span.end)
    return run.offset + begin - run.start, run.offset + end - run.start


def identity(length: int) -> Origin:
    """The origin of a text that was taken over as it is."""
    runs = (Run(0, length, 0, 0, length),) if length else ()
    return Origin(OriginKind.TEXT, ("",), runs)
