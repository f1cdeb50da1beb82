"""The running text of an article with its language, as annotators want it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quoth.lang import available
from quoth.model import SPOKEN, Block, BlockKind, Language, Reading, Span

WRAP = 100  # characters; a block with a longer line is not broken by its width
# in a block broken by its width, a line that ends a sentence may end a paragraph
_PARAGRAPH_END = re.compile("[.!?…:؟۔\"”’»“'›」)\\]][ \t]*\n\\s*|\n[ \t]*\n\\s*")
_LINE_END = re.compile(r"\n\s*")
_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEADING})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of running text in one language (`und`: unknown); `head` where it is a headline."""

    span: Span
    language: str
    head: bool = False


def running(reading: Reading) -> list[tuple[Block, str]]:
    """The blocks of running text with the codes of their languages, `und` where none is known."""
    languages = {m.span: m.value.code for m in reading.of(Language)}
    blocks = (b for b in reading.article.blocks if b.kind in SPOKEN)
    return [(b, languages.get(b.span, "und")) for b in blocks]


def spoken(reading: Reading) -> list[tuple[Block, str]]:
    """The blocks of running text whose language has a pack, with that language's code."""
    known = frozenset(available())
    return [(block, code) for block, code in running(reading) if code in known]


def paragraphs(text: str, blocks: Iterable[tuple[Block, str]]) -> Iterator[Paragraph]:
    """The paragraphs of blocks, in order."""
    for block, code in blocks:
        for span in stretches(text, block.span):
            yield Paragraph(span, code, block.kind in _HEADS)


def stretches(text: str, span: Span) -> Iterator[Span]:
    """The paragraphs of a block that holds several lines, without the white space between."""
    wrapped = all(len(line) <= WRAP for line in span.of(text).split("\n"))
    start = span.start
    for match in (_PARAGRAPH_END if wrapped else _LINE_END).finditer(text, span.start, span.end):
        yield from _trimmed(text, start, match.start() + len(match.group().rstrip()))
        start = match.end()
    yield from _trimmed(text, start, span.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
