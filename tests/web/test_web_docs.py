"""What docs/room.md and the README say of the room is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.routing import APIRoute
from web_support import PAGES, ROOT

from quoth.web import Settings, create_app
from quoth.web.app import ROOMS

DOC = (ROOT / "docs" / "room.md").read_text("utf-8")
PICTURES = sorted((ROOT / "docs" / "pictures").glob("room-*.png"))
LARGEST = 220_000
"""Bytes of a screenshot: they are kept in the repository."""


def paths() -> set[str]:
    """The addresses of the rooms."""
    return {r.path for router in ROOMS for r in router.routes if isinstance(r, APIRoute)}


def test_every_room_is_in_the_table():
    told = set(re.findall(r"`(/[\w/{}.-]*)`", DOC.split("\n## The rooms\n")[1].split("\n## ")[0]))
    firsts = {"/" + path.split("/")[1] for path in told}
    for path in paths():
        assert "/" + path.split("/")[1] in firsts, path


def test_every_page_is_tried_in_a_browser():
    # what is shown after a form, to those with accounts, or as a file, has tests of its own
    elsewhere = re.compile(
        r"/(login|account|accounts|language|export|feeds|api|static|about)\b|/read/|/corrections/\{"
        r"|/archive/undated"
    )
    shapes = {re.sub(r"[^/?]*\d[^/?]*|\{\}", "#", told.split("?")[0]) for told, _ in PAGES.values()}
    for router in ROOMS:
        for route in router.routes:
            if isinstance(route, APIRoute) and "GET" in route.methods:
                shape = re.sub(r"\{\w+\}(?:/\{\w+\})?$", "#", route.path)
                if not elsewhere.match(route.path):
                    known = {shape, re.sub(r"\{\w+\}", "#", route.path)}
                    assert known & shapes, route.path


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.stem)
def test_a_screenshot_is_shown_described_and_small(picture: Path):
    alone = picture.stat().st_size
    assert alone < LARGEST
    pages = [DOC, (ROOT / "README.md").read_text("utf-8")]
    found = [
        m for page in pages for m in re.findall(rf"!\[([^\]]+)\]\([\w/]*{picture.name}\)", page)
    ]
    assert found, "in no page of the docs"
    assert min(map(len, found)) > 50


def test_the_classes_are_those_of_the_styles():
    styles = "".join(p.read_text("utf-8") for p in (ROOT / "src/quoth/web/static").glob("*.css"))
    table = DOC.split("| classes | for |")[1].split("\n\n")[0]
    for cell in re.findall(r"^\| (.*?) \|", table, re.MULTILINE)[1:]:
        for name in re.findall(r"`([\w-]+)`", cell):
            assert re.search(rf"\.{name}\b", styles), name


def test_the_application_has_no_pages_of_documentation(tmp_path: Path):
    app = create_app(Settings(tmp_path / "none.quoth"))
    assert app.docs_url is None
    assert app.redoc_url is None
