"""What the user named, as pages; the bytes of a page, as captures."""

from __future__ import annotations

import gzip
import os
import stat
import sys
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, cast

from quoth.errors import InputError, LimitExceeded, NotReadable
from quoth.model import Capture, Issue, Source, issue
from quoth.read.fetch import fetch, is_url
from quoth.read.jsonl import record_captures
from quoth.read.options import ReadOptions
from quoth.read.sniff import RECORDS, media_type

STANDARD_INPUT = "-"


def pages(targets: Sequence[str]) -> Iterator[str | Issue]:
    """The pages that `targets` stand for: files, folders, URLs, `-` for standard input.

    Folders are walked in sorted order; hidden files are left out; links to folders are not
    followed.  What cannot be opened comes as an Issue.
    """
    for target in targets:
        if target == STANDARD_INPUT or is_url(target) or not os.path.isdir(target):
            yield target
            continue
        empty = True
        for page in _walk(target):
            empty = False
            yield page
        if empty:
            yield failed(target, NotReadable(f"{target}: a folder without pages", "no-pages"))


def captures(page: str, options: ReadOptions | None = None) -> Iterator[Capture | Issue]:
    """The bytes of a page; of a JSON-lines file, one capture a record.

    What cannot be read comes as an Issue: codes not-found, no-permission, not-readable, empty,
    too-large, fetch-failed, bad-record.
    """
    options = options or ReadOptions()
    try:
        if is_url(page):
            yield from _from_web(page, options)
        else:
            with _opened(page) as stream:
                yield from _from_stream(page, stream, options)
    except InputError as err:
        yield failed(page, err)


def failed(page: str, error: InputError) -> Issue:
    """The Issue of a page that could not be read at all."""
    return issue(error.code, "error", "read", Source(page), error.message)


def _walk(folder: str) -> Iterator[str | Issue]:
    try:
        names = sorted(os.listdir(folder))
    except OSError as err:
        yield failed(folder, _refusal(folder, err))
        return
    for name in names:
        path = os.path.join(folder, name)
        if name.startswith("."):
            continue
        if os.path.isdir(path):
            if not os.path.islink(path):
                yield from _walk(path)
        else:
            yield _readable(path)


def _readable(path: str) -> str | Issue:
    try:
        mode = os.stat(path).st_mode
    except OSError as err:
        return failed(path, _refusal(path, err))
    if not stat.S_ISREG(mode):
        # a pipe in a folder would wait for its writer for ever
        return failed(path, NotReadable(f"{path}: not a regular file"))
    if not os.access(path, os.R_OK):
        return failed(path, NotReadable(f"{path}: no permission to read it", "no-permission"))
    return path


def _refusal(path: str, err: OSError) -> NotReadable:
    if isinstance(err, FileNotFoundError | NotADirectoryError):
        return NotReadable(f"{path}: there is no such file", "not-found")
    if isinstance(err, PermissionError):
        return NotReadable(f"{path}: no permission to read it", "no-permission")
    return NotReadable(f"{path}: {err.strerror or err}")


@contextmanager
def _opened(page: str) -> Iterator[BinaryIO]:
    if page == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    try:
        if os.path.isdir(page):
            raise NotReadable(f"{page}: a folder, not a page")
        stream = open(page, "rb")  # noqa: SIM115
    except (OSError, ValueError) as err:
        refused = (
            _refusal(page, err) if isinstance(err, OSError) else NotReadable(f"{page!r}: {err}")
        )
        raise refused from err
    with stream:
        yield cast("BinaryIO", gzip.GzipFile(fileobj=stream)) if _packed(page) else stream


def _packed(page: str) -> bool:
    return page.lower().endswith(".gz")


def _bare_name(page: str) -> str:
    return page[:-3] if _packed(page) else page


def _from_stream(page: str, stream: BinaryIO, options: ReadOptions) -> Iterator[Capture | Issue]:
    if media_type(_bare_name(page), b"", options) == RECORDS:
        yield from _guarded(page, record_captures(page, stream, options))
        return
    _check_size(page, options.max_bytes)
    body = _read(page, stream, options.max_bytes)
    yield _capture(Source(page, fetched_at=options.fetched_at), body, options)


def _check_size(page: str, max_bytes: int) -> None:
    path = Path(page)
    # before a byte is read: the file may be larger than the memory
    if page != STANDARD_INPUT and path.is_file() and path.stat().st_size > max_bytes:
        raise _too_large(page, max_bytes)


def _read(page: str, stream: BinaryIO, max_bytes: int) -> bytes:
    try:
        body = stream.read(max_bytes + 1)
    except (OSError, EOFError, zlib.error) as err:
        raise NotReadable(f"{page}: {err}") from err
    if len(body) > max_bytes:
        raise _too_large(page, max_bytes)
    return body


def _guarded(page: str, found: Iterator[Capture | Issue]) -> Iterator[Capture | Issue]:
    try:
        yield from found
    except (OSError, EOFError, zlib.error) as err:
        raise NotReadable(f"{page}: {err}") from err


def _too_large(page: str, max_bytes: int) -> LimitExceeded:
    return LimitExceeded(f"{page} is over the limit of {max_bytes:,} bytes a page", "too-large")


def _from_web(page: str, options: ReadOptions) -> Iterator[Capture | Issue]:
    got = fetch(page, options.max_bytes, options.guard)
    when = options.fetched_at or datetime.now(UTC).isoformat(timespec="seconds")
    source = Source(page, url=got.url, fetched_at=when, charset=got.charset or "utf-8")
    capture = _capture(source, got.body, options, got.media_type)
    if capture.source.media_type == RECORDS:
        lines = (line + b"\n" for line in got.body.split(b"\n"))
        yield from record_captures(page, lines, options)
    else:
        yield capture


def _capture(
    source: Source, body: bytes, options: ReadOptions, header: str | None = None
) -> Capture:
    if not body:
        raise NotReadable(f"{source.page}: the input is empty", "empty")
    kind = media_type(_bare_name(source.page), body, options, header)
    return Capture(replace(source, media_type=kind, sha256=sha256(body).hexdigest()), body)
