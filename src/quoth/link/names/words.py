"""How like two words are: the same script letter by letter, other scripts by sound."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache


@lru_cache(maxsize=65536)
def word_likeness(left: str, right: str) -> float:
    """0 to 1, of two folded words.

    1 means the same letters.
    """
    if left == right:
        return 1.0
    if left > right:
        return word_likeness(right, left)
    return 0.99 * SequenceMatcher(None, left, right, autojunk=False).ratio()
