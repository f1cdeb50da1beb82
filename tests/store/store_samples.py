"""Small readings for the tests of the ledger."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from quoth.model import (
    Article,
    Block,
    BlockKind,
    Form,
    Language,
    Maker,
    Metadata,
    Reading,
    Sentence,
    Source,
    Span,
    Statement,
    article_id,
    identity,
    mark,
)

FIRST = Maker("pack", "1", "aa")
LATER = Maker("pack", "2", "bb")
SAID = (("Mayor Ada Quill", "said", "the old harbour will close"),)


def reading(
    said: tuple[tuple[str, str, str], ...] = SAID,
    *,
    page: str = "pages/a.txt",
    by: Maker = FIRST,
    language: str = "en",
    published: str | None = "2031-05-04T23:30:00-05:00",
) -> Reading:
    """A page of one paragraph per statement, given as source, cue and content."""
    paragraphs = [" ".join(words) + "." for words in said]
    text = "\n\n".join(paragraphs)
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    ident = article_id(digest)
    blocks, marks, start = [], [], 0
    for (source, cue, content), paragraph in zip(said, paragraphs, strict=True):
        span = Span(start, start + len(paragraph))
        blocks.append(Block(BlockKind.PARAGRAPH, span))
        marks.append(mark(ident, span, Language(language, "sample"), by, 0.5))
        marks.append(mark(ident, span, Sentence(0), by, 1.0))
        marks.append(mark(ident, span, _statement(start, source, cue, content), by, 0.75))
        start = span.end + 2
    origin = Source(page, sha256=digest)
    meta = Metadata(headline="A harbour", published=published, why=(("published", "meta"),))
    article = Article(ident, origin, text, tuple(blocks), identity(len(text)), meta)
    return Reading(article).plus(marks)


def _statement(start: int, source: str, cue: str, content: str) -> Statement:
    at_cue = start + len(source) + 1
    at_content = at_cue + len(cue) + 1
    return Statement(
        content=(Span(at_content, at_content + len(content)),),
        cue=(Span(at_cue, at_cue + len(cue)),) if cue else (),
        source=(Span(start, start + len(source)),) if source else (),
        form=Form.INDIRECT if source else Form.HEARSAY,
        why="sample",
    )


def renamed(of: Reading, page: str) -> Reading:
    """The same bytes under another name."""
    return replace(of, article=replace(of.article, source=replace(of.article.source, page=page)))
