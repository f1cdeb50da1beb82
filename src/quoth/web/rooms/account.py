"""Logging in and out, one's own account, and everybody's for administrators."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Response
from fastapi.responses import RedirectResponse

from quoth.errors import UsageError
from quoth.run import accounts
from quoth.store.accounts import Account, Role
from quoth.web import cookies
from quoth.web.entry import Administering
from quoth.web.patience import Limit, Patience
from quoth.web.rooms.language import here
from quoth.web.say import Say
from quoth.web.visit import Visit, Visiting

router = APIRouter(include_in_schema=False)

Word = Annotated[str, Form(max_length=1000)]
To = Annotated[str, Form(max_length=4000)]

_TIME = 15 * 60.0
_SAME, _CLIENT, _NAME = 5, 30, 100


@router.get("/login")
def login_page(visit: Visiting, to: Annotated[str, Query(max_length=4000)] = "/") -> Response:
    """The form to log in with."""
    return visit.page("login.html", to=here(to), wrong="", name="")


@router.post("/login")
def log_in(visit: Visiting, name: Word = "", password: Word = "", to: To = "/") -> Response:
    """Log in: a new session, whatever the browser sent before."""
    if not visit.settings.accounts:
        raise HTTPException(404)
    patience: Patience = visit.request.app.state.patience
    limits = _limits(visit, name)
    if not patience.allows(limits):
        headers = {"retry-after": str(int(_TIME))}
        raise HTTPException(429, headers=headers)
    try:
        found = accounts.log_in(visit.ledger, name, password)
    except UsageError:  # what cannot be a name is nobody's
        found = None
    if found is None:
        return visit.page("login.html", 403, to=here(to), wrong="login", name=name)
    patience.forgive(limits[0])
    before = cookies.session(visit.request, visit.settings)
    if before is not None and visit.account is not None:
        accounts.end(visit.ledger, visit.account, accounts.digest(before))
    answer = RedirectResponse(here(to), 303)
    seconds = int(accounts.SESSION.total_seconds())
    cookies.set_session(answer, visit.settings, found.token, seconds)
    return answer


def _limits(visit: Visit, name: str) -> tuple[Limit, ...]:
    client = visit.request.client
    host = client.host if client else ""
    told = " ".join(name.split()).casefold()[: accounts.LONGEST_NAME]
    return (
        Limit(("login", host, told), _SAME, _TIME),
        Limit(("login from", host), _CLIENT, _TIME),
        # generous, since who tries on purpose could keep the account's own holder out
        Limit(("login as", told), _NAME, _TIME),
    )


@router.post("/logout")
def log_out(visit: Visiting) -> Response:
    """End this session."""
    token = cookies.session(visit.request, visit.settings)
    if token is not None and visit.account is not None:
        accounts.end(visit.ledger, visit.account, accounts.digest(token))
    answer = RedirectResponse("/", 303)
    cookies.drop_session(answer, visit.settings)
    return answer


@router.get("/account")
def own(visit: Visiting, done: Annotated[str, Query(max_length=20)] = "") -> Response:
    """One's own account: password and sessions."""
    return _own(visit, _account(visit), done=done)


@router.post("/account/password")
def own_password(visit: Visiting, old: Word = "", new: Word = "", again: Word = "") -> Response:
    """Another password, which ends all other sessions."""
    account = _account(visit)
    patience: Patience = visit.request.app.state.patience
    if not patience.allows([Limit(("password", account.name), _SAME, _TIME)]):
        raise HTTPException(429)
    if not accounts.is_password(visit.ledger, account, old):
        return _own(visit, account, wrong="old")
    if new != again:
        return _own(visit, account, wrong="again")
    try:
        accounts.set_password(visit.ledger, account, new, keep=_digest(visit))
    except UsageError as error:
        return _own(visit, account, wrong=error.code)
    patience.forgive(Limit(("password", account.name), _SAME, _TIME))
    return RedirectResponse("/account?done=password", 303)


@router.post("/account/sessions")
def end_sessions(visit: Visiting, session: Word = "") -> Response:
    """End one of one's own sessions, or all others where none is named."""
    account = _account(visit)
    if session:
        accounts.end(visit.ledger, account, session)
    else:
        accounts.end_all(visit.ledger, account, keep=_digest(visit))
    return RedirectResponse("/account?done=sessions", 303)


def _account(visit: Visit) -> Account:
    if visit.account is None:
        raise HTTPException(401 if visit.settings.accounts else 404)
    return visit.account


def _digest(visit: Visit) -> str | None:
    token = cookies.session(visit.request, visit.settings)
    return None if token is None else accounts.digest(token)


def _own(visit: Visit, account: Account, wrong: str = "", done: str = "") -> Response:
    held = accounts.sessions(visit.ledger, account)
    return visit.page(
        "account.html",
        400 if wrong else 200,
        sessions=held,
        say=Say(visit.language),
        this=_digest(visit),
        shortest=accounts.SHORTEST,
        wrong=wrong,
        done=done,
    )


@router.get("/accounts")
def everybody(visit: Administering, done: Annotated[str, Query(max_length=20)] = "") -> Response:
    """All accounts."""
    return _everybody(visit, done=done)


@router.post("/accounts")
def make(
    visit: Administering, name: Word = "", role: Word = "reader", password: Word = ""
) -> Response:
    """Make an account."""
    try:
        accounts.make(visit.ledger, name, _role(role), password)
    except UsageError as error:
        return _everybody(visit, wrong=error.code, name=name)
    return RedirectResponse("/accounts?done=made", 303)


@router.post("/accounts/{key}")
def change(
    visit: Administering, key: int, what: Word = "", role: Word = "", password: Word = ""
) -> Response:
    """Change an account: `what` is role, password, sessions, close or open."""
    account = next((a for a in accounts.everybody(visit.ledger) if a.key == key), None)
    if account is None:
        raise HTTPException(404)
    try:
        if what == "role":
            accounts.set_role(visit.ledger, account, _role(role))
        elif what == "password":
            accounts.set_password(visit.ledger, account, password)
        elif what == "sessions":
            accounts.end_all(visit.ledger, account)
        elif what == "close":
            accounts.close(visit.ledger, account)
        elif what == "open":
            accounts.open_again(visit.ledger, account)
        else:
            raise HTTPException(400)
    except UsageError as error:
        return _everybody(visit, wrong=error.code)
    return RedirectResponse("/accounts?done=changed", 303)


def _role(role: str) -> Role:
    try:
        return Role(role)
    except ValueError as error:
        raise HTTPException(400) from error


def _everybody(visit: Visit, wrong: str = "", done: str = "", name: str = "") -> Response:
    found = accounts.everybody(visit.ledger)
    return visit.page(
        "accounts.html",
        400 if wrong else 200,
        accounts=found,
        roles=list(Role),
        shortest=accounts.SHORTEST,
        wrong=wrong,
        done=done,
        name=name,
    )
