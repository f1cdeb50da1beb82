"""Which box is the headline of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quoth.read.html.names import Zone
from quoth.read.html.scene import Scene
from quoth.read.html.walk import Box

_SPLIT = re.compile(r"\s[-–—|:·»]\s|\s?\|\s?")
_LONGEST = 400
_WORTH = 3


def plain(text: str) -> str:
    """Letters and digits alone, lower-cased: what two spellings of a headline have in common."""
    return "".join(c for c in text.casefold() if c.isalnum())


def headline_box(scene: Scene, titles: Sequence[str]) -> int | None:
    """The number of the headline's box, or None.

    Args:
        titles: what the page's metadata give as its headline or title, best first.
    """
    if scene.first < 0:
        return None
    wanted = {plain(t) for t in titles} | {
        plain(part) for t in titles for part in _SPLIT.split(t) if len(part) > 15
    }
    ranked = [(_worth(scene, i, wanted), -abs(scene.first - i), i) for i in range(scene.last + 1)]
    best = max(ranked, default=(0, 0, 0))
    return best[2] if best[0] >= _WORTH else None


def _worth(scene: Scene, i: int, wanted: set[str]) -> int:
    box = scene.boxes[i]
    heading = box.frame.heading
    if len(box.text) > _LONGEST or not (heading or len(box.text) < 250):
        return 0
    worth = {"h1": 3, "h2": 1, "h3": 1}.get(heading, 0)
    key = plain(box.text)
    if key and key in wanted:
        worth += 4 if heading else 3
    if scene.zone(box) in {Zone.TEASER, Zone.COMMENTS, Zone.APPEAL}:
        worth -= 2
    if _late(scene, i):
        worth -= 2
    return worth


def _late(scene: Scene, i: int) -> bool:
    """Whether much of the article stands before the box: then it heads something else."""
    prose = [b.size for b, chosen in _before(scene, i) if chosen and not b.frame.heading]
    return sum(prose) > 600


def _before(scene: Scene, i: int) -> list[tuple[Box, bool]]:
    return list(zip(scene.boxes[scene.first : i], scene.inside[scene.first : i], strict=True))
