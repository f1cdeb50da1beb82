"""What is minimised: tags, names and links of a batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from encode import IGNORED, NO_MISC, Example, padded, pairs
from model import Links, pair
from quoth.nets.links import WIDTH
from quoth.nets.tags import NAMES, TAGS

WEIGHTS = {"outer": 1.0, "inner": 0.5, "names": 0.7, "links": 0.3}
"""How much each loss counts; links as in the trial, the rest so that their sizes are alike."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of some windows: see `Reader.forward`; `examples` for what is linked."""

    words: Tensor
    mask: Tensor
    firsts: Tensor
    present: Tensor
    outer: Tensor
    inner: Tensor
    names: Tensor
    examples: Sequence[Example]


def batch(examples: Sequence[Example], table: Tensor) -> Batch:
    """A batch; `table` holds the embeddings of pieces."""
    pieces = padded([e.window.pieces for e in examples], 1)
    firsts = padded([e.window.firsts for e in examples], 0)
    present = padded([[1] * len(e.window.firsts) for e in examples], 0)
    labels = (
        padded([getattr(e, k) for e in examples], IGNORED) for k in ("outer", "inner", "names")
    )
    tensors = (torch.from_numpy(a) for a in (pieces != 1, firsts, present > 0, *labels))
    return Batch(table[torch.from_numpy(pieces)], *tensors, examples)


def losses(outputs: tuple[Tensor, Tensor, Tensor], data: Batch, links: Links) -> dict[str, Tensor]:
    """Each loss by its name, a mean over what is labelled."""
    tags, names, vectors = outputs
    outer, inner = tags.split(len(TAGS), -1)
    return {
        "outer": _mean(outer, data.outer),
        "inner": _mean(inner, data.inner),
        "names": _names(names, data.names),
        "links": sum(linking(vectors, data.examples, links, kind) for kind in (0, 1)),
    }


def _mean(scores: Tensor, labels: Tensor) -> Tensor:
    flat = labels.flatten()
    total = functional.cross_entropy(
        scores.flatten(0, 1), flat, ignore_index=IGNORED, reduction="sum"
    )
    return total / (flat != IGNORED).sum().clamp(min=1)


def _names(scores: Tensor, labels: Tensor) -> Tensor:
    """Where MISC is not annotated, a unit without a label is either no name or MISC."""
    logs = torch.log_softmax(scores, -1)
    misc = NAMES.index("B-MISC")
    either = torch.logsumexp(torch.stack([logs[..., i] for i in (0, misc, misc + 1)]), 0)
    exact = logs.gather(-1, labels.clamp(min=0)[..., None])[..., 0]
    chosen = torch.where(labels == NO_MISC, either, exact)
    known = labels != IGNORED
    return -(chosen * known).sum() / known.sum().clamp(min=1)


def linking(vectors: Tensor, examples: Sequence[Example], links: Links, kind: int) -> Tensor:
    """The loss of one kind of link: the right candidate, or none, among those of the window."""
    rows = [pairs(e, kind) for e in examples]
    most, widest = max(len(r[0]) for r in rows), max(len(r[1]) for r in rows)
    if not most:
        return vectors.sum() * 0
    ends = np.zeros((2, len(rows), most, 2), np.int64)
    others = np.zeros((len(rows), max(widest, 1), 2), np.int64)
    layout = np.zeros((len(rows), most, max(widest, 1), 3), np.int64)
    right = np.full((len(rows), most), IGNORED, np.int64)
    there = np.zeros((len(rows), max(widest, 1)), bool)
    for i, (linked, candidates, targets, table) in enumerate(rows):
        ends[0, i, : len(linked)] = np.array(linked).reshape(-1, 2)
        others[i, : len(candidates)] = np.array(candidates).reshape(-1, 2)
        layout[i, : len(linked), : len(candidates)] = table
        right[i, : len(linked)] = [t + 1 for t in targets]  # 0 is none
        there[i, : len(candidates)] = True
    scores = _scores(vectors, links, kind, (ends[0], others, layout))
    scores = scores.masked_fill(~torch.from_numpy(there)[:, None, :], -1e4)
    none = links.none[kind].expand(*scores.shape[:2], 1)
    return functional.cross_entropy(
        torch.cat([none, scores], -1).flatten(0, 1),
        torch.from_numpy(right).flatten(),
        ignore_index=IGNORED,
    )


def _scores(vectors: Tensor, links: Links, kind: int, where: tuple[np.ndarray, ...]) -> Tensor:
    ends, others, layout = (torch.from_numpy(a) for a in where)
    first, last, to_first, to_last = pair(vectors, kind)

    def at(part: Tensor, index: Tensor) -> Tensor:
        return part.gather(1, index[:, :, None].expand(-1, -1, WIDTH))

    left = at(first, ends[..., 0]) + at(last, ends[..., 1])
    right = at(to_first, others[..., 0]) + at(to_last, others[..., 1])
    tables = (links.distance, links.paragraph, links.rank)
    apart = sum(t[kind][layout[..., i]] for i, t in enumerate(tables))
    return torch.matmul(left, right.transpose(1, 2)) / WIDTH**0.5 + apart
