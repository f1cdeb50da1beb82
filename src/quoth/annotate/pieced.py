"""Names of which the network read two pieces, and small words that are no names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from quoth.model import Span

if TYPE_CHECKING:
    from quoth.nets import Name

LINK = 5
"""Letters of a word that leads on to the rest of a name at most: `de`, `van`, `voor`, `della`."""

ARTICLE = 3
"""Letters of an article behind it that the network took for no name at most."""

OTHER = "MISC"
_SEEN = 40  # characters at the end of a name, which may grow long where it takes many along


def pieced(text: str, names: Iterable[Name]) -> list[Name]:
    """The names of an article in order; one that ends in a small word takes the next along.

    `Presidencia de` and `México` are one name, of the type of the first. What ends so is never
    whole, in any language that has capital letters; the others are left as they are.
    """
    found: list[Name] = []
    for name in sorted(names, key=lambda n: n.span.start):
        if found and _leads_on(text, found[-1].span, name.span):
            last = found[-1]
            span = Span(last.span.start, name.span.end)
            found[-1] = replace(last, span=span, score=(last.score + name.score) / 2)
        else:
            found.append(name)
    return found


def _leads_on(text: str, first: Span, second: Span) -> bool:
    if not 0 <= second.start - first.end <= ARTICLE + 2:
        return False
    words = text[max(first.start, first.end - _SEEN) : first.end].split()
    between = text[first.end : second.start]
    if len(words) < 2 or not _small(words[-1], LINK) or "\n" in between:
        return False
    return not between.strip() or _small(between.strip(), ARTICLE)


def _small(word: str, most: int) -> bool:
    return len(word) <= most and word.isalpha() and word.islower()


def capitals(text: str, names: Iterable[Name]) -> list[Name]:
    """The names but those of other things that are written small: adjectives such as `deutsche`."""
    return [n for n in names if n.type != OTHER or not _only_small(n.span.of(text))]


def _only_small(words: str) -> bool:
    return words.islower() and not any(c.isdigit() for c in words)
