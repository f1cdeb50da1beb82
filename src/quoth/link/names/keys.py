"""Blocking keys: short strings of which two forms of one name share at least one."""

from __future__ import annotations

from itertools import combinations

from quoth.link.names.name import Name


def keys(name: Name) -> tuple[str, ...]:
    """The keys of a name, the most selective first; none twice.

    Two names that may belong to one share at least one nearly always. A key is short ASCII.
    """
    bones = [part.fold[:4] for part in name.core]
    pairs = ["2" + "+".join(sorted(pair)) for pair in combinations(bones, 2)]
    return tuple(dict.fromkeys([*pairs, *("1" + b for b in bones)]))
