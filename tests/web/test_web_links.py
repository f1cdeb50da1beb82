"""Pages name their data and their feeds, and both are there."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from quoth.store import Ledger
from quoth.store.views import actors

_LINK = re.compile(r'<link rel="alternate" type="([^"]+)"[^>]* href="([^"]+)"')
FEED, JSON = "application/atom+xml", "application/json"


@pytest.fixture(scope="module")
def ids(samples: Ledger) -> dict[str, str]:
    """What the addresses of the pages have."""
    row = next(iter(samples.statements()))
    actor = samples.ask(lambda c: actors.page(c, limit=1)).actors[0]
    return {"article": row.article, "statement": row.id, "actor": actor.id}


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        ("/", {FEED, JSON}),
        ("/search?q=ferry&form=direct", {FEED}),
        ("/articles/{article}", {JSON}),
        ("/statements/{statement}", {JSON}),
        ("/actors/{actor}", {FEED, JSON}),
    ],
)
def test_a_page_names_its_data(client: TestClient, ids: dict[str, str], page: str, kinds: set[str]):
    text = client.get(page.format(**ids)).text
    links = _LINK.findall(text)
    assert {kind for kind, _ in links} == kinds
    for kind, href in links:
        answer = client.get(href.replace("&amp;", "&"))
        assert answer.status_code == 200
        assert answer.headers["content-type"].partition(";")[0] == kind
    assert 'rel="service-desc"' in text
