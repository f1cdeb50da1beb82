"""What a piece of text is about, as far as repeated words tell."""

from __future__ import annotations

import re

from quoth.read.dump.words import grammar
from quoth.text import fold

_WORD = re.compile(r"[^\W\d_]{4,}")
_READ = 1500  # characters of a line that are looked at
_STEM = 6  # letters: endings of inflected languages are cut off


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words of a text that say something of its topic."""
    common = grammar()
    found = (fold(m.group()) for m in _WORD.finditer(text, 0, _READ))
    return frozenset(word[:_STEM] for word in found if word not in common)


def shared(one: frozenset[str], other: frozenset[str]) -> int:
    """How many stems two texts share."""
    return len(one & other)
