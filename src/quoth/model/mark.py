"""What an annotator says of a stretch of text."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import lru_cache
from hashlib import sha256
from typing import Generic, TypeVar

from quoth.model.span import Span

_KEYS = json.JSONEncoder(ensure_ascii=True, sort_keys=True)
_PLAIN = frozenset({type(None), str, int, float, bool})
V = TypeVar("V")
V_co = TypeVar("V_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Maker:
    """Which code, model or pack made a mark.  `digest` changes with its data."""

    name: str
    version: str
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Mark(Generic[V_co]):
    """A value said of a span of the article.

    Attributes:
        id: 16 hexadecimal digits from article, span, kind and value (see `mark`).
        kind: `language`, `sentence`, `statement`, …
        score: how sure the maker is, 0 to 1.
    """

    id: str
    kind: str
    span: Span
    value: V_co
    by: Maker
    score: float


def mark(article_id: str, span: Span, value: V, by: Maker, score: float) -> Mark[V]:
    """Make a mark with its deterministic id.  The maker and the score are no part of the id."""
    kind = type(value).__name__.lower()
    key = _KEYS.encode([article_id, span.start, span.end, kind, plain(value)])
    return Mark(sha256(key.encode()).hexdigest()[:16], kind, span, value, by, score)


def plain(value: object) -> object:
    """`value` as what JSON can say: spans as [start, end], enums as their values."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list | frozenset):
        items = sorted(value, key=str) if isinstance(value, frozenset) else value
        return [plain(v) for v in items]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: plain(getattr(value, name)) for name in _names(type(value))}
    return value


@lru_cache(maxsize=256)
def _names(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))
