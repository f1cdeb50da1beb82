"""One type for a name wherever it stands in an article.

Gale, Church and Yarowsky, "One Sense Per Discourse" (1992): what a word means seldom changes within
a text. The network sees a sentence and its neighbours; an article tells more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quoth.nets import Name

SURNAME = 0.5
"""What a person's full name counts for its last word alone, beside the same word itself."""

PERSON = "PER"
_LONGEST = 4
"""Words of a person's name at most."""


def agreed(text: str, names: Sequence[Name]) -> list[Name]:
    """The names of an article; those of the same words, large or small, have one type.

    It is the one with the largest sum of squared scores, so that a sure reading counts more than
    two doubtful ones. A word that ends the full name of a person is more probably that person.
    """
    words = [n.span.of(text).casefold() for n in names]
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name, key in zip(names, words, strict=True):
        votes[key][name.type] += name.score**2
    for name, key in zip(names, words, strict=True):
        parts = key.split()
        if name.type == PERSON and 1 < len(parts) <= _LONGEST and parts[-1] in votes:
            votes[parts[-1]][PERSON] += SURNAME * name.score**2
    return [_voted(n, votes[key]) for n, key in zip(names, words, strict=True)]


def _voted(name: Name, votes: Mapping[str, float]) -> Name:
    best = max(votes, key=lambda t: votes[t])
    return replace(name, type=best) if votes[best] > votes[name.type] else name
