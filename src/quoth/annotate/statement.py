"""Statements, from language packs alone."""

from __future__ import annotations

from collections.abc import Iterable

from quoth.annotate.blocks import spoken, stretches
from quoth.annotate.statements import read_paragraphs
from quoth.annotate.statements.reader import Paragraph
from quoth.lang import pack
from quoth.model import BlockKind, Maker, Mark, Reading, Span, Statement, hull, mark

_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEADING})


class StatementAnnotator:
    """Reads attributions with the packs of the article's languages."""

    name = "statements"
    needs = frozenset({"language"})
    makes = frozenset({"statement"})

    def __call__(self, reading: Reading) -> Iterable[Mark[object]]:
        """The statement marks of a reading; a mark's span is the extent of its own words."""
        article = reading.article
        blocks = spoken(reading)
        digest = "-".join(sorted({pack(code).digest for _, code in blocks}))
        by = Maker("quoth.pack", "1", digest)
        paragraphs = (
            Paragraph(span, code, block.kind in _HEADS)
            for block, code in blocks
            for span in stretches(article.text, block.span)
        )
        for statement, score in read_paragraphs(article.text, paragraphs):
            yield mark(article.id, extent(statement), statement, by, score)


def extent(statement: Statement) -> Span:
    """From the first to the last of a statement's own words."""
    own = statement.content + statement.cue
    return hull(own if statement.implicit else own + statement.source)
