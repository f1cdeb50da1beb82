from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

import pytest

from quoth.model import Article, BlockKind, Capture, Source
from quoth.read.html import read_html
from quoth.read.options import ReadOptions

Read = Callable[..., Article]


@pytest.fixture
def read() -> Read:
    """Reads markup (text or bytes) as a page at `url`."""

    def run(
        markup: str | bytes,
        url: str | None = None,
        options: ReadOptions | None = None,
        charset: str = "",
    ) -> Article:
        body = markup.encode() if isinstance(markup, str) else markup
        source = Source(
            "page.html",
            url,
            media_type="text/html",
            charset=charset,
            sha256=sha256(body).hexdigest(),
        )
        return read_html(Capture(source, body), options or ReadOptions())

    return run


@pytest.fixture
def texts() -> Callable[..., list[str]]:
    """The texts of the blocks of some kinds."""

    def run(article: Article, *kinds: BlockKind) -> list[str]:
        return [b.span.of(article.text) for b in article.of(*kinds)]

    return run
