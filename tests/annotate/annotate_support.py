"""What the tests of the annotators share."""

from __future__ import annotations

import re

from quoth.annotate import annotate
from quoth.model import (
    Article,
    Block,
    BlockKind,
    Mark,
    Metadata,
    Source,
    Span,
    Spans,
    Statement,
    identity,
)

HEAD, PARAGRAPH = BlockKind.HEADLINE, BlockKind.PARAGRAPH


def article(text: str, language: str | None = "en", kinds: tuple[BlockKind, ...] = ()) -> Article:
    """An article with a block a line; the first ones are of `kinds`, the others paragraphs."""
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    all_kinds = [*kinds, *[PARAGRAPH] * len(spans)][: len(spans)]
    blocks = tuple(Block(k, s) for k, s in zip(all_kinds, spans, strict=True))
    return Article("a", Source("a"), text, blocks, identity(len(text)), Metadata(language=language))


def one_block(text: str, language: str | None = "en", kind: BlockKind = PARAGRAPH) -> Article:
    """An article whose whole text is one block."""
    blocks = (Block(kind, Span(0, len(text))),) if text else ()
    return Article("a", Source("a"), text, blocks, identity(len(text)), Metadata(language=language))


def statements(
    text: str, language: str = "en", kinds: tuple[BlockKind, ...] = ()
) -> list[Mark[Statement]]:
    """The statements of an article with a block a line."""
    return list(annotate(article(text, language, kinds), "pack").of(Statement))


def pieces(text: str, spans: Spans) -> list[str]:
    """The characters of each span."""
    return [s.of(text) for s in spans]


def said(
    text: str, language: str = "en", kinds: tuple[BlockKind, ...] = ()
) -> list[tuple[str, str, str]]:
    """Who, how and what of each statement, fragments joined by `…`."""
    return [
        tuple("…".join(pieces(text, s)) for s in (m.value.source, m.value.cue, m.value.content))  # type: ignore[misc]
        for m in statements(text, language, kinds)
    ]
