"""The running text of an article with its language, as annotators want it."""

from __future__ import annotations

from quoth.lang import available
from quoth.model import SPOKEN, Block, Language, Reading


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
