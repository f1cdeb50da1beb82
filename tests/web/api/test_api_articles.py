"""Articles, their statements and marks, as the API tells them."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from quoth.export.record import article_record, mark_record, record
from quoth.model import Statement, plain
from quoth.store import Ledger

Told = Callable[..., Any]
ARTICLE = "/api/v1/articles/{ident}"


@pytest.fixture(scope="module")
def ident(samples: Ledger) -> str:
    """The article with most statements."""
    return max(samples.articles(), key=lambda row: row.statements).id


def test_an_article_is_told_as_its_record(told: Told, samples: Ledger, ident: str):
    assert told(ARTICLE, ident=ident) == plain(article_record(samples.article(ident)))


def test_articles_fit_the_description(told: Told, samples: Ledger):
    for row in list(samples.articles())[::4]:
        assert told(ARTICLE, ident=row.id)["article"] == row.id
        told(f"{ARTICLE}/statements", ident=row.id)
        told(f"{ARTICLE}/marks", ident=row.id)


def test_the_statements_come_page_by_page(
    told: Told, client: TestClient, samples: Ledger, ident: str
):
    wanted = [m.id for m in samples.reading(ident).of(Statement)]
    path, found = f"/api/v1/articles/{ident}/statements?limit=3", []
    while True:
        answer = client.get(path)
        found += [item["id"] for item in answer.json()["items"]]
        if "next" not in answer.links:
            break
        path = answer.links["next"]["url"]
    assert found == wanted
    assert len(wanted) > 3


def test_marks_of_one_kind_alone(told: Told, samples: Ledger, ident: str):
    reading = samples.reading(ident)
    found = told(f"{ARTICLE}/marks", "kind=time&limit=2", ident=ident)["items"]
    times = [m for m in reading.marks if m.kind == "time"][:2]
    assert found == [plain(mark_record(reading.article, m)) for m in times]


def test_a_statement_is_told_as_its_record(told: Told, samples: Ledger, ident: str):
    row = next(r for r in samples.statements() if r.article == ident)
    found = told("/api/v1/statements/{ident}", ident=row.id)
    assert found == plain(record(*samples.found_by_id(row.id)))


def test_a_cursor_of_another_list_is_refused(client: TestClient, ident: str):
    answer = client.get(f"/api/v1/articles/{ident}/statements?cursor=0123456789abcdef")
    assert answer.status_code == 400
    assert answer.json()["detail"] == "the cursor is of no such list"
