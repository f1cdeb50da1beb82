"""Actors as a reader sees them."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from lxml import html

from quoth.store import Ledger
from quoth.store.views import actors as view
from quoth.store.views import speaking
from quoth.web.rooms.actors import SHOWN


def page(client: TestClient, address: str, status: int = 200) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == status, address
    return html.fromstring(answer.text)


@pytest.fixture(scope="module")
def busiest(samples: Ledger) -> view.Listed:
    return samples.ask(lambda c: view.page(c)).actors[0]


def test_the_list_links_to_every_actor_page_by_page(client: TestClient, samples: Ledger) -> None:
    seen: list[str] = []
    address: str | None = "/actors"
    while address:
        found = page(client, address)
        seen += found.xpath("//tbody//a/@href")
        address = next(iter(found.xpath("//a[@rel='next']/@href")), None)
    query = "SELECT id FROM entity WHERE members > 0"
    ids = samples.ask(lambda c: c.exec_driver_sql(query).scalars().all())
    assert sorted(seen) == sorted(f"/actors/{i}" for i in ids)


def test_a_kind_has_its_actors_alone(client: TestClient) -> None:
    kinds = page(client, "/actors?kind=person").xpath("//tbody/tr/td[1]/text()")
    assert set(kinds) == {"person"}


def test_a_name_in_another_script_finds_the_actor(
    client: TestClient, samples: Ledger, busiest: view.Listed
) -> None:
    head = samples.ask(lambda c: view.head(c, busiest.id))
    assert head is not None
    foreign = next(name for name in head.names if name.script != "Latn")
    found = page(client, f"/actors?q={foreign.name}")
    assert f"/actors/{busiest.id}" in found.xpath("//tbody//a/@href")
    assert page(client, "/actors?q=xylophone").xpath("//*[@class='empty']")


def test_an_actor_has_names_in_all_scripts_offices_and_a_picture(
    client: TestClient, samples: Ledger, busiest: view.Listed
) -> None:
    head = samples.ask(lambda c: view.head(c, busiest.id))
    assert head is not None
    found = page(client, f"/actors/{busiest.id}")
    assert found.xpath("//h1/text()") == [busiest.name]
    names = found.xpath("//*[contains(@class, 'names')]//*[@class='name']/text()")
    assert names == [name.name for name in head.names]
    assert len({name.script for name in head.names}) > 1
    titles = found.xpath("//*[contains(@class, 'offices')]//*[@class='name']/text()")
    assert titles == [office.title for office in head.offices]
    assert found.xpath("//*[@class='flow']//*[@class='bands']//*[local-name()='path']")
    relays = found.xpath("//*[@class='left']/li/*[self::a or self::bdi or self::i]")
    assert relays


@pytest.mark.parametrize("part", ["said", "about"])
def test_all_that_an_actor_said_and_what_is_said_about_it_is_there_by_day(
    client: TestClient, samples: Ledger, busiest: view.Listed, part: str
) -> None:
    ask = speaking.said if part == "said" else speaking.about
    wanted = samples.ask(lambda c: ask(c, busiest, limit=500)).lines
    assert wanted
    found = page(client, f"/actors/{busiest.id}?part={part}")
    assert found.xpath("//article[contains(@class, 'statement')]/@data-id") == [
        line.id for line in wanted[:SHOWN]
    ]
    days = found.xpath("//h3[@class='on']/time/@datetime")
    assert days == sorted(set(days), reverse=True)
    assert found.xpath("//ul[@class='tabs']//a[@aria-current='page']")


def test_an_actor_leads_to_its_feed_its_data_and_to_what_it_said_elsewhere(
    client: TestClient, busiest: view.Listed
) -> None:
    found = page(client, f"/actors/{busiest.id}")
    assert found.xpath("//link[@type='application/atom+xml']/@href") == [
        f"/feeds/actors/{busiest.id}.atom"
    ]
    addresses = {
        *found.xpath("//link[@rel='alternate']/@href"),
        *found.xpath("//*[contains(@class, 'further')]//a/@href"),
    }
    assert f"/search?entity={busiest.id}" in addresses
    for address in addresses:
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/actors/0000000000000000", 404),
        ("/actors/nobody%22%3E%3Cscript%3E", 404),
        ("/actors?kind=wizard", 400),
        ("/actors?after=x", 400),
    ],
)
def test_what_is_not_there_is_told(client: TestClient, address: str, status: int) -> None:
    page(client, address, status)


@pytest.mark.parametrize("more", ["?part=other", "?after=x", "?part=about&after=!!"])
def test_an_actor_has_no_other_parts(client: TestClient, busiest: view.Listed, more: str) -> None:
    assert client.get(f"/actors/{busiest.id}{more}").status_code in (400, 404)
