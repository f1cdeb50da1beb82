"""The timeline as a reader sees it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from quoth.store import open_ledger
from quoth.web import Settings, create_app


def page(client: TestClient, address: str, status: int = 200) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == status, address
    return html.fromstring(answer.text)


def _numbers(found: html.HtmlElement) -> list[int]:
    told = found.xpath("//figure//tbody//td/text()")
    return [int(text.replace(",", "")) for text in told]


def test_it_begins_with_the_month_of_the_latest_page(client: TestClient) -> None:
    assert page(client, "/timeline").xpath("//h1/text()") == ["June 2031"]


def test_one_can_go_from_all_time_down_to_the_hours_of_a_day_and_back(client: TestClient) -> None:
    address, seen = "/timeline?at=all", ["all"]
    while True:
        found = page(client, address)
        inner = found.xpath("//figure//*[local-name()='svg']//*[local-name()='a']/@href")
        if not inner:
            break
        address = inner[-1]
        seen.append(address.split("at=")[1])
    assert [len(at) for at in seen[-3:]] == [4, 7, 10]
    assert all(b.startswith(a) for a, b in pairwise(seen[1:]))
    back = [a.split("at=")[1] for a in found.xpath("//nav[@class='kicker']/a/@href")]
    assert back == ["all", *seen[-3:-1]]
    labels = found.xpath("//figure//*[local-name()='text'][@text-anchor='middle']/text()")
    assert [label.strip() for label in labels][:4] == ["00", "03", "06", "09"]


def test_what_lies_beside_is_one_step_away(client: TestClient) -> None:
    found = page(client, "/timeline?at=2031-05")
    assert found.xpath("//a[@rel='prev']/@href") == ["/timeline?at=2031-04"]
    assert found.xpath("//nav[contains(@class, 'beside')]/a[@rel='next']/@href") == [
        "/timeline?at=2031-06"
    ]


def test_the_list_has_as_much_as_the_picture_counts(client: TestClient) -> None:
    found = page(client, "/timeline?at=2031-05")
    counted = sum(_numbers(found))
    listed = 0
    address: str | None = "/timeline?at=2031-05"
    while address:
        found = page(client, address)
        days = found.xpath("//div[@class='entries']//h3/time/@datetime")
        assert days == sorted(days)
        listed += len(found.xpath("//div[@class='entries']//article"))
        address = next(iter(found.xpath("//nav[@class='pager']/a[@rel='next']/@href")), None)
    # a stretch that begins in April is drawn in May too
    assert listed > 300
    assert 0 <= counted - listed <= 5


def test_stretches_are_drawn_as_stretches(client: TestClient) -> None:
    found = page(client, "/timeline?at=2031-05")
    lanes = found.xpath("//*[contains(@class, 'stretch')]")
    assert len(lanes) > 3
    widths = [float(lane.get("width").rstrip("%")) for lane in lanes]
    assert all(6 <= width <= 100 for width in widths)  # two days at least


def test_one_kind_alone(client: TestClient) -> None:
    said = page(client, "/timeline?at=2031-05&only=said")
    assert not said.xpath("//article[contains(@class, 'sentence')]")
    dated = page(client, "/timeline?at=2031-05&only=dated")
    assert dated.xpath("//article[contains(@class, 'sentence')]")
    assert not dated.xpath("//article[contains(@class, 'statement')]")


def test_a_dated_sentence_leads_to_its_words(client: TestClient) -> None:
    found = page(client, "/timeline?at=2031-05&only=dated")
    (address, *_) = found.xpath("//article[contains(@class, 'sentence')]//blockquote/a/@href")
    assert "?show=" in address
    page(client, address.partition("#")[0])


def test_filters_narrow_the_picture_and_the_list_and_are_kept_by_every_link(
    client: TestClient,
) -> None:
    found = page(client, "/timeline?at=2031-05&q=ferry&language=en")
    cards = found.xpath("//div[@class='entries']//article")
    assert cards
    assert sum(_numbers(found)) == len(cards)
    for address in found.xpath("//figure//*[local-name()='svg']//*[local-name()='a']/@href"):
        assert "q=ferry" in address
        assert "language=en" in address
    (chip,) = found.xpath("//ul[@class='chips']//a/@href")
    assert "language" not in chip
    assert "at=2031-05" in chip


def test_every_facet_of_the_timeline_leads_to_a_timeline(client: TestClient) -> None:
    found = page(client, "/timeline?at=2031")
    addresses = found.xpath("//*[@class='facets']//a/@href")
    assert len(addresses) > 10
    for address in addresses[:: len(addresses) // 6]:
        assert address.startswith("/timeline?at=2031&")
        page(client, address)


@pytest.mark.parametrize(
    "query",
    [
        "at=x",
        "at=2031-13",
        "at=%27",
        "only=heard",
        "hedge=maybe",
        "after=zzz",
        "said_since=yesterday",
    ],
)
def test_what_is_no_window_and_no_filter_is_told(client: TestClient, query: str) -> None:
    page(client, f"/timeline?{query}", 400)


def test_a_ledger_without_pages_says_so(tmp_path: Path) -> None:
    open_ledger(tmp_path / "none.quoth").close()
    app = create_app(Settings(tmp_path / "none.quoth"))
    with TestClient(app, "http://127.0.0.1:8765", headers={"accept-language": "en"}) as reader:
        for address in ("/timeline", "/timeline?at=2031", "/map", "/actors"):
            assert page(reader, address).xpath("//*[@class='empty']"), address
