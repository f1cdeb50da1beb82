"""Errors of the API as problem details (RFC 9457)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from quoth.errors import LedgerError, QuothError

PREFIX = "/api/"
MEDIA = "application/problem+json"


class Misfit(BaseModel):
    """A parameter that does not fit, and why."""

    parameter: str
    message: str


class Problem(BaseModel):
    """An error (RFC 9457), as the description has it."""

    type: str = Field(description="about:blank, so that the status says what happened")
    title: str
    status: int
    code: str = Field(description="a stable name for programs")
    detail: str = Field("", description="what went wrong, for people; left out where empty")
    errors: list[Misfit] = Field([], description="the parameters that do not fit, if that is it")


def is_api(request: Request) -> bool:
    """Whether the request is to the API, whose errors are problem details and no pages."""
    return request.url.path.startswith(PREFIX)


def problem(
    status: int,
    detail: str = "",
    code: str = "",
    *,
    errors: Sequence[Mapping[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """An error as the API answers it: no word in it comes from a page or from a trace.

    Args:
        status: the HTTP status, 400 to 599.
        detail: what went wrong, for people.
        code: a stable, hyphenated name for programs; made of the status where none is given.
        errors: the parameters that do not fit, each `parameter` with a `message`.
    """
    title = _title(status)
    body: dict[str, object] = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "code": code or title.lower().replace(" ", "-"),
    }
    if detail:
        body["detail"] = detail
    if errors:
        body["errors"] = list(errors)
    told = json.dumps(body)  # ASCII: what a caller sent may hold what no encoding does
    return Response(told, status, dict(headers or {}), MEDIA)


def of_http(error: HTTPException) -> Response:
    """The problem of an error that a room raised, or the router."""
    detail = error.detail if error.detail != _title(error.status_code) else ""
    return problem(error.status_code, detail or "", headers=error.headers)


def of_request(error: RequestValidationError) -> Response:
    """The problem of parameters that do not fit."""
    errors = [
        {"parameter": ".".join(str(at) for at in one["loc"][1:]), "message": str(one["msg"])}
        for one in error.errors()
    ]
    return problem(422, "parameters do not fit", "bad-parameter", errors=errors)


def of_quoth(error: QuothError) -> Response:
    """The problem of an error of Quoth; of the ledger itself it says nothing but that it failed."""
    if isinstance(error, LedgerError):
        return problem(503, "the ledger cannot be read now", "ledger", headers={"retry-after": "5"})
    missing = error.code.startswith("no-such-")
    return problem(404 if missing else 400, error.message, error.code)


def _title(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Error"
