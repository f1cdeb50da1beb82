"""The file of the gazetteer: columns of numbers and sorted names, compressed as one stream.

    line of JSON: [[name, dtype, bytes], …]   then the columns one after another

Names are sorted keys joined by line feeds. `refs` holds, for each key, the rows that it names:
twice the row's index, and one more where it is not the usual name; `counts` how many they are.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quoth.errors import AtlasError

DATA: Traversable = files("quoth.atlas") / "data"
FILE = "places.xz"
Columns = dict[str, NDArray[Any]]


def pack(columns: Mapping[str, Any], names: Mapping[str, Sequence[int]]) -> bytes:
    """The file of some columns (arrays, or bytes) and sorted names with their references."""
    parts = {
        **columns,
        "keys": "\n".join(names).encode(),
        "counts": np.array([len(r) for r in names.values()], "<u2"),
        "refs": np.array([r for refs in names.values() for r in refs], "<u4"),
    }
    head, body = [], []
    for name, part in parts.items():
        raw = part if isinstance(part, bytes) else part.tobytes()
        head.append([name, "u1" if isinstance(part, bytes) else part.dtype.str, len(raw)])
        body.append(raw)
    return lzma.compress(json.dumps(head).encode() + b"\n" + b"".join(body), preset=9)


def unpack(packed: bytes) -> Columns:
    """The columns of a file.

    Raises:
        AtlasError: if it is damaged.
    """
    try:
        raw = lzma.decompress(packed)
        line, _, body = raw.partition(b"\n")
        out, at = {}, 0
        for name, kind, size in json.loads(line):
            out[name] = np.frombuffer(body[at : at + size], kind)
            at += size
    except (lzma.LZMAError, ValueError, TypeError) as err:
        raise AtlasError(f"the gazetteer is damaged ({err}): install Quoth again") from err
    if at != len(body):
        raise AtlasError("the gazetteer is cut short: install Quoth again")
    return out


def load() -> Columns:
    """The columns of the gazetteer that ships.

    Raises:
        AtlasError: if it is missing or damaged.
    """
    try:
        return unpack((DATA / FILE).read_bytes())
    except OSError as err:
        raise AtlasError(f"the gazetteer is missing ({err}): install Quoth again") from err
