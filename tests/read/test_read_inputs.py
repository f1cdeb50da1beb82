"""Files, folders, standard input and URLs."""

import gzip
import io
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from quoth.model import Capture, Issue
from quoth.read import As, ReadOptions, captures, pages

PAGE = b"Dam holds\n\nThe dam held, the engineer said.\n"


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved":
            return self._answer(302, b"", Location="/page")
        if self.path == "/file":
            return self._answer(302, b"", Location="file:///etc/hostname")
        if self.path == "/loop":
            return self._answer(302, b"", Location="/loop")
        if self.path == "/packed":
            return self._answer(200, gzip.compress(b"a" * 200_000), Content_Encoding="gzip")
        if self.path == "/page":
            return self._answer(200, PAGE, Content_Type="text/plain; charset=utf-8")
        return self._answer(404, b"gone")

    def _answer(self, code: int, body: bytes, **headers: str) -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def _one(page: str, options: ReadOptions | None = None) -> Capture | Issue:
    (found,) = captures(page, options)
    return found


def test_folders_are_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.html", "a/.hidden", ".git/config", "c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(PAGE)
    found = [str(p).removeprefix(f"{tmp_path}/") for p in pages([str(tmp_path), "-"])]
    assert found == ["a/z.html", "b.txt", "c.txt", "-"]


def test_a_folder_without_pages_is_said_to_be_one(tmp_path: Path) -> None:
    (found,) = pages([str(tmp_path)])
    assert isinstance(found, Issue)
    assert found.code == "no-pages"


@pytest.mark.parametrize(
    ("name", "body", "kind"),
    [
        ("a.html", b"text", "text/html"),
        ("a.txt", PAGE, "text/plain"),
        ("a", b"\xef\xbb\xbf <!DOCTYPE html><title>x", "text/html"),
        ("a.page", "<html><p>x".encode("utf-16"), "text/html"),
        ("a.php", b"<div><p>a</p><p>b</p></div>", "text/html"),
        ("a.txt", b"a < b and c > d, he said.", "text/plain"),
    ],
)
def test_the_kind_of_a_page(tmp_path: Path, name: str, body: bytes, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(body)
    found = _one(str(path))
    assert isinstance(found, Capture)
    assert (found.source.media_type, found.body) == (kind, body)


def test_what_the_user_takes_it_for_counts_more(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(PAGE)
    found = _one(str(path), ReadOptions(taken_as=As.DUMP))
    assert isinstance(found, Capture)
    assert found.source.media_type == "text/plain"


def test_packed_files_are_read_and_bounded(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(PAGE))
    found = _one(str(path))
    assert isinstance(found, Capture)
    assert found.body == PAGE
    path.write_bytes(gzip.compress(b"a" * 200_000))
    assert getattr(_one(str(path), ReadOptions(max_bytes=1000)), "code", None) == "too-large"
    path.write_bytes(gzip.compress(PAGE)[:-12])
    assert getattr(_one(str(path)), "code", None) == "not-readable"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PAGE)))
    found = _one("-")
    assert isinstance(found, Capture)
    assert (found.source.page, found.body) == ("-", PAGE)


def test_a_url_is_fetched_over_a_redirect(site: str) -> None:
    found = _one(f"{site}/moved")
    assert isinstance(found, Capture)
    assert (found.source.page, found.source.url) == (f"{site}/moved", f"{site}/page")
    assert found.body == PAGE
    assert found.source.fetched_at


@pytest.mark.parametrize("path", ["/none", "/file", "/loop"])
def test_a_url_that_cannot_be_fetched(site: str, path: str) -> None:
    found = _one(site + path)
    assert isinstance(found, Issue)
    assert found.code == "fetch-failed"
    assert site in found.message


def test_a_packed_answer_is_bounded(site: str) -> None:
    found = _one(f"{site}/packed", ReadOptions(max_bytes=10_000))
    assert isinstance(found, Issue)
    assert found.code == "too-large"


@pytest.mark.parametrize("url", ["http://", "http://[bad", "https://exa mple/"])
def test_a_url_that_is_none(url: str) -> None:
    assert getattr(_one(url), "code", None) == "fetch-failed"
