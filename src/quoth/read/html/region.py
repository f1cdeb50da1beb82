"""Which text nodes are the article: trafilatura decides, and its choice comes back node by node.

Positions are never looked for.  Each text node of a copy of the tree gets a short sentinel at
its beginning, a few signs that occur nowhere else on the page; trafilatura carries them along like
any text, and the sentinels in its output name the nodes that it chose.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence

from lxml import etree, html

from quoth.read.html.engine import extract_body
from quoth.read.html.walk import TextNode

_HEADS = [chr(c) for c in range(0x2840, 0x2900)]
_DIGITS = [chr(c) for c in range(0x2801, 0x2840)]
# Braille patterns: printable, no letters, not changed by normalisation, absent from news pages
_SENTINEL = re.compile("[\u2840-\u28ff][\u2801-\u283f]{1,3}")
_BRAILLE = re.compile("[\u2801-\u28ff]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
"""Characters that lxml does not take as text; the copy shows a space for them."""


_MOST_NODES = 10_000
"""trafilatura takes about 0.3 ms a text node; more would use up too much of a page's time."""


def chosen(root: html.HtmlElement, nodes: Sequence[TextNode]) -> frozenset[int] | None:
    """The numbers of the text nodes that trafilatura takes for the article.

    None if it found nothing or failed, or if the page is too large for it; the caller has to
    choose by itself, and says so.
    """
    if len(nodes) > _MOST_NODES:
        return None
    twin, names = _marked(root, nodes)
    body = extract_body(twin)
    if body is None:
        return None
    text = "".join(str(part) for part in body.itertext())
    return frozenset(names[m] for m in _SENTINEL.findall(text) if m in names)


def _marked(
    root: html.HtmlElement, nodes: Sequence[TextNode]
) -> tuple[html.HtmlElement, dict[str, int]]:
    twin = copy.deepcopy(root)
    twins = dict(zip(root.iter(), twin.iter(), strict=True))
    width = _width(len(nodes))
    names: dict[str, int] = {}
    for number, node in enumerate(nodes):
        sentinel = _sentinel(number, width)
        names[sentinel] = number
        _insert(twins[node.element], node.tail, sentinel)
    etree.strip_tags(twin, etree.Comment, etree.ProcessingInstruction)
    return twin, names


def _insert(element: etree._Element, tail: bool, sentinel: str) -> None:
    text = (element.tail if tail else element.text) or ""
    clean = _BRAILLE.sub(" ", _NOT_XML.sub(" ", text))
    blank = len(clean) - len(clean.lstrip())
    # behind the white space, so that what trims it finds it where it was
    marked = clean[:blank] + sentinel + clean[blank:] if blank < len(clean) else clean
    if tail:
        element.tail = marked
    else:
        element.text = marked


def _width(count: int) -> int:
    width, room = 1, len(_HEADS) * len(_DIGITS)
    while room < count:
        width, room = width + 1, room * len(_DIGITS)
    return width


def _sentinel(number: int, width: int) -> str:
    digits = []
    for _ in range(width):
        number, digit = divmod(number, len(_DIGITS))
        digits.append(_DIGITS[digit])
    return _HEADS[number] + "".join(digits)
