"""What the trained reader finds in a text."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.model import Span, Spans


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that ascribe a content to a source.

    Attributes:
        source: fragments in code points of the text; empty where nobody is named.
        cue: fragments; empty for a quotation that stands by itself.
        content: fragments in order, at least one.
        nested: whether it stands inside the content of another one.
        score: how probable it is that source and content are right, 0 to 1, calibrated.
    """

    source: Spans
    cue: Spans
    content: Spans
    nested: bool
    score: float


@dataclass(frozen=True, slots=True)
class Name:
    """A name; `type` is PER, ORG, LOC or MISC; `score` as in `Attribution`."""

    span: Span
    type: str
    score: float


@dataclass(frozen=True, slots=True)
class Findings:
    """What one text holds, in the order of the text."""

    attributions: tuple[Attribution, ...]
    names: tuple[Name, ...]
