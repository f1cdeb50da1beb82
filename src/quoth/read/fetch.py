"""Fetching a URL that the user named: bounded in size, time and redirects, HTTP and HTTPS only."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from typing import IO, Any, Protocol

from quoth.errors import FetchFailed, LimitExceeded

_CHUNK = 65536
_SILENCE = 20.0  # seconds without an answer
_TOTAL = 120.0  # seconds for the whole page
_HEADERS = {
    "User-Agent": "quoth (+https://pypi.org/project/quoth/)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """The answer to a request: bytes, the address after redirects, and what the header says."""

    body: bytes
    url: str
    media_type: str | None
    charset: str | None


class _Answer(Protocol):
    headers: Message

    def read(self, amount: int) -> bytes: ...

    def geturl(self) -> str: ...


class _WebRedirects(urllib.request.HTTPRedirectHandler):
    max_redirections = 8

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Any,
        newurl: str,
    ) -> urllib.request.Request | None:
        if not is_url(newurl):
            raise FetchFailed(f"{req.full_url} redirects to {newurl}, which is no web address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def is_url(page: str) -> bool:
    """Whether a page as the user named it is a web address."""
    return page[:8].lower().startswith(("http://", "https://"))


def fetch(url: str, max_bytes: int) -> Fetched:
    """Fetch one page.

    Raises:
        FetchFailed: no answer in time, an error answer, a broken connection.
        LimitExceeded: `too-large`, more than `max_bytes`; the rest is not read.
    """
    try:
        request = urllib.request.Request(url, headers=_HEADERS)  # noqa: S310
        with _opener().open(request, timeout=_SILENCE) as answer:
            body = b"".join(_stream(answer, url, max_bytes))
            headers = answer.headers
            kind = headers.get_content_type() if headers.get("Content-Type") else None
            return Fetched(body, answer.geturl(), kind, headers.get_content_charset())
    except urllib.error.HTTPError as err:
        raise FetchFailed(f"{url} answers {err.code} {err.reason}") from err
    except (urllib.error.URLError, HTTPException, OSError, ValueError) as err:
        reason = getattr(err, "reason", None) or err
        raise FetchFailed(f"{url} cannot be fetched: {reason}") from err


def _opener() -> urllib.request.OpenerDirector:
    # no handlers for file:, ftp: and data: addresses
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        _WebRedirects(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _stream(answer: _Answer, url: str, max_bytes: int) -> Iterator[bytes]:
    packed = answer.headers.get("Content-Encoding", "").lower() in ("gzip", "deflate")
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed else None
    end, size = time.monotonic() + _TOTAL, 0
    while chunk := answer.read(_CHUNK):
        if unpack is not None:
            try:
                chunk = unpack.decompress(chunk, max_bytes + 1)
            except zlib.error as err:
                raise FetchFailed(f"{url} answers with damaged bytes: {err}") from err
        size += len(chunk)
        if size > max_bytes:
            raise LimitExceeded(f"{url} is over the limit of {max_bytes:,} bytes", "too-large")
        if time.monotonic() > end:
            raise FetchFailed(f"{url} takes longer than {_TOTAL:.0f} seconds")
        yield chunk
