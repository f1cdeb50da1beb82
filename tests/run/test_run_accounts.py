"""Accounts, passwords and sessions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from quoth.errors import UsageError
from quoth.run import accounts
from quoth.run.rights import Right, rights
from quoth.store import Ledger, open_ledger
from quoth.store.accounts import Role

WORDS = "four quiet blue lamps"


@pytest.fixture(autouse=True)
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was compared with passwords; comparing is quick here."""
    compared: list[str] = []

    class Quick(PasswordHasher):
        def verify(self, kept: str | bytes, password: str | bytes) -> bool:  # type: ignore[override]
            compared.append(str(kept))
            return super().verify(kept, password)

    hasher = Quick(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr(accounts, "_hasher", lambda: hasher)
    return compared


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "a.quoth") as opened:
        accounts.make(opened, "ana", Role.EDITOR, WORDS)
        yield opened


class Clock(datetime):
    """A clock that can be put forward."""

    ahead = timedelta()

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
        return datetime.now(UTC) + cls.ahead


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> type[Clock]:
    Clock.ahead = timedelta()
    monkeypatch.setattr(accounts, "datetime", Clock)
    return Clock


def begun(ledger: Ledger) -> str:
    """The digest of a session's token."""
    login = accounts.log_in(ledger, "ana", WORDS)
    assert login
    return accounts.digest(login.token)


def test_a_session_ends_by_itself(ledger: Ledger, clock: type[Clock]):
    token = begun(ledger)
    clock.ahead = accounts.SESSION - timedelta(minutes=1)
    assert accounts.logged_in(ledger, token)
    clock.ahead = accounts.SESSION + timedelta(minutes=1)
    assert accounts.logged_in(ledger, token) is None
    assert accounts.sessions(ledger, accounts.find(ledger, "ana")) == ()


def test_sessions_that_have_ended_are_forgotten_with_the_next_login(
    ledger: Ledger, clock: type[Clock]
):
    begun(ledger)
    clock.ahead = accounts.SESSION + timedelta(minutes=1)
    begun(ledger)
    clock.ahead = timedelta()
    assert len(accounts.sessions(ledger, accounts.find(ledger, "ana"))) == 1


def test_use_is_noted_and_not_with_every_request(ledger: Ledger, clock: type[Clock]):
    token = begun(ledger)
    ana = accounts.find(ledger, "ana")
    (first,) = accounts.sessions(ledger, ana)
    clock.ahead = timedelta(minutes=20)
    accounts.logged_in(ledger, token)
    assert accounts.sessions(ledger, ana) == (first,)
    clock.ahead = timedelta(minutes=40)
    accounts.logged_in(ledger, token)
    assert accounts.sessions(ledger, ana)[0].seen_at > first.seen_at


def test_a_name_that_nobody_has_takes_a_comparison_too(ledger: Ledger, hashed: list[str]):
    accounts.log_in(ledger, "ana", "wrong words here")
    accounts.log_in(ledger, "nobody", "wrong words here")
    assert len(hashed) == 2
    assert len(set(hashed)) == 2


def test_a_password_is_the_same_however_its_letters_are_put_together(ledger: Ledger):
    accounts.make(ledger, "eva", Role.READER, "caf\u00e9 with four lamps")
    assert accounts.log_in(ledger, "eva", "cafe\u0301 with four lamps")
    assert not accounts.log_in(ledger, "eva", "cafe with four lamps")


@pytest.mark.parametrize(
    "password", ["\ud800 lone surrogate", "a b c d \x00 e f", "\U0010ffff" * 9 + "abcd"]
)
def test_any_password_can_be_kept_and_compared(ledger: Ledger, password: str):
    accounts.make(ledger, "eva", Role.READER, password)
    assert accounts.log_in(ledger, "eva", password)
    assert not accounts.log_in(ledger, "eva", password + "x")


def test_a_password_too_long_is_not_compared_in_part(ledger: Ledger):
    accounts.make(ledger, "eva", Role.READER, "abcd" * 125)
    assert accounts.log_in(ledger, "eva", "abcd" * 125)
    assert not accounts.log_in(ledger, "eva", "abcd" * 125 + "more")


@pytest.mark.parametrize("password", ["", "short", "x" * 501, "aaaaaaaaaaaaaa", "somebody else"])
def test_poor_passwords_are_refused(ledger: Ledger, password: str):
    with pytest.raises(UsageError) as raised:
        accounts.make(ledger, "Somebody Else", Role.READER, password)
    assert raised.value.code == "bad-password"
    with pytest.raises(UsageError):
        accounts.find(ledger, "Somebody Else")


@pytest.mark.parametrize("name", ["ana", "  ana ", "\uff41na"])
def test_a_name_is_one_account_however_it_is_written(ledger: Ledger, name: str):
    with pytest.raises(UsageError) as raised:
        accounts.make(ledger, name, Role.READER, WORDS)
    assert raised.value.code == "account-exists"


@pytest.mark.parametrize("name", ["", " ", "a" * 81, "a\x00b", "a\u202eb", "\ud800"])
def test_what_is_no_name_is_refused(ledger: Ledger, name: str):
    with pytest.raises(UsageError) as raised:
        accounts.make(ledger, name, Role.READER, WORDS)
    assert raised.value.code == "bad-name"


@pytest.mark.parametrize(
    ("role", "accounts_on", "private", "wanted"),
    [
        (None, False, False, {"read", "try", "edit"}),
        (None, True, False, {"read"}),
        (None, True, True, set()),
        (Role.READER, True, True, {"read", "try"}),
        (Role.EDITOR, True, False, {"read", "try", "edit"}),
        (Role.ADMINISTRATOR, True, False, {"read", "try", "edit", "administer"}),
    ],
)
def test_who_may_do_what(role: Role | None, accounts_on: bool, private: bool, wanted: set[str]):
    assert rights(role, accounts_on, private) == {Right(right) for right in wanted}
