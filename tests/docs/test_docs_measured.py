"""The figures and pictures of the docs are what was measured, with the weights that ship."""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest

from quoth.annotate import network

ROOT = Path(__file__).parents[2]
DOCS, EVAL = ROOT / "docs", ROOT / "eval"
PICTURES = DOCS / "pictures"


def stored(name: str) -> dict[str, Any]:
    path = EVAL / f"{name}.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


@pytest.fixture(scope="module")
def drawing() -> Iterator[ModuleType]:
    sys.path.insert(0, str(PICTURES))
    yield importlib.import_module("measured")
    sys.path.remove(str(PICTURES))


def test_the_pictures_are_drawn_from_what_was_measured(drawing: ModuleType):
    for name, content in drawing.pictures().items():
        assert (PICTURES / name).read_text("utf-8") == content, "run: make pictures"


def test_every_picture_of_the_docs_is_there_and_described():
    for page in DOCS.glob("*.md"):
        for alt, name in re.findall(r"!\[([^\]]*)\]\(pictures/([\w.]+)\)", page.read_text("utf-8")):
            assert len(alt) > 60
            root = ElementTree.parse(PICTURES / name).getroot()  # noqa: S314
            parts = {element.tag.rpartition("}")[2]: element for element in root}
            assert len(parts["title"].text or "") > 20
            assert len(parts["desc"].text or "") > 40
            assert (
                root.get("aria-labelledby")
                == f"{parts['title'].get('id')} {parts['desc'].get('id')}"
            )


def measured() -> dict[str, Any]:
    """What a picture needs, made up."""
    bins = [[3, 0.25, 0.5], [1200, 0.95, 0.9]]
    names = ("statements, dev", "statements, own test part", "names, dev", "names, GermEval de")
    out: dict[str, Any] = {}
    for reader, f1 in (("quality", 80.0), ("fast", 70.0), ("pack", 60.0)):
        out[f"attribution {reader}"] = {"scores": {"attribution F1": f1}}
        own = {"de F1": f1, "zh F1": f1 + 1, "mean F1": f1, "names F1": f1}
        out[f"own {reader}"] = {"scores": own}
        if reader != "pack":
            out[f"calibration {reader}"] = {"bins": dict.fromkeys(names, bins)}
    return out


def words(svg: str) -> list[str]:
    return [t for t in ElementTree.fromstring(svg).itertext() if t.strip()]  # noqa: S314


def test_the_comparison_has_a_bar_and_a_number_for_each(drawing: ModuleType):
    svg = drawing.comparison(measured(), stored("peers"))
    found = words(svg)
    order = ["Quoth, quality", "One annotator against another", "Quoth, fast", "Quoth, pack"]
    places = [found.index(name) for name in [*order, "Citron (BBC)", "textacy"]]
    assert places == sorted(places)
    for number in ("80.0", "78.5", "70.0", "60.0", "43.0", "28.6"):
        assert number in found
    told = "Quoth, quality (PolNeAR dev; trained) 80.0"
    assert any(told in line for line in found)
    assert "prefers-color-scheme: dark" in svg


def test_a_language_without_a_pack_has_no_mark_of_the_pack_reader(drawing: ModuleType):
    found = drawing.by_language(measured())
    assert list(found) == ["zh", "de"]
    assert set(found["zh"]) == {"quality", "fast"}
    assert "Chinese" in words(drawing.languages(measured()))


def test_reliability_has_a_panel_for_each_reader_and_kind(drawing: ModuleType):
    found = words(drawing.reliability(measured()))
    for name in ("quality: statements", "quality: names", "fast: statements", "fast: names"):
        assert name in found
    assert found.count("1200") == 4
    assert any("95: 90 (of 1200)" in line for line in found)


def test_what_was_measured_is_within_the_bounds():
    floors = stored("floors")
    for name, entry in stored("measured").items():
        known = floors.get(name, {})
        assert known.get("digest", entry["digest"]) == entry["digest"], name
        for score, floor in known.get("floors", {}).items():
            assert entry["scores"][score] >= floor, (name, score)
        for score, ceiling in known.get("ceilings", {}).items():
            assert entry["scores"][score] <= ceiling, (name, score)


def test_what_was_measured_is_of_the_weights_that_ship():
    there = {r: network.digest(r) for r in network.variants()}
    entries = {**stored("measured"), "errors": stored("errors")}
    for name, entry in entries.items():
        if "weights" in entry and there:
            assert entry["weights"] in there.values(), f"{name}: run python eval/bench.py --save"
