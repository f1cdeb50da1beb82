"""The map as a reader sees it."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from lxml import html

from quoth.web.chart import PARTS


def page(client: TestClient, address: str, status: int = 200) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == status, address
    return html.fromstring(answer.text)


def test_spots_on_the_map_are_the_places_of_the_table(client: TestClient) -> None:
    found = page(client, "/map")
    spots = found.xpath("//*[local-name()='svg']//*[local-name()='a']/@href")
    table = found.xpath("//tbody//th/a/@href")
    assert len(spots) > 5
    assert sorted(spots) == sorted(table)
    labels = found.xpath("//*[local-name()='svg']//*[local-name()='a']/@aria-label")
    assert all(": " in label for label in labels)


def test_the_outlines_ship_with_the_room(client: TestClient) -> None:
    found = page(client, "/map")
    (land, borders) = found.xpath("//*[local-name()='use']/@href")
    answer = client.get(land.partition("#")[0])
    assert answer.headers["content-type"].startswith("image/svg+xml")
    for part in (land, borders):
        assert f'id="{part.partition("#")[2]}"' in answer.text


def test_a_place_tells_which_articles_name_it_and_leads_to_the_words(client: TestClient) -> None:
    found = page(client, "/map")
    (address, *_) = found.xpath("//tbody//th/a/@href")
    (count, *_) = found.xpath("//tbody//td[@class='number']/text()")
    place = page(client, address.partition("#")[0])
    links = place.xpath("//section[@id='place']//li/a/@href")
    assert len(links) == int(count)
    assert place.xpath("//*[local-name()='circle'][contains(@class, 'on')]")
    words = page(client, links[0].partition("#")[0])
    assert words.xpath("//*[@id='here']")


@pytest.mark.parametrize("part", ["", *PARTS])
def test_parts_of_the_world_are_shown_larger(client: TestClient, part: str) -> None:
    found = page(client, f"/map?part={part}")
    (svg,) = found.xpath("//figure[@id='map']//*[local-name()='svg']")
    width = float(svg.get("viewbox").split()[2])
    assert (width < 10_000) is bool(part)
    assert len(found.xpath("//ul[@class='tabs']//a[@aria-current='page']")) == 1


def test_days_and_words_narrow_the_places(client: TestClient) -> None:
    def total(address: str) -> int:
        return sum(
            int(n) for n in page(client, address).xpath("//tbody//td[@class='number']/text()")
        )

    everything = total("/map")
    assert 0 < total("/map?since=2031-05-20") < everything
    assert 0 < total("/map?language=en") < everything
    assert total("/map?since=2040-01-01") == 0


@pytest.mark.parametrize(
    "query", ["part=xyz", "at=0", "at=x", "at=99999999999999999999", "since=x"]
)
def test_what_is_no_place_and_no_filter_is_told(client: TestClient, query: str) -> None:
    page(client, f"/map?{query}", 400)


def test_a_place_that_nobody_names_is_told(client: TestClient) -> None:
    found = page(client, "/map?at=1")
    assert "None of the articles" in found.xpath("string(//section[@id='place'])")
