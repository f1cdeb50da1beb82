"""Readings as bytes that keep every character, and back."""

from __future__ import annotations

import json
import zlib
from functools import lru_cache
from itertools import chain, islice
from typing import Any, TypeVar

from quoth.model import (
    Block,
    BlockKind,
    Language,
    Origin,
    OriginKind,
    Part,
    Run,
    Sentence,
    Span,
    plain,
)
from quoth.store.revive import revive

T = TypeVar("T")
_LEVEL = 3  # of 9: within 4 % of the default's size on articles of 5 kB, at half the time
_INTS = 5  # of a run
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def text_bytes(text: str) -> bytes:
    """Exact: lone surrogates pass."""
    return text.encode("utf-8", "surrogatepass")


def json_bytes(value: object) -> bytes:
    """`value` as JSON in UTF-8; equal values give equal bytes."""
    return text_bytes(_ENCODER.encode(value))


def plain_bytes(value: object) -> bytes:
    """A frozen value as JSON in UTF-8."""
    return json_bytes(plain(value))


def shrink(raw: bytes) -> bytes:
    """Compressed."""
    return zlib.compress(raw, _LEVEL)


def read_text(blob: bytes) -> str:
    """The inverse of `shrink` after `text_bytes`."""
    return zlib.decompress(blob).decode("utf-8", "surrogatepass")


def read_plain(kind: type[T], raw: bytes) -> T:
    """The inverse of `plain_bytes`."""
    if not isinstance(raw, bytes):  # SQLite keeps what it is given, whatever the column says
        raise TypeError(f"expected bytes, found {raw!r:.40}")
    return revive(kind, json.loads(raw.decode("utf-8", "surrogatepass")))


def value_bytes(value: object) -> bytes:
    """`plain_bytes` of a mark's value."""
    return _repeated(value) if isinstance(value, Language | Sentence) else plain_bytes(value)


@lru_cache(maxsize=4096)
def _repeated(value: object) -> bytes:
    return plain_bytes(value)


@lru_cache(maxsize=4096)
def read_value(kind: type[object], raw: bytes) -> object:
    """The inverse of `value_bytes`.  Values are frozen, so that marks may share one."""
    return read_plain(kind, raw)


def blocks_bytes(blocks: tuple[Block, ...]) -> bytes:
    """Blocks as short JSON arrays."""
    return json_bytes(
        [
            [
                b.kind.value,
                b.span.start,
                b.span.end,
                [[p.name, p.span.start, p.span.end] for p in b.parts],
            ]
            for b in blocks
        ]
    )


def read_blocks(blob: bytes) -> tuple[Block, ...]:
    """The inverse of `shrink` after `blocks_bytes`."""
    return tuple(
        Block(BlockKind(kind), Span(start, end), tuple(Part(n, Span(s, e)) for n, s, e in parts))
        for kind, start, end, parts in _load(blob)
    )


def origin_bytes(origin: Origin) -> bytes:
    """An origin as its kind, its nodes and the numbers of its runs in one row."""
    runs = ((r.start, r.end, r.node, r.offset, r.length) for r in origin.runs)
    return json_bytes([origin.kind.value, origin.nodes, list(chain.from_iterable(runs))])


def read_origin(blob: bytes) -> Origin:
    """The inverse of `shrink` after `origin_bytes`."""
    kind, nodes, numbers = _load(blob)
    row = iter(numbers)
    runs = tuple(Run(*islice(row, _INTS)) for _ in range(len(numbers) // _INTS))
    return Origin(OriginKind(kind), tuple(nodes), runs)


def _load(blob: bytes) -> Any:
    return json.loads(read_text(blob))
