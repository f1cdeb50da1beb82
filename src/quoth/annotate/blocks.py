"""The running text of an article with its language, as annotators want it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoth.lang import available
from quoth.model import SPOKEN, Block, Language, Reading, Span

WRAP = 100  # characters; a block with a longer line is not broken by its width
# in a block broken by its width, a line that ends a sentence may end a paragraph
_PARAGRAPH_END = re.compile("[.!?…:؟۔\"”’»“'›」)\\]][ \t]*\n\\s*|\n[ \t]*\n\\s*")
_LINE_END = re.compile(r"\n\s*")


def spoken(reading: Reading) -> list[tuple[Block, str]]:
    """The blocks of running text whose language has a pack, with that language's code."""
    known = frozenset(available())
    languages = {m.span: m.value.code for m in reading.of(Language)}
    out = []
    for block in reading.article.blocks:
        code = languages.get(block.span, "und")
        if block.kind in SPOKEN and code in known:
            out.append((block, code))
    return out


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
