"""A reader that ships, back as a network that can be trained further.

What `export.export` wrote is read again in the order that it was written in; matrices come back
from 8 bits, so a restored reader scores as the graph does, not as the network did that it was made
of. Building everything from the wheel needs none of this; going on from what ships takes two or
three hours where that takes nine.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import nn

import e5
from export import OUTPUTS
from model import Layer, Reader
from quoth.nets.weights import Card


class _Constants:
    """The constants of a graph, one after the other."""

    def __init__(self, path: Path) -> None:
        graph = onnx.load(path).graph
        self._left: Iterator[NDArray[np.generic]] = map(numpy_helper.to_array, graph.initializer)

    def vector(self) -> torch.Tensor:
        """The next one as it is."""
        return torch.tensor(next(self._left), dtype=torch.float32)

    def product(self, into: nn.Linear, rows: slice = slice(None)) -> None:
        """Columns of int8, their scales and the bias, into rows of a linear layer."""
        columns, scales, bias = self.vector(), self.vector(), self.vector()
        into.weight[rows] = columns.T * scales[:, None]
        into.bias[rows] = bias

    def norm(self, into: nn.LayerNorm) -> None:
        """A weight and a bias."""
        into.weight.copy_(self.vector())
        into.bias.copy_(self.vector())

    def head(self, into: nn.Linear) -> None:
        """A matrix of 16 bits and a bias."""
        into.weight.copy_(self.vector().T)
        into.bias.copy_(self.vector())

    def end(self) -> None:
        """All constants are used.

        Raises:
            ValueError: if one is left: the graph is not of this shape.
        """
        if next(self._left, None) is not None:
            raise ValueError("the graph has more constants than a reader of this shape")


def restored(card: Card, variant: str, reader: Reader) -> Reader:
    """Gives `reader`, which has the variant's shape, the weights of what ships.

    Raises:
        WeightsError: if the graph is damaged or its links are missing.
        ValueError, RuntimeError: if the reader is of another shape.
    """
    constants = _Constants(card.file(f"{variant}.onnx"))
    with torch.no_grad():
        constants.norm(reader.embedding.norm)
        whole = reader.shape.whole
        for number, layer in enumerate(reader.layers):
            _layer(constants, layer, units=whole is not None and number == whole - 1)
        for name in OUTPUTS:
            constants.head(getattr(reader, name))
        for name, values in card.data["variants"][variant]["links"].items():
            getattr(reader.links, name).copy_(torch.tensor(values))
    constants.end()
    return reader


def _layer(constants: _Constants, layer: Layer, *, units: bool) -> None:
    """A layer; where it goes on with units alone, its queries come behind keys and values."""
    query, key, value = (slice(n * e5.WIDTH, (n + 1) * e5.WIDTH) for n in range(3))
    for rows in (key, value, query) if units else (query, key, value):
        constants.product(layer.qkv, rows)
    constants.product(layer.out)
    constants.norm(layer.attended)
    constants.product(layer.inner)
    constants.product(layer.outer)
    constants.norm(layer.fed)
