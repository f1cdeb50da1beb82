"""The article node of a page's JSON-LD, broken JSON survived."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape

from lxml import html

_TYPES = """
    Article NewsArticle ReportageNewsArticle OpinionNewsArticle AnalysisNewsArticle
    BackgroundNewsArticle ReviewNewsArticle AskPublicNewsArticle BlogPosting LiveBlogPosting
    Report SocialMediaPosting TechArticle SatiricalArticle AdvertiserContentArticle
"""
_ARTICLES = frozenset(_TYPES.split())
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")
"""Where the page's own article may stand; lists of other stories are not looked into."""
_LONGEST = 1_000_000
_COMMENT = r"(?:/\*|//)?\s?"
_WRAPPING = re.compile(rf"<!--|-->|{_COMMENT}<!\[CDATA\[\s?(?:\*/)?|{_COMMENT}\]\]>\s?(?:\*/)?")
_TRAILING = re.compile(r",(\s{0,200}[}\]])")

Node = dict[str, object]


def article_node(root: html.HtmlElement) -> Node:
    """The first node of an article type; a node by a name that nothing refers to is left out.

    Empty where the page has none.
    """
    nodes = [n for script in _scripts(root) for n in _nodes(_load(script))]
    return next((_resolved(n, nodes) for n in nodes if _types(n) & _ARTICLES), {})


def text_of(value: object) -> str | None:
    """The text of a value: itself, its `name`, or that of the first of a list."""
    if isinstance(value, list):
        return next((t for t in map(text_of, value) if t), None)
    if isinstance(value, dict):
        return text_of(value.get("name") or value.get("@value") or value.get("@id"))
    if isinstance(value, str):
        return " ".join(unescape(value).split()) or None
    return None


def texts_of(value: object) -> tuple[str, ...]:
    """The texts of a value that may be a list."""
    values = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(t for t in map(text_of, values) if t))


def _scripts(root: html.HtmlElement) -> Iterator[str]:
    for script in root.iter("script"):
        kind = script.get("type") or ""
        if "ld+json" in kind.lower() and script.text and len(script.text) < _LONGEST:
            yield script.text


def _load(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        pass
    clean = _TRAILING.sub(r"\1", _WRAPPING.sub("", text)).strip().rstrip(";")
    try:
        # what follows the first whole value is dropped: two objects in a row are frequent
        return json.JSONDecoder(strict=False).raw_decode(clean)[0]
    except (ValueError, RecursionError):
        return None


def _nodes(value: object) -> Iterator[Node]:
    waiting = [value]
    while waiting:
        here = waiting.pop(0)
        if isinstance(here, list):
            waiting = [*here, *waiting]
        elif isinstance(here, dict):
            yield here
            waiting = [*(here[k] for k in _INSIDE if k in here), *waiting]


def _types(node: Node) -> set[str]:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return {n.rpartition("/")[2].rpartition(":")[2] for n in names if isinstance(n, str)}


def _resolved(node: Node, nodes: list[Node]) -> Node:
    named = {n["@id"]: n for n in nodes if isinstance(n.get("@id"), str) and len(n) > 1}
    return {key: _follow(value, named) for key, value in node.items()}


def _follow(value: object, named: dict[object, Node]) -> object:
    if isinstance(value, list):
        return [_follow(v, named) for v in value]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return named.get(value["@id"], value)
    return value
