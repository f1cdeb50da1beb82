"""The page of a statement."""

from __future__ import annotations

import json
from itertools import islice
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

from quoth.export.record import record
from quoth.model import Chain, Setting, Speaker
from quoth.store import Ledger


def opened(client: TestClient, statement: str) -> Any:
    answer = client.get(f"/statements/{statement}")
    assert answer.status_code == 200
    return html.document_fromstring(answer.text)


@pytest.fixture(scope="module")
def chained(samples: Ledger) -> tuple[str, Chain]:
    """A statement whose chain has links with words, and one without."""
    for article in samples.article_ids():
        for mark in samples.reading(article).of(Chain):
            proofs = [link.span is not None for link in mark.value.links]
            if any(proofs) and not all(proofs):
                return mark.value.statement, mark.value
    raise AssertionError("the samples have no such chain")


def test_the_words_stand_marked_in_their_paragraph(client: TestClient, samples: Ledger) -> None:
    for row in islice(samples.statements(), 0, 200, 40):
        (quotation,) = opened(client, row.id).xpath("//blockquote[@class='in-place']")
        said = quotation.xpath(".//*[contains(concat(' ', @class, ' '), ' content ')]")
        words = "".join(x.text_content() for x in said)
        assert "".join(words.split()) == "".join(row.content.split())


def test_the_chain_leads_from_the_speaker_to_the_reader(
    client: TestClient, chained: tuple[str, Chain]
) -> None:
    statement, chain = chained
    stations = opened(client, statement).xpath("//ol[starts-with(@class, 'chain')]/li")
    roles = [station.get("class").split()[1] for station in stations]
    assert roles == [*(link.role.value for link in chain.links), "reader"]


def test_each_link_of_the_chain_opens_the_words_that_prove_it(
    client: TestClient, samples: Ledger, chained: tuple[str, Chain]
) -> None:
    statement, chain = chained
    row = samples.statement(statement)
    text = samples.article(row.article).text
    stations = opened(client, statement).xpath("//ol[starts-with(@class, 'chain')]/li")
    for link, station in zip(chain.links, stations, strict=False):
        (proof,) = station.xpath("details")
        if link.span is None:
            assert not proof.xpath(".//mark")
            continue
        assert proof.xpath(".//mark")[0].text_content() == link.span.of(text)
        (address,) = proof.xpath(".//a/@href")
        assert address == (f"/articles/{row.article}?show={link.span.start}-{link.span.end}#here")


def test_the_day_has_its_reason(client: TestClient, samples: Ledger) -> None:
    article = samples.article_ids()[1]
    setting = next(m.value for m in samples.reading(article).of(Setting) if m.value.said)
    assert setting.said is not None
    text = opened(client, setting.statement).text_content()
    assert setting.said.time.why in text


def test_the_record_is_that_of_the_exports(client: TestClient, samples: Ledger) -> None:
    row = next(samples.statements())
    (raw,) = opened(client, row.id).xpath("//pre")
    expected = record(*samples.found_by_id(row.id))
    assert json.loads(raw.text_content()) == json.loads(json.dumps(expected))


def test_one_statement_leads_to_the_next_and_back(client: TestClient, samples: Ledger) -> None:
    first = next(samples.statements())
    (href,) = opened(client, first.id).xpath("//a[@rel='next']/@href")
    assert not opened(client, first.id).xpath("//a[@rel='prev']")
    second = html.document_fromstring(client.get(href).text)
    assert second.xpath("//a[@rel='prev']/@href") == [f"/statements/{first.id}"]


@pytest.mark.parametrize("statement", ["0" * 16, "x", "%00", "%27%20OR%201=1", "a" * 2000])
def test_what_is_no_statement_is_not_found(client: TestClient, statement: str) -> None:
    assert client.get(f"/statements/{statement}").status_code == 404


def test_forms_and_roles_are_told_in_the_language_of_the_reader(
    client: TestClient, samples: Ledger
) -> None:
    row = next(samples.statements())
    english = client.get(f"/statements/{row.id}").text
    answer = client.get(f"/statements/{row.id}", headers={"accept-language": "es"})
    assert answer.headers["content-language"] == "es"
    assert answer.text != english


REASONS = "//*[@class='why']/span"


@pytest.mark.parametrize(("language", "said"), [("es", "un nombre"), ("id", "sebuah nama")])
def test_the_reasons_are_in_the_language_of_the_reader_and_the_record_is_as_it_was(
    client: TestClient, samples: Ledger, language: str, said: str
) -> None:
    readings = (samples.reading(article) for article in samples.article_ids())
    marks = (mark for reading in readings for mark in reading.of(Speaker))
    statement = next(mark.value.statement for mark in marks if mark.value.why == "a name")
    asked = {"accept-language": language}
    tree = html.document_fromstring(client.get(f"/statements/{statement}", headers=asked).text)
    shown = [span.text_content() for span in tree.xpath(REASONS)]
    assert said in shown
    assert "a name" not in shown
    assert not tree.xpath(f"{REASONS}[@lang]")
    (raw,) = tree.xpath("//pre[contains(@class, 'raw')]")
    assert json.loads(raw.text_content()) == record(*samples.found_by_id(statement))
    kept = client.get(f"/api/v1/statements/{statement}", headers=asked)
    assert '"why": "a name"' in kept.text
