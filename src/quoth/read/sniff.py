"""What kind of page a file is: by its name, by its header, by its first characters."""

from __future__ import annotations

import re
from pathlib import PurePath

from quoth.read.options import As, ReadOptions

HTML = "text/html"
TEXT = "text/plain"
RECORDS = "application/x-ndjson"

_TAKEN = {As.HTML: HTML, As.DUMP: TEXT, As.ARTICLE: TEXT, As.JSONL: RECORDS}
_SUFFIXES = {
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".shtml": HTML,
    ".jsonl": RECORDS,
    ".ndjson": RECORDS,
}
_HEADERS = {"text/html": HTML, "application/xhtml+xml": HTML, RECORDS: RECORDS, "text/plain": TEXT}
_OPENING = re.compile(
    rb"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,99})?<(?:!doctype\s+html|html|head|body)\b", re.I
)
_TAG = re.compile(
    rb"</?(?:html|head|body|div|p|meta|script|span|a|article|title|table|ul|li)\b[^<>]{0,400}>",
    re.I,
)
_HEAD = 4096
_MANY_TAGS = 5


def media_type(name: str, head: bytes, options: ReadOptions, header: str | None = None) -> str:
    """text/html, text/plain or application/x-ndjson.

    Args:
        name: of the file, without `.gz`.
        head: the first bytes of the page.
        header: the media type that a server names.
    """
    taken = _TAKEN.get(options.taken_as)
    if taken is not None:
        return taken
    by_header = _HEADERS.get((header or "").split(";")[0].strip().lower())
    known = by_header or _SUFFIXES.get(PurePath(name).suffix.lower())
    if known in (HTML, RECORDS):
        return known or TEXT
    return HTML if _is_html(head[:_HEAD]) else TEXT


def _is_html(head: bytes) -> bool:
    # UTF-16 shows its tags once the NUL bytes are gone
    plain = head.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\x00", b"")
    return _OPENING.match(plain) is not None or len(_TAG.findall(plain)) >= _MANY_TAGS
