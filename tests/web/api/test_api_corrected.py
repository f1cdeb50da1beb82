"""What somebody decided shows in the API, and who may not read gets nothing of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from atom_rules import broken
from fastapi.testclient import TestClient

from quoth.annotate import PACK
from quoth.run import RunOptions, correcting
from quoth.run.add import add
from quoth.run.author import Author
from quoth.store import Ledger, open_ledger
from quoth.web import Settings, create_app

API = "/api/v1"
BY = Author("ada", "a reason")


@pytest.fixture
def ledger(own_ledger: Path) -> Iterator[Ledger]:
    """The ledger of `own_client`."""
    with open_ledger(own_ledger, create=False) as ledger:
        yield ledger


def test_a_wrong_statement_is_gone_and_comes_back(own_client: TestClient, ledger: Ledger):
    row = next(iter(ledger.statements()))
    one, all_ = f"{API}/statements/{row.id}", f"{API}/articles/{row.article}/statements"
    before, tag = own_client.get(one).json(), own_client.get(all_).headers["etag"]
    made = correcting.mark_wrong(ledger, row.id, BY)
    answer = own_client.get(one)
    assert answer.status_code == 410
    assert answer.json()["detail"].endswith(f"{API}/corrections?about={row.id}")
    changed = own_client.get(all_, headers={"if-none-match": tag})
    assert changed.status_code == 200
    assert row.id not in [item["id"] for item in changed.json()["items"]]
    (told,) = own_client.get(f"{API}/corrections?about={row.id}").json()["items"]
    assert (told["kind"], told["author"], told["reason"]) == ("wrong", "ada", "a reason")
    assert own_client.get(f"{API}/corrections/{made.number}").json() == told
    correcting.take_back(ledger, made.number, BY)
    assert own_client.get(one).json() == before


def test_corrections_come_last_first_and_page_by_page(own_client: TestClient, ledger: Ledger):
    rows = [row for row, _ in zip(ledger.statements(), range(3), strict=False)]
    made = [correcting.mark_wrong(ledger, row.id, BY).number for row in rows]
    first = own_client.get(f"{API}/corrections?limit=2&kind=wrong")
    second = own_client.get(first.links["next"]["url"])
    found = [item["decision"] for a in (first, second) for item in a.json()["items"]]
    assert found == made[::-1]
    assert "next" not in second.links
    assert own_client.get(f"{API}/corrections?kind=merge").json()["items"] == []


def test_a_decision_that_is_none_is_missing(own_client: TestClient):
    answer = own_client.get(f"{API}/corrections/7")
    assert (answer.status_code, answer.json()["code"]) == (404, "no-such-decision")


def test_who_may_not_read_gets_a_problem_and_no_feed(ledger_file: Path):
    app = create_app(Settings(ledger_file, accounts=True, private=True))
    with TestClient(app, "http://127.0.0.1:8765", follow_redirects=False) as reader:
        answer = reader.get(f"{API}/search")
        feed = reader.get("/feeds/search.atom")
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == "unauthorized"
    assert feed.status_code == 303


def _lists(client: TestClient) -> dict[str, Any]:
    paths = client.get(f"{API}/openapi.json").json()["paths"]
    plain = [path for path in paths if "{" not in path and path != f"{API}/articles"]
    return {path: client.get(path) for path in [*plain, f"{API}/articles?q=bridge"]}


def test_pages_that_mean_harm_are_data_and_nothing_else(hostile_file: Path):
    with TestClient(create_app(Settings(hostile_file)), "http://127.0.0.1:8765") as client:
        answers = _lists(client)
        feed = client.get("/feeds/search.atom")
    assert len(answers) > 8
    for path, answer in answers.items():
        assert answer.status_code == 200, path
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert len(answer.content) < 3_000_000, path
        json.loads(answer.content)
    assert broken(feed.text) == []
    assert "<script" not in feed.text
    assert len(feed.content) < 1_000_000


def test_a_list_goes_on_where_it_was_while_pages_are_added(
    own_client: TestClient, ledger: Ledger, tmp_path: Path
):
    whole = {row.id for row in ledger.statements()}
    answer = own_client.get(f"{API}/search?limit=20")
    found = [item["id"] for item in answer.json()["items"]]
    page = tmp_path / "new.jsonl"
    text = "“The port is open now,” said Ina Torvald, the mayor of the town."
    told = {"id": "1", "text": text, "published": "2031-05-15", "language": "en"}
    page.write_text(json.dumps(told))
    list(add([str(page)], ledger, RunOptions(reader=PACK, jobs=1)))
    assert len({row.id for row in ledger.statements()}) > len(whole)
    while "next" in answer.links:
        answer = own_client.get(answer.links["next"]["url"])
        found += [item["id"] for item in answer.json()["items"]]
    assert len(found) == len(set(found))
    assert whole <= set(found)
