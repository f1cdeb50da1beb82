"""The elements of a match, as formulas find them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quoth.annotate.times.edges import Edge, Value

Path = Sequence[Edge]


def of_kind(path: Path, *kinds: str) -> Edge | None:
    """The first element of one of these kinds."""
    return next((e for e in path if any(k in e.kinds for k in kinds)), None)


def shapes(path: Path) -> list[Edge]:
    """The elements that patterns made."""
    return [e for e in path if e.kinds[0].isupper()]


def word_of(path: Path, kind: str) -> Value:
    """What the element of a class says; the first element where none is of it."""
    return (of_kind(path, kind) or path[0]).value


def whole(edge: Edge) -> int:
    """The whole number that an element stands for; 0 if none."""
    return int(edge.value) if isinstance(edge.value, int | float) else 0


def shift_of(edge: Edge) -> int:
    """Last (-1), this (0) or next (1)."""
    return int(re.split("[~@]", str(edge.value))[0])


def modifier(path: Path) -> str:
    """The modifier that elements brought along."""
    return next((e.mod for e in path if e.mod), "")
