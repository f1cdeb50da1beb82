"""Fetching a URL that the user named: bounded in size, time and redirects, HTTP and HTTPS only."""

from __future__ import annotations

import string
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from typing import IO, Protocol
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from quoth.errors import FetchFailed, LimitExceeded
from quoth.read.guard import Guard, Guarded

_CHUNK = 65536
_SILENCE = 20.0  # seconds without an answer
_TOTAL = 120.0  # seconds for the whole page
_REDIRECTS = 8
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

    def read1(self, amount: int) -> bytes: ...

    def geturl(self) -> str: ...


class _Moved(Exception):
    """An answer that names another address."""


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Leaves redirects to `fetch`, since the handler of the library reads their bodies whole."""

    def http_error_302(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message
    ) -> None:
        to = headers.get("location") or headers.get("uri")
        if to:
            fp.close()
            # as the library has it: what is no ASCII came as Latin-1
            plain = quote(to, encoding="iso-8859-1", safe=string.punctuation)
            raise _Moved(urljoin(req.full_url, plain))

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


def is_url(page: str) -> bool:
    """Whether a page as the user named it is a web address."""
    return page[:8].lower().startswith(("http://", "https://"))


def fetch(url: str, max_bytes: int, guard: Guard | None = None) -> Fetched:
    """Fetch one page.

    Args:
        guard: what the fetch is confined to, where it is done for somebody else.  No proxy is
            asked then, since it would look up names by itself.

    Raises:
        FetchFailed: no answer in time, an error answer, a broken connection; `address-refused`,
            an address outside the guard.
        LimitExceeded: `too-large`, more than `max_bytes`; the rest is not read.
    """
    try:
        with nullcontext() if guard is None else Guarded(guard) as guarded:
            return _followed(_plain(url), max_bytes, _opener(guarded), guarded)
    except urllib.error.HTTPError as err:
        raise FetchFailed(f"{url} answers {err.code} {err.reason}") from err
    except (urllib.error.URLError, HTTPException, OSError, ValueError) as err:
        reason = getattr(err, "reason", None) or err
        raise FetchFailed(f"{url} cannot be fetched: {reason}") from err


def _followed(
    url: str, max_bytes: int, opener: urllib.request.OpenerDirector, guarded: Guarded | None
) -> Fetched:
    here, end = url, time.monotonic() + _TOTAL
    for _ in range(_REDIRECTS + 1):
        request = urllib.request.Request(here, headers=_HEADERS)  # noqa: S310
        try:
            with opener.open(request, timeout=_SILENCE) as answer:
                body = b"".join(_stream(answer, url, max_bytes, end))
                if guarded is not None and guarded.late:
                    raise FetchFailed(f"{url} takes too long")
                headers = answer.headers
                kind = headers.get_content_type() if headers.get("Content-Type") else None
                return Fetched(body, answer.geturl(), kind, headers.get_content_charset())
        except _Moved as moved:
            here = str(moved)
        if not is_url(here):
            raise FetchFailed(f"{url} redirects to {here}, which is no web address")
        if time.monotonic() > end:
            break
    raise FetchFailed(f"{url} redirects again and again")


def _plain(url: str) -> str:
    """An address as it is sent: names and paths with other letters have a form in ASCII."""
    if url.isascii():
        return url
    parts = urlsplit(url)
    host = parts.netloc.encode("idna").decode()
    path, query = (quote(p, safe=string.punctuation) for p in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host, path, query, ""))


def _opener(guarded: Guarded | None) -> urllib.request.OpenerDirector:
    # no handlers for file:, ftp: and data: addresses
    opener = urllib.request.OpenerDirector()
    if guarded is None:
        opener.add_handler(urllib.request.ProxyHandler())
        opener.add_handler(urllib.request.HTTPHandler())
        opener.add_handler(urllib.request.HTTPSHandler())
    else:
        for handler in guarded.handlers():
            opener.add_handler(handler)
    opener.add_handler(urllib.request.UnknownHandler())
    opener.add_handler(urllib.request.HTTPDefaultErrorHandler())
    opener.add_handler(_Redirects())
    opener.add_handler(urllib.request.HTTPErrorProcessor())
    return opener


def _stream(answer: _Answer, url: str, max_bytes: int, end: float) -> Iterator[bytes]:
    packed = answer.headers.get("Content-Encoding", "").lower() in ("gzip", "deflate")
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed else None
    size = 0
    # as much as has come: waiting for a whole chunk could take as many silences as it has bytes
    while chunk := answer.read1(_CHUNK):
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
