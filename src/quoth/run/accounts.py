"""Accounts: made, changed and closed; passwords; sessions."""

from __future__ import annotations

import secrets
import threading
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from sqlalchemy import Connection

from quoth.errors import LedgerError, UsageError
from quoth.store import Ledger, accounts
from quoth.store.accounts import Account, Role, Session

SESSION = timedelta(days=14)
"""How long a browser stays logged in."""
SHORTEST, LONGEST = 10, 500
"""Characters of a password."""
LONGEST_NAME = 80
_SEEN = timedelta(minutes=30)
"""A session that is used is noted no more often: readers would make the ledger write."""
_HASHING = threading.BoundedSemaphore(2)
"""Each check takes 64 MiB: many at once would fill the memory."""


@dataclass(frozen=True, slots=True)
class Login:
    """What a login gives.

    Attributes:
        token: what the browser sends from now on; the ledger keeps its digest alone.
    """

    account: Account
    token: str


def make(ledger: Ledger, name: str, role: Role, password: str) -> Account:
    """Make an account.

    Raises:
        UsageError: for a name that is taken, empty or too long; for a password too short or long.
    """
    named = plain_name(name)
    hashed = _hashed(password, named)
    if not ledger.change(lambda c: accounts.make(c, named, role, hashed, _now())):
        raise UsageError(f"there is an account {named} already", "account-exists")
    return find(ledger, named)


def find(ledger: Ledger, name: str) -> Account:
    """The account of a name, closed or not.

    Raises:
        UsageError: if there is none.
    """
    found = ledger.ask(lambda c: accounts.named(c, plain_name(name)))
    if found is None:
        raise UsageError(f"the ledger has no account {plain_name(name)}", "no-such-account")
    return found[0]


def everybody(ledger: Ledger) -> tuple[Account, ...]:
    """All accounts by name, closed ones too, with the number of their sessions."""
    return ledger.ask(lambda c: accounts.everybody(c, _now()))


def set_role(ledger: Ledger, account: Account, role: Role) -> None:
    """Give an account another role, from the next request on.

    Raises:
        UsageError: if no administrator would be left.
    """

    def deed(connection: Connection) -> None:
        accounts.set_role(connection, account.key, role)
        _some_administrator(connection, account)

    ledger.change(deed)


def set_password(ledger: Ledger, account: Account, password: str, keep: str | None = None) -> None:
    """Give an account another password, which ends its sessions but `keep` (a token's digest).

    Raises:
        UsageError: for a password too short or long.
    """
    hashed = _hashed(password, account.name)
    ledger.change(lambda c: accounts.set_password(c, account.key, hashed, keep))


def close(ledger: Ledger, account: Account) -> None:
    """Close an account, which ends its sessions; what it decided stays.

    Raises:
        UsageError: if no administrator would be left.
    """

    def deed(connection: Connection) -> None:
        accounts.close(connection, account.key, _now())
        _some_administrator(connection, account)

    ledger.change(deed)


def open_again(ledger: Ledger, account: Account) -> None:
    """Open a closed account again, with the role and the password that it had."""
    ledger.change(lambda c: accounts.close(c, account.key, None))


def sessions(ledger: Ledger, account: Account) -> tuple[Session, ...]:
    """The sessions of an account that hold, the one seen last first."""
    return ledger.ask(lambda c: accounts.sessions(c, account.key, _now()))


def end(ledger: Ledger, account: Account, token: str) -> bool:
    """End the session with a token's digest; False where the account has no such session."""
    return ledger.change(lambda c: accounts.end(c, account.key, token))


def end_all(ledger: Ledger, account: Account, keep: str | None = None) -> int:
    """End all sessions of an account but `keep` (a token's digest), and say how many they were."""
    return ledger.change(lambda c: accounts.end_all(c, account.key, keep))


def log_in(ledger: Ledger, name: str, password: str) -> Login | None:
    """Begin a session, always one of its own; None where name and password do not fit.

    It takes the same time whether there is such an account or not.
    """
    # made with the first login of all, or the first wrong name would take longer
    nobody = _nobody()
    found = ledger.ask(lambda c: accounts.named(c, plain_name(name)))
    hashed = nobody if found is None else found[1]
    fits = _fits(hashed, password)
    if found is None or not fits or found[0].closed_at is not None:
        return None
    account, token, now = found[0], secrets.token_urlsafe(32), datetime.now(UTC)
    ends = _told(now + SESSION)
    session = Session(digest(token), _told(now), _told(now), ends)
    ledger.change(lambda c: accounts.begin(c, account.key, session))
    return Login(account, token)


def is_password(ledger: Ledger, account: Account, password: str) -> bool:
    """Whether it is the password of an account."""
    found = ledger.ask(lambda c: accounts.named(c, account.name))
    return found is not None and _fits(found[1], password)


def logged_in(ledger: Ledger, token: str) -> Account | None:
    """The account of the session with a token's digest; None where it does not hold."""
    now = datetime.now(UTC)
    found = ledger.ask(lambda c: accounts.holder(c, token, _told(now)))
    if found is None:
        return None
    account, session = found
    if _told(now - _SEEN) > session.seen_at:
        # the disk is full, or somebody writes for long: not worth a page
        with suppress(LedgerError):
            ledger.change(lambda c: accounts.seen(c, token, _told(now)))
    return account


def digest(token: str) -> str:
    """What the ledger keeps of a session's token."""
    return sha256(token.encode()).hexdigest()


def plain_name(name: str) -> str:
    """A name as accounts have it: one way to write it, without control characters.

    Raises:
        UsageError: if it is empty or too long.
    """
    told = " ".join(unicodedata.normalize("NFKC", name).split())
    if not 0 < len(told) <= LONGEST_NAME or not told.isprintable():
        raise UsageError(f"a name has 1 to {LONGEST_NAME} letters, signs and spaces", "bad-name")
    return told


def _some_administrator(connection: Connection, account: Account) -> None:
    if account.role is Role.ADMINISTRATOR and not accounts.administrators(connection):
        raise UsageError(f"{account.name} is the last administrator", "last-administrator")


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()  # argon2id with the parameters of RFC 9106, the one for little memory


@cache
def _nobody() -> str:
    return _hasher().hash(secrets.token_urlsafe(32))


def _hashed(password: str, name: str) -> str:
    told = _plain(password)
    if not SHORTEST <= len(told) <= LONGEST:
        raise UsageError(
            f"a password has {SHORTEST} to {LONGEST} characters: a few words are a good one",
            "bad-password",
        )
    if len(set(told)) < 4 or told.casefold() == name.casefold():
        raise UsageError(
            "a password is neither the name nor one sign again and again", "bad-password"
        )
    with _HASHING:
        return _hasher().hash(told)


def _fits(hashed: str, password: str) -> bool:
    told = _plain(password[: LONGEST + 1])
    try:
        with _HASHING:
            return _hasher().verify(hashed, told) and len(told) <= LONGEST
    except (Argon2Error, InvalidHashError):
        return False


def _plain(password: str) -> str:
    # the same keys give other code points on other systems; a lone surrogate cannot be encoded
    told = unicodedata.normalize("NFKC", password)
    return told.encode(errors="replace").decode()


def _now() -> str:
    return _told(datetime.now(UTC))


def _told(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
