"""Every page answers, with the headers that keep it harmless."""

from fastapi.testclient import TestClient

from quoth.store import Ledger


def test_the_front_page_counts_the_statements(client: TestClient, samples: Ledger):
    answer = client.get("/")
    assert answer.status_code == 200
    assert f"{samples.counts().statements} statements" in answer.text
