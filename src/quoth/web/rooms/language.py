"""The language of the interface, kept in a cookie."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import RedirectResponse

from quoth.web import words
from quoth.web.visit import Visiting

router = APIRouter(include_in_schema=False)

_YEAR = 365 * 24 * 3600


@router.get("/language")
def choose(
    visit: Visiting,
    code: Annotated[str, Query(max_length=20)] = "",
    to: Annotated[str, Query(max_length=4000)] = "/",
) -> RedirectResponse:
    """Keep the language and go back to the page; what is no language of ours changes nothing.

    It needs no token: at worst another page makes the room speak another language.
    """
    answer = RedirectResponse(here(to), 303)
    if code in words.LANGUAGES:
        secure = visit.request.url.scheme == "https"
        answer.set_cookie(
            "language", code, _YEAR, secure=secure, httponly=True, samesite="lax", path="/"
        )
    return answer


def here(address: str) -> str:
    """An address of this room as it is; the front page for whatever leads elsewhere.

    Browsers take `//host` and `/\\host` for another host, and leave out tabs and line ends.
    """
    plain = all(" " < letter != "\\" for letter in address)
    local = address.startswith("/") and not address.startswith("//")
    return address if plain and local else "/"
