"""A statement in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from quoth.model import Span


@dataclass(slots=True)
class Draft:
    """An attribution while its sentence and its paragraph are still being read.

    Attributes:
        content, cue, source: fragments, in the order in which they were found.
        why: the construction that was recognised.
        quotes: how many whole quotations the content is made of; 0 for a clause.
        score: how far the construction can be trusted, 0 to 1 (see docs/reader.md).
        nested: whether the trained reader found it inside the content of another one.
    """

    content: list[Span]
    cue: list[Span]
    source: list[Span]
    why: str
    score: float
    quotes: int = 0
    hearsay: bool = False
    implicit: bool = False
    hedge: list[Span] = field(default_factory=list)
    open_end: bool = False
    dash: bool = False
    reach: int = 0
    nested: bool = False

    def starts(self) -> int:
        """Where it begins in the text."""
        return min(s.start for s in [*self.content, *self.cue, *self.source])
