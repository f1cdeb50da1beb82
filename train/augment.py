"""Quotation marks as web pages have them: swapped for those of another house, or straight.

Every replacement is one character for one character, so offsets and labels stay as they are.
"""

from __future__ import annotations

import random
from dataclasses import replace

from sources import Document

STYLES = ("“”", "„“", "«»", '""', "»«", "‘’", "„”", "''", "””", "「」")
"""Opening and closing mark of each style, wrong ones that pages have among them."""

DOUBLE = frozenset('"“”„«»')


def restyled(document: Document, chance: random.Random, share: float = 0.3) -> Document:
    """The document with its double quotation marks in another style, for a share of documents.

    Marks open and close by turns within a paragraph, which is what a reader sees of straight ones.
    """
    if chance.random() > share:
        return document
    style, turn, out = chance.choice(STYLES), 0, []
    for char in document.text:
        if char == "\n":
            turn = 0
        if char in DOUBLE:
            char, turn = style[turn], 1 - turn
        out.append(char)
    return replace(document, text="".join(out))
