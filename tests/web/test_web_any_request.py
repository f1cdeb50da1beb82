"""Whatever is asked of whatever page: it answers, and nothing of the question gets into it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from quoth.store import open_ledger
from quoth.web import Settings, create_app
from quoth.web.app import ROOMS

AT = "http://127.0.0.1:8765"
SCRIPT = "<script>alert(1)</script>"
ASKED = (
    "'",
    "%00",
    "%ff%fe",
    "%ED%A0%80",
    "-1",
    "9" * 30,
    "1e999",
    "..%2f..%2fetc%2fpasswd",
    quote(SCRIPT),
    quote('"><img src=x onerror=alert(1)>'),
    quote("') UNION SELECT password FROM account --"),
    quote('"unclosed'),
    quote("NEAR(a b) OR col:x*"),
    "2031-13-45",
    "%0d%0aX-Told:1",
    "a" * 600,
)


def addresses() -> list[tuple[str, tuple[str, ...]]]:
    """The path of each page, with the names that it may be asked with."""
    routes = [r for room in ROOMS for r in room.routes if isinstance(r, APIRoute)]
    return sorted(
        {
            (r.path, tuple(sorted({"q", "after", *(p.alias for p in r.dependant.query_params)})))
            for r in routes
            if "GET" in r.methods and r.path != "/read"  # which starts a process
        }
    )


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path: Path = tmp_path_factory.mktemp("room") / "empty.quoth"
    open_ledger(path).close()
    app = create_app(Settings(path))
    with TestClient(app, AT, raise_server_exceptions=False, follow_redirects=False) as client:
        yield client


@pytest.mark.parametrize(("path", "names"), addresses())
def test_it_answers(room: TestClient, path: str, names: tuple[str, ...]):
    plain = re.sub(r"\{[^}]*\}", "1", path)
    for number, asked in enumerate(ASKED):
        # each value with one of the names, each name with several of the values
        urls = [f"{plain}?{name}={asked}" for name in names[number % 3 :: 3]]
        if plain != path:
            urls = [re.sub(r"\{[^}]*\}", lambda _, a=asked: a, path), *urls[:1]]  # type: ignore[misc]
        for url in urls:
            answer = room.get(url)
            assert answer.status_code < 500, url
            assert "x-told" not in answer.headers, url
            if "html" in answer.headers.get("content-type", ""):
                assert SCRIPT not in answer.text, url
                assert "<img src=x" not in answer.text, url
