"""The table of word pieces at 4 bits: rows are unpacked when they are asked for.

A row is 24 bytes of 12 fp16 scales and 192 bytes of weights, in blocks of 32 as in the file they
come from: low nibbles weights 0 to 15, high nibbles 16 to 31; a weight is (nibble - 8) * scale.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WIDTH = 384
BLOCKS = WIDTH // 32
ROW = BLOCKS * 18


class Words:
    """Embeddings of pieces in their places.

    Args:
        table: uint8 (rows, 216), mapped from a file where possible.
        places: float16 (length, 384), what is added at each place of a window.
    """

    def __init__(self, table: NDArray[np.uint8], places: NDArray[np.float16]) -> None:
        self._table, self._places = table, places.astype(np.float32)

    @classmethod
    def read(cls, table: Path, places: Path) -> Words:
        """From two .npy files; the table stays on the disk until its rows are used."""
        return cls(np.load(table, mmap_mode="r"), np.load(places))

    @property
    def count(self) -> int:
        """Rows of the table."""
        return int(self._table.shape[0])

    @property
    def length(self) -> int:
        """Pieces of the longest window."""
        return int(self._places.shape[0])

    def rows(self, pieces: NDArray[np.int64]) -> NDArray[np.float32]:
        """The embeddings of pieces (length, 384)."""
        raw = self._table[pieces]
        scales = np.ascontiguousarray(raw[:, : 2 * BLOCKS]).view(np.float16)
        packed = raw[:, 2 * BLOCKS :].reshape(-1, BLOCKS, 16)
        weights = np.empty((len(pieces), BLOCKS, 32), np.float32)
        weights[..., :16], weights[..., 16:] = packed & 15, packed >> 4
        weights -= 8
        weights *= scales.astype(np.float32)[..., None]
        rows = weights.reshape(-1, WIDTH)
        rows += self._places[: len(pieces)]
        return rows


def packed(blocks: NDArray[np.uint8], scales: NDArray[np.float16]) -> NDArray[np.uint8]:
    """Rows as the table holds them, from weights (rows, 12, 16) and scales (rows, 12)."""
    halves = np.ascontiguousarray(scales.astype("<f2")).view(np.uint8)
    return np.concatenate([halves, blocks.reshape(len(blocks), -1)], axis=1)
