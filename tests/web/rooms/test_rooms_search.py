"""Search, exports, archive and front page as a reader sees them."""

from __future__ import annotations

import json
import re
from html import unescape
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from lxml import html

from quoth.export import EXPORTS
from quoth.store import Ledger
from quoth.web.rooms import export


def page(client: TestClient, address: str, status: int = 200) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == status, address
    return html.fromstring(answer.text)


def ids(document: html.HtmlElement) -> list[str]:
    return document.xpath("//article[contains(@class, 'statement')]/@data-id")


def test_hits_are_marked_in_the_words_that_were_said(client: TestClient) -> None:
    found = page(client, "/search?q=FERRY")
    marked = found.xpath("//blockquote//mark/text()")
    assert marked
    assert {word.lower() for word in marked} == {"ferry"}
    assert found.xpath("//input[@id='words']/@value") == ["FERRY"]


def test_a_speaker_is_found_by_name_where_the_page_writes_she(
    client: TestClient, samples: Ledger
) -> None:
    query = (
        "SELECT id, speaker FROM statement WHERE speaker = 'Ilva Renholt'"
        " AND source_text NOT LIKE '%Renholt%' AND content_text NOT LIKE '%Renholt%' LIMIT 1"
    )
    statement, speaker = samples.ask(lambda c: c.exec_driver_sql(query).one())
    address: str | None = f"/search?q={quote(speaker)}"
    seen: list[str] = []
    while address:
        found = page(client, address)
        seen += ids(found)
        address = next(iter(found.xpath("//a[@rel='next']/@href")), None)
    assert statement in seen


def test_a_search_leads_to_the_actors_of_that_name(client: TestClient) -> None:
    found = page(client, "/search?q=ilva")
    links = found.xpath("//p[@class='called']/a/@href")
    assert links
    assert "Ilva Renholt" in client.get(links[0]).text
    assert not page(client, "/search?q=ferry").xpath("//p[@class='called']")


def test_every_filter_that_is_offered_finds_what_it_counts(client: TestClient) -> None:
    found = page(client, "/search")
    links = found.xpath("//*[@class='facets']//li[a]")
    assert len(links) > 20
    for item in links[:: len(links) // 12]:
        (address,), (count,) = item.xpath("a/@href"), item.xpath("span/text()")
        narrower = page(client, address)
        told = narrower.xpath("string(//h2[@id='found'])")
        number = int(re.sub(r"\D", "", told))
        assert number >= int(count) if "language" in address else number == int(count)
        assert narrower.xpath("//a[contains(@class, 'chip')]")


def test_a_filter_can_be_dropped(client: TestClient) -> None:
    found = page(client, "/search?q=ferry&form=direct&language=en")
    chips = found.xpath("//a[contains(@class, 'chip')]/@href")
    assert sorted(chips) == ["/search?q=ferry&form=direct", "/search?q=ferry&language=en"]


def test_pages_lead_on_to_the_end(client: TestClient, samples: Ledger) -> None:
    seen: list[str] = []
    address: str | None = "/search"
    while address:
        found = page(client, address)
        seen += ids(found)
        address = next(iter(found.xpath("//a[@rel='next']/@href")), None)
    assert len(seen) == len(set(seen)) == samples.counts().statements


def test_articles_are_opened_at_what_was_found(client: TestClient, samples: Ledger) -> None:
    found = page(client, "/search?q=beacon&what=articles")
    links = found.xpath("//p[@class='excerpt']/a")
    assert links
    for link in links:
        told = re.fullmatch(r"/articles/(\w+)\?show=(\d+)-(\d+)#here", link.get("href"))
        assert told
        text = samples.article(told[1]).text
        assert text[int(told[2]) : int(told[3])].lower() == "beacon"
        assert link.xpath("mark/text()")
        assert client.get(link.get("href")).status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/search?q=%22...%22", 200),
        ("/search?q=a" + "b" * 600, 400),
        ("/search?kind=loud", 400),
        ("/search?since=2031-02-30", 400),
        ("/search?before=nothing", 400),
        ("/search?q=beacon&what=articles&before=MQ", 400),
    ],
)
def test_what_cannot_be_searched_for_is_told_with_the_form(
    client: TestClient, address: str, status: int
) -> None:
    found = page(client, address, status)
    assert found.xpath("//form[@class='search-form']")
    assert found.xpath("//*[contains(@class, 'warn')]")


@pytest.mark.parametrize(
    "words",
    [
        "'; DROP TABLE statement; --",
        '" OR 1=1',
        "NEAR(a b)",
        "source:x",
        "x AND",
        "-ferry",
        "(",
        "\u202eferry",
        "🛳",
    ],
)
def test_what_is_typed_is_never_a_query_of_the_database(client: TestClient, words: str) -> None:
    fields = ("q", "outlet", "place", "relay", "entity", "language", "article")
    for field in fields:
        assert client.get("/search", params={field: words}).status_code == 200
    assert client.get("/search").status_code == 200


def test_hostile_words_stand_as_text(client: TestClient) -> None:
    words = "<script>alert(1)</script>"
    answer = client.get("/search", params={"q": words, "outlet": '"><img src=x>'})
    assert words not in answer.text
    assert "<img" not in answer.text
    assert html.fromstring(answer.text).xpath("//input[@id='words']/@value") == [words]


@pytest.mark.parametrize("name", sorted(EXPORTS))
def test_what_was_found_can_be_exported_in_every_format(client: TestClient, name: str) -> None:
    found = page(client, "/search?q=ferry&language=en")
    (address,) = found.xpath(f"//a[@download and starts-with(@href, '/export/{name}?')]/@href")
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert [json.loads(line) for line in answer.text.splitlines()] or name == "gqg"


def test_an_export_holds_the_statements_that_were_found(client: TestClient) -> None:
    shown = ids(page(client, "/search?q=ferry"))
    lines = client.get("/export/jsonl?q=ferry").text.splitlines()
    assert [json.loads(line)["id"] for line in lines] == shown


def test_exports_are_limited_and_take_turns(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "MOST", 7)
    for _ in range(export.AT_ONCE + 2):  # each gives its turn back
        assert len(client.get("/export/jsonl").text.splitlines()) == 7
    taken = [export._TURNS.acquire(blocking=False) for _ in range(export.AT_ONCE)]
    try:
        answer = client.get("/export/jsonl")
        assert (answer.status_code, "retry-after" in answer.headers) == (503, True)
    finally:
        for _ in filter(None, taken):
            export._TURNS.release()


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/export/csv", 404),
        ("/export/..%2f..%2fetc%2fpasswd", 404),
        ("/export/jsonl?kind=loud", 400),
    ],
)
def test_an_export_that_is_none_is_refused(client: TestClient, address: str, status: int) -> None:
    assert client.get(address).status_code == status


def test_the_archive_leads_to_every_article(client: TestClient, samples: Ledger) -> None:
    articles: set[str] = set()
    months = page(client, "/archive").xpath("//ol[@class='months']//a/@href")
    undated = page(client, "/archive").xpath("//a[@href='/archive/undated']/@href")
    days = [d for month in months for d in page(client, month).xpath("//td/a/@href")]
    for day in (*days, *undated):
        links = page(client, day).xpath("//article//a[starts-with(@href, '/articles/')]/@href")
        articles |= {link.removeprefix("/articles/") for link in links}
    assert articles == set(samples.article_ids())


def test_a_year_shows_each_of_its_days(client: TestClient) -> None:
    found = page(client, "/archive/2031")
    assert len(found.xpath("//table")) == 12
    assert len(found.xpath("//td/span | //td/a")) == 365
    assert found.xpath("//td/a[@href='/archive/2031/05/23']")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/archive/1999", 200),
        ("/archive/1999/01/01", 200),
        ("/archive/0001/01", 200),
        ("/archive/9999/12/31", 200),
        ("/archive/2031/02/30", 404),
        ("/archive/2031/13", 404),
        ("/archive/203", 404),
        ("/archive/+031", 404),
        ("/archive/2031/5", 200),
        ("/archive/2031/005", 404),
        ("/archive/２０３１", 404),
        ("/archive/2031/05/23?before=x", 400),
    ],
)
def test_days_that_are_none_have_no_page(client: TestClient, address: str, status: int) -> None:
    assert client.get(address).status_code == status


def test_the_front_page_leads_everywhere(client: TestClient, samples: Ledger) -> None:
    found = page(client, "/")
    for kind in ("/articles/", "/statements/", "/actors/", "/archive/", "/search?language="):
        links = found.xpath(f"//main//a[starts-with(@href, '{kind}')]/@href")
        assert links, kind
        assert client.get(unescape(links[0])).status_code == 200
    assert found.xpath("//form[@action='/search']//input[@name='q']")
    assert found.xpath("//form[@action='/read' and @method='post']//input[@name='token']")
    assert found.xpath("//figure//*[name()='rect']")
    assert str(samples.counts().statements) in found.xpath("string(//*[@class='lede'])")
