"""Bare article text: everything is article, nothing is thrown away."""

from __future__ import annotations

import re

from quoth.model import Block, BlockKind, Span
from quoth.read.dateline import body_start, dateline

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\n\s*")
_LONGEST_HEADLINE = 180  # characters
_ENDS = (".", "!", "?", "…", ":", ";", ",", "”", "»", '"', "؟", "。", ")")


def bare_blocks(text: str) -> tuple[Block, ...]:
    """Paragraphs parted by blank lines, or by line ends where there is no blank line.

    A short first paragraph of one line, without a final full stop, is the headline where a
    blank line follows it.
    """
    parted = _BLANK.search(text.strip()) is not None
    spans = pieces(text, _BLANK if parted else _LINE)
    out: list[Block] = []
    for number, span in enumerate(spans):
        if number == 0 and parted and len(spans) > 1 and _is_headline(span.of(text)):
            out.append(Block(BlockKind.HEADLINE, span))
        elif len(out) < 2:
            # only the head of an article has a dateline
            out += with_dateline(text, span)
        else:
            out.append(Block(BlockKind.PARAGRAPH, span))
    return tuple(out)


def with_dateline(text: str, span: Span) -> list[Block]:
    """A paragraph, with the dateline at its head as a block of its own."""
    head = dateline(text, span.start, span.end)
    if head is None:
        return [Block(BlockKind.PARAGRAPH, span)]
    begin = body_start(text, head, span.end)
    rest = [Block(BlockKind.PARAGRAPH, Span(begin, span.end))] if begin < span.end else []
    return [head, *rest]


def pieces(text: str, breaks: re.Pattern[str]) -> list[Span]:
    """The stretches between `breaks`, without white space around them, empty ones left out."""
    out, at = [], 0
    for m in breaks.finditer(text):
        out.append(trimmed(text, at, m.start()))
        at = m.end()
    out.append(trimmed(text, at, len(text)))
    return [span for span in out if len(span)]


def trimmed(text: str, start: int, end: int) -> Span:
    """[start, end) without white space around it."""
    piece = text[start:end].rstrip()
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece))


def _is_headline(line: str) -> bool:
    return len(line) <= _LONGEST_HEADLINE and "\n" not in line and not line.endswith(_ENDS)
