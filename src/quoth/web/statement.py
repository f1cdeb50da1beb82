"""A statement as its page shows it: inside its paragraph, with the words that prove its chain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quoth.model import Mark, Reading, Span, Statement
from quoth.web.article import statement_labels
from quoth.web.marking import Label, Piece, pieces
from quoth.web.records import Records, Told, around

MOST = 4000
"""Code points of the page that are shown around a statement, its own words apart."""

INNER = 50
"""Nested statements that are told, at most."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement inside its paragraph.

    Attributes:
        cut: whether the paragraph is not shown from its begin, and to its end.
        inner: those nested in it; `outer` that which it is nested in.
        maker: who recognised it: the reader's name and version.
    """

    told: Told
    pieces: list[Piece]
    cut: tuple[bool, bool]
    outer: Told | None
    inner: tuple[Told, ...]
    maker: str


def placed(reading: Reading, mark: Mark[Statement]) -> Placed:
    """A statement of a reading with what is known of it."""
    records = Records(reading)
    known = {m.id: m for m in reading.of(Statement)}
    told = records.of(mark)
    whole = around(reading.article, mark)
    shown = _narrow(whole, mark.span)
    outer = known.get(told.outer) if told.outer else None
    return Placed(
        told=told,
        pieces=pieces(reading.article.text, shown, _labels(mark, told)),
        cut=(shown.start > whole.start, shown.end < whole.end),
        outer=records.of(outer) if outer is not None else None,
        inner=tuple(records.of(known[ident]) for ident in told.inner[:INNER] if ident in known),
        maker=" ".join(x for x in (mark.by.name, mark.by.version) if x),
    )


def _narrow(whole: Span, own: Span) -> Span:
    start = max(whole.start, own.start - MOST)
    return Span(start, max(start, min(whole.end, own.end + MOST)))


def _labels(mark: Mark[Statement], told: Told) -> Iterator[Label]:
    for number, step in enumerate(told.steps):
        if step.proof is not None:
            yield Label(step.proof.span, "proof", f"step-{number}")
    yield from (Label(x.span, x.kind, "") for x in statement_labels(mark))
