"""Which rows of the encoder's 250,002 pieces ship.

The most frequent ones of the encoder's own training (its vocabulary is sorted by probability over
a hundred languages), all single characters among the frequent, and every piece that the training
texts use.
"""

from __future__ import annotations

from collections.abc import Iterable

from e5 import Encoder
from quoth.nets.pieces import Vocabulary

FREQUENT = 35_000


def kept(encoder: Encoder, texts: Iterable[str], frequent: int = FREQUENT) -> list[int]:
    """Rows of the encoder's table in the order that they ship in; the first four are special."""
    whole = Vocabulary(encoder.pieces, encoder.scores.tolist(), encoder.normal)
    used = {row for text in texts for row in whole.units(text).pieces}
    common = sorted(range(4, len(encoder.pieces)), key=lambda i: -encoder.scores[i])[:frequent]
    return [0, 1, 2, 3, *sorted((used | set(common)) - {0, 1, 2, 3})]
