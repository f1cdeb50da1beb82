"""The table of word pieces: rows are unpacked when they are asked for.

The row of a frequent piece is 24 bytes of 12 fp16 scales and 192 bytes of weights, in blocks of 32
as in the file they come from: low nibbles weights 0 to 15, high nibbles 16 to 31; a weight is
(nibble - 8) * scale. The rows of the others follow those in order: 64 bytes, each the number of a
centroid for one part of the row (product quantisation: Jegou, Douze and Schmid, IEEE TPAMI, 2011).
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
        table: uint8 (frequent, 216), mapped from a file where possible.
        codes: uint8 (others, parts), likewise.
        books: float16 (parts, centroids, 384 / parts), what the codes stand for.
        places: float16 (length, 384), what is added at each place of a window.

    Raises:
        ValueError: if the shapes do not fit one another.
    """

    def __init__(
        self,
        table: NDArray[np.uint8],
        codes: NDArray[np.uint8],
        books: NDArray[np.float16],
        places: NDArray[np.float16],
    ) -> None:
        if codes.shape[1] != books.shape[0] or books.shape[0] * books.shape[2] != WIDTH:
            raise ValueError(f"codes {codes.shape} do not fit centroids {books.shape}")
        self._table, self._codes = table, codes
        self._books, self._places = books.astype(np.float32), places.astype(np.float32)
        self._parts = np.arange(len(books))

    @classmethod
    def read(cls, table: Path, codes: Path, books: Path, places: Path) -> Words:
        """From .npy files; table and codes stay on the disk until their rows are used."""
        rows, rest = (np.load(path, mmap_mode="r") for path in (table, codes))
        return cls(rows, rest, np.load(books), np.load(places))

    @property
    def count(self) -> int:
        """Rows of the table and of the codes."""
        return len(self._table) + len(self._codes)

    @property
    def length(self) -> int:
        """Pieces of the longest window."""
        return int(self._places.shape[0])

    def rows(self, pieces: NDArray[np.int64]) -> NDArray[np.float32]:
        """The embeddings of pieces (length, 384)."""
        rows = np.empty((len(pieces), WIDTH), np.float32)
        seldom = pieces >= len(self._table)
        rows[~seldom] = self._frequent(pieces[~seldom])
        if seldom.any():
            codes = self._codes[pieces[seldom] - len(self._table)]
            rows[seldom] = self._books[self._parts, codes].reshape(-1, WIDTH)
        rows += self._places[: len(pieces)]
        return rows

    def _frequent(self, pieces: NDArray[np.int64]) -> NDArray[np.float32]:
        raw = self._table[pieces]
        scales = np.ascontiguousarray(raw[:, : 2 * BLOCKS]).view(np.float16)
        packed = raw[:, 2 * BLOCKS :].reshape(-1, BLOCKS, 16)
        weights = np.empty((len(pieces), BLOCKS, 32), np.float32)
        weights[..., :16], weights[..., 16:] = packed & 15, packed >> 4
        weights -= 8
        weights *= scales.astype(np.float32)[..., None]
        return weights.reshape(-1, WIDTH)


def packed(blocks: NDArray[np.uint8], scales: NDArray[np.float16]) -> NDArray[np.uint8]:
    """Rows as the table holds them, from weights (rows, 12, 16) and scales (rows, 12)."""
    halves = np.ascontiguousarray(scales.astype("<f2")).view(np.uint8)
    return np.concatenate([halves, blocks.reshape(len(blocks), -1)], axis=1)
