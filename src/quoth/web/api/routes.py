"""What all addresses of the API share: their place, and how they are described."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException

from quoth.web.api import problems

HOME = "/api/v1"
ADDRESS = f"{HOME}/openapi.json"
"""Where the description is."""

_PLACE = "#/components/schemas/{model}"
_REF = {"$ref": "#/components/schemas/Problem"}
_ERRORS = {
    400: "a cursor, a filter or a search that cannot be read",
    401: "reading takes an account here, and nobody is logged in",
    404: "there is no such thing",
    410: "it was there, and somebody marked it wrong",
    422: "parameters do not fit",
    503: "the ledger cannot be read now",
}
_TEXT = {"schema": {"type": "string"}}
_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "what was asked for",
        "headers": {
            "ETag": {"description": "changes with the answer; for If-None-Match", **_TEXT},
            "Link": {"description": 'of a list that goes on: the next page, rel="next"', **_TEXT},
        },
    },
    304: {"description": "not changed: If-None-Match names the entity tag of the answer"},
    414: {"description": "the path or the query is longer than 8,000 bytes"},
    **{
        status: {"description": words, "content": {problems.MEDIA: {"schema": _REF}}}
        for status, words in _ERRORS.items()
    },
}


def router(tag: str) -> APIRouter:
    """A router for some addresses of the API.

    Args:
        tag: what they are about.
    """
    return APIRouter(
        prefix=HOME,
        tags=[tag],
        responses=_ANSWERS,
        generate_unique_id_function=lambda route: f"{tag}-{route.name}",
    )


def missing(what: str, ident: str) -> HTTPException:
    """The error that says that there is no such thing."""
    return HTTPException(404, f"there is no {what} {ident}")


def describe(app: FastAPI) -> None:
    """Give an application the OpenAPI description of its API."""

    def made() -> dict[str, Any]:
        if app.openapi_schema is None:
            told = get_openapi(
                title="Quoth",
                version=app.version,
                description="Who said what, when, where, and through whom it reached the page.",
                routes=app.routes,
            )
            parts = told.setdefault("components", {}).setdefault("schemas", {})
            problem = problems.Problem.model_json_schema(ref_template=_PLACE)
            parts |= {**problem.pop("$defs"), "Problem": problem}
            app.openapi_schema = told
        return app.openapi_schema

    app.openapi = made  # type: ignore[method-assign]
