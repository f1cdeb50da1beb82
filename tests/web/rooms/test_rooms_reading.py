"""A text pasted or a page named, read at once, shown, and added by an editor."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from quoth.model import Capture
from quoth.read.guard import Address, Guard
from quoth.read.options import As
from quoth.run import at_once
from quoth.run.outcome import Outcome
from quoth.store import open_ledger
from quoth.web import Settings, create_app

AT = "http://127.0.0.1:8765"
TEXT = """Bridge closes

AARNES, 3 May 2031 - The old bridge over the river has been closed since Monday morning.

"It will stay closed until the water has gone," said Ana Lund, the mayor of the town.

The council said it would decide about the repair next week, when the costs are known.
"""
PAGE = "".join(f"<p>{p}</p>" for p in TEXT.split("\n\n")[1:])
PAGE = f"<html><head><title>Bridge closes</title></head><body><article><h1>Bridge closes</h1>{PAGE}"


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/inner":
            self.send_response(302)
            self.send_header("Location", "http://10.0.0.1/")
            self.end_headers()
            return
        self.send_response(200 if self.path == "/page" else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def log_message(self, *_: Any) -> None:
        return


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def _loopback(address: Address) -> bool:
    return str(address) == "127.0.0.1"


class Here:
    """A desk that reads in this process: another one would load everything anew."""

    def __init__(self, work: Callable[..., Outcome], options: Any) -> None:
        self._work, self._options = work, options

    def submit(self, capture: Capture) -> Any:
        class Done:
            done = staticmethod(lambda: True)
            result = staticmethod(lambda: self._work(capture, self._options))

        return Done

    def close(self) -> None:
        return


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "empty.quoth"
    open_ledger(path).close()
    return path


@pytest.fixture
def room(ledger: Path, port: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr(at_once, "Pool", Here)
    monkeypatch.setattr("tempfile.tempdir", str(ledger.parent))
    guard = Guard(10, frozenset({port, 80}), _loopback)
    app = create_app(Settings(ledger, reader="pack", guard=guard))
    with TestClient(app, AT, headers={"accept-language": "en"}) as client:
        yield client


def send(client: TestClient, path: str = "/read", **form: str) -> Any:
    found = re.search(r'name="token" value="([0-9a-f]{64})"', client.get("/read").text)
    assert found
    return client.post(path, data={**form, "token": found[1]}, follow_redirects=False)


def told(answer: Any) -> str:
    found = re.search(r'role="alert">\s*([^<]*?)\s*<', answer.text)
    return found[1] if found else ""


def articles(ledger: Path) -> tuple[str, ...]:
    with open_ledger(ledger) as opened:
        return opened.article_ids()


def test_a_text_is_read_and_shown_and_not_stored(room: TestClient, ledger: Path):
    answer = send(room, text=TEXT)
    assert answer.status_code == 303
    page = room.get(answer.headers["location"])
    assert page.status_code == 200
    assert "Ana Lund" in page.text
    assert "not in the ledger" in page.text
    assert articles(ledger) == ()


def test_a_page_is_fetched_and_read(room: TestClient, port: int):
    answer = send(room, url=f" http://127.0.0.1:{port}/page ")
    page = room.get(answer.headers["location"])
    assert "Ana Lund" in page.text


def test_an_editor_adds_what_was_read_as_it_was_read(room: TestClient, ledger: Path, port: int):
    url = f"http://127.0.0.1:{port}/page"
    kept = send(room, url=url).headers["location"]
    answer = send(room, f"{kept}/add")
    (article,) = articles(ledger)
    assert answer.headers["location"] == f"/articles/{article}"
    with open_ledger(ledger) as opened:
        assert opened.reading(article).article.source.url == url
        assert opened.counts().entities
    assert "Ana Lund" in room.get(f"/articles/{article}").text
    # what is there already is shown where it is
    assert send(room, url=url).headers["location"] == f"/articles/{article}"


def test_a_text_added_twice_is_there_once_and_another_is_another(room: TestClient, ledger: Path):
    for text in (TEXT, TEXT.replace("river", "harbour")):
        kept = send(room, text=text).headers["location"]
        for _ in range(2):
            assert send(room, f"{kept}/add").status_code == 303
    assert len(articles(ledger)) == 2
    with open_ledger(ledger) as opened:
        assert opened.counts().pages == 2


def test_a_whole_page_may_be_pasted(room: TestClient, monkeypatch: pytest.MonkeyPatch):
    seen = []
    real = at_once.Desk.text
    monkeypatch.setattr(
        at_once.Desk, "text", lambda desk, text, how: seen.append(how) or real(desk, text, how)
    )
    send(room, text=TEXT)
    send(room, text=TEXT, whole="1")
    assert seen == [As.ARTICLE, As.DUMP]


@pytest.mark.parametrize(
    ("form", "status", "word"),
    [
        ({}, 422, "Give an address or a text."),
        ({"text": " \n "}, 422, "Give an address or a text."),
        ({"text": "a", "url": "http://a.example/"}, 422, "not both"),
        ({"url": "file:///etc/passwd"}, 422, "no address of a page"),
        ({"url": "javascript:alert(1)"}, 422, "no address of a page"),
        ({"url": "http://" + "a" * 3000}, 422, "no address of a page"),
        ({"url": "http://192.168.1.1/"}, 422, "not a public one"),
        ({"url": "http://[::1]/"}, 422, "not a public one"),
        ({"text": "a" * 100_001}, 413, "too long"),
    ],
)
def test_what_cannot_be_read_is_told(
    room: TestClient, form: dict[str, str], status: int, word: str
):
    answer = send(room, **form)
    assert answer.status_code == status
    assert word in told(answer)


def test_redirects_within_are_refused_and_errors_told(room: TestClient, port: int):
    assert "not a public one" in told(send(room, url=f"http://127.0.0.1:{port}/inner"))
    assert "could not be fetched" in told(send(room, url=f"http://127.0.0.1:{port}/none"))


def test_the_text_is_not_lost_where_something_is_wrong(room: TestClient):
    answer = send(room, text='</textarea><script>alert("x")</script>', url="http://a.example/")
    assert "&lt;/textarea&gt;&lt;script&gt;" in answer.text
    assert "<script>alert" not in answer.text


def test_hostile_text_is_only_text(room: TestClient):
    attack = TEXT.replace("Ana Lund", "<img src=x onerror=alert(1)> Lund").replace(
        "river", "\x00\u202e"
    )
    page = room.get(send(room, text=attack).headers["location"])
    assert page.status_code == 200
    assert "<img" not in page.text


def test_what_is_no_longer_kept_is_told(room: TestClient):
    answer = room.get("/read/" + "0" * 32)
    assert answer.status_code == 404
    assert "no longer kept" in told(answer)
    assert send(room, "/read/" + "0" * 32 + "/add").status_code == 404


def test_too_many_at_once_are_asked_to_wait(room: TestClient, monkeypatch: pytest.MonkeyPatch):
    def full(*_: Any) -> Outcome:
        raise at_once.Busy("")

    monkeypatch.setattr(at_once.Desk, "text", full)
    answer = send(room, text=TEXT)
    assert answer.status_code == 503
    assert "Others are" in told(answer)


def test_a_room_with_accounts_reads_for_those_who_have_one(ledger: Path):
    with TestClient(create_app(Settings(ledger, accounts=True)), AT) as client:
        assert (
            client.get("/read", follow_redirects=False).headers["location"] == "/login?to=%2Fread"
        )
        assert client.get("/read/" + "0" * 32, follow_redirects=False).status_code == 303
