"""Which of a reader's findings are right, on development data: what calibration is fitted to.

An attribution is right where its content and a gold content overlap by half of their union (in
characters that are not white space) and the sources share a character, or both have none; a name
where its characters and type are those of a gold name. Each gold one is used once, best first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quoth.model import Span
from quoth.nets import Attribution, Findings, TrainedReader
from quoth.nets.windows import paragraphs_of
from sources import Document

OVERLAP = 0.5

Judged = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class Tally:
    """Found, right and gold ones, and each found one's score with whether it is right."""

    judged: list[Judged]
    gold: int

    @property
    def f1(self) -> float:
        """F1 in percent."""
        right = sum(r for _, r in self.judged)
        return 200 * right / max(1, len(self.judged) + self.gold)


def read(reader: TrainedReader, document: Document) -> Findings:
    """What a reader finds in a document."""
    spans = [Span(a, b) for a, b in paragraphs_of(document.text)]
    return reader.read(document.text, spans)


def _characters(spans: Iterable[tuple[int, int]], text: str) -> frozenset[int]:
    return frozenset(i for a, b in spans for i in range(a, b) if not text[i].isspace())


def _sets(found: Attribution, text: str) -> tuple[frozenset[int], frozenset[int]]:
    parts = ([(s.start, s.end) for s in found.content], [(s.start, s.end) for s in found.source])
    return _characters(parts[0], text), _characters(parts[1], text)


def attributions(reader: TrainedReader, documents: Iterable[Document]) -> Tally:
    """Judges attributions."""
    judged: list[Judged] = []
    count = 0
    for d in documents:
        if d.attributions is None:
            continue
        gold = [
            (_characters(a.content, d.text), _characters(a.source, d.text)) for a in d.attributions
        ]
        count += len(gold)
        free = set(range(len(gold)))
        found = read(reader, d).attributions
        for a in sorted(found, key=lambda a: -a.score):
            content, source = _sets(a, d.text)
            fits = [(_overlap(content, gold[i][0]), i) for i in free if _spoken(source, gold[i][1])]
            best = max(fits, default=(0.0, -1))
            if right := best[0] >= OVERLAP:
                free.discard(best[1])
            judged.append((a.score, right))
    return Tally(judged, count)


def _overlap(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / max(1, len(a | b))


def _spoken(a: frozenset[int], b: frozenset[int]) -> bool:
    return bool(a & b) or not (a or b)


def names(reader: TrainedReader, documents: Iterable[Document]) -> Tally:
    """Judges names; where the data have no MISC, those of the reader do not count."""
    judged: list[Judged] = []
    count = 0
    for d in documents:
        if d.entities is None:
            continue
        gold = set(d.entities)
        count += len(gold)
        judged += [
            (n.score, (n.span.start, n.span.end, n.type) in gold)
            for n in read(reader, d).names
            if d.misc or n.type != "MISC"
        ]
    return Tally(judged, count)


def by_language(documents: Iterable[Document]) -> Iterator[tuple[str, list[Document]]]:
    """Documents by source and language."""
    groups: dict[str, list[Document]] = {}
    for d in documents:
        groups.setdefault(f"{d.source} {d.lang}", []).append(d)
    yield from sorted(groups.items())
