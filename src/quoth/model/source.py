"""Where bytes came from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Where a page came from.

    Attributes:
        page: the input as the user named it: a path, a URL, `-`, or a record's own id.
        url: the address of the page, if known.
        fetched_at: when it was fetched, ISO 8601, if known.
        media_type: text/html, text/plain or application/x-ndjson.
        charset: the encoding that was used to decode it.
        sha256: hexadecimal digest of the captured bytes.
        archive: the container it was taken from (a JSON lines file, later a WARC), if any.
        offset: where the record begins in that container, in bytes.
    """

    page: str
    url: str | None = None
    fetched_at: str | None = None
    media_type: str = "text/plain"
    charset: str = "utf-8"
    sha256: str = ""
    archive: str | None = None
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes of one page and where they came from."""

    source: Source
    body: bytes
