"""The door: who may come in, and which forms are ours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, HTTPException, Request

from quoth.run.rights import Right
from quoth.web import cookies
from quoth.web.settings import host_of
from quoth.web.visit import Visit, Visiting

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OPEN = frozenset({"/login", "/language"})
"""What is answered to everybody also where reading takes an account."""
TOKEN = "token"  # noqa: S105
"""The hidden field of every form."""
TOKEN_HEADER = "x-quoth-token"  # noqa: S105
"""The header in which a script may send the token instead."""


async def entered(request: Request, visit: Visiting) -> None:
    """Let a request in, or refuse it; for every route of the application.

    Raises:
        HTTPException: 401 where reading takes an account; 403 for a form that is not ours.
    """
    if not visit.may(Right.READ) and request.url.path not in _OPEN:
        raise HTTPException(401)
    if request.method not in _SAFE and not (_from_here(visit) and await _has_token(visit)):
        raise HTTPException(403, "form")


def wanting(right: Right) -> Callable[[Visit], Visit]:
    """A dependency that lets only those in who may do something."""

    def allowed(visit: Visiting) -> Visit:
        if not visit.may(right):
            logged_out = visit.settings.accounts and visit.account is None
            raise HTTPException(401 if logged_out else 403)
        return visit

    return allowed


Trying = Annotated[Visit, Depends(wanting(Right.TRY))]
"""The visit of somebody who may have texts and pages read."""
Editing = Annotated[Visit, Depends(wanting(Right.EDIT))]
"""The visit of somebody who may correct and add."""
Administering = Annotated[Visit, Depends(wanting(Right.ADMINISTER))]
"""The visit of somebody who may change accounts."""


def _from_here(visit: Visit) -> bool:
    """Whether the browser does not say that the form stands on a page elsewhere."""
    headers = visit.request.headers
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    if origin is None:
        return True
    host = host_of(origin.partition("://")[2])
    return host == host_of(headers.get("host", "")) or (
        visit.settings.address != "" and origin.casefold() == visit.settings.address.casefold()
    )


async def _has_token(visit: Visit) -> bool:
    request = visit.request
    token: object = request.headers.get(TOKEN_HEADER)
    if token is None:
        form = await request.form(max_files=4, max_fields=200)
        token = form.get(TOKEN)
    return isinstance(token, str) and cookies.fits(request, visit.settings, token)
