"""Links that open a page at given words: text fragments (`#:~:text=`)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quoth.model import Article, OriginKind, Span
from quoth.text.selectors import fragment_link


def text_link(article: Article, spans: Iterable[Span]) -> str | None:
    """A link that opens the web page of `article` at the words of `spans`.

    None where the page is no HTML, or where neither its address nor its file is known.
    """
    address = _address(article)
    return None if address is None else fragment_link(address, article.text, *spans)


def _address(article: Article) -> str | None:
    source = article.source
    if article.origin.kind is not OriginKind.HTML:
        return None
    if known := source.url or article.meta.url:
        return known
    file = Path(source.page)
    return file.absolute().as_uri() if file.is_file() else None
