"""The trained reader: text to attributions and names."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from quoth.errors import UsageError, WeightsError
from quoth.model import Maker, Span
from quoth.nets.calibration import calibrated
from quoth.nets.decode import Draft, Scores, drafts, names
from quoth.nets.findings import Findings, Name
from quoth.nets.join import attributions
from quoth.nets.pieces import Vocabulary
from quoth.nets.session import Session
from quoth.nets.weights import DATA, SHARED, Card, taught
from quoth.nets.windows import Window, windows
from quoth.nets.words import Words

LEAN = {"quality": 0.5}
STRANGE = 1.0
"""How much less likely no label is held to be than scored: the large reader leaves out too much,
and either one does in a language that it was not taught. From PolNeAR's dev part, that of
`train/corpus` and `eval/unseen`; the fast reader is right as it is in languages that it knows."""


class TrainedReader:
    """Reads who says what, and names. Made by `trained`.

    Args:
        card: of the folder that holds the weights.
        variant: which reader of it.
        threads: of one window's run.

    Raises:
        WeightsError: if weights are missing or damaged.
    """

    def __init__(self, card: Card, variant: str, threads: int = 1) -> None:
        graph = f"{variant}.onnx"
        self.maker = Maker(f"quoth.{variant}", card.version, card.digest(*SHARED, graph))
        self._tables = card.tables(variant)
        self._lean, self._taught = LEAN.get(variant, 0.0), taught()
        self._knots = {k: card.knots(variant, k) for k in ("attributions", "names")}
        self.vocabulary, self._words = shared(card)
        self._session = Session(card.file(graph), threads)

    def read(
        self, text: str, paragraphs: Sequence[Span], languages: Sequence[str] = ()
    ) -> Findings:
        """What the paragraphs of a text hold; the same for the same text, always.

        Args:
            paragraphs: stretches of the text, in order; what is outside them is not read.
            languages: of each paragraph, BCP 47; if none are given, they count as known ones.
        """
        ends = [(p.start, p.end) for p in paragraphs]
        known = languages or ["und"] * len(ends)
        leans = np.array([self._lean + STRANGE * (code not in self._taught) for code in known])
        seen: list[Window] = []
        rows: list[list[Draft]] = []
        named: list[Name] = []
        for window in windows(text, ends, self.vocabulary):
            scores = self.scores(window)
            seen.append(window)
            lean = leans[list(window.paragraphs)]
            rows.append(drafts(window, scores, self._tables, text, lean))
            named += [
                Name(Span(*span), kind, calibrated(score, self._knots["names"]))
                for span, kind, score in names(window, scores.names)
            ]
        return Findings(attributions(seen, rows, text, self._knots["attributions"]), tuple(named))

    def scores(self, window: Window) -> Scores:
        """What the network says of one window."""
        words = self._words.rows(np.array(window.pieces, np.int64))[None]
        firsts = np.array(window.firsts, np.int64)
        outputs = self._session.run({"words": words, "firsts": firsts})
        return Scores(*(output[0] for output in outputs))


_shared: dict[Path, tuple[Vocabulary, Words]] = {}
_readers: dict[tuple[int, Path, str, int], TrainedReader] = {}


def shared(card: Card) -> tuple[Vocabulary, Words]:
    """The pieces and their table, read once for all models of a folder.

    Raises:
        WeightsError: if they are missing or damaged.
    """
    if card.folder not in _shared:
        files = [card.file(name) for name in SHARED]
        try:
            found = Vocabulary.read(files[0]), Words.read(*files[1:])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise WeightsError(f"{card.folder}: pieces or words cannot be read: {error}") from error
        if found[0].size != found[1].count:
            raise WeightsError(f"{card.folder}: there are not as many pieces as rows of words")
        _shared[card.folder] = found
    return _shared[card.folder]


def trained(
    variant: str = "quality", *, threads: int = 1, folder: Path | None = None
) -> TrainedReader:
    """The trained reader, made once in each process.

    Args:
        variant: one of `variants()`: `quality`, or `fast`.
        threads: of one window's run.
        folder: where the weights lie; those of the package by default.

    Raises:
        WeightsError: if weights are missing or damaged.
        UsageError: if there is no such reader.
    """
    key = os.getpid(), folder or DATA, variant, threads
    if key not in _readers:
        card = Card.read(folder or DATA)
        if variant not in card.variants:
            raise UsageError(
                f"no reader {variant!r}: there are {', '.join(card.variants) or 'none'}"
            )
        _readers[key] = TrainedReader(card, variant, threads)
    return _readers[key]
