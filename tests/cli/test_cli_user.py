"""The accounts of a reading room on the command line."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from cli_support import Quoth, lines

from quoth.run import accounts
from quoth.store import open_ledger
from quoth.web import Settings

WORDS = b"four quiet blue lamps\n"
OTHER = b"seven slow green boats\n"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    # as slow as it is meant to be, each password would take a tenth of a second
    hasher = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr(accounts, "_hasher", lambda: hasher)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "a.quoth"
    open_ledger(path).close()
    return path


def made(quoth: Quoth, ledger: Path, name: str, role: str) -> None:
    found = quoth("user", "add", name, "--role", role, "--ledger", ledger, stdin=WORDS)
    assert found.exit_code == 0


def told(quoth: Quoth, ledger: Path) -> dict[object, dict[str, object]]:
    found = quoth("user", "list", "--json", "--ledger", ledger)
    return {one["name"]: one for one in lines(found.stdout)}


def test_an_account_is_made_and_listed(quoth: Quoth, ledger: Path):
    made(quoth, ledger, "Ana Lund", "editor")
    one = told(quoth, ledger)["Ana Lund"]
    assert set(one) == {"name", "role", "made_at", "sessions", "closed_at"}
    assert (one["role"], one["sessions"], one["closed_at"]) == ("editor", 0, None)
    plain = quoth("user", "list", "--ledger", ledger).stdout
    assert plain.startswith("Ana Lund\teditor\t")


def test_a_new_password_is_the_one_that_fits_and_ends_sessions(quoth: Quoth, ledger: Path):
    made(quoth, ledger, "ana", "editor")
    with open_ledger(ledger) as opened:
        assert accounts.log_in(opened, "ana", WORDS.decode().strip())
    assert told(quoth, ledger)["ana"]["sessions"] == 1
    assert quoth("user", "password", "ana", "--ledger", ledger, stdin=OTHER).exit_code == 0
    assert told(quoth, ledger)["ana"]["sessions"] == 0
    with open_ledger(ledger) as opened:
        assert not accounts.log_in(opened, "ana", WORDS.decode().strip())
        assert accounts.log_in(opened, "ana", OTHER.decode().strip())


def test_sessions_are_listed_and_ended(quoth: Quoth, ledger: Path):
    made(quoth, ledger, "ana", "editor")
    with open_ledger(ledger) as opened:
        accounts.log_in(opened, "ana", WORDS.decode().strip())
    (one,) = lines(quoth("user", "sessions", "ana", "--json", "--ledger", ledger).stdout)
    assert set(one) == {"made_at", "seen_at", "ends_at"}
    quoth("user", "sessions", "ana", "--end", "--ledger", ledger)
    assert told(quoth, ledger)["ana"]["sessions"] == 0


def test_a_closed_account_can_be_opened_again(quoth: Quoth, ledger: Path):
    made(quoth, ledger, "ana", "editor")
    quoth("user", "close", "ana", "--ledger", ledger)
    assert told(quoth, ledger)["ana"]["closed_at"]
    quoth("user", "close", "ana", "--undo", "--ledger", ledger)
    assert told(quoth, ledger)["ana"]["closed_at"] is None


def test_the_last_administrator_stays_one(quoth: Quoth, ledger: Path):
    made(quoth, ledger, "ana", "administrator")
    assert "last-administrator" in quoth("user", "role", "ana", "reader", "--ledger", ledger).stderr
    assert "last-administrator" in quoth("user", "close", "ana", "--ledger", ledger).stderr
    made(quoth, ledger, "tomas", "administrator")
    assert quoth("user", "role", "ana", "reader", "--ledger", ledger).exit_code == 0
    assert told(quoth, ledger)["ana"]["role"] == "reader"


@pytest.mark.parametrize(
    ("args", "stdin", "code"),
    [
        (("add", "ana"), WORDS, "account-exists"),
        (("add", " ANA  "), b"short\n", "bad-password"),
        (("add", "eve"), b"aaaaaaaaaaaaaaaa\n", "bad-password"),
        (("add", "eve"), b"", "no-password"),
        (("add", "a\x1b[31mb"), WORDS, "bad-name"),
        (("add", "  "), WORDS, "bad-name"),
        (("role", "eve", "reader"), b"", "no-such-account"),
        (("sessions", "eve"), b"", "no-such-account"),
    ],
)
def test_what_cannot_be_done_is_refused(
    quoth: Quoth, ledger: Path, args: tuple[str, ...], stdin: bytes, code: str
):
    made(quoth, ledger, "ana", "editor")
    found = quoth("user", *args, "--ledger", ledger, stdin=stdin)
    assert found.exit_code == 2
    assert f"quoth: {code}: " in found.stderr


@pytest.mark.parametrize(
    ("options", "accounts_on", "private", "told"),
    [
        ((), False, False, ()),
        (("--host", "localhost"), False, False, ()),
        (("--accounts",), True, False, ("Nobody has",)),
        (("--private",), True, True, ("Nobody has",)),
        (("--address", "https://room.example/"), True, False, ("Nobody has",)),
        (("--host", "192.0.2.7"), True, False, ("in clear", "Nobody has")),
    ],
)
def test_a_room_that_others_reach_takes_accounts(
    quoth: Quoth,
    ledger: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    accounts_on: bool,
    private: bool,
    told: tuple[str, ...],
):
    served: list[Settings] = []
    monkeypatch.setattr("quoth.web.process.listen", lambda host, port: socket.socket())
    monkeypatch.setattr("quoth.web.process.run", lambda settings, *_: served.append(settings))
    found = quoth("serve", "--ledger", ledger, *options)
    assert found.exit_code == 0
    (settings,) = served
    assert (settings.accounts, settings.private) == (accounts_on, private)
    assert settings.answers_to("127.0.0.1")
    assert not settings.answers_to("elsewhere.example")
    for words in ("in clear", "Nobody has"):
        assert (words in found.stderr) == (words in told)
    made(quoth, ledger, "ana", "administrator")
    assert "Nobody has" not in quoth("serve", "--ledger", ledger, *options).stderr
