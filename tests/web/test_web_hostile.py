"""Pages that mean harm, shown: nothing of them becomes markup, an address or an order of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hostile_support import WORDS
from lxml import html
from web_support import AT, ENGLISH, walk

from quoth.annotate import PACK
from quoth.web import Settings, create_app

LARGEST = 400_000
"""Characters of a page that lists things, at most."""
PARAMETERS = [
    *("q", "entity", "language", "kind", "form", "hedge", "since", "until", "said_since"),
    *("said_until", "venue", "country", "place", "outlet", "relay", "names", "article", "cursor"),
]
_ISOLATED = "ancestor::bdi | ancestor::*[@dir] | ancestor::title | ancestor::textarea"


@pytest.fixture(scope="module")
def hostile(hostile_file: Path) -> Iterator[TestClient]:
    """A reader of the pages that mean harm."""
    with TestClient(create_app(Settings(hostile_file, reader=PACK)), AT, headers=ENGLISH) as made:
        yield made


def harm(tree: Any) -> list[str]:
    """What of a page is not as the room wrote it."""
    found = [
        f"element {e.tag}" for e in tree.xpath("//x-hurt | //script[text()] | //style | //img")
    ]
    for name in ("onmouseover", "onerror", "onload", "onclick", "onfocus", "style", "srcdoc"):
        found += [f"attribute {name}"] * len(tree.xpath(f"//@{name}"))
    for name in ("href", "src", "action", "formaction", "data", "xlink:href"):
        for value in tree.xpath("//@*[name() = $name]", name=name):
            if not value.strip().startswith(("/", "#", "?", "http://", "https://")):
                found.append(f"{name}={value[:80]}")
    for text in tree.xpath("//text()[contains(., '\u202e') or contains(., '\u2066')]"):
        # the root tells its own direction, which isolates nothing
        around = text.getparent().xpath(f"self::title | self::bdi | self::*[@dir] | {_ISOLATED}")
        if not [e for e in around if e.tag != "html"]:
            found.append(f"not isolated: {text.getparent().tag}: {text[:60]!r}")
    return found


def test_no_page_shows_it_as_anything_but_words(hostile: TestClient):
    wrong, seen = [], set()
    for step in walk(hostile, 9, past=("/export", "/api", "/feeds", "/static")):
        if step.answer.status_code != 200:
            wrong.append(f"{step.answer.status_code}: {step.address} from {step.origin}")
        if step.html is None:
            continue
        seen.add(step.address)
        wrong += [f"{fault}: {step.address}" for fault in harm(step.html)]
        # these two show a paragraph whole, as the page has it
        lists = not re.search(r"/(articles|statements)/", step.address)
        if lists and len(step.answer.text) > LARGEST:
            wrong.append(f"{len(step.answer.text)} characters: {step.address}")
    assert wrong == []
    assert len(seen) > 20


@pytest.mark.parametrize("words", [w for n, w in WORDS.items() if n != "long"])
@pytest.mark.parametrize("name", PARAMETERS)
def test_whatever_is_asked_of_a_search_is_words(hostile: TestClient, name: str, words: str):
    answer = hostile.get("/search", params={"q": "bridge", name: words[:400]})
    assert answer.status_code in {200, 400, 404}
    assert harm(html.document_fromstring(answer.text)) == []
    assert hostile.get("/search", params={"q": "bridge"}).status_code == 200
