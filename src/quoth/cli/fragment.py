"""Links that open a page at given words: text fragments (`#:~:text=`)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quoth.model import Article, OriginKind, Span
from quoth.text.selectors import fragment_link, page_link


def text_link(article: Article, spans: Iterable[Span]) -> str | None:
    """A link that opens the page of `article`, on the web or in its file, at the words of `spans`.

    None where the page is no HTML, or where neither its address nor its file is known.
    """
    found = tuple(spans)
    if (known := page_link(article, found)) or article.origin.kind is not OriginKind.HTML:
        return known
    file = Path(article.source.page)
    return fragment_link(file.absolute().as_uri(), article.text, *found) if file.is_file() else None
