"""A reader with narrower layers: the units of the wide part that vary least are left out.

What a unit gives on average is added to the bias behind it, so that leaving it out takes away only
how it varies. Training goes on afterwards, or the reader is some points worse.

Units of little effect on the training texts are left out, as Molchanov and others, "Pruning
Convolutional Neural Networks for Resource Efficient Inference" (ICLR 2017), do for channels; here
the measure is a unit's standard deviation times the length of the vector that spreads it.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import torch
from torch import Tensor, nn

from encode import Example, batches
from loop import TOKENS
from loss import batch
from model import Layer, Reader

STEPS = 40
"""Batches over which units are watched."""


def narrowed(
    reader: Reader, into: Reader, examples: Sequence[Example], table: Tensor, *, seed: int
) -> Reader:
    """Gives `into`, whose shape has a smaller `inner`, what `reader` has.

    Args:
        examples: windows over which is measured what a unit gives.
        table: embeddings of pieces.

    Raises:
        ValueError: if the two have other layers, or `into` is wider.
    """
    shape = replace(reader.shape, inner=into.shape.inner, frozen=into.shape.frozen)
    if into.shape != shape or into.shape.inner > reader.shape.inner:
        raise ValueError(f"{into.shape} is not {reader.shape} with narrower layers")
    watched = _watched(reader, examples, table, random.Random(seed))
    left = {k: v for k, v in reader.state_dict().items() if ".inner." not in k}
    outer = {k for k in left if ".outer." in k}
    into.load_state_dict({k: v for k, v in left.items() if k not in outer}, strict=False)
    with torch.no_grad():
        for old, new, (mean, deviation) in zip(reader.layers, into.layers, watched, strict=True):
            _narrow(old, new, mean, deviation)
    return into


def _narrow(old: Layer, new: Layer, mean: Tensor, deviation: Tensor) -> None:
    matter = deviation * old.outer.weight.norm(dim=0)
    order = matter.argsort(descending=True)
    kept, gone = order[: new.inner.out_features].sort().values, order[new.inner.out_features :]
    new.inner.weight.copy_(old.inner.weight[kept])
    new.inner.bias.copy_(old.inner.bias[kept])
    new.outer.weight.copy_(old.outer.weight[:, kept])
    new.outer.bias.copy_(old.outer.bias + old.outer.weight[:, gone] @ mean[gone])


class _Watch:
    """Sums over what the wide part of a layer gives, for each of its units."""

    def __init__(self, layer: Layer) -> None:
        width = layer.inner.out_features
        self.count, self.sum, self.squares = 0, torch.zeros(width), torch.zeros(width)
        self.there: Tensor = torch.ones(0)  # which positions of the batch are no padding
        self._hook = layer.inner.register_forward_hook(self._seen)

    def _seen(self, _: nn.Module, __: object, out: Tensor) -> None:
        given = nn.functional.gelu(out[self.there])
        self.count += len(given)
        self.sum += given.sum(0)
        self.squares += (given**2).sum(0)

    def end(self) -> tuple[Tensor, Tensor]:
        """Mean and standard deviation."""
        self._hook.remove()
        mean = self.sum / self.count
        return mean, (self.squares / self.count - mean**2).clamp(min=0).sqrt()


@torch.no_grad()
def _watched(
    reader: Reader, examples: Sequence[Example], table: Tensor, chance: random.Random
) -> list[tuple[Tensor, Tensor]]:
    """For each layer the mean and the standard deviation of what each wide unit gives."""
    watches = [_Watch(layer) for layer in reader.layers]
    whole = len(watches) if reader.shape.whole is None else reader.shape.whole
    reader.eval()
    for part in batches(examples, TOKENS, chance)[:STEPS]:
        data = batch(part, table)
        for number, watch in enumerate(watches):
            watch.there = data.mask if number < whole else data.present
        reader(data.words, data.mask, data.firsts, data.present)
    return [watch.end() for watch in watches]
