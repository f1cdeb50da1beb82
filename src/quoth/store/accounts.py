"""Who may change a ledger, and who is logged in: accounts and sessions.

Functions of a connection; `Ledger.ask` reads with them, `Ledger.change` writes.  What is secret is
not here: of a password there is only what argon2 makes of it, of a session's token its digest.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from quoth.store import schema as t

_A, _L = t.account.c, t.login.c


class Role(StrEnum):
    """What an account may do; each may do what those before it may."""

    READER = "reader"
    """Read, and have texts and pages read that are not in the ledger."""
    EDITOR = "editor"
    """Correct, and add pages."""
    ADMINISTRATOR = "administrator"
    """Make, change and close accounts."""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may log in.

    Attributes:
        key: its number in the ledger; an account keeps it for ever.
        made_at, closed_at: ISO 8601, in UTC; a closed account cannot log in and is kept for what
            it decided.
        sessions: how many of its sessions hold; 0 where they were not counted.
    """

    key: int
    name: str
    role: Role
    made_at: str
    closed_at: str | None = None
    sessions: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """One browser that is logged in.

    Attributes:
        token: the digest of what the browser sends, in hexadecimal digits.
        made_at, seen_at, ends_at: ISO 8601, in UTC.
    """

    token: str
    made_at: str
    seen_at: str
    ends_at: str


def make(connection: Connection, name: str, role: Role, password: str, now: str) -> bool:
    """Make an account; False where there is one of that name, which stays as it is.

    Args:
        password: what argon2 made of it.
    """
    if named(connection, name) is not None:
        return False
    row = {"name": name, "role": role.value, "password": password, "made_at": now}
    connection.execute(insert(t.account).values(row))
    return True


def named(connection: Connection, name: str) -> tuple[Account, str] | None:
    """The account of a name, closed ones too, with what argon2 made of its password."""
    row = connection.execute(select(t.account).where(_A.name == name)).mappings().first()
    return None if row is None else (_account(row), row["password"])


def everybody(connection: Connection, now: str) -> tuple[Account, ...]:
    """All accounts by name, closed ones too, with the number of their sessions."""
    held = (
        select(func.count()).where(_L.account == _A.key, _L.ends_at > now).scalar_subquery()
    ).label("sessions")
    rows = connection.execute(select(t.account, held).order_by(_A.name)).mappings()
    return tuple(_account(r, r["sessions"]) for r in rows)


def administrators(connection: Connection) -> int:
    """How many administrators there are that are not closed."""
    which = (_A.role == Role.ADMINISTRATOR.value, _A.closed_at.is_(None))
    return int(connection.execute(select(func.count()).where(*which)).scalar_one())


def set_role(connection: Connection, key: int, role: Role) -> None:
    """Give an account another role, from the next request of its sessions on."""
    _set(connection, key, role=role.value)


def set_password(connection: Connection, key: int, password: str, keep: str | None = None) -> None:
    """Give an account another password, which ends its sessions but `keep` (a token's digest)."""
    _set(connection, key, password=password)
    end_all(connection, key, keep)


def close(connection: Connection, key: int, now: str | None) -> None:
    """Close an account and end its sessions; with None, open it again."""
    _set(connection, key, closed_at=now)
    end_all(connection, key)


def begin(connection: Connection, key: int, session: Session) -> None:
    """Begin a session of an account; those that have run out are forgotten."""
    connection.execute(delete(t.login).where(_L.ends_at <= session.made_at))
    row = {
        "token": session.token,
        "account": key,
        "made_at": session.made_at,
        "seen_at": session.seen_at,
        "ends_at": session.ends_at,
    }
    connection.execute(insert(t.login).values(row))


def holder(connection: Connection, token: str, now: str) -> tuple[Account, Session] | None:
    """The account whose session it is; None where the session has ended or the account closed."""
    query = (
        select(t.account, _L.token, _L.made_at.label("begun"), _L.seen_at, _L.ends_at)
        .join_from(t.login, t.account, _A.key == _L.account)
        .where(_L.token == token, _L.ends_at > now, _A.closed_at.is_(None))
    )
    row = connection.execute(query).mappings().first()
    if row is None:
        return None
    return _account(row), Session(row["token"], row["begun"], row["seen_at"], row["ends_at"])


def sessions(connection: Connection, key: int, now: str) -> tuple[Session, ...]:
    """The sessions of an account that hold, the one seen last first."""
    which = (_L.account == key, _L.ends_at > now)
    columns = (_L.token, _L.made_at, _L.seen_at, _L.ends_at)
    rows = connection.execute(select(*columns).where(*which).order_by(_L.seen_at.desc()))
    return tuple(Session(*row) for row in rows)


def seen(connection: Connection, token: str, now: str) -> None:
    """Note that a session was used."""
    connection.execute(update(t.login).where(_L.token == token).values(seen_at=now))


def end(connection: Connection, key: int, token: str) -> bool:
    """End a session of an account; False where the account has no such session."""
    which = (_L.account == key, _L.token == token)
    return connection.execute(delete(t.login).where(*which)).rowcount > 0


def end_all(connection: Connection, key: int, keep: str | None = None) -> int:
    """End all sessions of an account but `keep` (a token's digest), and say how many they were."""
    which = [_L.account == key] + ([_L.token != keep] if keep else [])
    return connection.execute(delete(t.login).where(*which)).rowcount


def _set(connection: Connection, key: int, **values: Any) -> None:
    connection.execute(update(t.account).where(_A.key == key).values(values))


def _account(row: RowMapping, held: int = 0) -> Account:
    role = Role(row["role"])
    return Account(row["key"], row["name"], role, row["made_at"], row["closed_at"], held)
