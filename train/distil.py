"""Losses of a student beside those of the labels: to score as its teacher does.

A reader that learns more of one thing is its own teacher for the rest: what it was before.

Hinton, Vinyals and Dean, "Distilling the Knowledge in a Neural Network" (2015), with the scores of
every unit as targets, labelled or not: texts with names alone teach attributions as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from export import OUTPUTS, export
from loss import Batch
from model import VECTORS, Reader
from quoth.nets.links import WIDTH
from quoth.nets.tags import NAMES, TAGS

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


class Exported(nn.Module):
    """Several readers as one teacher, as the graphs in 8 bits that ship: in a third of the time.

    Args:
        readers, namers: as of `Together`.
        folder: where the graphs are written.
    """

    def __init__(self, readers: Sequence[Reader], namers: int, folder: Path) -> None:
        super().__init__()
        self.namers = namers
        self.places = readers[0].embedding.places.clone()
        self.runs = [_run(r, folder / f"teacher-{i}.onnx") for i, r in enumerate(readers)]

    def forward(
        self, words: Tensor, mask: Tensor, firsts: Tensor, present: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of tags and names and vectors, as a reader gives them; 0 where nothing is."""
        widths = (2 * len(TAGS), len(NAMES), VECTORS * WIDTH)
        tags, names, vectors = (torch.zeros(*firsts.shape, width) for width in widths)
        for i, (row, there, units, known) in enumerate(
            zip(words, mask.sum(1), firsts, present.sum(1), strict=True)
        ):
            length, count = int(there), int(known)
            given = {
                "words": (row[:length] + self.places[:length])[None].numpy(),
                "firsts": units[:count].numpy().astype(np.int64),
            }
            said = [run(list(OUTPUTS), given) for run in self.runs]
            for into, number, of in ((tags, 0, said), (names, 1, said[: self.namers])):
                into[i, :count] = torch.from_numpy(np.mean([s[number][0] for s in of], 0))
            vectors[i, :count] = torch.from_numpy(np.mean([s[2][0] for s in said], 0))
        return tags, names, vectors


def _run(reader: Reader, file: Path) -> Callable[..., list[NDArray[np.float32]]]:
    export(reader, file)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = torch.get_num_threads()
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    return session.run


def teaching(teacher: nn.Module, weights: Mapping[str, float] = WEIGHTS) -> Teach:
    """What `loop.train` takes as `teach`; the teacher gives scores as a reader does."""
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
