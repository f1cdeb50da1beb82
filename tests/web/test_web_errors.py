"""What goes wrong is told as a page, or as a problem of the API, and tells nothing of inside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from quoth.errors import LedgerBroken, UsageError
from quoth.store import open_ledger
from quoth.web import Settings, create_app

AT = "http://127.0.0.1:8765"
INSIDE = "/somewhere/inside"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[TestClient]:
    path = tmp_path / "empty.quoth"
    open_ledger(path).close()
    app = create_app(Settings(path))

    def fails(kind: str) -> None:
        errors = {"usage": UsageError, "ledger": LedgerBroken}
        raise errors.get(kind, RuntimeError)(INSIDE)

    app.add_api_route("/fails/{kind}", fails)
    app.add_api_route("/api/fails/{kind}", fails)
    with TestClient(app, AT, raise_server_exceptions=False) as client:
        client.headers["accept-language"] = "en"
        yield client


@pytest.mark.parametrize(("kind", "status"), [("usage", 400), ("ledger", 503), ("anything", 500)])
def test_an_error_is_a_page_that_tells_nothing_of_the_inside(
    room: TestClient, kind: str, status: int
):
    answer = room.get(f"/fails/{kind}")
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert f"Error {status}" in answer.text
    assert INSIDE not in answer.text
    assert "Traceback" not in answer.text
    assert "content-security-policy" in answer.headers
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(("kind", "status"), [("ledger", 503), ("anything", 500)])
def test_an_error_of_the_api_is_a_problem(room: TestClient, kind: str, status: int):
    answer = room.get(f"/api/fails/{kind}")
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.json()["status"] == status
    assert INSIDE not in answer.text
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize(
    "path", ["/nothing", "/articles/x/y/z", "/static/none.css", "/static/../app.py"]
)
def test_what_is_not_there_is_a_page(room: TestClient, path: str):
    answer = room.get(path)
    assert answer.status_code == 404
    assert "no such page" in answer.text


def test_an_error_page_holds_nothing_of_the_address(room: TestClient):
    answer = room.get("/<script>alert(1)</script>")
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text


def test_a_page_of_an_error_is_given_though_the_ledger_is_gone(tmp_path: Path):
    path = tmp_path / "gone.quoth"
    open_ledger(path).close()
    app = create_app(Settings(path, accounts=True))
    with TestClient(app, AT, raise_server_exceptions=False) as client:
        client.cookies.set("quoth-session", "x" * 43)
        app.state.ledger.close()
        path.write_bytes(b"no ledger any more" * 1000)
        for more in ("-wal", "-shm"):
            path.with_name(path.name + more).unlink(missing_ok=True)
        answer = client.get("/account")
    assert answer.status_code == 503
    assert "content-security-policy" in answer.headers


def test_head_is_answered_as_get_is_without_the_body(room: TestClient):
    for path in ("/login", "/nothing", "/static/quoth.css"):
        get, head = room.get(path), room.head(path)
        assert head.status_code == get.status_code
        assert head.content == b""
        assert head.headers["content-length"] == get.headers["content-length"]
