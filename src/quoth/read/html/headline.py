"""Which box is the headline of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quoth.read.html.names import Zone
from quoth.read.html.scene import Scene

_SPLIT = re.compile(r"\s[-–—|:·»]\s|\s?\|\s?")
_LONGEST = 400
_LONGEST_PLAIN = 250
"""Characters of the longest headline, and of one that no heading element holds."""
_NAME = 60
"""Characters of the longest name of a site."""
_WORTH = 3
_MUCH = 600


def plain(text: str) -> str:
    """Letters and digits alone, lower-cased: what two spellings of a headline have in common."""
    return "".join(c for c in text.casefold() if c.isalnum())


def site_name(title: str | None, headline: str | None) -> str | None:
    """The name behind the headline in a page's `<title>`: “Bridge closes - The Post”."""
    if not title or not headline:
        return None
    for split in _SPLIT.finditer(title):
        name = title[split.end() :].strip()
        if plain(title[: split.start()]) == plain(headline):
            return name if 0 < len(name) <= _NAME and not _SPLIT.search(name) else None
    return None


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
    late = _late_from(scene)
    ranked = [
        (_worth(scene, i, wanted) - 2 * (i > late), -abs(scene.first - i), i)
        for i in range(scene.last + 1)
        if scene.boxes[i].frame.heading or len(scene.boxes[i].text) < _LONGEST_PLAIN
    ]
    best = max(ranked, default=(0, 0, 0))
    return best[2] if best[0] >= _WORTH else None


def _worth(scene: Scene, i: int, wanted: set[str]) -> int:
    box = scene.boxes[i]
    heading = box.frame.heading
    if len(box.text) > _LONGEST:
        return 0
    worth = {"h1": 3, "h2": 1, "h3": 1}.get(heading, 0)
    key = plain(box.text)
    if key and key in wanted:
        worth += 4 if heading else 3
    if scene.zone(box) in {Zone.TEASER, Zone.COMMENTS, Zone.APPEAL}:
        worth -= 2
    return worth


def _late_from(scene: Scene) -> int:
    """The box from which a heading stands below much of the article: it heads something else."""
    prose = 0
    for i in range(scene.first, scene.last + 1):
        if scene.inside[i] and not scene.boxes[i].frame.heading:
            prose += scene.boxes[i].size
        if prose > _MUCH:
            return i
    return scene.last
