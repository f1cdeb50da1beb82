"""Feeds of searches and actors: valid, whole, and cheap to ask again."""

from __future__ import annotations

from pathlib import Path

import pytest
from atom_rules import ATOM, broken
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from quoth.store import Ledger
from quoth.store.views import actors, search
from quoth.store.views.filter import FIELDS, Filter
from quoth.web import Settings, create_app

_A = {"a": ATOM}


@pytest.fixture(scope="module")
def known(samples: Ledger) -> actors.Listed:
    """The actor that most articles name."""
    return samples.ask(lambda c: actors.page(c, limit=1)).actors[0]


def links(client: TestClient, address: str) -> tuple[list[str], dict[str, str]]:
    """The statements of a feed that keeps the rules, and the feed's own links."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert broken(answer.text) == []
    root = etree.fromstring(answer.content)
    entries = [e.get("href", "") for e in root.iterfind("a:entry/a:link", _A)]
    own = {e.get("rel", ""): e.get("href", "") for e in root.iterfind("a:link", _A)}
    return [href.rpartition("/")[2] for href in entries], own


def test_a_feed_of_a_search_has_what_it_finds(client: TestClient, samples: Ledger):
    found, own = links(client, "/feeds/search.atom?form=direct&q=ferry&ignored=1")
    wanted = Filter.of({"q": "ferry", "form": "direct"})
    assert found == [x.id for x in samples.ask(lambda c: search.found(c, wanted)).lines]
    assert own["self"] == "http://127.0.0.1:8765/feeds/search.atom?q=ferry&form=direct"
    assert own["alternate"] == "http://127.0.0.1:8765/search?q=ferry&form=direct"
    assert "next" not in own


def test_a_feed_goes_on_where_it_ends(client: TestClient, samples: Ledger):
    found, own = links(client, "/feeds/search.atom")
    assert len(found) == 50
    while "next" in own:
        some, own = links(client, own["next"])
        found += some
    assert len(set(found)) == len(found) == samples.counts().statements


def test_a_feed_of_an_actor(client: TestClient, known: actors.Listed):
    said, own = links(client, f"/feeds/actors/{known.id}.atom")
    about, _ = links(client, f"/feeds/actors/{known.id}/about.atom")
    assert said
    assert about
    assert not {*said} & {*about}
    assert own["alternate"].endswith(f"/actors/{known.id}")


def test_a_feed_that_did_not_change_is_not_sent_again(client: TestClient):
    answer = client.get("/feeds/search.atom?q=ferry")
    again = client.get(
        "/feeds/search.atom?q=ferry", headers={"if-none-match": answer.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/feeds/actors/0123456789abcdef.atom", 404),
        ("/feeds/actors/..%2f..%2fetc.atom", 404),
        ("/feeds/search.atom?since=never", 400),
        ("/feeds/search.atom?cursor=never", 400),
        ("/feeds/search.atom?q=%22", 400),
    ],
)
def test_a_feed_that_is_none_is_no_feed(client: TestClient, address: str, status: int):
    assert client.get(address).status_code == status


def test_links_have_the_address_of_the_room(ledger_file: Path):
    app = create_app(Settings(ledger_file, address="https://room.example"))
    with TestClient(app, "http://127.0.0.1:8765") as reader:
        _, own = links(reader, "/feeds/search.atom?q=ferry")
    assert own["self"].startswith("https://room.example/feeds/")


def test_every_entry_says_when_its_page_was_read(client: TestClient):
    root = etree.fromstring(client.get("/feeds/search.atom").content)
    told = [e.text or "" for e in root.iterfind("a:entry/a:updated", _A)]
    assert len(told) == 50
    assert not any(moment.startswith("1970") for moment in told)


@settings(max_examples=40)
@given(
    asked=st.dictionaries(st.sampled_from([*FIELDS, "cursor"]), st.text(max_size=40), max_size=3)
)
def test_whatever_is_asked_for_there_is_a_feed_or_none(client: TestClient, asked: dict[str, str]):
    answer = client.get("/feeds/search.atom", params=asked)
    assert answer.status_code in (200, 400)
    assert answer.status_code == 400 or broken(answer.text) == []
