"""Sentences as vectors: like meanings lie close, whatever their languages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from quoth.model import Maker
from quoth.nets.pieces import END, START
from quoth.nets.reader import shared
from quoth.nets.session import Session
from quoth.nets.weights import DATA, SENTENCE, SHARED, Card
from quoth.nets.words import WIDTH

PREFIX = "passage: "
"""What multilingual-e5 was trained to see before a text.

Its authors propose `query: ` for texts that are compared with one another; on headlines in four
languages this one ranks the right one first more often (eval/sentences.py: 95.1 per cent, 94.7).
"""


class SentenceEncoder:
    """The encoder that the readers were made from, as it was published.

    Args:
        threads: of one text's run.
        folder: where the weights lie; those of the package by default.

    Raises:
        WeightsError: if weights are missing or damaged.
    """

    def __init__(self, *, threads: int = 1, folder: Path | None = None) -> None:
        card = Card.read(folder or DATA)
        self.maker = Maker("quoth.sentence", card.version, card.digest(*SHARED, SENTENCE))
        self._vocabulary, self._words = shared(card)
        self._session = Session(card.file(SENTENCE), threads, fold=True)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of unit length (texts, 384); what is over some 200 words is not looked at."""
        found = np.zeros((len(texts), WIDTH), np.float32)
        for i, text in enumerate(texts):
            found[i] = self._session.run({"words": self._pieces(text)[None]})[0][0]
        return found

    def _pieces(self, text: str) -> NDArray[np.float32]:
        length = self._words.length
        whole = PREFIX + text[: 16 * length]  # bounded whatever the text's length
        pieces = self._vocabulary.units(whole).pieces[: length - 2]
        return self._words.rows(np.array([START, *pieces, END], np.int64))
