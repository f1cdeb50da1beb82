"""Losses of a student beside those of the labels: to score as its teacher does.

A reader that learns more of one thing is its own teacher for the rest: what it was before.

Hinton, Vinyals and Dean, "Distilling the Knowledge in a Neural Network" (2015), with the scores of
every unit as targets, labelled or not: texts with names alone teach attributions as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from loss import Batch
from model import Reader
from quoth.nets.tags import TAGS

TEMPERATURE = 2.0
WEIGHTS = {"tags like": 1.0, "names like": 0.5, "vectors like": 0.5}
HELD = {"tags like": 1.0, "names like": 0.1, "vectors like": 0.5}
"""Of a reader that learns names and is to read attributions as before."""


Teach = Callable[[tuple[Tensor, Tensor, Tensor], Batch], dict[str, Tensor]]


class Together(nn.Module):
    """Several readers as one teacher: the mean of what they say, which is right more often than
    any of them.

    Args:
        readers: of one descent, so that their vectors mean the same.
        namers: how many of them, from the first, are asked for names; the others know fewer.
    """

    def __init__(self, readers: Sequence[Reader], namers: int) -> None:
        super().__init__()
        self.readers, self.namers = nn.ModuleList(readers), namers

    def forward(self, *inputs: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of tags and names and vectors, as a reader gives them."""
        said = [reader(*inputs) for reader in self.readers]
        tags, names, vectors = (torch.stack(part) for part in zip(*said, strict=True))
        return tags.mean(0), names[: self.namers].mean(0), vectors.mean(0)


def teaching(teacher: Reader | Together, weights: Mapping[str, float] = WEIGHTS) -> Teach:
    """What `loop.train` takes as `teach`."""
    teacher.eval()

    def losses(outputs: tuple[Tensor, Tensor, Tensor], data: Batch) -> dict[str, Tensor]:
        taught = torch.tensor([e.taught for e in data.examples])
        if not taught.any():
            return {k: outputs[0].sum() * 0 for k in weights}
        inputs = (data.words, data.mask, data.firsts, data.present)
        with torch.no_grad():
            tags, names, vectors = teacher(*(x[taught] for x in inputs))
        there = data.present[taught]
        own = [x[taught][there] for x in outputs]
        parts = zip(own[0].split(len(TAGS), -1), tags[there].split(len(TAGS), -1), strict=True)
        found = {
            "tags like": sum(_apart(a, b) for a, b in parts),
            "names like": _apart(own[1], names[there]),
            "vectors like": functional.mse_loss(own[2], vectors[there]),
        }
        return {k: v * weights[k] for k, v in found.items()}

    return losses


def _apart(student: Tensor, teacher: Tensor) -> Tensor:
    """Kullback-Leibler divergence of softened scores, a mean over units."""
    return TEMPERATURE**2 * functional.kl_div(
        torch.log_softmax(student / TEMPERATURE, -1),
        torch.log_softmax(teacher / TEMPERATURE, -1),
        reduction="batchmean",
        log_target=True,
    )


def student(teacher: Reader, into: Reader) -> Reader:
    """Gives `into` the teacher's layers of the same numbers, and its heads."""
    chosen = {n: i for i, n in enumerate(teacher.shape.layers)}
    with torch.no_grad():
        for layer, number in zip(into.layers, into.shape.layers, strict=True):
            layer.load_state_dict(teacher.layers[chosen[number]].state_dict())
        for name in ("tags", "names", "vectors", "links"):
            getattr(into, name).load_state_dict(getattr(teacher, name).state_dict())
    return into
