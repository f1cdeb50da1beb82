"""What goes wrong, as pages and as problem details of the API; neither tells what is inside."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from quoth.errors import LedgerError, QuothError
from quoth.web.api import problems
from quoth.web.surroundings import HEADERS
from quoth.web.visit import Visit, language_of, visit_of

RETRY = {"retry-after": "5"}


def install(app: FastAPI) -> None:
    """Have the application answer all errors so."""
    app.add_exception_handler(HTTPException, _of_http)  # type: ignore[arg-type]
    app.add_exception_handler(RequestValidationError, _of_request)  # type: ignore[arg-type]
    app.add_exception_handler(QuothError, _of_quoth)  # type: ignore[arg-type]
    app.add_exception_handler(ClientDisconnect, _of_gone)  # type: ignore[arg-type]
    app.add_exception_handler(Exception, _of_any)


def _of_http(request: Request, error: HTTPException) -> Response:
    if problems.is_api(request):
        return problems.of_http(error)
    if error.status_code == 401 and request.method == "GET":
        path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/login?to={quote(path, safe='')}", 303)
    return error_page(request, error.status_code, error.detail, dict(error.headers or {}))


def _of_request(request: Request, error: RequestValidationError) -> Response:
    if problems.is_api(request):
        return problems.of_request(error)
    # an id in an address that is none is an address without a page
    of_path = any(one["loc"][0] == "path" for one in error.errors())
    return error_page(request, 404 if of_path else 400)


def _of_quoth(request: Request, error: QuothError) -> Response:
    if problems.is_api(request):
        return problems.of_quoth(error)
    if isinstance(error, LedgerError):
        return error_page(request, 503, "", RETRY)
    return error_page(request, 404 if error.code.startswith("no-such-") else 400)


def _of_gone(_request: Request, _error: ClientDisconnect) -> Response:
    return Response(status_code=400)


def _of_any(request: Request, _error: Exception) -> Response:
    # this answer goes out around everything that lies around the others
    answer = problems.problem(500) if problems.is_api(request) else error_page(request, 500)
    answer.headers.update(HEADERS)
    return answer


def error_page(
    request: Request, status: int, detail: str = "", headers: dict[str, str] | None = None
) -> Response:
    """The page of an error; of `detail` it tells nothing but chooses its words by it."""
    visit = _visit(request)
    try:
        answer: Response = visit.page("error.html", status, error=status, about=detail)
    except Exception:  # what is wrong may be wrong with the frame of every page too
        answer = Response(f"Error {status}\n", status, media_type="text/plain")
    answer.headers.update(headers or {})
    answer.headers["cache-control"] = "no-store"
    return answer


def _visit(request: Request) -> Visit:
    try:
        return visit_of(request)
    except Exception:  # the ledger itself may be what is wrong
        state = request.app.state
        ledger = getattr(state, "ledger", None)
        return Visit(request, ledger, state.settings, language_of(request))  # type: ignore[arg-type]
