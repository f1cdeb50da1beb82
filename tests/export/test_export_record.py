import json
from dataclasses import replace

import pytest
from export_samples import AFTER, INNER, MAIN, TEXT, find, html_origin, sample, without_parts
from hypothesis import given
from hypothesis import strategies as st

from quoth.export import article_record, exported, line, mark_record, record, records
from quoth.model import Block, BlockKind, Language, Part, Reading, Span, Statement

KEYS = [
    "page", "article", "id", "form", "hedge", "text", "spans", "origin", "implicit", "inside",
    "language", "said", "venue", "place", "times", "speaker", "chain", "published", "headline",
    "score", "why",
]  # fmt: skip


def one(reading: Reading, value: Statement) -> dict[str, object]:
    found = next(m for m in reading.of(Statement) if m.value == value)
    return record(reading, found)


def test_the_record_of_a_statement() -> None:
    found = one(sample(), MAIN)
    assert list(found) == KEYS
    assert found["page"] == "pages/a.html"
    assert found["article"] == sample().article.id
    assert (found["form"], found["score"], found["why"]) == ("mixed", 0.5, "verb")
    assert (found["language"], found["published"]) == ("en", "2031-05-04")
    assert found["headline"] == "Port to close"
    assert (found["hedge"], found["implicit"], found["inside"]) == (None, False, None)
    assert found["text"] == {
        "source": "Ada Quill",
        "cue": "told",
        "content": "We close that it \ud83d is «over»",
    }


def test_spans_are_code_points_of_the_text() -> None:
    spans = one(sample(), MAIN)["spans"]
    assert isinstance(spans, dict)
    assert [TEXT[a:b] for a, b in spans["content"]] == ["We close", "that it \ud83d is «over»"]
    assert [TEXT[a:b] for a, b in spans["source"]] == ["Ada Quill"]


def test_origins_of_text_count_in_the_file() -> None:
    origin = one(sample(), MAIN)["origin"]
    source, said = find("Ada Quill"), find("We close")
    assert isinstance(origin, dict)
    assert origin["source"] == [[source.start + 5, source.end + 6]]  # with the soft hyphen
    assert origin["content"][0] == [said.start + 5, said.end + 5]
    assert len(origin["content"]) == 2


def test_origins_of_html_are_points_in_text_nodes() -> None:
    origin = one(sample(html_origin()), MAIN)["origin"]
    assert isinstance(origin, dict)
    node = "/html/body/p[2]/text()"
    first = find("told").start - find("«We close»").start + 2
    assert origin["cue"] == [
        {"start": {"xpath": node, "offset": first}, "end": {"xpath": node, "offset": first + 4}}
    ]


def test_what_a_statement_lacks_is_null() -> None:
    found = one(sample(), AFTER)
    assert found["text"] == {"source": "Ada Quill", "cue": None, "content": "And that is all."}
    for name in ("spans", "origin"):
        part = found[name]
        assert isinstance(part, dict)
        assert part["cue"] is None
    assert found["implicit"] is True
    assert found["language"] == "und"


def test_a_place_that_is_not_of_the_page_is_null() -> None:
    reading = sample(replace(html_origin(), runs=()))
    assert one(reading, MAIN)["origin"] == {
        "source": [None], "cue": [None], "content": [None, None],
    }  # fmt: skip


def test_a_nested_statement_names_the_outer_one() -> None:
    outer = next(m for m in sample().of(Statement) if m.value == MAIN)
    assert one(sample(), INNER)["inside"] == outer.id
    alone = replace(sample(), marks=tuple(m for m in sample().marks if m.id != outer.id))
    assert one(alone, INNER)["inside"] is None


def test_no_language_mark_no_language() -> None:
    reading = sample()
    bare = replace(reading, marks=tuple(m for m in reading.marks if m.kind == "statement"))
    assert {r["language"] for r in records(bare)} == {None}


def test_records_come_in_text_order_and_alike_one_by_one() -> None:
    reading = sample()
    marks = reading.of(Statement)
    assert list(records(reading)) == [record(reading, m) for m in marks]
    assert [r["id"] for r in records(reading)] == [m.id for m in marks]
    other = sample(html_origin())
    mixed = [(reading, marks[0]), (other, marks[0]), (reading, marks[1])]
    assert list(exported(mixed)) == [record(r, m) for r, m in mixed]


def test_the_record_of_an_article() -> None:
    found = article_record(sample())
    assert found == article_record(sample().article)
    assert list(found) == [
        "page", "article", "headline", "description", "published", "modified", "authors",
        "section", "site", "language", "url", "why", "blocks", "teasers",
    ]  # fmt: skip
    assert found["authors"] == ["A", "B"]
    assert found["why"] == {"headline": "html", "published": "meta"}
    blocks = found["blocks"]
    assert isinstance(blocks, list)
    assert [b["kind"] for b in blocks] == ["headline", "paragraph", "paragraph", "teaser"]
    assert [b["furniture"] for b in blocks] == [False, False, False, True]
    assert list(blocks[0]) == ["kind", "furniture", "span", "origin", "text", "parts"]
    assert (blocks[0]["span"], blocks[0]["origin"]) == ([0, 13], [5, 18])
    place = find("Berlin")
    assert blocks[3]["parts"]["place"] == {"span": [place.start, place.end], "text": "Berlin"}


def test_teasers_are_listed_apart() -> None:
    span = find("BerlinRain again It rains.")
    assert article_record(sample())["teasers"] == [
        {
            "headline": "Rain again",
            "place": "Berlin",
            "text": "It rains.",
            "span": [span.start, span.end],
        }
    ]
    assert article_record(without_parts(sample()))["teasers"] == [
        {
            "headline": None,
            "place": None,
            "text": "BerlinRain again It rains.",
            "span": [span.start, span.end],
        }
    ]


def test_parts_of_one_name_are_numbered() -> None:
    byline = Block(
        BlockKind.BYLINE, Span(0, 9), (Part("author", Span(0, 4)), Part("author", Span(5, 9)))
    )
    article = replace(sample().article, blocks=(byline,))
    blocks = article_record(article)["blocks"]
    assert isinstance(blocks, list)
    assert {n: p["span"] for n, p in blocks[0]["parts"].items()} == {
        "author": [0, 4], "author-2": [5, 9],
    }  # fmt: skip


def test_the_record_of_a_mark() -> None:
    reading = sample()
    language = reading.of(Language)[1]
    assert mark_record(reading.article, language) == {
        "page": "pages/a.html",
        "article": reading.article.id,
        "id": language.id,
        "kind": "language",
        "value": {"code": "und", "why": "lib"},
        "text": "«And that is all.»",
        "span": [language.span.start, language.span.end],
        "origin": [language.span.start + 6, language.span.end + 6],
        "score": 0.1,
    }
    said = mark_record(reading.article, reading.of(Statement)[0])
    assert isinstance(said["value"], dict)
    assert said["value"]["form"] == "mixed"


@given(st.text(st.characters()))
def test_a_line_is_one_line_in_any_encoding(text: str) -> None:
    made = line({"text": text})
    assert len(made.splitlines()) == 1
    made.encode()
    if not any(0xD800 <= ord(c) < 0xE000 for c in text):  # JSON would join two halves into one
        assert json.loads(made) == {"text": text}


@pytest.mark.parametrize("text", ["Київ", "🦉", "é"])
def test_a_line_stays_readable(text: str) -> None:
    assert text in line({"text": text})
