"""FollowTheMoney, GDELT's quotation graph and schema.org: what each line says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from export_samples import MAIN, find, sample
from followthemoney import model as ftm

from quoth.export import EXPORTS
from quoth.model import (
    Actor,
    ActorKind,
    Chain,
    Link,
    Maker,
    Mark,
    Mention,
    MentionType,
    Reading,
    Role,
    SourceType,
    Speaker,
    Statement,
    mark,
)

BY = Maker("m", "1")
NAME = find("Ada Quill")
ADA = Actor(
    "Ada Quill",
    ActorKind.PERSON,
    (Mention(NAME, MentionType.NAME),),
    ("Ada Quill", "Quill"),
    ("harbour master",),
    "NO",
    "Q42",
)


def linked() -> Reading:
    """The sample with its speaker, and Reuters between her and the page."""
    reading = sample()
    said = next(m for m in reading.of(Statement) if m.value == MAIN)
    who = mark(reading.article.id, NAME, ADA, BY, 1.0)
    speaker = Speaker(said.id, SourceType.NAMED, who.id, "Ada Quill")
    links = (Link(Role.SPEAKER, "Ada Quill", NAME), Link(Role.RELAY, "Reuters", None))
    path = Chain(said.id, links)
    more = [who, *(mark(reading.article.id, said.span, v, BY, 0.9) for v in (speaker, path))]
    return reading.plus(more)


def exported(form: str, reading: Reading) -> list[dict[str, object]]:
    pairs: Iterator[tuple[Reading, Mark[Statement]]]
    pairs = ((reading, m) for m in reading.of(Statement))
    return [json.loads(line) for line in EXPORTS[form](pairs)]


@pytest.mark.parametrize("reading", [sample(), linked()], ids=["unknown speakers", "linked"])
def test_followthemoney_takes_every_entity(reading: Reading) -> None:
    for entity in exported("ftm", reading):
        proxy = ftm.get_proxy(entity, cleaned=False)
        ftm.get(proxy.schema.name).validate(entity)
        kept = proxy.to_dict()["properties"]
        assert kept.keys() == entity["properties"].keys(), entity  # type: ignore[attr-defined]


def test_followthemoney_ties_speaker_relay_statement_and_article() -> None:
    found = exported("ftm", linked())
    schemata = [e["schema"] for e in found]
    assert schemata.count("Article") == 1
    assert schemata.count("Person") == 1
    note = next(e for e in found if e["schema"] == "Note" and "entity" in e["properties"])  # type: ignore[operator]
    person = next(e for e in found if e["schema"] == "Person")
    assert note["properties"]["entity"] == [person["id"]]  # type: ignore[index]
    assert person["properties"] == {
        "name": ["Ada Quill"],
        "alias": ["Quill"],
        "country": ["no"],
        "wikidataId": ["Q42"],
        "position": ["harbour master"],
    }
    roles = [e["properties"]["role"] for e in found if e["schema"] == "Documentation"]  # type: ignore[index]
    assert sorted(roles) == [["relay"], ["speaker"]]


def test_an_entity_is_written_once_however_many_statements_it_makes() -> None:
    reading = linked()
    said = [m for m in reading.of(Statement) for _ in range(3)]
    lines = list(EXPORTS["ftm"]((reading, m) for m in said))
    assert len(lines) == len({json.loads(line)["id"] for line in lines})


def test_the_quotation_graph_has_verbatim_words_alone_between_their_neighbours() -> None:
    (article,) = exported("gqg", sample())
    quotes = article["quotes"]
    assert article["date"] == "2031-05-04T00:00:00Z"
    assert article["url"] == "https://news.test/a"
    over = next(q for q in quotes if q["quote"] == "over")  # type: ignore[attr-defined]
    assert over["pre"].endswith("is «")
    assert over["post"].startswith("».")
    assert len(quotes) == 2, "two statements of the same words are one quotation"  # type: ignore[arg-type]
    text = sample().article.text
    for quote in quotes:  # type: ignore[attr-defined]
        assert quote["quote"] in " ".join(text.split())


def test_an_article_that_quotes_nobody_has_no_line_in_the_quotation_graph() -> None:
    reading = sample()
    silent = replace(reading, marks=tuple(m for m in reading.marks if m.kind != "statement"))
    assert exported("gqg", silent) == []


def test_schema_org_says_who_spoke_and_through_whom() -> None:
    (article,) = exported("schema.org", linked())
    assert article["@type"] == "NewsArticle"
    quotations = article["hasPart"]
    spoken = next(q for q in quotations if "spokenByCharacter" in q)  # type: ignore[attr-defined]
    assert spoken["@type"] == "Quotation"
    assert spoken["spokenByCharacter"]["name"] == "Ada Quill"
    assert spoken["spokenByCharacter"]["sameAs"] == "http://www.wikidata.org/entity/Q42"
    more = {p["name"]: p["value"] for p in spoken["additionalProperty"]}
    assert more["chain:relay"] == "Reuters"
    assert "form" in more


def test_schema_org_names_no_speaker_where_none_is_known() -> None:
    (article,) = exported("schema.org", sample())
    assert all("spokenByCharacter" not in q for q in article["hasPart"])  # type: ignore[attr-defined]
