"""Looking places up by name and by id."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quoth.atlas.key import place_key
from quoth.atlas.spot import Spot, SpotKind
from quoth.atlas.store import Columns, load

MEMORY = 20_000
"""Names and places that are remembered, so that hostile text cannot fill the memory."""


_HEAD = 2  # bytes by which the keys are parted


class Named(NamedTuple):
    """A place that a name names; `usual` where it is the place's usual name."""

    spot: Spot
    usual: bool


class Gazetteer:
    """Countries, their first-level divisions and cities, by name and by GeoNames id.

    Args:
        columns: as `quoth.atlas.store.load` gives them.
    """

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._keys = columns["keys"].tobytes()
        ends = np.flatnonzero(columns["keys"] == ord("\n"))
        self._starts = _Starts(self._keys, np.concatenate(([0], ends + 1)).astype("<u4"))
        self._refs = np.concatenate(([0], np.cumsum(columns["counts"], dtype="<u4")))
        self._names = columns["name"].tobytes().decode().split("\n")
        self._order = np.argsort(columns["id"])
        self._sorted = columns["id"][self._order]
        self._pairs = columns["country"].tobytes().decode()
        self._nations = {
            self._pairs[2 * i : 2 * i + 2]: int(i)
            for i in np.flatnonzero(columns["kind"] == SpotKind.COUNTRY)
        }
        self.find = lru_cache(MEMORY)(self._find)
        self.leads = lru_cache(MEMORY)(self._leads)
        self._spot = lru_cache(MEMORY)(self._made)

    def __len__(self) -> int:
        return len(self._names)

    def named(self, name: str) -> tuple[Named, ...]:
        """All places of that name as a reader would write it, in no particular order."""
        found: tuple[Named, ...] = self.find(place_key(name))
        return found

    def spot(self, number: int) -> Spot | None:
        """The place with that GeoNames id."""
        at = int(np.searchsorted(self._sorted, number))
        if at == len(self._sorted) or self._sorted[at] != number:
            return None
        return self._spot(int(self._order[at]))

    def country(self, code: str) -> Spot | None:
        """The country with that ISO 3166-1 alpha-2 code."""
        at = self._nations.get(code)
        return None if at is None else self._spot(at)

    def all(self) -> Iterator[Spot]:
        """Every place."""
        return (self._made(i) for i in range(len(self)))

    def _find(self, key: str) -> tuple[Named, ...]:
        """The places that a key (`place_key`) names."""
        wanted = _bytes(key)
        at = self._starts.at(wanted)
        if at == len(self._starts) or self._starts[at] != wanted:
            return ()
        refs = self._columns["refs"][self._refs[at] : self._refs[at + 1]]
        return tuple(Named(self._spot(int(r) >> 1), not int(r) & 1) for r in refs)

    def _leads(self, key: str) -> bool:
        """Whether some name of several words begins with the words of `key`."""
        wanted = _bytes(key) + b" "
        at = self._starts.at(wanted)
        return at < len(self._starts) and self._starts[at].startswith(wanted)

    def _made(self, i: int) -> Spot:
        column = self._columns
        return Spot(
            int(column["id"][i]),
            SpotKind(int(column["kind"][i])),
            self._names[i],
            self._pairs[2 * i : 2 * i + 2],
            int(column["admin"][i]),
            int(column["latitude"][i]) / 1000,
            int(column["longitude"][i]) / 1000,
            int(column["population"][i]),
        )


def _bytes(key: str) -> bytes:
    """A key as the table has it; a lone surrogate, which no name has, is none of its bytes."""
    return key.encode("utf-8", "surrogatepass")


class _Starts:
    """The sorted keys as a sequence that cuts each from the whole when it is asked for."""

    def __init__(self, keys: bytes, starts: NDArray[np.uint32]) -> None:
        self._keys, self._starts = keys, array("I", starts.tobytes())
        raw = np.frombuffer(keys + b"\n", "u1")
        heads = raw[starts].astype("<u2") * 256 + raw[starts + 1]  # no key is empty
        self._ends = np.searchsorted(heads, np.arange(2**16 + 1)).tolist()

    def at(self, key: bytes) -> int:
        """Where `key` is or would be; its first two bytes narrow the search."""
        if len(key) < _HEAD:
            return bisect_left(self, key)
        head = key[0] * 256 + key[1]
        return bisect_left(self, key, self._ends[head], self._ends[head + 1])

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, i: int) -> bytes:
        end = self._starts[i + 1] - 1 if i + 1 < len(self._starts) else len(self._keys)
        return self._keys[self._starts[i] : end]


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer that ships, loaded once.

    Raises:
        AtlasError: if its file is missing or damaged.
    """
    return Gazetteer(load())
