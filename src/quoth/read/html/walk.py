"""From the tree to boxes: the visible text in document order, cut where a browser breaks the line.

A box is a stretch of text without a block-level break in it.  Every piece of it knows its text
node; nodes are named by XPaths that hold in this tree and, for well-formed pages, in a browser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree, html

from quoth.read.html.fold import EMPTY, Folded, Piece, fold
from quoth.read.html.marks import Marks, marks_of
from quoth.read.html.names import BLOCK_TAGS, SKIPPED_TAGS, Zone

_PLAIN_TAG = re.compile(r"[a-z][a-z0-9_-]*", re.ASCII)
_BLANK = re.compile(r"[\s\u00ad\u200b\u2060\ufeff\u200e\u200f]*")


@dataclass(slots=True)
class Frame:
    """An open element: its path, what has been counted below it, what it hands down.

    Attributes:
        zones: the furniture zones around, outermost first, with the number of their element.
        role: the nearest zone of the article kind (byline, date, caption, lead, section).
        role_at: the number of the element that has that role.
        above: the number of the parent element.
        card: the number of the nearest list item, article, section or table row.
        hidden: the number of the outermost hidden element around, 0 if none.
    """

    element: html.HtmlElement
    path: str
    number: int
    tag: str
    block: int
    zones: tuple[tuple[Zone, int], ...] = ()
    role: Zone | None = None
    role_at: int = 0
    above: int = 0
    card: int = 0
    hidden: int = 0
    link: bool = False
    pre: bool = False
    figure: bool = False
    quote: bool = False
    heading: str = ""
    seen: dict[str, int] = field(default_factory=dict)
    elements: int = 0
    texts: int = 0


@dataclass(slots=True)
class Box:
    """A stretch of text without a block-level break.

    Attributes:
        frame: the innermost block-level element around.
        lines: pieces of text by line (parted by `<br>`).
        roles: characters under an inline element of the article kind, by that kind.
        links: characters inside links.
        size: characters of the page in it, white space at the ends of nodes left out.
        folded: text and runs, set once the box is closed.
    """

    frame: Frame
    lines: list[list[Piece]] = field(default_factory=lambda: [[]])
    roles: dict[Zone, int] = field(default_factory=dict)
    stamps: list[str] = field(default_factory=list)
    links: int = 0
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
        self.stack = [Frame(root, "", 0, "", 0)]
        self.count = 0
        self.box: Box | None = None
        self.breaks = 0

    def open(self, element: html.HtmlElement) -> bool:
        """Enter an element; says whether its subtree is to be left out."""
        parent = self.stack[-1]
        self.count += 1
        tag = str(element.tag)
        if tag in SKIPPED_TAGS:
            self.stack.append(Frame(element, "", self.count, tag, 0))
            _child_path(parent, tag)
            return True
        block = tag in BLOCK_TAGS
        if block or tag == "br":
            self._break(tag)
        marks = marks_of(element, tag)
        frame = _frame(parent, element, self.count, marks)
        frame.block = self.count if block else parent.block
        self.stack.append(frame)
        if marks.stamp:
            self._stamp(element)
        self.text(element.text, element, tail=False)
        return False

    def close(self, element: html.HtmlElement) -> None:
        """Leave an element; the text after it belongs to the one around."""
        frame = self.stack.pop()
        if frame.tag in BLOCK_TAGS:
            self.flush()
        if element.tail and len(self.stack) > 1:
            self.text(element.tail, element, tail=True)

    def text(self, text: str | None, element: etree._Element, *, tail: bool) -> None:
        """Take the text of one node."""
        if not text:
            return
        frame = self.stack[-1]
        frame.texts += 1
        blank = _BLANK.fullmatch(text) is not None
        if blank and self.box is None:
            return
        box = self._current(frame, blank=blank)
        size = 0 if blank else len(text.strip())
        box.size += size
        box.links += size if frame.link else 0
        if frame.role and frame.role is not box.frame.role:
            box.roles[frame.role] = box.roles.get(frame.role, 0) + size
        box.lines[-1].append(Piece(len(self.nodes), text, frame.link, frame.pre))
        self.nodes.append(TextNode(f"{frame.path}/text()[{frame.texts}]", element, tail))

    def flush(self) -> None:
        """Close the open box."""
        box, self.box, self.breaks = self.box, None, 0
        if box is None:
            return
        box.folded = fold(box.lines)
        if box.text:
            self.boxes.append(box)

    def _break(self, tag: str) -> None:
        if tag == "br" and self.box is not None:
            self.breaks += 1
        elif tag != "br":
            self.flush()

    def _current(self, frame: Frame, *, blank: bool) -> Box:
        if not blank and self.breaks and self.box is not None:
            # two line breaks are how many pages part paragraphs; one is a line of its own
            if self.breaks > 1:
                self.flush()
            else:
                self.box.lines.append([])
                self.breaks = 0
        if self.box is None:
            around = next(f for f in reversed(self.stack) if f.number == frame.block)
            self.box = Box(around)
        return self.box

    def _stamp(self, element: html.HtmlElement) -> None:
        value = element.get("datetime") or element.get("content")
        if value and self.box is not None:
            self.box.stamps.append(value)


def _child_path(parent: Frame, tag: str) -> str:
    parent.elements += 1
    parent.seen[tag] = parent.seen.get(tag, 0) + 1
    if parent.path == "" and parent.number == 0:
        return f"/{tag}"
    if tag == "body":
        return f"{parent.path}/{tag}"
    if _PLAIN_TAG.fullmatch(tag):
        return f"{parent.path}/{tag}[{parent.seen[tag]}]"
    # a name such as `fb:like` or `p<b` is no name test of XPath
    return f"{parent.path}/*[{parent.elements}]"


def _frame(parent: Frame, element: html.HtmlElement, number: int, marks: Marks) -> Frame:
    tag = str(element.tag)
    zones = parent.zones
    if marks.zone and all(z is not marks.zone for z, _ in zones):
        zones = (*zones, (marks.zone, number))
    return Frame(
        element=element,
        path=_child_path(parent, tag),
        number=number,
        tag=tag,
        block=parent.block,
        zones=zones,
        role=marks.role or parent.role,
        role_at=number if marks.role else parent.role_at,
        above=parent.number,
        card=number if marks.card else parent.card,
        hidden=parent.hidden or (number if marks.hidden else 0),
        link=parent.link or tag == "a",
        pre=parent.pre or tag == "pre",
        figure=parent.figure or tag == "figure",
        quote=parent.quote or tag == "blockquote",
        heading=marks.heading or parent.heading,
    )
