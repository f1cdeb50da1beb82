"""What each box of a page is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quoth.model import FURNITURE, BlockKind
from quoth.read.html.headline import plain
from quoth.read.html.names import Zone
from quoth.read.html.scene import Scene
from quoth.read.html.walk import Box
from quoth.read.html.words import PageWords

_FURNITURE = {
    Zone.NAVIGATION: BlockKind.NAVIGATION,
    Zone.TEASER: BlockKind.TEASER,
    Zone.APPEAL: BlockKind.APPEAL,
    Zone.COMMENTS: BlockKind.COMMENT_RULES,
}
_LINKED = 0.75
"""Share of links from which a line points elsewhere instead of telling something."""
_SHORT = 160
"""Characters of the longest byline or date line."""
_LONG_CAPTION = 600
_TEASER = 25
"""Characters from which a linked line is a headline of another story, not a menu entry."""
_LEAD = 30
_LONGEST_TITLE = 500
_DIGIT = re.compile(r"\d")
_COPYRIGHT = re.compile(r"\s*(?:©|\(c\)|copyright\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a page when its boxes are told apart."""

    scene: Scene
    headline: int | None
    words: PageWords
    description: str = ""


def classify(page: Page) -> list[BlockKind]:
    """The kind of every box of the page."""
    judge = _Judge(page)
    kinds = [judge.kind(i) for i in range(len(page.scene.boxes))]
    return judge.settled(kinds)


class _Judge:
    """Tells the boxes of one page apart."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.scene = page.scene
        self.words = page.words
        self.head = page.headline
        title = page.scene.boxes[page.headline].text if page.headline is not None else ""
        self.title = plain(title)
        self.description = plain(page.description)
        self.containers = self._containers()

    def kind(self, i: int) -> BlockKind:
        """The kind of box i by itself."""
        if i == self.head:
            return BlockKind.HEADLINE
        box = self.scene.boxes[i]
        zone = self.scene.zone(box)
        if zone is Zone.NAVIGATION and self._quoted(i, box):
            return BlockKind.PARAGRAPH
        if self.scene.inside[i]:
            return self._inner(i, box, zone)
        if self.scene.first >= 0 and zone is None:
            part = self._missed(i, box) or self._around(i, box)
            if part:
                return part
        return self._furniture(box, zone)

    # inside the chosen region

    def _inner(self, i: int, box: Box, zone: Zone | None) -> BlockKind:
        if zone:
            return self._furniture(box, zone)
        if self.title and len(box.text) <= _LONGEST_TITLE and plain(box.text) == self.title:
            return BlockKind.NAVIGATION
        if self.head is not None and i < self.head:
            return self._above(box)
        pointer = self._pointer(box)
        if pointer:
            return pointer
        part = self._part(i, box)
        if part:
            return part
        return BlockKind.SUBHEADING if box.frame.heading else BlockKind.PARAGRAPH

    def _above(self, box: Box) -> BlockKind:
        part = self._small(box)
        if part:
            return part
        if box.size - box.links >= _SHORT:
            return BlockKind.PARAGRAPH
        return BlockKind.SECTION if box.size <= 40 else BlockKind.NAVIGATION

    def _pointer(self, box: Box) -> BlockKind | None:
        """Lines inside the region that point elsewhere."""
        text = box.text
        if box.link_share >= _LINKED and box.frame.tag in {"p", "li", "div", "h2", "h3", "h4"}:
            return BlockKind.TEASER
        if box.size > _SHORT * 2:
            return None
        if self.words.whole("rules", text):
            return BlockKind.COMMENT_RULES
        if self.words.opening("more", text) and (box.links or text.rstrip().endswith((":", "..."))):
            return BlockKind.TEASER
        if _COPYRIGHT.match(text) or self.words.whole("menu", text):
            return BlockKind.NAVIGATION
        return None

    # around the chosen region

    def _around(self, i: int, box: Box) -> BlockKind | None:
        start = self.scene.first if self.head is None else min(self.head, self.scene.first)
        if not start - 12 <= i <= self.scene.last + 6:
            return None
        if i > start:
            return self._part(i, box) if box.link_share < _LINKED else self._small(box)
        return self._small(box)

    def _missed(self, i: int, box: Box) -> BlockKind | None:
        """Paragraphs beside those of the region that were left out."""
        if self._quoted(i, box):
            return BlockKind.PARAGRAPH
        if box.frame.tag != "p" or box.link_share > 0.4 or box.size < 40 or box.frame.figure:
            return None
        if i <= self.scene.first or self._container(box) not in self.containers:
            return None
        return BlockKind.PARAGRAPH if self.scene.role(box) is None else None

    def _quoted(self, i: int, box: Box) -> bool:
        """Posts of others that stand between the paragraphs; extractors take them for widgets."""
        return box.frame.quote and self.scene.first < i < self.scene.last and box.size >= 20

    def _container(self, box: Box) -> tuple[str, str, int]:
        parent = box.frame.element.getparent()
        name = (parent.get("class") or "") if parent is not None else ""
        tag = str(parent.tag) if parent is not None else ""
        return tag, name, box.frame.above if not name else 0

    def _containers(self) -> frozenset[tuple[str, str, int]]:
        seen: dict[tuple[str, str, int], int] = {}
        for box, inside in zip(self.scene.boxes, self.scene.inside, strict=True):
            if inside and box.frame.tag == "p" and box.link_share < _LINKED:
                key = self._container(box)
                seen[key] = seen.get(key, 0) + box.size
        return frozenset(key for key, size in seen.items() if size >= 200)

    # parts of an article

    def _part(self, i: int, box: Box) -> BlockKind | None:
        small = self._small(box)
        if small:
            return small
        role = self.scene.role(box)
        if role is Zone.CAPTION or box.frame.figure:
            return BlockKind.CAPTION if box.size < _LONG_CAPTION else None
        if box.size < _LONG_CAPTION / 2 and self._credited(i, box):
            return BlockKind.CAPTION
        return self._lead(i, box, role)

    def _credited(self, i: int, box: Box) -> bool:
        """A photo credit at the head of a line, or anywhere in it above the first paragraph."""
        at = self.words.labelled("credit", box.text)
        return at == 0 or (at > 0 and self.head is not None and not self._prose_before(i))

    def _lead(self, i: int, box: Box, role: Zone | None) -> BlockKind | None:
        after = self.head is not None and self.head < i <= self.head + 10
        if not after or box.size < _LEAD or self._prose_before(i):
            return None
        if role is Zone.LEAD or box.frame.heading in {"h2", "h3", "h4", "h5"}:
            return BlockKind.LEAD
        if not self.scene.inside[i] and self.description and plain(box.text) == self.description:
            return BlockKind.LEAD
        return None

    def _prose_before(self, i: int) -> bool:
        scene, start = self.scene, (self.head or 0) + 1
        return any(
            scene.inside[k] and not scene.boxes[k].frame.heading and scene.boxes[k].size > 120
            for k in range(start, i)
        )

    def _small(self, box: Box) -> BlockKind | None:
        """Bylines, dates and labels: short lines that their words or marks give away."""
        if box.size > _SHORT or box.frame.heading == "h1":
            return None
        role, text = self.scene.role(box), box.text
        dated = bool(box.stamps) or _DIGIT.search(text) is not None
        if role is not Zone.CAPTION and self._byline(box):
            return BlockKind.BYLINE
        if role is Zone.DATE and dated:
            return BlockKind.DATE
        if role is Zone.BYLINE:
            return BlockKind.BYLINE
        if role is Zone.SECTION:
            return BlockKind.SECTION
        if dated and (self.words.opening("published", text) or self.words.opening("updated", text)):
            return BlockKind.DATE
        if self.words.whole("section", text):
            return BlockKind.SECTION
        return None

    def _byline(self, box: Box) -> bool:
        end = self.words.opening("by", box.text)
        rest = box.text[end:].strip(" :").split()
        return (
            bool(end) and 1 <= len(rest) <= 12 and not box.text.rstrip().endswith((".", "!", "?"))
        )

    # the page around

    def _furniture(self, box: Box, zone: Zone | None) -> BlockKind:
        if zone is Zone.COMMENTS:
            return BlockKind.COMMENT_RULES
        short = box.text[:_SHORT]
        if box.link_share < _LINKED and self.words.opening("rules", short):
            return BlockKind.COMMENT_RULES
        if zone is Zone.APPEAL or (box.size > 15 and self.words.holds("appeal", box.text)):
            return BlockKind.APPEAL
        if zone is Zone.NAVIGATION or self.words.whole("menu", short):
            return BlockKind.NAVIGATION
        if self._label(box):
            return BlockKind.NAVIGATION
        if zone is Zone.TEASER and box.anchors < 2:
            return BlockKind.TEASER
        if self.words.opening("more", short):
            return BlockKind.TEASER
        story = box.size >= _TEASER * max(1, box.anchors) and (
            box.link_share >= _LINKED or box.frame.heading
        )
        return BlockKind.TEASER if story else BlockKind.NAVIGATION

    def _label(self, box: Box) -> bool:
        """A line that stands above other stories and is none itself (Read also)."""
        if box.links:
            return False
        opened = self.words.opening("more", box.text)
        return bool(opened) and (self.words.whole("more", box.text) or bool(box.frame.heading))

    def settled(self, kinds: list[BlockKind]) -> list[BlockKind]:
        """Kinds set right by their neighbours.

        There are no parts of an article without its paragraphs; and what stands under a label
        such as Read also, in the same element, are stories, with or without links.
        """
        if BlockKind.PARAGRAPH not in kinds:
            return [k if k in FURNITURE else BlockKind.NAVIGATION for k in kinds]
        under = -1
        settled = []
        for box, kind in zip(self.scene.boxes, kinds, strict=True):
            if self._label(box) and kind is BlockKind.NAVIGATION:
                under = box.frame.above
            elif kind is not BlockKind.NAVIGATION or under not in _around_box(box):
                under = under if kind is BlockKind.TEASER else -1
            elif box.size >= _TEASER // 2:
                kind = BlockKind.TEASER
            settled.append(kind)
        return settled


def _around_box(box: Box) -> tuple[int, ...]:
    parent = box.frame.outer
    return (box.frame.above, parent.above if parent else -1)
