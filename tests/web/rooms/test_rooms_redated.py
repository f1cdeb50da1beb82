"""A corrected day of publication in feeds, counts, the timeline and the pages about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from atom_rules import ATOM, broken
from fastapi.testclient import TestClient
from lxml import etree, html
from web_support import post

from quoth.model import Setting, Speaker
from quoth.model.lookup import Lookup
from quoth.store import Ledger, open_ledger
from quoth.store.decisions import Decisions

DAY = "2033-01-02"


@pytest.fixture
def ledger(own_ledger: Path) -> Iterator[Ledger]:
    with open_ledger(own_ledger, create=False) as opened:
        yield opened


@pytest.fixture
def moved(ledger: Ledger) -> str:
    """An article of which one statement at least is dated by its publication alone."""
    for article in ledger.article_ids():
        if assumed(ledger, article) and "T" in (ledger.article(article).meta.published or ""):
            return article
    raise AssertionError("the samples have no such article")


def assumed(ledger: Ledger, article: str) -> set[str]:
    """The statements of an article that are dated by its publication alone."""
    found = (mark.value for mark in ledger.reading(article).of(Setting))
    return {x.statement for x in found if x.said is not None and x.said.time.assumed}


def feed(client: TestClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200
    assert broken(answer.text) == []
    return etree.fromstring(answer.content)


def entries(tree: Any) -> list[str]:
    found = tree.iterfind(f"{{{ATOM}}}entry/{{{ATOM}}}link")
    return [link.get("href").rpartition("/")[2] for link in found]


def changes(tree: Any) -> list[str]:
    """When each entry was changed."""
    return [x.text for x in tree.iterfind(f"{{{ATOM}}}entry/{{{ATOM}}}updated")]


def counted(client: TestClient, **wanted: str) -> dict[str, dict[str, int]]:
    """How many statements fit by each value of each parameter, and in all."""
    told = client.get("/api/v1/facets", params=wanted).json()
    found = {f["field"]: {v["name"]: v["count"] for v in f["values"]} for f in told["facets"]}
    return {**found, "total": {"": told["total"]}}


def bars(client: TestClient, at: str) -> dict[str, int]:
    """How many statements stand on each part of a window."""
    told = client.get("/api/v1/timeline", params={"at": at, "only": "said"}).json()
    return {bar["period"]: bar["said"] for bar in told["bars"]}


def test_its_feed_has_it_where_its_new_day_puts_it(
    own_client: TestClient, ledger: Ledger, moved: str
):
    statements = {row.id for row in ledger.statements() if row.article == moved}
    before = own_client.get("/feeds/search.atom?since=2033-01-01")
    assert entries(etree.fromstring(before.content)) == []
    post(own_client, f"/corrections/articles/{moved}", first=DAY)
    asked = {"if-none-match": before.headers["etag"]}
    after = own_client.get("/feeds/search.atom?since=2033-01-01", headers=asked)
    assert after.status_code == 200
    assert set(entries(feed(own_client, "/feeds/search.atom?since=2033-01-01"))) == statements
    newest = entries(feed(own_client, "/feeds/search.atom"))
    assert set(newest[: len(statements)]) == statements
    # a day is no moment, so that no entry tells one that the page stated before
    tree = feed(own_client, f"/feeds/search.atom?article={moved}")
    assert not list(tree.iterfind(f"{{{ATOM}}}entry/{{{ATOM}}}published"))
    post(own_client, "/corrections/1/undo")
    assert entries(feed(own_client, "/feeds/search.atom?since=2033-01-01")) == []
    tree = feed(own_client, f"/feeds/search.atom?article={moved}")
    assert list(tree.iterfind(f"{{{ATOM}}}entry/{{{ATOM}}}published"))


def test_a_feed_tells_when_what_it_has_was_corrected(
    own_client: TestClient, ledger: Ledger, moved: str
):
    own_language = {row.language for row in ledger.statements() if row.article == moved}
    language = next(code for code in ("es", "en") if code not in own_language)
    own, others = (f"/feeds/search.atom?{q}" for q in (f"article={moved}", f"language={language}"))
    before = {at: changes(feed(own_client, at)) for at in (own, others)}
    post(own_client, f"/corrections/articles/{moved}", first=DAY)
    (made,) = ledger.ask(lambda c: Decisions(c).all())
    assert {datetime.fromisoformat(x) for x in changes(feed(own_client, own))} == {
        datetime.fromisoformat(made.at)
    }
    assert changes(feed(own_client, others)) == before[others]
    statement = next(row.id for row in ledger.statements() if row.language == language)
    post(own_client, f"/corrections/statements/{statement}/date", first="2030-02-03")
    changed = changes(feed(own_client, others))
    assert sum(a != b for a, b in zip(changed, before[others], strict=True)) == 1
    assert changed != before[others]


def test_the_feed_of_its_speaker_begins_with_it(own_client: TestClient, ledger: Ledger, moved: str):
    lookup = Lookup(ledger.linked(moved))
    said = {m.value.statement: m.value.actor for m in ledger.reading(moved).of(Speaker)}
    statement, actor = next((s, a) for s, a in said.items() if a and lookup.entity(a))
    entity = lookup.entity(actor)
    assert entity is not None
    post(own_client, f"/corrections/articles/{moved}", first=DAY)
    found = entries(feed(own_client, f"/feeds/actors/{entity.entity}.atom"))
    assert statement in found[: len(said)]
    page = own_client.get(f"/actors/{entity.entity}").text
    assert "January 2, 2033" in page


def test_counts_go_to_the_new_day_and_no_statement_is_lost(
    own_client: TestClient, ledger: Ledger, moved: str
):
    number = sum(row.article == moved for row in ledger.statements())
    all_, own = counted(own_client), counted(own_client, article=moved)
    old = (ledger.article(moved).meta.published or "")[:10]
    day = counted(own_client, since=old, until=old)
    post(own_client, f"/corrections/articles/{moved}", first=DAY)
    now, month = counted(own_client), DAY[:7]
    assert now["published"][month] == number
    assert now["said"][month] == len(assumed(ledger, moved))
    for field in ("published", "said"):
        moves = now.pop(field)
        known = all_.pop(field)
        assert moves.pop(month) == known[old[:7]] - moves[old[:7]]
        assert moves.keys() == known.keys()
        own.pop(field)
    assert now == all_
    for wanted in ({"article": moved}, {"since": DAY, "until": DAY}):
        found = counted(own_client, **wanted)
        assert {field: n for field, n in found.items() if field in own} == own
    left = counted(own_client, since=old, until=old)["total"][""]
    assert left == day["total"][""] - number
    page = html.document_fromstring(own_client.get(f"/search?since={DAY}&until={DAY}").text)
    shown = page.xpath("//article[contains(@class, 'statement')]/@data-id")
    assert len(shown) == number
    post(own_client, "/corrections/1/undo")
    assert counted(own_client, since=old, until=old) == day


def test_on_the_timeline_what_only_the_page_dates_goes_with_it(
    own_client: TestClient, ledger: Ledger, moved: str
):
    with_it = assumed(ledger, moved)
    old = (ledger.article(moved).meta.published or "")[:10]
    before = bars(own_client, old[:7])
    post(own_client, f"/corrections/articles/{moved}", first=DAY)
    assert bars(own_client, DAY[:7]) == {DAY: len(with_it)}
    after = bars(own_client, old[:7])
    assert after.get(old, 0) == before[old] - len(with_it)
    assert {d: n for d, n in after.items() if d != old} == {
        d: n for d, n in before.items() if d != old
    }
    told = own_client.get("/api/v1/timeline/entries", params={"at": DAY}).json()["items"]
    assert {x["said"]["id"] for x in told} == with_it
    page = html.document_fromstring(own_client.get(f"/timeline?at={DAY}").text)
    shown = page.xpath("//article[contains(@class, 'statement')]/@data-id")
    assert set(shown) == with_it
    # the window that is offered first is that of the latest page
    assert own_client.get("/api/v1/timeline").json()["at"] == DAY[:7]


def test_its_pages_tell_the_new_day_and_that_it_is_one(
    own_client: TestClient, ledger: Ledger, moved: str
):
    statement = min(assumed(ledger, moved))
    post(own_client, f"/corrections/articles/{moved}", first=DAY)
    asked = {"accept-language": "es"}
    text = own_client.get(f"/statements/{statement}", headers=asked).text
    tree = html.document_fromstring(text)
    assert "2 de enero de 2033" in tree.text_content()
    reasons = [x.text_content() for x in tree.xpath("//*[@class='why']/span")]
    assert any("la fecha de publicación (corregido, decisión 1)" in x for x in reasons)
    assert not tree.xpath("//*[@class='why']/span[@lang]")
    article = own_client.get(f"/articles/{moved}", headers=asked).text
    assert "2 de enero de 2033" in article
    kept = own_client.get(f"/api/v1/articles/{moved}").json()
    assert kept["published"] == DAY
