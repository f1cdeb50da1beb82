"""What all addresses of the API share: errors as problem details, and how they are described."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from quoth.errors import QuothError
from quoth.web.api import problems
from quoth.web.api.records import Problem
from quoth.web.api.shapes import shape

HOME = "/api/v1"
ADDRESS = f"{HOME}/openapi.json"
"""Where the description is."""

_PROBLEM = shape(Problem, detail=str | None, errors=list[dict[str, str]] | None).model_json_schema()
_REF = {"$ref": "#/components/schemas/Problem"}
_ERRORS = {
    400: "a cursor, a filter or a search that cannot be read",
    404: "there is no such thing",
    422: "parameters do not fit",
    503: "the ledger cannot be read now",
}
_ANSWERS: dict[int | str, dict[str, Any]] = {
    304: {"description": "not changed: If-None-Match names the entity tag of the answer"},
    **{
        status: {"description": words, "content": {problems.MEDIA: {"schema": _REF}}}
        for status, words in _ERRORS.items()
    },
}


class Route(APIRoute):
    """An address whose errors are problem details."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, with errors told."""
        handle = super().get_route_handler()

        async def told(request: Request) -> Response:
            try:
                return await handle(request)
            except RequestValidationError as error:
                return problems.of_request(error)
            except HTTPException as error:
                return problems.of_http(error)
            except QuothError as error:
                return problems.of_quoth(error)

        return told


def router(tag: str) -> APIRouter:
    """A router for some addresses of the API.

    Args:
        tag: what they are about.
    """
    return APIRouter(prefix=HOME, tags=[tag], route_class=Route, responses=_ANSWERS)


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
            parts["Problem"] = _PROBLEM
            app.openapi_schema = told
        return app.openapi_schema

    app.openapi = made  # type: ignore[method-assign]
