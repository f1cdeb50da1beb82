"""Training texts in other dress: quotation marks of other houses, names of other people."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from corpus import Attribution
from sources import Document

LISTS = Path(__file__).parent / "names"
"""More names for the own corpus, `<language>.tsv`: kind, tab, name."""

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
    """The names of a source by language and kind, to put in the place of one another.

    Source: Dai and Adel, An Analysis of Simple Data Augmentation for Named Entity Recognition,
    COLING 2020 (mention replacement).
    """

    def __init__(self, documents: Iterable[Document], lists: Path = LISTS) -> None:
        self._known: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
        for d in documents:
            for begin, end, kind in d.entities or ():
                self._known[d.source, d.lang, kind].append(d.text[begin:end])
        for path in sorted(lists.glob("*.tsv")):
            for line in path.read_text(encoding="utf-8").splitlines():
                kind, _, name = line.partition("\t")
                self._known["own corpus", path.stem, kind].append(name)

    def renamed(self, document: Document, chance: random.Random, share: float = 0.25) -> Document:
        """The document with a share of its names replaced by others of their kind and source.

        The same name gets the same other name throughout. Attributions move with what they hold;
        a name in which one begins or ends stays.
        """
        edges = {x for a in document.attributions or () for x in _edges(a)}
        others: dict[str, str] = {}
        text, end, names, moves = "", 0, [], [(0, 0)]
        for first, last, kind in sorted(document.entities or ()):
            if first < end:
                continue  # inside the one before
            name = document.text[first:last]
            if name not in others:
                new = chance.choice(self._known[document.source, document.lang, kind])
                others[name] = new if chance.random() < share else name
            new = name if any(first < x < last for x in edges) else others[name]
            text += document.text[end:first]
            names.append((len(text), len(text) + len(new), kind))
            text, end = text + new, last
            moves.append((last, len(text)))
        moved = _Moved(moves)
        attributions = document.attributions
        if attributions is not None:
            attributions = tuple(moved.attribution(a) for a in attributions)
        text += document.text[end:]
        return replace(document, text=text, entities=tuple(names), attributions=attributions)


def _edges(a: Attribution) -> Iterator[int]:
    for part in (a.source, a.cue, a.content):
        for ends in part:
            yield from ends


class _Moved:
    """Where places of a text lie once some of its names are others."""

    def __init__(self, moves: list[tuple[int, int]]) -> None:
        self._before, self._after = zip(*moves, strict=True)

    def _place(self, x: int) -> int:
        i = bisect_right(self._before, x) - 1
        return self._after[i] + x - self._before[i]

    def attribution(self, a: Attribution) -> Attribution:
        """The attribution with its ends where they lie now."""
        parts = (
            tuple((self._place(b), self._place(e)) for b, e in part)
            for part in (a.source, a.cue, a.content)
        )
        return Attribution(*parts, implicit=a.implicit)
