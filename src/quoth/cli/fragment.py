"""Links that open a page at given words: text fragments (`#:~:text=`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from quoth.model import Article, OriginKind, Span

LONG = 12
"""Words above which a fragment names only the first and the last ones, to keep links short."""
_ENDS = 5
_EDGES = re.compile(r"^\W+|\W+$")


def text_link(article: Article, spans: Iterable[Span]) -> str | None:
    """A link that opens the web page of `article` at the words of `spans`.

    None where the page is no HTML, or where neither its address nor its file is known.
    """
    address = _address(article)
    if address is None:
        return None
    parts = [p for s in spans if (p := _directive(s.of(article.text)))]
    if not parts:
        return address
    sign = ":~:" if "#" in address else "#:~:"
    return address + sign + "&".join(parts)


def _address(article: Article) -> str | None:
    source = article.source
    if article.origin.kind is not OriginKind.HTML:
        return None
    if known := source.url or article.meta.url:
        return known
    file = Path(source.page)
    return file.absolute().as_uri() if file.is_file() else None


def _directive(text: str) -> str | None:
    # a browser matches whole words: quotation marks at the edges would only be in its way
    words = _EDGES.sub("", text).split()
    if not words:
        return None
    if len(words) <= LONG and "\n" not in text:
        return f"text={_escaped(words)}"
    return f"text={_escaped(words[:_ENDS])},{_escaped(words[-_ENDS:])}"


def _escaped(words: list[str]) -> str:
    # hyphen, comma and ampersand have a meaning of their own in a fragment
    return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")
