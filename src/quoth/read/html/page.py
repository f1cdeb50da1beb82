"""Bytes to a tree of elements, with the one check that must come before everything else: depth."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree, html

from quoth.errors import InputError, LimitExceeded
from quoth.read.decode import decode

_PARSER_DEPTH = 2048
"""libxml2 cuts deeper trees off, so that one this deep has to be refused whatever the limit."""

_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page.

    Attributes:
        root: the `html` element.
        charset: what the bytes were decoded with.
        trusted: whether that encoding is sure.
    """

    root: html.HtmlElement
    charset: str
    trusted: bool


def parse(body: bytes, declared: str | None, max_depth: int = 500) -> Page:
    """Parse the bytes of a page.

    Raises:
        InputError: code `html`, if there is no element and no text in it.
        LimitExceeded: code `too-deep`, if elements are nested deeper than `max_depth`.
    """
    decoded = decode(body, declared=declared, html=True)
    # NULs and lone surrogates are no characters of a page; a browser shows U+FFFD for them
    text = _NOT_TEXT.sub("\ufffd", decoded.text)
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, collect_ids=False, no_network=True)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.LxmlError, ValueError) as err:
        raise InputError(f"no page could be made of the markup: {err}", "html") from err
    if root is None:
        raise InputError("the page holds no element and no text", "html")
    _check_depth(root, min(max_depth, _PARSER_DEPTH - 1))
    return Page(root, decoded.charset, decoded.trusted)


def _check_depth(root: html.HtmlElement, limit: int) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limit:
            raise LimitExceeded(
                f"elements are nested deeper than {limit}; raise max_depth to read the page",
                "too-deep",
            )
