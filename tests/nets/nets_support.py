"""A tiny folder of weights, random, made while the tests run: no binary lies in the repository.

The graphs are written as protocol buffers by hand, so that the tests need no `onnx`; they have
the operators of the real ones, with one layer.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import struct
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from quoth.nets.links import BUCKETS, PARAGRAPHS, RANKS
from quoth.nets.pieces import Vocabulary
from quoth.nets.windows import LENGTH
from quoth.nets.words import WIDTH, packed

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;!?\"'“”«»-()"
WORDS = ("▁the", "▁said", "▁that", "▁dam", "ing", "ed", "▁mayor", "▁query", "の", "水")
PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", *LETTERS, *("▁" + c for c in "abcxyz"), *WORDS]
NORMAL = {"ﬁ": "fi", "…": "...", "\u200b": ""}


def vocabulary() -> Vocabulary:
    return Vocabulary(PIECES, [-float(len(PIECES) - i) / 10 for i in range(len(PIECES))], NORMAL)


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def _field(number: int, value: int | float | str | bytes) -> bytes:
    if isinstance(value, float):
        return _varint(number << 3 | 5) + struct.pack("<f", value)
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    raw = value.encode() if isinstance(value, str) else value
    return _varint(number << 3 | 2) + _varint(len(raw)) + raw


class Graph:
    """Nodes and constants of a graph."""

    def __init__(self, seed: int = 0) -> None:
        self.chance = np.random.default_rng(seed)
        self.nodes: list[bytes] = []
        self.constants: list[bytes] = []

    def constant(self, array: np.ndarray) -> str:
        kind = {"float32": 1, "int8": 3, "int64": 7}[array.dtype.name]
        name = f"c{len(self.constants)}"
        dims = b"".join(_field(1, d) for d in array.shape)
        tensor = dims + _field(2, kind) + _field(8, name) + _field(9, array.tobytes())
        self.constants.append(tensor)
        return name

    def op(
        self, kind: str, *inputs: str, out: str = "", own: bool = False, **values: int | float
    ) -> str:
        name = out or f"v{len(self.nodes)}"
        node = b"".join(_field(1, i) for i in inputs) + _field(2, name) + _field(4, kind)
        for key, value in values.items():
            whole = isinstance(value, int)
            body = _field(3 if whole else 2, value) + _field(20, 2 if whole else 1)
            node += _field(5, _field(1, key) + body)
        self.nodes.append(node + (_field(7, "com.microsoft") if own else b""))
        return name

    def product(self, x: str, rows: int, columns: int) -> str:
        weights = self.chance.integers(-127, 128, (rows, columns)).astype(np.int8)
        scale = self.constant(np.full(columns, 1 / 127 / rows**0.5, np.float32))
        bias = self.constant(self.chance.standard_normal(columns).astype(np.float32) / 10)
        names = x, self.constant(weights), scale, "", bias
        return self.op("DynamicQuantizeMatMul", *names, own=True)

    def layer(self, x: str) -> str:
        heads = [self.product(x, WIDTH, WIDTH) for _ in range(3)]
        mixed = self.op("MultiHeadAttention", *heads, own=True, num_heads=12)
        x = self.norm(self.op("Add", x, mixed))
        inner = self.op("Gelu", self.product(x, WIDTH, 64))
        return self.norm(self.op("Add", x, self.product(inner, 64, WIDTH)))

    def norm(self, x: str) -> str:
        ends = [self.constant(np.full(WIDTH, v, np.float32)) for v in (1.0, 0.0)]
        return self.op("LayerNormalization", x, *ends, axis=-1 + 2**64, epsilon=1e-12)

    def save(self, path: Path, inputs: Iterable[tuple[str, int, int]], outputs: list[str]) -> None:
        """inputs: name, type and number of axes."""

        def info(name: str, kind: int, axes: int) -> bytes:
            shape = b"".join(_field(1, _field(2, f"{name}{i}")) for i in range(axes))
            return _field(1, name) + _field(2, _field(1, _field(1, kind) + _field(2, shape)))

        graph = b"".join(_field(1, n) for n in self.nodes) + _field(2, "g")
        graph += b"".join(_field(5, c) for c in self.constants)
        graph += b"".join(_field(11, info(*i)) for i in inputs)
        graph += b"".join(_field(12, info(o, 1, 2 if o == "sentence" else 3)) for o in outputs)
        opsets = [_field(2, 20), _field(1, "com.microsoft") + _field(2, 1)]
        model = _field(1, 10) + _field(7, graph) + b"".join(_field(8, o) for o in opsets)
        path.write_bytes(model)


def _reader(path: Path) -> None:
    g = Graph(1)
    x = g.op("Gather", g.layer("words"), "firsts", axis=1)
    for name, width in (("tags", 14), ("names", 9), ("vectors", 8 * 48)):
        weights = g.chance.standard_normal((WIDTH, width)).astype(np.float32) / 8
        g.op("MatMul", x, g.constant(weights), out=name)
    g.save(path, [("words", 1, 3), ("firsts", 7, 1)], ["tags", "names", "vectors"])


def _sentence(path: Path) -> None:
    g = Graph(2)
    mean = g.op("ReduceMean", g.layer("words"), g.constant(np.array([1])), keepdims=0)
    g.op("LpNormalization", mean, out="sentence", axis=1, p=2)
    g.save(path, [("words", 1, 3)], ["sentence"])


def write(folder: Path) -> Path:
    """Writes the whole folder."""
    chance = np.random.default_rng(0)
    data = {
        "pieces": PIECES,
        "scores": [-float(len(PIECES) - i) / 10 for i in range(len(PIECES))],
        "normal": NORMAL,
    }
    (folder / "pieces.json.gz").write_bytes(gzip.compress(json.dumps(data).encode()))
    often, parts = len(PIECES) - len(WORDS), 64
    blocks = chance.integers(0, 256, (often, 12, 16)).astype(np.uint8)
    np.save(folder / "words.npy", packed(blocks, np.full((often, 12), 0.1, np.float16)))
    np.save(folder / "codes.npy", chance.integers(0, 4, (len(WORDS), parts)).astype(np.uint8))
    books = chance.standard_normal((parts, 4, WIDTH // parts))
    np.save(folder / "books.npy", books.astype(np.float16))
    np.save(folder / "places.npy", chance.standard_normal((LENGTH, WIDTH)).astype(np.float16))
    _reader(folder / "quality.onnx")
    _sentence(folder / "sentence.onnx")
    seal(folder)
    return folder


def seal(folder: Path) -> None:
    """Writes the card with the digests of the files as they are."""
    files = {
        p.name: hashlib.sha256(p.read_bytes()).hexdigest()
        for p in folder.iterdir()
        if p.name != "card.json"
    }
    links = {
        "distance": [[0.0] * BUCKETS] * 2,
        "paragraph": [[0.0] * PARAGRAPHS] * 2,
        "rank": [[0.0] * RANKS] * 2,
        "none": [0.0, 0.0],
    }
    card = {"version": "test", "files": files, "variants": {"quality": {"links": links}}}
    (folder / "card.json").write_text(json.dumps(card))
