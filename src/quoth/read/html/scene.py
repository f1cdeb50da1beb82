"""The boxes of a page together with what was chosen as the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.read.html.names import Zone
from quoth.read.html.walk import Box, Walk

_CONTAINER = 0.3
"""An element around this share of the article's text holds the article, whatever its name says."""
_REVEALED = 0.5
"""A hidden element around this share of the article's text is shown by a script."""
_MIN_PROSE = 80
"""Characters outside links that an article must have; shorter ones are menus and notices."""

_LINKED = 0.75
"""Share of links from which a heading is that of another page."""
_STORIES = 3
_MOST = 0.8
"""A front page: this share of the text chosen belongs to at least so many stories."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The visible boxes of a page, and which of them were chosen.

    Attributes:
        inside: for each box whether it belongs to the chosen region.
        first, last: the first and the last box of the region; -1 if there is none.
        around: the numbers of elements that hold so much of the region that their names do not
            count.
    """

    boxes: tuple[Box, ...]
    inside: tuple[bool, ...]
    first: int
    last: int
    around: frozenset[int]

    def zone(self, box: Box) -> Zone | None:
        """The innermost furniture zone of a box that is not around the article."""
        zones = (z for z, number in reversed(box.frame.zones) if number not in self.around)
        return next(zones, None)

    def role(self, box: Box) -> Zone | None:
        """The part of the article that a box is marked as."""
        frame = box.frame
        if frame.role and frame.role_at not in self.around:
            return frame.role
        inline = (role for role, size in box.roles.items() if size * 2 >= box.size)
        return next(inline, None)


def scene(walked: Walk, nodes: frozenset[int]) -> Scene:
    """Put boxes and chosen nodes together; hidden boxes go, unless they hold the article."""
    inside = [_chosen(box, nodes) for box in walked.boxes]
    shown = _revealed(walked.boxes, inside)
    kept = [i for i, b in enumerate(walked.boxes) if not b.frame.hidden or b.frame.hidden in shown]
    boxes = tuple(walked.boxes[i] for i in kept)
    flags = tuple(inside[i] for i in kept)
    prose = sum(b.size - b.links for b, chosen in zip(boxes, flags, strict=True) if chosen)
    if prose < _MIN_PROSE or _front(boxes, flags):
        flags = (False,) * len(boxes)
    places = [i for i, chosen in enumerate(flags) if chosen]
    first, last = (places[0], places[-1]) if places else (-1, -1)
    return Scene(boxes, flags, first, last, _around(boxes, flags))


def _front(boxes: Sequence[Box], inside: Sequence[bool]) -> bool:
    """Whether what was chosen are the texts of many stories, each below its own linked headline."""
    sizes: Counter[int] = Counter()
    linked: set[int] = set()
    for box, chosen in zip(boxes, inside, strict=True):
        if box.link_share >= _LINKED and box.frame.heading:
            linked.add(box.frame.card)
        elif chosen:
            sizes[box.frame.card] += box.size - box.links
    linked.discard(0)
    cards = [size for card, size in sizes.items() if card in linked and size]
    whole = sizes.total()
    return len(cards) >= _STORIES and sum(cards) >= _MOST * whole and max(cards) <= whole / 2


def _chosen(box: Box, nodes: frozenset[int]) -> bool:
    size = sum(len(p.text.strip()) for line in box.lines for p in line if p.node in nodes)
    return size * 2 >= box.size and size > 0


def _revealed(boxes: Sequence[Box], inside: Sequence[bool]) -> frozenset[int]:
    sizes: Counter[int] = Counter()
    for box, chosen in zip(boxes, inside, strict=True):
        if chosen:
            sizes[box.frame.hidden] += box.size
    whole = sizes.total()
    return frozenset(n for n, size in sizes.items() if n and size >= _REVEALED * whole)


def _around(boxes: Sequence[Box], inside: Sequence[bool]) -> frozenset[int]:
    sizes: Counter[int] = Counter()
    whole = 0
    for box, chosen in zip(boxes, inside, strict=True):
        if chosen:
            whole += box.size
            for number in {n for _, n in box.frame.zones} | {box.frame.role_at}:
                sizes[number] += box.size
    return frozenset(n for n, size in sizes.items() if n and size >= _CONTAINER * whole)
