"""Statements, from language packs alone."""

from __future__ import annotations

from collections.abc import Iterable

from quoth.annotate.blocks import paragraphs, spoken
from quoth.annotate.statements import read_paragraphs
from quoth.lang import pack
from quoth.model import Maker, Mark, Reading, Span, Statement, hull, mark


class StatementAnnotator:
    """Reads attributions with the packs of the article's languages.

    Args:
        threshold: statements with a score below it are left out.
    """

    name = "statements"
    needs = frozenset({"language"})
    makes = frozenset({"statement"})

    def __init__(self, threshold: float = 0.0) -> None:
        self._threshold = threshold

    def __call__(self, reading: Reading) -> Iterable[Mark[object]]:
        """The statement marks of a reading; a mark's span is the extent of its own words."""
        article = reading.article
        blocks = spoken(reading)
        by = pack_maker(code for _, code in blocks)
        found = read_paragraphs(article.text, paragraphs(article.text, blocks), self._threshold)
        for statement, score in found:
            yield mark(article.id, extent(statement), statement, by, score)


def pack_maker(codes: Iterable[str]) -> Maker:
    """The pack reader with the packs of these languages."""
    return Maker("quoth.pack", "1", "-".join(sorted({pack(code).digest for code in codes})))


def extent(statement: Statement) -> Span:
    """From the first to the last of a statement's own words."""
    own = statement.content + statement.cue
    return hull(own if statement.implicit else own + statement.source)
