import json
from dataclasses import replace
from hashlib import sha256
from typing import Any

from export_samples import AFTER, INNER, MAIN, TEXT, html_origin, sample

from quoth.export import EXPORTS
from quoth.model import Reading, Statement


def annotations(reading: Reading) -> list[dict[str, Any]]:
    pairs = ((reading, m) for m in reading.of(Statement))
    return [json.loads(line) for line in EXPORTS["annotations"](pairs)]


def of(value: Statement, reading: Reading) -> dict[str, Any]:
    marks = [m.value for m in reading.of(Statement)]
    return annotations(reading)[marks.index(value)]


def test_an_annotation_has_what_the_model_asks_for() -> None:
    for made in annotations(sample()):
        assert made["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
        assert made["type"] == "Annotation"
        assert made["id"].startswith("urn:quoth:statement:")
        assert made["generator"]["name"] == "pack reader"
    assert len({a["id"] for a in annotations(sample())}) == 3


def test_bodies_describe_source_cue_form_and_hedge() -> None:
    bodies = of(MAIN, sample())["body"]
    assert {b["quoth:role"]: b["value"] for b in bodies} == {
        "source": "Ada Quill", "cue": "told", "form": "mixed",
    }  # fmt: skip
    assert {b["type"] for b in bodies} == {"TextualBody"}
    assert bodies[0]["language"] == "en"
    after = of(AFTER, sample())["body"]
    assert {b["quoth:role"]: b["value"] for b in after} == {"source": "Ada Quill", "form": "direct"}
    assert not any("language" in b for b in after)


def test_position_and_quote_select_the_same_words() -> None:
    targets = [t for a in annotations(sample()) for t in _list(a["target"])]
    assert len(targets) == 4
    for target in targets:
        position, quote = target["selector"]
        assert position["type"] == "TextPositionSelector"
        assert quote["type"] == "TextQuoteSelector"
        start, end = position["start"], position["end"]
        assert quote["exact"] == TEXT[start:end]
        assert TEXT.endswith(quote["suffix"]) or TEXT[end:].startswith(quote["suffix"])
        assert TEXT[:start].endswith(quote["prefix"])
        assert TEXT.index(quote["prefix"] + quote["exact"] + quote["suffix"]) >= 0


def test_discontinuous_content_has_a_target_for_each_stretch() -> None:
    targets = of(MAIN, sample())["target"]
    assert [t["selector"][1]["exact"] for t in targets] == ["We close", "that it \ud83d is «over»"]
    assert isinstance(of(INNER, sample())["target"], dict)


def test_the_target_names_page_text_and_time() -> None:
    target = of(AFTER, sample())["target"]
    assert target["source"] == "https://news.test/a"
    digest = sha256(TEXT.encode("utf-8", "surrogatepass")).hexdigest()
    assert target["state"] == [
        {"type": "quoth:TextState", "quoth:sha256": digest},
        {"type": "TimeState", "sourceDate": "2031-05-05T08:00:00Z"},
    ]
    reading = sample()
    bare = replace(reading.article, meta=replace(reading.article.meta, url=None))
    assert of(AFTER, replace(reading, article=bare))["target"]["source"] == "pages/a.html"


def test_html_has_a_range_in_the_page() -> None:
    target = of(AFTER, sample(html_origin()))["target"]
    assert target["selector"][2] == {
        "type": "RangeSelector",
        "startSelector": _point("/html/body/p[3]/text()", 3),
        "endSelector": _point("/html/body/p[3]/text()", 19),
    }


def _point(xpath: str, offset: int) -> dict[str, Any]:
    at = {"type": "TextPositionSelector", "start": offset, "end": offset}
    return {"type": "XPathSelector", "value": xpath, "refinedBy": at}


def _list(one_or_more: Any) -> list[Any]:
    return one_or_more if isinstance(one_or_more, list) else [one_or_more]
