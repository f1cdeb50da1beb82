"""What was searched for, as pages show it: pieces of texts in which the hits are marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quoth.model import Span
from quoth.store.hits import Term, excerpt, hits
from quoth.store.views.articles import Excerpt
from quoth.store.views.lines import Line

WIDTH = 400
"""Characters of a statement that a list shows."""
_READ = 20_000
"""Characters of a statement in which hits are looked for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text; `hit` where it is what was searched for."""

    text: str
    hit: bool = False


def quoted(line: Line, wanted: Sequence[Term]) -> tuple[Piece, ...] | None:
    """The words of a statement, opened at the first hit; None where nothing was searched for."""
    if not wanted:
        return None
    text = line.content[:_READ]
    spans = hits(text, wanted)
    cut = excerpt(text, spans, WIDTH)
    return pieces(line.content, spans, cut)


def of_excerpt(found: Excerpt) -> tuple[Piece, ...]:
    """The pieces of what was found in an article."""
    whole = pieces(found.text, found.hits, Span(0, len(found.text)))
    before, after = (Piece("… "),), (Piece(" …"),)
    return (*(before if found.before else ()), *whole, *(after if found.after else ()))


def pieces(text: str, spans: Sequence[Span], cut: Span) -> tuple[Piece, ...]:
    """What lies inside `cut`, an ellipsis where something is left out."""
    return tuple(p for p in _pieces(text, spans, cut) if p.text)


def _pieces(text: str, spans: Sequence[Span], cut: Span) -> Iterator[Piece]:
    at = cut.start
    if cut.start > 0:
        yield Piece("… ")
    for span in spans:
        if cut.start <= span.start and span.end <= cut.end:
            yield Piece(text[at : span.start])
            yield Piece(span.of(text), hit=True)
            at = span.end
    yield Piece(text[at : cut.end])
    if cut.end < len(text):
        yield Piece(" …")
