"""Answers of the API: JSON with an entity tag, and nothing where the asker has it already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import TypeVar
from urllib.parse import urlencode

from fastapi import Request, Response

from quoth.export.record import Record, line
from quoth.model import Span, plain
from quoth.web.api.shapes import KEY

JSON = "application/json"
T = TypeVar("T")
LONG = 5_000
"""Characters of a text in a list: a page may hold any, and a list many."""


def answer(
    request: Request,
    body: str,
    media: str = JSON,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """A text with its entity tag; 304 without it where `If-None-Match` names that tag.

    The tag is of the bytes: whatever changes the answer, an edit too, changes it.
    """
    # a lone surrogate in a text that is no JSON has no encoding
    data = body.encode("utf-8", "replace")
    tag = f'"{sha256(data).hexdigest()[:32]}"'
    # to be asked for again each time, since any page that is added may change it
    told = {"etag": tag, "cache-control": "private, no-cache", "vary": "cookie", **(headers or {})}
    if _has(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=told)
    return Response(data, headers=told, media_type=media)


def outside(value: object) -> object:
    """A value of a view as the API tells it: as `plain` says it, without the keys of rows, and
    with no text that is longer than `LONG`.
    """
    if isinstance(value, str):
        return plain(value if len(value) <= LONG else f"{value[:LONG]}…")
    if isinstance(value, tuple | list):
        return [outside(one) for one in value]
    if is_dataclass(value) and not isinstance(value, Span):
        return without(value)
    return plain(value)


def without(value: object, *names: str) -> Record:
    """A frozen value of a view as a record that lacks some fields; see `outside`.

    Raises:
        TypeError: if it is no dataclass.
    """
    if not is_dataclass(value):
        raise TypeError(f"no record: {type(value).__name__}")
    left = {*names, KEY}
    return {f.name: outside(getattr(value, f.name)) for f in fields(value) if f.name not in left}


def record_answer(request: Request, record: object) -> Response:
    """A record, or a frozen value, as JSON."""
    return answer(request, line(record if isinstance(record, dict) else without(record)))


def list_answer(
    request: Request,
    items: Iterable[T],
    after: str | None,
    record: Callable[[T], object] = outside,
    **beside: object,
) -> Response:
    """A page of a list, with the cursor of the next one.

    Args:
        after: the cursor; None at the end.
        record: makes the record of one item.
        beside: other fields of the answer.
    """
    body: Record = {"items": [record(item) for item in items], "next": after, **beside}
    headers = {} if after is None else {"link": f'<{_next(request, after)}>; rel="next"'}
    return answer(request, line(body), headers=headers)


def _next(request: Request, cursor: str) -> str:
    """The address of the next page, relative to this one."""
    kept = [(k, v) for k, v in request.query_params.multi_items() if k != "cursor"]
    return f"{request.url.path}?{urlencode([*kept, ('cursor', cursor)], errors='replace')}"


def _has(header: str, tag: str) -> bool:
    """Whether `If-None-Match` names a tag; weak ones count (RFC 9110, 13.1.2)."""
    told = (one.strip().removeprefix("W/") for one in header.split(","))
    return header.strip() == "*" or tag in told
