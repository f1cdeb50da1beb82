"""Which rows of the encoder's 250,002 pieces ship.

The most frequent ones of the encoder's own training (its vocabulary is sorted by probability over
a hundred languages), all single characters among the frequent, and the pieces that the training
texts use, those used once last.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable

from e5 import Encoder
from quoth.nets.pieces import Vocabulary
from quoth.nets.weights import PIECES, Card

FREQUENT = 35_000
MOST = 90_900
"""Rows that ship at most: with more of them all weights together are above 64 MB."""


def kept(
    encoder: Encoder, texts: Iterable[str], frequent: int = FREQUENT, most: int = MOST
) -> list[int]:
    """Rows of the encoder's table in the order that they ship in; the first four are special."""
    whole = Vocabulary(encoder.pieces, encoder.scores.tolist(), encoder.normal)
    used = Counter(row for text in texts for row in whole.units(text).pieces)
    special = range(4)
    rows = sorted(range(4, len(encoder.pieces)), key=lambda i: -encoder.scores[i])
    common = set(rows[:frequent])
    wanted = [i for i in rows if i in used and i not in common]
    wanted.sort(key=lambda i: used[i] < 2)  # stable: the less frequent ones of each are last
    return [*special, *sorted(common | set(wanted[: most - len(common) - len(special)]))]


def shipped(encoder: Encoder, card: Card) -> list[int]:
    """Rows of the encoder's table whose pieces ship, in the order that they ship in.

    Raises:
        WeightsError: if the list of pieces is damaged.
        KeyError: if a piece is not the encoder's.
    """
    rows = {piece: row for row, piece in enumerate(encoder.pieces)}
    told = json.loads(gzip.decompress(card.file(PIECES).read_bytes()))
    return [rows[piece] for piece in told["pieces"]]
