"""The reader in PyTorch: the encoder of multilingual-e5-small, heads for tags, links and names.

A head for a tag or a link is one linear layer on the hidden state of a unit's first piece, so that
the graph that ships gives, for each unit, tag scores and vectors; a link's score is a product of
two such vectors and a table of distances (see `quoth.nets.links`).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

import e5
from quoth.nets.links import BUCKETS, PARAGRAPHS, RANKS, WIDTH
from quoth.nets.tags import NAMES, TAGS

VECTORS = 8
"""Link vectors of a unit: for each kind of link first and last unit of what is linked, then of what
it is linked to (`quoth.nets.links.chances`)."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Which of the encoder's layers a reader has.

    `layers` are numbers of e5 layers; the first `frozen` of them are not trained; after the first
    `whole` of them only the first piece of each unit goes on (None: every piece to the end).
    `inner` is the width between the two matrices that end a layer; where it is less than e5's,
    these are not e5's but come from a reader that has more (`narrow.narrowed`).
    """

    layers: tuple[int, ...] = tuple(range(12))
    frozen: int = 0
    whole: int | None = None
    inner: int = e5.INNER


class Layer(nn.Module):
    """A post-norm transformer layer (Vaswani and others, 2017) as BERT has it."""

    def __init__(self, inner: int = e5.INNER) -> None:
        super().__init__()
        self.qkv = nn.Linear(e5.WIDTH, 3 * e5.WIDTH)
        self.out = nn.Linear(e5.WIDTH, e5.WIDTH)
        self.attended = nn.LayerNorm(e5.WIDTH, 1e-12)
        self.inner = nn.Linear(e5.WIDTH, inner)
        self.outer = nn.Linear(inner, e5.WIDTH)
        self.fed = nn.LayerNorm(e5.WIDTH, 1e-12)
        self.dropped = nn.Dropout(0.0)  # what share is for the stage to say

    def load(self, encoder: e5.Encoder, number: int) -> None:
        """Takes layer `number` of the encoder; its wide part only if this one is as wide."""
        name = f"l{number}."

        def weight(key: str) -> Tensor:
            return torch.tensor(e5.weights(*encoder.blocks[name + key + ".w"]))

        def vector(key: str) -> Tensor:
            return torch.tensor(encoder.tensors[name + key])

        with torch.no_grad():
            self.qkv.weight.copy_(torch.cat([weight(k) for k in "qkv"]))
            self.qkv.bias.copy_(torch.cat([vector(f"{k}.b") for k in "qkv"]))
            parts = [(self.out, "ao"), (self.inner, "fi"), (self.outer, "fo")]
            for part, key in parts if self.inner.out_features == e5.INNER else parts[:1]:
                part.weight.copy_(weight(key))
                part.bias.copy_(vector(key + ".b"))
            for norm, key in ((self.attended, "aln"), (self.fed, "oln")):
                norm.weight.copy_(vector(key + ".w"))
                norm.bias.copy_(vector(key + ".b"))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x (batch, length, width); mask (batch, 1, 1, length), added to attention scores."""
        batch, length, width = x.shape
        heads = self.qkv(x).view(batch, length, 3, e5.HEADS, -1).permute(2, 0, 3, 1, 4)
        q, k, v = heads[0], heads[1], heads[2]
        scores = torch.matmul(q * q.shape[-1] ** -0.5, k.transpose(-1, -2)) + mask
        mixed = torch.matmul(torch.softmax(scores, -1), v)
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        x = self.attended(x + self.dropped(self.out(mixed)))
        return self.fed(x + self.dropped(self.outer(nn.functional.gelu(self.inner(x)))))


class Embedding(nn.Module):
    """Word rows come from outside; position rows and the norm are the encoder's. Not trained."""

    def __init__(self, encoder: e5.Encoder) -> None:
        super().__init__()
        rows = torch.tensor(encoder.tensors["emb.pos"]).view(-1, e5.WIDTH)
        kind = torch.tensor(encoder.tensors["emb.type"]).view(-1, e5.WIDTH)[0]
        self.register_buffer("places", rows + kind)
        self.norm = nn.LayerNorm(e5.WIDTH, 1e-12)
        with torch.no_grad():
            self.norm.weight.copy_(torch.tensor(encoder.tensors["emb.ln.w"]))
            self.norm.bias.copy_(torch.tensor(encoder.tensors["emb.ln.b"]))
        self.requires_grad_(False)

    def forward(self, words: Tensor) -> Tensor:
        """words (batch, length, width), at positions from 0."""
        return self.norm(words + self.places[: words.shape[1]])


def masked(mask: Tensor) -> Tensor:
    """A boolean mask (batch, length) as what is added to attention scores."""
    return (1.0 - mask.to(torch.float32))[:, None, None, :] * -1e4


class Reader(nn.Module):
    """Encoder layers and heads."""

    def __init__(self, encoder: e5.Encoder, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.embedding = Embedding(encoder)
        self.layers = nn.ModuleList(Layer(shape.inner) for _ in shape.layers)
        for layer, number in zip(self.layers, shape.layers, strict=True):
            layer.load(encoder, number)
        for layer in self.layers[: shape.frozen]:
            layer.requires_grad_(False)
        self.tags = nn.Linear(e5.WIDTH, 2 * len(TAGS))
        self.names = nn.Linear(e5.WIDTH, len(NAMES))
        self.vectors = nn.Linear(e5.WIDTH, VECTORS * WIDTH)
        self.links = Links()

    def hidden(self, words: Tensor, mask: Tensor, firsts: Tensor, present: Tensor) -> Tensor:
        """Hidden states of units (batch, units, width).

        Args:
            words: embeddings of pieces (batch, length, width).
            mask: which pieces are there (batch, length).
            firsts: the first piece of each unit (batch, units).
            present: which units are there (batch, units).
        """
        x, added = self.embedding(words), masked(mask)
        whole = len(self.layers) if self.shape.whole is None else self.shape.whole
        index = firsts[:, :, None].expand(-1, -1, e5.WIDTH)
        for number, layer in enumerate(self.layers):
            if number == whole:
                x, added = x.gather(1, index), masked(present)
            if number < self.shape.frozen:
                with torch.no_grad():
                    x = layer(x, added)
            else:
                x = layer(x, added)
        return x.gather(1, index) if whole == len(self.layers) else x

    def forward(
        self, words: Tensor, mask: Tensor, firsts: Tensor, present: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of tags (…, 14) and names (…, 9), and link vectors (…, 8 * 48) of each unit."""
        x = self.hidden(words, mask, firsts, present)
        return self.tags(x), self.names(x), self.vectors(x)


class Links(nn.Module):
    """Tables that a link's score takes beside the product of vectors, for two kinds of link."""

    def __init__(self) -> None:
        super().__init__()
        self.distance = nn.Parameter(torch.zeros(2, BUCKETS))
        self.paragraph = nn.Parameter(torch.zeros(2, PARAGRAPHS))
        self.rank = nn.Parameter(torch.zeros(2, RANKS))
        self.none = nn.Parameter(torch.zeros(2))


def pair(vectors: Tensor, kind: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """The four vectors of a kind of link (0 content to cue, 1 cue to source), each (…, 48).

    In order: of the first and the last unit of what is linked, then of what it is linked to.
    """
    parts = vectors.unflatten(-1, (VECTORS, WIDTH))
    return tuple(parts[..., 4 * kind + i, :] for i in range(4))  # type: ignore[return-value]
