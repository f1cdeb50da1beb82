"""Walks of life: whether one person may well hold two offices."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from quoth.errors import QuothError

_FILE = files("quoth.link") / "data" / "walks.tsv"
_NEAR = "near"


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, str], frozenset[frozenset[str]]]:
    """The walk of each office, and the pairs of walks between which people go."""
    walk: dict[str, str] = {}
    near: set[frozenset[str]] = set()
    try:
        for line in _FILE.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                name, words = line.split("\t")
                if name == _NEAR:
                    near.add(frozenset(words.split("|")))
                else:
                    walk.update(dict.fromkeys(words.split("|"), name))
    except (OSError, ValueError) as error:
        raise QuothError(f"{_FILE} is damaged: {error}; install Quoth again") from error
    return walk, frozenset(near)


def walks(offices: Iterable[str]) -> frozenset[str]:
    """The walks of life that offices tell; none of offices that any walk has."""
    table, _ = _table()
    return frozenset(table[o] for o in offices if o in table)


def far(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two people are of different walks; not where one of them tells none."""
    if not left or not right or left & right:
        return False
    _, near = _table()
    return not any(frozenset({a, b}) in near for a in left for b in right)
