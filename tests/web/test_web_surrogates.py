"""Texts with characters that no encoding holds are shown all the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web_support import AT, ENGLISH, made_ledger

from quoth.run.author import Author
from quoth.run.correcting import redate
from quoth.run.wording import when
from quoth.store import open_ledger
from quoth.web import Settings, create_app

WORDS = "“We rebuild \ud800 soon,” said Maria \udfffLund\x00, the mayor of Paris, on 3 May 2031."


@pytest.fixture
def addresses(tmp_path: Path) -> list[str]:
    """The pages of a room that have such a text."""
    page = tmp_path / "page.jsonl"
    page.write_text(json.dumps({"id": "p", "text": WORDS, "title": "A \ud800 title"}))
    made_ledger(tmp_path / "l.quoth", page)
    with open_ledger(tmp_path / "l.quoth") as ledger:
        (row,) = ledger.statements()
        by = Author("a\ud800", "b\ud800")
        redate(ledger, (row.article, row.id), when("2031-05-02"), by)
        find = "SELECT id FROM entity ORDER BY id LIMIT 1"
        actor = ledger.ask(lambda c: c.exec_driver_sql(find).scalar_one())
    of_row = [f"/{of}/{row.id}" for of in ("statements", "corrections/statements")]
    of_actor = [f"/{of}/{actor}" for of in ("actors", "corrections/actors")]
    lists = ["/", "/search?q=rebuild", "/corrections", "/timeline", "/actors", "/map"]
    return [*of_row, *of_actor, f"/articles/{row.article}", *lists]


def test_every_page_of_such_a_text_is_shown(addresses: list[str], tmp_path: Path):
    app = create_app(Settings(tmp_path / "l.quoth"))
    with TestClient(app, AT, headers=ENGLISH) as client:
        for address in addresses:
            answer = client.get(address)
            assert answer.status_code == 200, address
            assert "\x00" not in answer.text
