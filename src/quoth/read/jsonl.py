"""JSON lines of clean text: one bare article a record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from io import BufferedIOBase, RawIOBase
from typing import BinaryIO

from quoth.errors import NotReadable
from quoth.model import Article, Capture, Issue, Metadata, Source, article_id, issue
from quoth.read.bare import bare_blocks
from quoth.read.clean import clean
from quoth.read.dates import find_date
from quoth.read.options import ReadOptions
from quoth.read.sniff import RECORDS

_OPTIONAL = ("url", "title", "published", "fetched", "language", "site", "author")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Record:
    """One line: `id` and `text` are required."""

    id: str
    text: str
    url: str | None = None
    title: str | None = None
    published: str | None = None
    fetched: str | None = None
    language: str | None = None
    site: str | None = None
    author: str | None = None


def record_captures(
    page: str, stream: BinaryIO | Iterable[bytes], options: ReadOptions
) -> Iterator[Capture | Issue]:
    """One capture a record, one issue a line that is none; empty lines are passed over."""
    offset = 0
    for line, length in _lines(stream, options.max_bytes):
        if line is None:
            yield _bad(page, offset, "too-large", f"over the limit of {options.max_bytes:,} bytes")
        elif line.strip():
            yield _line(page, offset, line, options)
        offset += length


def record_article(capture: Capture, options: ReadOptions) -> Article:
    """The article of one record.

    Raises:
        NotReadable: `bad-record`, or `empty` where the text is.
    """
    record = parse(capture.body)
    text, origin = clean(record.text)
    if not text.strip():
        raise NotReadable(f"record {record.id}: its text is empty", "empty")
    given = {"headline": record.title, "published": _iso(record.published)}
    given |= {"language": record.language or options.language, "url": record.url}
    given |= {"site": record.site}
    authors = (record.author,) if record.author else ()
    told = {**given, "authors": authors}
    why = tuple((name, "record") for name, value in told.items() if value)
    meta = Metadata(**given, authors=authors, why=why)
    source = capture.source
    name = article_id(source.sha256, source.url, record.id)
    return Article(name, source, text, bare_blocks(text), origin, meta)


def parse(line: bytes) -> Record:
    """The record of a line.

    Raises:
        NotReadable: `bad-record`, saying what is wrong with it.
    """
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as err:
        raise NotReadable(f"not a line of JSON: {err}", "bad-record") from err
    if not isinstance(value, dict):
        raise NotReadable("not a JSON object", "bad-record")
    name, text = value.get("id"), value.get("text")
    if isinstance(name, int) and not isinstance(name, bool):
        name = str(name)
    if not isinstance(name, str) or not name:
        raise NotReadable("no id, which must be a string", "bad-record")
    if not isinstance(text, str):
        raise NotReadable(f"record {name}: no text, which must be a string", "bad-record")
    more = {key: _optional(name, key, value.get(key)) for key in _OPTIONAL}
    # half of a surrogate pair is no character; one sign for one keeps the offsets
    return Record(_SURROGATE.sub("\ufffd", name), _SURROGATE.sub("\ufffd", text), **more)


def _optional(name: str, key: str, value: object) -> str | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise NotReadable(f"record {name}: {key} must be a string", "bad-record")
    return _SURROGATE.sub("\ufffd", value)


def _lines(stream: BinaryIO | Iterable[bytes], limit: int) -> Iterator[tuple[bytes | None, int]]:
    """Lines with their lengths; None for a line over the limit, which is never held whole."""
    if not isinstance(stream, BufferedIOBase | RawIOBase):
        yield from ((line if len(line) <= limit else None, len(line)) for line in stream)
        return
    while line := stream.readline(limit + 1):
        length = len(line)
        if length <= limit or line.endswith(b"\n"):
            yield line, length
            continue
        while rest := stream.readline(limit + 1):
            length += len(rest)
            if rest.endswith(b"\n"):
                break
        yield None, length


def _line(page: str, offset: int, line: bytes, options: ReadOptions) -> Capture | Issue:
    try:
        record = parse(line)
    except NotReadable as err:
        return _bad(page, offset, err.code, err.message)
    source = Source(
        page=record.id,
        url=record.url,
        fetched_at=record.fetched or options.fetched_at,
        media_type=RECORDS,
        sha256=sha256(line).hexdigest(),
        archive=page,
        offset=offset,
    )
    return Capture(source, line)


def _bad(page: str, offset: int, code: str, message: str) -> Issue:
    source = Source(page, media_type=RECORDS, archive=page, offset=offset)
    return issue(code, "error", "read", source, f"{page}, byte {offset:,}: {message}")


def _iso(value: str | None) -> str | None:
    if value is None:
        return None
    try:
        datetime.fromisoformat(value)
    except ValueError:
        found = find_date(value)
        return found.value if found is not None else None
    return value
