"""Accounts in the browser: logging in and out, sessions, roles, and what nobody else may do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient

from quoth.run import accounts
from quoth.store import open_ledger
from quoth.store.accounts import Role
from quoth.web import Settings, create_app

AT = "http://127.0.0.1:8765"
WORDS = "four quiet blue lamps"
OTHER = "seven slow green boats"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    # as slow as it is meant to be, each login would take a tenth of a second
    hasher = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr(accounts, "_hasher", lambda: hasher)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "own.quoth"
    with open_ledger(path) as ledger:
        for name, role in (("rea", Role.READER), ("edi", Role.EDITOR), ("adm", Role.ADMINISTRATOR)):
            accounts.make(ledger, name, role, WORDS)
    return path


@pytest.fixture
def room(file: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(file, accounts=True)), AT, headers=_ENGLISH) as client:
        yield client


_ENGLISH = {"accept-language": "en"}


def token(client: TestClient, page: str = "/login") -> str:
    found = re.search(r'name="token" value="([0-9a-f]{64})"', client.get(page).text)
    assert found
    return found[1]


def log_in(client: TestClient, name: str, password: str = WORDS, **more: str) -> int:
    form = {"name": name, "password": password, "token": token(client), **more}
    return client.post("/login", data=form, follow_redirects=False).status_code


def other(client: TestClient) -> TestClient:
    """Another browser."""
    return TestClient(client.app, AT, headers=_ENGLISH)


def test_who_logs_in_has_an_account_page_and_who_logs_out_has_none(room: TestClient):
    assert room.get("/account", follow_redirects=False).status_code == 303
    assert log_in(room, "edi") == 303
    page = room.get("/account")
    assert page.status_code == 200
    assert "edi" in page.text
    assert "editor" in page.text
    room.post("/logout", data={"token": token(room, "/account")})
    assert room.get("/account", follow_redirects=False).status_code == 303


def test_a_wrong_password_a_wrong_name_and_a_closed_account_are_refused_alike(
    room: TestClient, file: Path
):
    with open_ledger(file) as ledger:
        accounts.close(ledger, accounts.find(ledger, "rea"))
    told = set()
    for name, password in (
        ("edi", "not this one"),
        ("nobody", WORDS),
        ("rea", WORDS),
        ("\x00", ""),
    ):
        form = {"name": name, "password": password, "token": token(room)}
        answer = room.post("/login", data=form, follow_redirects=False)
        told.add((answer.status_code, re.search(r'role="alert">([^<]*)', answer.text)[1]))  # type: ignore[index]
    assert len(told) == 1
    assert told.pop()[0] == 403


def test_login_ends_in_a_session_that_the_browser_did_not_choose(room: TestClient):
    room.cookies.set("quoth-session", "chosen-by-somebody-else", domain="127.0.0.1")
    form = {"name": "edi", "password": WORDS, "token": token(room)}
    answer = room.post("/login", data=form, follow_redirects=False)
    cookie = answer.headers["set-cookie"]
    assert "quoth-session=" in cookie
    assert "chosen-by-somebody-else" not in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    stranger = other(room)
    stranger.cookies.set("quoth-session", "chosen-by-somebody-else")
    assert stranger.get("/account", follow_redirects=False).status_code == 303


def test_each_login_has_another_session_and_form_tokens_of_before_are_void(room: TestClient):
    before = token(room)
    log_in(room, "edi")
    first = room.cookies["quoth-session"]
    assert room.post("/logout", data={"token": before}).status_code == 403
    log_in(room, "edi")
    assert room.cookies["quoth-session"] != first
    old = other(room)
    old.cookies.set("quoth-session", first)
    assert old.get("/account", follow_redirects=False).status_code == 303


def test_the_ledger_holds_no_token_and_no_password(room: TestClient, file: Path):
    log_in(room, "edi")
    session = room.cookies["quoth-session"]
    held = b"".join(p.read_bytes() for p in file.parent.glob(f"{file.name}*"))
    assert session.encode() not in held
    assert WORDS.encode() not in held
    assert b"$argon2id$" in held


def test_a_cookie_of_a_room_with_https_is_sent_by_https_to_this_host_alone(file: Path):
    settings = Settings(file, address="https://room.example", accounts=True)
    with TestClient(create_app(settings), "https://room.example") as client:
        form = {"name": "edi", "password": WORDS, "token": token(client)}
        cookie = client.post("/login", data=form, follow_redirects=False).headers["set-cookie"]
    assert "__Host-quoth-session=" in cookie
    assert "Secure" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie


@pytest.mark.parametrize(
    "to", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere"]
)
def test_login_leads_nowhere_else(room: TestClient, to: str):
    form = {"name": "edi", "password": WORDS, "token": token(room), "to": to}
    answer = room.post("/login", data=form, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_login_leads_back_to_where_one_was(room: TestClient):
    form = {"name": "edi", "password": WORDS, "token": token(room), "to": "/search?q=harbour"}
    answer = room.post("/login", data=form, follow_redirects=False)
    assert answer.headers["location"] == "/search?q=harbour"


def test_guessing_passwords_is_stopped_and_others_may_still_log_in(room: TestClient):
    assert [log_in(room, "edi", f"wrong guess {i}") for i in range(6)] == [403] * 5 + [429]
    assert log_in(room, "edi") == 429
    assert log_in(room, "adm") == 303


def test_another_password_ends_the_other_sessions_and_not_this_one(room: TestClient):
    elsewhere = other(room)
    log_in(elsewhere, "edi")
    log_in(room, "edi")
    form = {"token": token(room, "/account"), "old": WORDS, "new": OTHER, "again": OTHER}
    assert room.post("/account/password", data=form).url.path == "/account"
    assert room.get("/account", follow_redirects=False).status_code == 200
    assert elsewhere.get("/account", follow_redirects=False).status_code == 303
    assert log_in(elsewhere, "edi") == 403
    assert log_in(elsewhere, "edi", OTHER) == 303


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [
        ("wrong", OTHER, OTHER),
        (WORDS, OTHER, WORDS),
        (WORDS, "short", "short"),
        (WORDS, "a" * 20, "a" * 20),
    ],
)
def test_a_password_is_not_changed_where_something_is_wrong(
    room: TestClient, old: str, new: str, again: str
):
    log_in(room, "edi")
    form = {"token": token(room, "/account"), "old": old, "new": new, "again": again}
    answer = room.post("/account/password", data=form)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert log_in(other(room), "edi") == 303


def test_a_session_can_be_ended_from_another_browser_and_nobody_elses_can(room: TestClient):
    elsewhere, stranger = other(room), other(room)
    log_in(elsewhere, "edi")
    log_in(room, "edi")
    log_in(stranger, "rea")
    named = re.search(r'name="session" value="([0-9a-f]{64})"', room.get("/account").text)
    assert named
    form = {"session": named[1]}
    stranger.post("/account/sessions", data={**form, "token": token(stranger, "/account")})
    assert elsewhere.get("/account", follow_redirects=False).status_code == 200
    room.post("/account/sessions", data={**form, "token": token(room, "/account")})
    assert elsewhere.get("/account", follow_redirects=False).status_code == 303


def test_an_administrator_makes_changes_and_closes_accounts(room: TestClient):
    log_in(room, "adm")

    def send(path: str, **form: str) -> int:
        data = {**form, "token": token(room, "/accounts")}
        return room.post(path, data=data, follow_redirects=False).status_code

    assert send("/accounts", name="new one", role="editor", password=WORDS) == 303
    assert send("/accounts", name="new one", role="editor", password=WORDS) == 400
    page = room.get("/accounts").text
    accounts_of = dict(
        re.findall(r'id="account-\d+"><bdi>([^<]+)</bdi>.*?/accounts/(\d+)"', page, re.S)
    )
    new = accounts_of["new one"]
    elsewhere = other(room)
    assert log_in(elsewhere, "new one") == 303
    assert elsewhere.get("/accounts").status_code == 403
    assert send(f"/accounts/{new}", what="role", role="administrator") == 303
    assert elsewhere.get("/accounts").status_code == 200
    assert send(f"/accounts/{new}", what="close") == 303
    assert elsewhere.get("/accounts", follow_redirects=False).status_code == 303
    assert log_in(elsewhere, "new one") == 403
    assert send(f"/accounts/{new}", what="open") == 303
    assert send(f"/accounts/{new}", what="password", password=OTHER) == 303
    assert log_in(elsewhere, "new one", OTHER) == 303
    assert send(f"/accounts/{new}", what="sessions") == 303
    assert elsewhere.get("/account", follow_redirects=False).status_code == 303
    assert send(f"/accounts/{new}", what="burn") == 400
    assert send("/accounts/999", what="close") == 404


def test_one_administrator_is_always_left(room: TestClient):
    log_in(room, "adm")
    page = room.get("/accounts").text
    found = dict(re.findall(r'id="account-\d+"><bdi>([^<]+)</bdi>.*?/accounts/(\d+)"', page, re.S))
    for form in ({"what": "close"}, {"what": "role", "role": "reader"}):
        data = {**form, "token": token(room, "/accounts")}
        assert room.post(f"/accounts/{found['adm']}", data=data).status_code == 400
    assert room.get("/accounts").status_code == 200


@pytest.mark.parametrize("name", ["rea", "edi"])
def test_accounts_are_for_administrators(room: TestClient, name: str):
    log_in(room, name)
    assert room.get("/accounts").status_code == 403
    data = {
        "token": token(room, "/account"),
        "name": "x",
        "role": "administrator",
        "password": WORDS,
    }
    assert room.post("/accounts", data=data).status_code == 403


def test_a_room_without_accounts_has_none(file: Path):
    with TestClient(create_app(Settings(file)), AT, headers=_ENGLISH) as client:
        assert client.get("/account").status_code == 404
        assert client.get("/accounts").status_code == 403
        assert "needs no account" in client.get("/login").text


def test_reading_a_private_room_takes_an_account(file: Path):
    with TestClient(create_app(Settings(file, accounts=True, private=True)), AT) as client:
        answer = client.get("/?a=b", follow_redirects=False)
        assert answer.headers["location"] == "/login?to=%2F%3Fa%3Db"
        assert client.get("/api/v1/search?q=harbour").status_code == 401
        assert client.get("/static/quoth.css").status_code == 200
        assert log_in(client, "rea") == 303
        assert client.get("/").status_code == 200


def test_what_an_account_saw_is_kept_by_no_browser(room: TestClient):
    log_in(room, "edi")
    assert "no-store" in room.get("/account").headers["cache-control"]
