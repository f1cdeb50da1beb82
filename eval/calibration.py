"""Whether scores are what they say: of the statements with 0.8, are eight in ten right?

    python eval/calibration.py [DATA] [READER]

A statement is right where its content and a gold content overlap by half of their union and the
sources share a character, or both have none; each gold one is used once, the best score first. A
name is right where its characters and type are. The expected calibration error is the mean distance
of score and share right over ten bins of equal width, weighted by their counts, in percent.

The curves from the network's raw scores to probabilities were fitted to the development texts. So
there each fifth of the texts is scored with curves fitted to the other four fifths, and what is
judged is what a user gets from them, the rules behind the network included. Beside this stand the
shipped curves on texts that they were not fitted to: the own corpus' test part, and GermEval.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import entities
import own
import reading
from attribution import records
from quoth.annotate import annotators
from quoth.annotate.trained import TrainedAnnotator
from quoth.model import Maker, Reading, Span
from quoth.nets import Findings, TrainedReader
from quoth.nets.calibration import Knots, calibrated
from quoth.nets.weights import DATA, Card
from training import module

PARTS = 5
HELD_OUT = "GermEval de"
"""The names that no curve was fitted to."""

Judged = list[tuple[float, bool]]
Pair = tuple[frozenset[int], frozenset[int]]


@dataclass(frozen=True, slots=True)
class Text:
    """A text with gold attributions or gold names; None where they are not annotated."""

    text: str
    language: str
    attributions: list[dict[str, Any]] | None = None
    names: set[entities.Name] | None = None
    misc: bool = False


def development(data: Path) -> Iterator[Text]:
    """The texts that the shipped curves were fitted to."""
    for r in records(data, "polnear-dev"):
        yield Text(r["text"], "en", r["attributions"])
    yield from _own("dev")
    for name in entities.SETS:
        if name != HELD_OUT:
            yield from _named(data, name)


def held_out(data: Path) -> Iterator[Text]:
    """Texts that no curve was fitted to."""
    yield from _own("test")
    yield from _named(data, HELD_OUT)


def _own(part: str) -> Iterator[Text]:
    for language, gold in own.gold(part).items():
        for r in gold:
            yield Text(r["text"], language, r["attributions"], set(r["entities"]))


def _named(data: Path, name: str) -> Iterator[Text]:
    which = entities.SETS[name]
    for text, names in entities.measured(data, which):
        yield Text(text, which.language, None, names, which.misc)


class Raw:
    """A trained reader without its curves, or with others; it reads each text once."""

    def __init__(self, reader: TrainedReader) -> None:
        self.maker: Maker = reader.maker
        self.knots: dict[str, Knots] = {"attributions": (), "names": ()}
        self._reader = reader
        self._known: dict[str, Findings] = {}

    @classmethod
    def of(cls, variant: str) -> Raw:
        """The shipped reader of that name."""
        card = Card.read(DATA)
        bare = {
            name: {k: v for k, v in told.items() if k != "calibration"}
            for name, told in card.data["variants"].items()
        }
        return cls(TrainedReader(Card(card.folder, {**card.data, "variants": bare}), variant))

    def read(
        self, text: str, paragraphs: Sequence[Span], languages: Sequence[str] = ()
    ) -> Findings:
        """As `TrainedReader.read`, scores by the curves that are set."""
        if text not in self._known:
            self._known[text] = self._reader.read(text, paragraphs, languages)
        known = self._known[text]
        told, names = self.knots["attributions"], self.knots["names"]
        return Findings(
            tuple(replace(a, score=calibrated(a.score, told)) for a in known.attributions),
            tuple(replace(n, score=calibrated(n.score, names)) for n in known.names),
        )


def _characters(spans: Iterable[Sequence[int]] | None, text: str) -> frozenset[int]:
    return frozenset(i for a, b in spans or () for i in range(a, b) if not text[i].isspace())


def judged(told: Iterable[tuple[float, Pair]], gold: Iterable[Pair]) -> Judged:
    """The score of each attribution (source, content) and whether it is right."""
    free, out = list(gold), []
    for score, (source, content) in sorted(told, key=lambda t: -t[0]):
        fits = [
            (len(content & c) / len(content | c), i)
            for i, (s, c) in enumerate(free)
            if c & content and (s & source or not (s or source))
        ]
        best = max(fits, default=(0.0, -1))
        if right := best[0] >= 0.5:
            del free[best[1]]
        out.append((score, right))
    return out


def statements(text: Text, found: reading.Found) -> Judged:
    """Judges the statements of a text."""

    def pair(source: Any, content: Any) -> Pair:
        return _characters(source, text.text), _characters(content, text.text)

    gold = [pair(a.get("source"), a["content"]) for a in text.attributions or () if a["content"]]
    return judged(((t.score, pair(t.source, t.content)) for t in found.told), gold)


def names(text: Text, found: reading.Found) -> Judged:
    """Judges the names of a text; MISC counts where the data have it."""
    gold = text.names or set()
    kept = (n for n in found.names if text.misc or n.type != "MISC")
    return [(n.score, (n.start, n.end, n.type) in gold) for n in kept]


def crossed(texts: Sequence[Text], raw: Raw) -> tuple[Judged, Judged]:
    """Statements and names of each part of the texts, by curves fitted to the other parts."""
    pages = [_page(t) for t in texts]
    first = [_network(t, p, raw) for t, p in zip(texts, pages, strict=True)]
    told: Judged = []
    named: Judged = []
    for part in range(PARTS):
        rest = [f for i, f in enumerate(first) if i % PARTS != part]
        raw.knots = {
            "attributions": _fitted(j for f, _ in rest for j in f),
            "names": _fitted(j for _, f in rest for j in f),
        }
        for text, page in list(zip(texts, pages, strict=True))[part::PARTS]:
            found = reading.found(page.plus(TrainedAnnotator(lambda: raw)(page)))
            told += statements(text, found) if text.attributions is not None else []
            named += names(text, found) if text.names is not None else []
    return told, named


def _page(text: Text) -> Reading:
    language = next(a for a in annotators() if a.name == "language")
    page = Reading(reading.page(text.text, text.language))
    return page.plus(language(page))


def _network(text: Text, page: Reading, raw: Raw) -> tuple[Judged, Judged]:
    """The network's own findings with their raw scores, as curves are fitted to them."""
    raw.knots = {"attributions": (), "names": ()}
    found = reading.found(page.plus(TrainedAnnotator(lambda: raw)(page)))
    known = raw.read(page.article.text, ())
    at = page.article.origin

    def pair(source: Iterable[Span], content: Iterable[Span]) -> Pair:
        spans = (
            [(p.start, p.end) for s in part for p in at.positions(s)] for part in (source, content)
        )
        left, right = (_characters(s, text.text) for s in spans)
        return left, right

    gold = [
        (_characters(a.get("source"), text.text), _characters(a["content"], text.text))
        for a in text.attributions or ()
        if a["content"]
    ]
    told = [(a.score, pair(a.source, a.content)) for a in known.attributions]
    return (
        judged(told, gold) if text.attributions is not None else [],
        names(text, found) if text.names is not None else [],
    )


def _fitted(pairs: Iterable[tuple[float, bool]]) -> Knots:
    rows = list(pairs)
    if not rows:
        return ()
    fit: Callable[..., Knots] = module("calibrate").fit
    return fit([s for s, _ in rows], [r for _, r in rows])


def bins(rows: Judged) -> list[list[float]]:
    """Count, mean score and share right of each bin that holds any."""
    found = module("calibrate").reliability([s for s, _ in rows], [r for _, r in rows])
    return [[count, round(mean, 4), round(share, 4)] for count, mean, share in found]


def error(rows: Sequence[Sequence[float]]) -> float:
    """The expected calibration error of bins, in percent."""
    total = sum(count for count, _, _ in rows)
    return round(100 * sum(c * abs(m - s) for c, m, s in rows) / max(total, 1), 2)


@lru_cache(maxsize=4)
def tables(data: Path, reader: str) -> dict[str, list[list[float]]]:
    """The bins of each measurement, by its name."""
    print(f"calibration {reader}: the development texts again, for raw scores", file=sys.stderr)
    told, named = crossed(list(development(data)), Raw.of(reader))
    out = {"statements, dev": bins(told), "names, dev": bins(named)}
    shipped_told: Judged = []
    shipped_names: Judged = []
    for text in held_out(data):
        found = reading.read(text.text, text.language, reader)
        if text.attributions is not None:
            shipped_told += statements(text, found)
        else:
            shipped_names += names(text, found)
    out["statements, own test part"] = bins(shipped_told)
    out[f"names, {HELD_OUT}"] = bins(shipped_names)
    return out


def run(data: Path, reader: str = "quality") -> dict[str, float]:
    """Expected calibration errors in percent."""
    found = tables(data, reader)
    return {f"{name}: expected calibration error": error(rows) for name, rows in found.items()}


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    print(json.dumps(run(folder, *sys.argv[2:3]), indent=2))
