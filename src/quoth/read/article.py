"""A capture becomes an Article."""

from __future__ import annotations

from dataclasses import replace

from quoth.errors import NotReadable
from quoth.model import Article, Capture, Metadata, article_id
from quoth.read.bare import bare_blocks
from quoth.read.clean import clean
from quoth.read.decode import decode
from quoth.read.dump import read_dump
from quoth.read.html import read_html
from quoth.read.jsonl import record_article
from quoth.read.options import As, ReadOptions
from quoth.read.sniff import HTML, RECORDS


def article(capture: Capture, options: ReadOptions | None = None) -> Article:
    """Read the bytes of one page.

    Raises:
        NotReadable: empty, binary, bad-record.
        LimitExceeded: too-large, too-deep.
    """
    options = options or ReadOptions()
    kind = capture.source.media_type
    if kind == HTML:
        return read_html(capture, options)
    if kind == RECORDS:
        return record_article(capture, options)
    return _plain(capture, options)


def _plain(capture: Capture, options: ReadOptions) -> Article:
    source = capture.source
    decoded = decode(capture.body, declared=source.charset)
    text, origin = clean(decoded.text)
    if not text.strip():
        raise NotReadable(f"{source.page}: no text in the input", "empty")
    meta = Metadata(language=options.language)
    if options.taken_as is As.ARTICLE:
        blocks = bare_blocks(text)
    else:
        blocks, meta = read_dump(text, options.language)
    if source.url is not None:
        meta = replace(meta, url=source.url)
    name = article_id(source.sha256, source.url)
    source = replace(source, charset=decoded.charset)
    return Article(name, source, text, blocks, origin, meta)
