"""From the tree to boxes: the visible text in document order, cut where a browser breaks the line.

A box is a stretch of text without a block-level break in it.  Every piece of it knows its text
node; nodes are named by XPaths that hold in this tree and, for well-formed pages, in a browser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree, html

from quoth.read.html.fold import EMPTY, Folded, Piece, fold
from quoth.read.html.marks import NOTHING, marks_of
from quoth.read.html.names import BLOCK_TAGS, SKIPPED_TAGS, Zone

_PLAIN_TAG = re.compile(r"[a-z][a-z0-9_-]*", re.ASCII)
_TELLING = frozenset({"a", "figure"})
"""Inline elements that count for what is in them even without attributes."""
_BLANK = re.compile(r"[\s\u00ad\u200b\u2060\ufeff\u200e\u200f]*")


@dataclass(slots=True)
class Frame:
    """An element with marks of its own, and what it hands down to what is in it.

    Attributes:
        number: its place in document order.
        above: the number of the nearest element around that has a frame.
        zones: the furniture zones around, outermost first, with the number of their element.
        role: the nearest zone of the article kind (byline, date, caption, lead, section).
        role_at: the number of the element that has that role.
        card: the number of the nearest list item, article, section or table row.
        hidden: the number of the outermost hidden element around, 0 if none.
        stamp: the date for machines that the element carries.
        block: the nearest block-level element, maybe itself.
        outer: the nearest element around that has a frame.
    """

    element: html.HtmlElement
    tag: str = ""
    number: int = 0
    above: int = 0
    zones: tuple[tuple[Zone, int], ...] = ()
    role: Zone | None = None
    role_at: int = 0
    card: int = 0
    hidden: int = 0
    link: bool = False
    pre: bool = False
    figure: bool = False
    quote: bool = False
    heading: str = ""
    stamp: str = ""
    block: Frame | None = None
    outer: Frame | None = None


class _Open:
    """An open element: its path and what has been counted below it."""

    __slots__ = ("elements", "frame", "path", "rows", "seen", "tag", "texts")

    def __init__(self, path: str, tag: str, frame: Frame) -> None:
        self.path = path
        self.tag = tag
        self.frame = frame
        self.seen: dict[str, int] = {}
        self.elements = 0
        self.rows = 0
        self.texts = 0


@dataclass(slots=True)
class Box:
    """A stretch of text without a block-level break.

    Attributes:
        frame: the innermost block-level element around.
        lines: pieces of text by line (parted by `<br>`).
        roles: characters under an inline element of the article kind, by that kind.
        links: characters inside links.
        anchors: text nodes inside links.
        size: characters of the page in it, white space at the ends of nodes left out.
        folded: text and runs, set once the box is closed.
    """

    frame: Frame
    lines: list[list[Piece]] = field(default_factory=lambda: [[]])
    roles: dict[Zone, int] = field(default_factory=dict)
    stamps: list[str] = field(default_factory=list)
    links: int = 0
    anchors: int = 0
    size: int = 0
    folded: Folded = EMPTY

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    @property
    def link_share(self) -> float:
        """Share of the characters that are links, 0 to 1."""
        return self.links / self.size if self.size else 0.0


@dataclass(frozen=True, slots=True)
class TextNode:
    """A visible text node: the text of `element`, or the text after it (`tail`)."""

    path: str
    element: etree._Element
    tail: bool


@dataclass(frozen=True, slots=True)
class Walk:
    """All boxes of a page in document order, and its text nodes by number."""

    boxes: tuple[Box, ...]
    nodes: tuple[TextNode, ...]


def walk(root: html.HtmlElement) -> Walk:
    """Walk the whole tree once."""
    walker = _Walker(root)
    events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in events:
        if event == "start":
            if walker.open(element):
                events.skip_subtree()
        elif event == "end":
            walker.close(element)
        else:
            walker.text(element.tail, element, tail=True)
    walker.flush()
    return Walk(tuple(walker.boxes), tuple(walker.nodes))


class _Walker:
    """The state of one walk."""

    def __init__(self, root: html.HtmlElement) -> None:
        self.boxes: list[Box] = []
        self.nodes: list[TextNode] = []
        top = Frame(root)
        top.block = top
        self.stack = [_Open("", "", top)]
        self.count = 0
        self.box: Box | None = None
        self.breaks = 0

    def open(self, element: html.HtmlElement) -> bool:
        """Enter an element; says whether its subtree is to be left out."""
        parent = self.stack[-1]
        self.count += 1
        tag = str(element.tag)
        path = self._row_path(parent) if tag == "tr" else _child_path(parent, tag)
        if tag in SKIPPED_TAGS:
            self.stack.append(_Open(path, tag, parent.frame))
            return True
        if tag in BLOCK_TAGS:
            self.flush()
        elif tag == "br" and self.box is not None:
            self.breaks += 1
        frame = _frame(parent.frame, element, tag, self.count)
        self.stack.append(_Open(path, tag, frame))
        if element.text:
            self.text(element.text, element, tail=False)
        return False

    def _row_path(self, parent: _Open) -> str:
        """The path of a table row.

        A browser puts the rows of a table into a `tbody` that the page need not have, so a row
        right below its table is counted among all rows of the table, wherever they are.
        """
        plain = _child_path(parent, "tr")
        table = next((o for o in reversed(self.stack) if o.tag == "table"), None)
        if table is None:
            return plain
        table.rows += 1
        if parent is not table:
            return plain
        depth = sum(1 for o in self.stack if o.tag == "table")
        return f"{table.path}/descendant::tr[count(ancestor::table)={depth}][{table.rows}]"

    def close(self, element: html.HtmlElement) -> None:
        """Leave an element; the text after it belongs to the one around."""
        if self.stack.pop().tag in BLOCK_TAGS:
            self.flush()
        if element.tail and len(self.stack) > 1:
            self.text(element.tail, element, tail=True)

    def text(self, text: str | None, element: etree._Element, *, tail: bool) -> None:
        """Take the text of one node."""
        if not text:
            return
        here = self.stack[-1]
        here.texts += 1
        blank = text.isspace() or _BLANK.fullmatch(text) is not None
        if blank and self.box is None:
            return
        frame = here.frame
        box = self._current(frame, blank=blank)
        if not blank:
            _weigh(box, frame, len(text.strip()))
        box.lines[-1].append(Piece(len(self.nodes), text, frame.link, frame.pre))
        self.nodes.append(TextNode(f"{here.path}/text()[{here.texts}]", element, tail))

    def flush(self) -> None:
        """Close the open box."""
        box, self.box, self.breaks = self.box, None, 0
        if box is None:
            return
        box.folded = fold(box.lines)
        # signs that are not shown do not count
        box.size = min(box.size, len(box.text))
        box.links = min(box.links, box.size)
        if box.text:
            self.boxes.append(box)

    def _current(self, frame: Frame, *, blank: bool) -> Box:
        if not blank and self.breaks and self.box is not None:
            # two line breaks are how many pages part paragraphs; one is a line of its own
            if self.breaks > 1:
                self.flush()
            else:
                self.box.lines.append([])
                self.breaks = 0
        if self.box is None:
            self.box = Box(frame.block or frame)
        return self.box


def _weigh(box: Box, frame: Frame, size: int) -> None:
    box.size += size
    if frame.link:
        box.links += size
        box.anchors += 1
    if frame.role and frame.role is not box.frame.role:
        box.roles[frame.role] = box.roles.get(frame.role, 0) + size
    if frame.stamp and frame.stamp not in box.stamps:
        box.stamps.append(frame.stamp)


def _child_path(parent: _Open, tag: str) -> str:
    parent.elements += 1
    place = parent.seen.get(tag, 0) + 1
    parent.seen[tag] = place
    if not parent.path or tag == "body":
        return f"{parent.path}/{tag}"
    if _PLAIN_TAG.fullmatch(tag):
        return f"{parent.path}/{tag}[{place}]"
    # a name such as `fb:like` or `p<b` is no name test of XPath
    return f"{parent.path}/*[{parent.elements}]"


def _frame(parent: Frame, element: html.HtmlElement, tag: str, number: int) -> Frame:
    """The frame of an element; the one around where the element has nothing to add."""
    marks = marks_of(element, tag)
    block = tag in BLOCK_TAGS
    if marks is NOTHING and not block and tag not in _TELLING:
        return parent
    zones = parent.zones
    if marks.zone and all(z is not marks.zone for z, _ in zones):
        zones = (*zones, (marks.zone, number))
    frame = Frame(
        element=element,
        tag=tag,
        number=number,
        above=parent.number,
        zones=zones,
        role=marks.role or parent.role,
        role_at=number if marks.role else parent.role_at,
        card=number if marks.card else parent.card,
        hidden=parent.hidden or (number if marks.hidden else 0),
        link=parent.link or tag == "a",
        pre=parent.pre or tag == "pre",
        figure=parent.figure or tag == "figure",
        quote=parent.quote or tag == "blockquote",
        heading=marks.heading or parent.heading,
        stamp=marks.stamp or parent.stamp,
        outer=parent,
    )
    frame.block = frame if block else parent.block
    return frame
