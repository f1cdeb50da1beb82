"""What a browser keeps for the reading room: who is logged in, and that a form is one of ours.

No page can read these cookies, and no other host is sent them.  The token of a form is a digest
of a cookie that whoever writes a form on another page cannot know.
"""

from __future__ import annotations

import secrets
from hashlib import sha256
from hmac import compare_digest

from fastapi import Request, Response

from quoth.web.settings import Settings

_SESSION = "quoth-session"
_FORM = "quoth-form"
_LONGEST = 100


def session(request: Request, settings: Settings) -> str | None:
    """The token of the session that a browser sends, if it sends one."""
    found = request.cookies.get(_name(_SESSION, settings))
    return found if found and len(found) <= _LONGEST else None


def set_session(response: Response, settings: Settings, token: str, seconds: int) -> None:
    """Have a browser keep a session; the forms that it holds open are void."""
    _set(response, settings, _SESSION, token, seconds)
    response.delete_cookie(_name(_FORM, settings), secure=settings.secure, httponly=True)


def drop_session(response: Response, settings: Settings) -> None:
    """Have a browser forget its session."""
    response.delete_cookie(_name(_SESSION, settings), secure=settings.secure, httponly=True)


def form_token(request: Request, settings: Settings) -> str:
    """The token for the forms of a page; `keep_form` must follow on the answer that has them."""
    secret = session(request, settings) or _form(request, settings)
    if secret is None:
        secret = request.state.form = getattr(request.state, "form", None) or new_token()
    return sha256(b"form " + secret.encode()).hexdigest()


def keep_form(request: Request, response: Response, settings: Settings) -> None:
    """Have the browser keep what the forms of this answer are known by, where it has none."""
    made = getattr(request.state, "form", None)
    if made is not None:
        _set(response, settings, _FORM, made, None)


def fits(request: Request, settings: Settings, token: str) -> bool:
    """Whether a token came from a form that this browser was given."""
    secret = session(request, settings) or _form(request, settings)
    if secret is None:
        return False
    wanted = sha256(b"form " + secret.encode()).hexdigest()
    return compare_digest(wanted.encode(), token.encode(errors="replace"))


def new_token() -> str:
    """A secret of 256 bits."""
    return secrets.token_urlsafe(32)


def _form(request: Request, settings: Settings) -> str | None:
    found = request.cookies.get(_name(_FORM, settings))
    return found if found and 20 <= len(found) <= _LONGEST else None


def _name(name: str, settings: Settings) -> str:
    # browsers take a cookie of such a name from this very host alone, and by https
    return f"__Host-{name}" if settings.secure else name


def _set(response: Response, settings: Settings, name: str, value: str, age: int | None) -> None:
    response.set_cookie(
        _name(name, settings),
        value,
        max_age=age,
        secure=settings.secure,
        httponly=True,
        samesite="lax",
    )
