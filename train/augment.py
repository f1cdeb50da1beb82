"""Training texts in other dress: quotation marks of other houses, names of other people."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sources import Document

STYLES = ("“”", "„“", "«»", '""', "»«", "‘’", "„”", "''", "””", "「」")
"""Opening and closing mark of each style, wrong ones that pages have among them."""

DOUBLE = frozenset('"“”„«»')


def restyled(document: Document, chance: random.Random, share: float = 0.3) -> Document:
    """The document with its double quotation marks in another style, for a share of documents.

    Marks open and close by turns within a paragraph, which is what a reader sees of straight ones.
    One character is replaced by one, so offsets and labels stay as they are.
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


class Names:
    """The names of a source by kind, to put in the place of one another.

    Source: Dai and Adel, An Analysis of Simple Data Augmentation for Named Entity Recognition,
    COLING 2020 (mention replacement).
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        self._known: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for d in documents:
            for begin, end, kind in d.entities or ():
                self._known[d.source, kind].append(d.text[begin:end])

    def renamed(self, document: Document, chance: random.Random, share: float = 0.25) -> Document:
        """The document with a share of its names replaced by others of their kind and source."""
        text, end, names = "", 0, []
        for first, last, kind in sorted(document.entities or ()):
            if first < end:
                continue  # inside the one before
            name = document.text[first:last]
            if chance.random() < share:
                name = chance.choice(self._known[document.source, kind])
            text += document.text[end:first]
            names.append((len(text), len(text) + len(name), kind))
            text, end = text + name, last
        return replace(document, text=text + document.text[end:], entities=tuple(names))
