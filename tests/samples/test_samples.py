"""The sample pages and their gold: consistent with each other, and readable."""

from __future__ import annotations

import importlib.util
import sys
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import lxml.html
import pytest

from quoth.model import FURNITURE, BlockKind

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
FLOOR = 78.0
"""Least share of gold attributions, in percent, that the pack reader finds over all samples."""
TEASER_FLOOR = 85.0
"""Least share of the dumps' teasers, in percent, that are listed with their place."""


@lru_cache(maxsize=1)
def scoring() -> ModuleType:
    """eval/samples.py, which is no package."""
    spec = importlib.util.spec_from_file_location("eval_samples", ROOT / "eval" / "samples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


GOLD: list[dict[str, Any]] = list(scoring().expected())
EACH = pytest.mark.parametrize("gold", GOLD, ids=[Path(g["page"]).name for g in GOLD])


def squeezed(text: str) -> str:
    return "".join(text.split())


def visible(gold: dict[str, Any]) -> str:
    """The visible text of a page, decoded with the charset that its gold names."""
    text = (SAMPLES / gold["page"]).read_bytes().decode(gold["charset"])
    if gold["form"] == "dump":
        return text
    tree = lxml.html.document_fromstring(
        text.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8")
    )
    for odd in tree.xpath("//script|//style"):
        odd.drop_tree()
    return str(tree.body.text_content())


def test_there_are_enough_pages_languages_outlets_and_forms() -> None:
    assert len(GOLD) >= 16
    assert {p.name for p in (SAMPLES / "pages").iterdir()} == {Path(g["page"]).name for g in GOLD}
    assert {g["language"] for g in GOLD} >= {"en", "es", "id", "de", "ru", "fr", "ar", "pt"}
    assert len({g["outlet"] for g in GOLD}) >= 8
    assert min(sum(g["form"] == form for g in GOLD) for form in ("html", "dump")) >= 8


def test_there_are_a_repetition_a_translation_and_a_correction() -> None:
    names = {Path(g["page"]).stem for g in GOLD}
    kinds = {g["origin"]["kind"] for g in GOLD}
    assert kinds == {"own", "wire", "repeats", "translation", "correction"}
    assert all(g["origin"]["of"] in names for g in GOLD if g["origin"]["of"])
    assert all(g["origin"]["of"] for g in GOLD if g["origin"]["kind"] in {"repeats", "translation"})


@EACH
def test_the_gold_stands_in_the_visible_page(gold: dict[str, Any]) -> None:
    shown = squeezed(visible(gold))
    blocks = [b["text"] for b in gold["blocks"]]
    for text in [*blocks, *(t["text"] for t in gold["teasers"]), *gold["furniture"]]:
        assert squeezed(text) in shown
    assert [b["text"] for b in gold["blocks"] if b["kind"] == "headline"] == [gold["headline"]]


@EACH
def test_the_places_of_the_gold_are_its_strings(gold: dict[str, Any]) -> None:
    blocks = [b["text"] for b in gold["blocks"]]
    assert 10 <= len(gold["attributions"]) <= 22
    for told in gold["attributions"]:
        assert told["content"]
        for role in ("source", "cue", "content", "implicit"):
            places = told["places"].get(role, [])
            assert told.get(role, []) == [blocks[b][start:end] for b, start, end in places]
        unnamed = told["form"] == "hearsay" or "implicit" in told
        assert bool(told["source"]) != unnamed


@EACH
def test_a_statement_inside_another_lies_in_its_content(gold: dict[str, Any]) -> None:
    known = {told["id"]: told for told in gold["attributions"]}
    for told in gold["attributions"]:
        if "inside" not in told:
            continue
        outer = known[told["inside"]]["places"]["content"]
        for block, start, end in told["places"]["content"]:
            assert any(b == block and s <= start and end <= e for b, s, e in outer)


@EACH
def test_the_page_says_that_it_is_invented(gold: dict[str, Any]) -> None:
    assert "Quoth" in gold["furniture"][-1]
    raw = (SAMPLES / gold["page"]).read_bytes().decode(gold["charset"])
    assert raw.count("Quoth") >= (2 if gold["form"] == "html" else 1)


@EACH
def test_no_page_asks_another_host_for_anything(gold: dict[str, Any]) -> None:
    if gold["form"] == "dump":
        return
    tree = lxml.html.parse(str(SAMPLES / gold["page"])).getroot()
    loaded = tree.xpath("//@src|//link[not(@rel='canonical')]/@href|//@srcset|//@poster")
    assert [at for at in loaded if not at.startswith("data:")] == []


@EACH
def test_headline_date_and_language_are_read(gold: dict[str, Any]) -> None:
    meta = scoring().page(gold["page"]).meta
    assert meta.headline == " ".join(gold["headline"].split())
    assert meta.language is None or meta.language.split("-")[0] == gold["language"]
    if gold["published"] is None:
        assert meta.published is None
    else:
        assert meta.published is not None
        assert meta.published.startswith(gold["published"].removesuffix("Z"))


@EACH
def test_every_gold_content_is_read_as_article(gold: dict[str, Any]) -> None:
    read = scoring().page(gold["page"])
    own = [b.span for b in read.blocks if not b.furniture]
    for told, places in zip(
        gold["attributions"], scoring().gold_attributions(gold, read), strict=True
    ):
        wanted = len(squeezed("".join(told["content"])))
        assert len(places.content) == wanted, told["content"]
        assert all(any(s.start <= i < s.end for s in own) for i in places.content), told["content"]


@EACH
def test_no_furniture_is_read_as_article(gold: dict[str, Any]) -> None:
    read = scoring().page(gold["page"])
    kinds = FURNITURE | {BlockKind.SECTION}
    article = squeezed("\n".join(b.span.of(read.text) for b in read.blocks if b.kind not in kinds))
    long = [f for f in gold["furniture"] if len(f) > 25]
    found = [t for t in [*(t["text"] for t in gold["teasers"]), *long] if squeezed(t) in article]
    assert found == []


def test_teasers_of_dumps_are_listed_with_their_place_labels_split_off() -> None:
    assert scoring().teaser_share() >= TEASER_FLOOR


def test_the_pack_reader_finds_its_share_of_the_gold() -> None:
    assert scoring().run()["samples attribution recall"] >= FLOOR


def test_matching_is_one_to_one_and_asks_for_the_source() -> None:
    told = scoring().Told
    first = told(frozenset({1}), frozenset({4, 5, 6}), "direct")
    other = told(frozenset({2}), frozenset({4, 5, 6}), "direct")
    assert scoring().pairs([first], [other]) == {}
    assert scoring().pairs([first], [other], sources=False) == {0: 0}
    assert scoring().pairs([first, first], [first]) in ({0: 0}, {1: 0})


def test_an_attribution_without_a_source_asks_for_none_or_the_one_it_runs_on_from() -> None:
    none, speaker, other = frozenset[int](), frozenset({3}), frozenset({9})
    told, same = scoring().Told, scoring().same_source
    hearsay = told(none, frozenset({5}), "hearsay")
    implicit = told(none, frozenset({5}), "direct", speaker)
    assert same(hearsay, told(none, none, "hearsay"))
    assert not same(hearsay, told(speaker, none, "indirect"))
    assert same(implicit, told(none, none, "direct"))
    assert same(implicit, told(speaker, none, "direct"))
    assert not same(implicit, told(other, none, "direct"))
