"""The door: forms that are not ours, hosts that are not ours, requests without end."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from quoth.store import open_ledger
from quoth.web import Settings, create_app
from quoth.web.app import ROOMS

AT = "http://127.0.0.1:8765"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("room") / "empty.quoth"
    open_ledger(path).close()
    return path


@pytest.fixture(scope="module")
def room(file: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(file, reader="pack")), AT) as client:
        yield client


def token(client: TestClient) -> str:
    found = re.search(r'name="token" value="([0-9a-f]{64})"', client.get("/read").text)
    assert found
    return found[1]


def posts() -> list[str]:
    """Every address that takes a form."""
    routes = [r for room in ROOMS for r in room.routes if isinstance(r, APIRoute)]
    paths = sorted({r.path for r in routes if r.methods - {"GET"}})
    return [re.sub(r"\{[^}]*\}", "1", path) for path in paths]


def test_there_are_forms_to_try():
    assert {"/login", "/read", "/account/password"} <= set(posts())


@pytest.mark.parametrize("path", posts())
@pytest.mark.parametrize("sent", [{}, {"token": ""}, {"token": "0" * 64}, {"token": "é"}])
def test_no_form_is_taken_without_its_token(room: TestClient, path: str, sent: dict[str, str]):
    token(room)
    assert room.post(path, data=sent).status_code == 403


@pytest.mark.parametrize("path", posts())
def test_a_token_from_another_browser_is_none(room: TestClient, path: str):
    stolen = token(TestClient(room.app, AT))
    token(room)
    assert room.post(path, data={"token": stolen}).status_code == 403


def test_a_token_is_taken_from_a_form_of_either_kind_and_from_the_header(room: TestClient):
    own = token(room)
    assert room.post("/read", data={"token": own}).status_code == 422
    assert room.post("/read", files={"token": (None, own)}).status_code == 422
    assert room.post("/read", headers={"x-quoth-token": own}).status_code == 422
    assert room.post("/read", json={"token": own}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1.elsewhere.example:8765"},
    ],
)
def test_what_a_browser_says_comes_from_elsewhere_is_refused(
    room: TestClient, headers: dict[str, str]
):
    assert room.post("/read", data={"token": token(room)}, headers=headers).status_code == 403


def test_what_a_browser_says_comes_from_here_is_taken(room: TestClient):
    headers = {"sec-fetch-site": "same-origin", "origin": AT}
    assert room.post("/read", data={"token": token(room)}, headers=headers).status_code == 422


def test_browsers_are_let_say_where_a_form_comes_from(room: TestClient):
    # under this policy they send `Origin: null` with our own forms too
    assert room.get("/read").headers["referrer-policy"] == "same-origin"


def test_nothing_is_sent_to_other_methods(room: TestClient):
    for method in ("PUT", "PATCH", "DELETE", "TRACE"):
        assert room.request(method, "/read").status_code in (403, 405)


@pytest.mark.parametrize(
    "host",
    [
        "elsewhere.example",
        "elsewhere.example:8765",
        "127.0.0.1.elsewhere.example",
        "",
        "a b",
        "[::1",
    ],
)
def test_a_host_that_is_not_ours_gets_nothing(room: TestClient, host: str):
    answer = room.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1:8765", "localhost", "LOCALHOST:8765", "[::1]:8765", "192.0.2.7", "localhost."],
)
def test_ones_own_machine_is_answered_under_each_of_its_names(room: TestClient, host: str):
    assert room.get("/login", headers={"host": host}).status_code == 200


def test_the_names_of_the_settings_are_answered(file: Path):
    settings = Settings(file, address="https://room.example:8443", hosts=("inner.example",))
    with TestClient(create_app(settings), "https://room.example") as client:
        for host in ("room.example", "Room.Example:8443", "inner.example:80"):
            assert client.get("/login", headers={"host": host}).status_code == 200
        assert client.get("/login", headers={"host": "other.example"}).status_code == 421


def test_a_large_request_is_refused_before_it_is_read(room: TestClient):
    assert room.post("/read", content=b"x" * 3_600_000).status_code == 413


def test_a_large_request_that_does_not_say_so_is_refused_too(room: TestClient):
    def chunks() -> Iterator[bytes]:
        for _ in range(80):
            yield b"x" * 50_000

    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert room.post("/read", content=chunks(), headers=headers).status_code == 413


@pytest.mark.parametrize("size", ["-1", "x", "9" * 30, "1e3"])
def test_a_size_that_is_none_is_refused(room: TestClient, size: str):
    assert room.post("/read", headers={"content-length": size}).status_code in (400, 413)


def test_a_long_address_is_refused(room: TestClient):
    assert room.get("/" + "a" * 9000).status_code == 414
    assert room.get("/search?q=" + "a" * 9000).status_code == 414


def test_many_fields_are_refused(room: TestClient):
    form = {f"f{i}": "x" for i in range(1500)} | {"token": token(room)}
    assert room.post("/read", files={k: (None, v) for k, v in form.items()}).status_code == 400


async def _slow(app: Any) -> list[dict[str, Any]]:
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(60)
        raise AssertionError("waited")

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    headers = [(b"host", b"127.0.0.1"), (b"content-length", b"10")]
    headers.append((b"content-type", b"application/x-www-form-urlencoded"))
    scope = {"type": "http", "method": "POST", "path": "/read", "raw_path": b"/read"}
    scope |= {"query_string": b"", "headers": headers, "http_version": "1.1", "scheme": "http"}
    scope |= {"server": ("127.0.0.1", 8765), "client": ("127.0.0.1", 1), "root_path": ""}
    await app(scope, receive, send)
    return sent


def test_a_request_that_never_comes_ends(room: TestClient, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("quoth.web.gate.BODY_SECONDS", 0.1)
    with ThreadPoolExecutor(1) as beside:  # a browser of other tests has this thread's loop
        sent = beside.submit(asyncio.run, _slow(room.app)).result()
    assert [m.get("status") for m in sent] == [408, None]
