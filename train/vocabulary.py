"""The encoder's 250,002 pieces and how their embeddings ship, within the size weights may have.

All pieces ship: in languages that the training texts do not have, a word cut into letters is hardly
read. The most frequent rows of the table keep their 4 bits a weight; the others are told by product
quantisation, 64 bytes a row: 64 parts of six weights, each the number of one of 256 centroids.

Jegou, Douze and Schmid, "Product Quantization for Nearest Neighbor Search" (IEEE TPAMI, 2011).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

import e5
from quoth.nets.pieces import Vocabulary
from quoth.nets.words import packed

FREQUENT = 54_000
"""Rows at 4 bits: with these all weights together stay below 64 MB."""

PARTS = 64
CENTROIDS = 256
SAMPLE = 40_000
"""Rows that centroids are found for, of those that are not frequent."""

ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Table:
    """The embeddings of all pieces in the order that they ship in.

    `rows` are the encoder's; `frequent` (FREQUENT, 216) is packed; of the rest `codes` (rest,
    PARTS) tells the centroids, `books` (PARTS, CENTROIDS, 384 / PARTS), fp16, holds them.
    """

    rows: tuple[int, ...]
    frequent: NDArray[np.uint8]
    codes: NDArray[np.uint8]
    books: NDArray[np.float16]
    weights: torch.Tensor
    """What a reader is given (pieces, 384), fp32: the same numbers as at run time."""


def vocabulary(encoder: e5.Encoder) -> Vocabulary:
    """All pieces in the order that they ship in."""
    rows = ordered(encoder)
    scores = [float(encoder.scores[i]) for i in rows]
    return Vocabulary([encoder.pieces[i] for i in rows], scores, encoder.normal)


def ordered(encoder: e5.Encoder) -> list[int]:
    """Rows of the encoder's table: the four special ones, then the most frequent first."""
    found = sorted(range(4, len(encoder.pieces)), key=lambda i: -encoder.scores[i])
    return [0, 1, 2, 3, *found]


def table(encoder: e5.Encoder) -> Table:
    """Packs and quantises the encoder's table; takes a minute or two."""
    blocks, scales = encoder.blocks["emb.word"]
    rows, first = ordered(encoder), FREQUENT + 4
    often, rest = np.array(rows[:first]), np.array(rows[first:])
    whole = torch.from_numpy(e5.weights(blocks[rest], scales[rest]))
    codes, books = quantised(whole)
    at = np.arange(PARTS)
    seldom = books[at, codes].reshape(len(rest), -1).astype(np.float32)
    weights = np.concatenate([e5.weights(blocks[often], scales[often]), seldom])
    frequent = packed(blocks[often], scales[often])
    return Table(tuple(rows), frequent, codes, books, torch.from_numpy(weights))


def quantised(rows: torch.Tensor) -> tuple[NDArray[np.uint8], NDArray[np.float16]]:
    """Codes and centroids of rows (n, 384): the nearest centroid of each part, k-means with a
    fixed seed."""
    chance = torch.Generator().manual_seed(0)
    sample = torch.randperm(len(rows), generator=chance)[:SAMPLE]
    codes, books = [], []
    for part in rows.split(rows.shape[1] // PARTS, 1):
        some = part[sample]
        centroids = some[torch.randperm(len(some), generator=chance)[:CENTROIDS]].clone()
        for _ in range(ROUNDS):
            near = _nearest(some, centroids)
            sums = torch.zeros_like(centroids).index_add_(0, near, some)
            count = torch.bincount(near, minlength=CENTROIDS)[:, None]
            centroids = torch.where(count > 0, sums / count.clamp(min=1), centroids)
        codes.append(_nearest(part, centroids).to(torch.uint8).numpy())
        books.append(centroids.numpy().astype(np.float16))
    return np.stack(codes, 1), np.stack(books)


def _nearest(rows: torch.Tensor, centroids: torch.Tensor) -> torch.Tensor:
    return ((centroids * centroids).sum(1) - 2 * rows @ centroids.T).argmin(1)
