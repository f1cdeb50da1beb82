"""The page of an article."""

from __future__ import annotations

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

from quoth.model import BlockKind, Statement
from quoth.store import Ledger


def ids_of(samples: Ledger, page: str) -> str:
    ids = samples.article_ids()
    return next(a for a in ids if page in samples.article(a).source.page)


def opened(client: TestClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200
    return html.document_fromstring(answer.text)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.fixture
def herald(samples: Ledger) -> str:
    return ids_of(samples, "05-03-ostrel-herald")


def test_the_page_has_all_of_the_text_in_its_order(client: TestClient, samples: Ledger) -> None:
    for article in samples.article_ids()[::6]:
        tree = opened(client, f"/articles/{article}")
        blocks = tree.xpath("//article[contains(@class, 'text')]//*[contains(@class, 'block')]")
        told = squeezed("".join(block.text_content() for block in blocks))
        assert told == squeezed(samples.article(article).text)


def test_furniture_is_folded_where_it_stands(
    client: TestClient, samples: Ledger, herald: str
) -> None:
    tree = opened(client, f"/articles/{herald}")
    folded = tree.xpath("//details[@class='furniture' and not(@open)]//*[contains(@class,'block')]")
    expected = [b for b in samples.article(herald).blocks if b.furniture]
    assert len(folded) == len(expected)
    headline = tree.xpath("//h1")
    assert [h.text_content() for h in headline] == [
        b.span.of(samples.article(herald).text)
        for b in samples.article(herald).of(BlockKind.HEADLINE)
    ]


def test_each_statement_has_a_record_and_a_place(
    client: TestClient, samples: Ledger, herald: str
) -> None:
    tree = opened(client, f"/articles/{herald}")
    ids = [m.id for m in samples.reading(herald).of(Statement)]
    assert ids
    records = tree.xpath("//li[@data-kind='statement']/@id")
    assert records == [f"r-{i}" for i in ids]
    for ident in ids:
        assert len(tree.xpath(f"//*[@id='s-{ident}']")) == 1
        assert tree.xpath(f"//a[@href='/statements/{ident}']")


def test_every_link_within_the_page_leads_somewhere(client: TestClient, samples: Ledger) -> None:
    for article in samples.article_ids()[1::6]:
        tree = opened(client, f"/articles/{article}")
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids))
        links = {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")}
        assert links <= set(ids)


def test_a_mark_opens_the_original_page_at_its_words(client: TestClient, herald: str) -> None:
    tree = opened(client, f"/articles/{herald}")
    links = tree.xpath("//li[@class='record']//a[contains(@rel, 'noreferrer')]/@href")
    assert links
    assert all(re.match(r"https://[^#]+#:~:text=\S+$", link) for link in links)


def test_words_that_an_address_asks_for_are_marked(client: TestClient, herald: str) -> None:
    tree = opened(client, f"/articles/{herald}?show=482-520")
    assert len(tree.xpath("//*[@id='here']")) == 1
    here = tree.xpath("//*[contains(concat(' ', @class, ' '), ' here ')]")
    assert "".join(e.text_content() for e in here) == "A passenger ferry and a coal barge col"


@pytest.mark.parametrize(
    "show", ["", "x", "5", "9-5", "7-7", "-1-5", "0-99999999999", "999999-1000000", "1-2'"]
)
def test_any_other_place_shows_the_article_alone(
    client: TestClient, herald: str, show: str
) -> None:
    tree = opened(client, f"/articles/{herald}?show={show}")
    assert not tree.xpath("//*[@id='here']")


@pytest.mark.parametrize("article", ["0" * 16, "x", "%00", "a" * 2000, "%ff", "..."])
def test_what_is_no_article_is_not_found(client: TestClient, article: str) -> None:
    assert client.get(f"/articles/{article}").status_code == 404


def test_the_beginning_of_an_id_is_none(client: TestClient, herald: str) -> None:
    assert client.get(f"/articles/{herald[:-1]}").status_code == 404


def test_text_has_the_language_that_it_is_in(client: TestClient, samples: Ledger) -> None:
    tree = opened(client, f"/articles/{ids_of(samples, '.ar.')}")
    (text,) = tree.xpath("//article[contains(@class, 'text')]")
    assert (text.get("lang"), text.get("dir")) == ("ar", "auto")
    assert {b.get("dir") for b in tree.xpath("//*[contains(@class, 'block')]")} == {"auto"}


def test_an_older_version_says_that_there_is_a_newer_one(
    own_client: TestClient, herald: str
) -> None:
    ledger: Ledger = own_client.app.state.ledger  # type: ignore[attr-defined]
    other = next(a for a in ledger.article_ids() if a != herald)

    def change(connection: Any) -> None:
        of = "(SELECT page_id FROM version WHERE article_id = ?)"
        connection.exec_driver_sql(
            f"UPDATE version SET current = 0 WHERE page_id = {of}",  # noqa: S608
            (herald,),
        )
        connection.exec_driver_sql(
            "INSERT INTO version SELECT page_id, number + 1, ?, 1, name, source, added_at "
            "FROM version WHERE article_id = ?",
            (other, herald),
        )

    ledger.change(change)
    (note,) = opened(own_client, f"/articles/{herald}").xpath("//p[contains(@class, 'warn')]")
    assert note.xpath("a/@href") == [f"/articles/{other}"]
