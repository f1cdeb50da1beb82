"""The article by text density alone, for pages that trafilatura finds nothing in or fails on."""

from __future__ import annotations

from collections import Counter

from quoth.read.html.walk import Box, Walk

_PROSE = 60
"""Characters from which a box with few links is taken for a paragraph."""
_LINKED = 0.5


def densest(walked: Walk) -> frozenset[int]:
    """The text nodes of the element that holds most prose directly below it.

    Empty where no element holds any: then the page has no article.
    """
    prose = [box for box in walked.boxes if _is_prose(box)]
    sizes: Counter[int] = Counter()
    for box in prose:
        sizes[box.frame.above] += box.size - box.links
    if not sizes:
        return frozenset()
    best = max(sizes, key=lambda number: (sizes[number], -number))
    inside = [box for box in prose if box.frame.above == best]
    return frozenset(p.node for box in inside for line in box.lines for p in line)


def _is_prose(box: Box) -> bool:
    if box.frame.zones or box.frame.hidden or box.frame.heading:
        return False
    return box.size >= _PROSE and box.link_share < _LINKED
