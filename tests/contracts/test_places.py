"""Words of places keep the format and name what there is; every pack's own cases are found."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest

from quoth.annotate.language import LanguageAnnotator
from quoth.annotate.places import PlaceAnnotator
from quoth.atlas import areas, countries_in, gazetteer, place_key, region_name
from quoth.lang import available
from quoth.lang.places import CLASSES, place_words
from quoth.model import Article, Block, BlockKind, Metadata, Place, Reading, Source, Span, identity

Found = list[list[Any]]


def cases(code: str) -> list[dict[str, Any]]:
    path = files("quoth.lang") / "data" / code / "place_cases.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


ALL = [(code, case) for code in available() for case in cases(code)]


def found(text: str, language: str) -> Found:
    """Words, type, and GeoNames id, country or region of each place; of an area its usual name."""
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    meta = Metadata(language=language)
    reading = Reading(Article("a", Source("a"), text, blocks, identity(len(text)), meta))
    for annotator in (LanguageAnnotator(), PlaceAnnotator()):
        reading = reading.plus(annotator(reading))
    out: Found = []
    for mark in reading.of(Place):
        value = mark.value
        by_code = value.type in ("country", "demonym", "region")
        code = (value.country or value.region) if by_code else value.geonames
        if value.geonames is None and value.latitude is not None:
            code = value.name
        out.append([mark.span.of(text), value.type.value, code])
    return out


@pytest.mark.parametrize(("code", "case"), ALL, ids=[f"{c}-{x['text'][:40]}" for c, x in ALL])
def test_own_cases_are_found_all_of_them_and_no_others(code: str, case: dict[str, Any]) -> None:
    assert found(case["text"], code) == case["places"]


@pytest.mark.parametrize("code", available())
def test_words_name_countries_regions_and_places_that_there_are(code: str) -> None:
    atlas = gazetteer()
    for form in place_words(code).forms:
        if form.kind in ("city", "admin"):
            assert all(atlas.spot(int(number)) for number in form.value.split()), form
        elif form.kind in ("country", "demonym", "region"):
            for value in form.value.split():
                known = countries_in(value) if value.isdigit() else region_name(value)
                assert known, form
        elif form.kind == "area":
            assert set(form.value.split()) <= set(areas()), form


@pytest.mark.parametrize("code", available())
def test_no_name_means_two_things_of_one_class(code: str) -> None:
    seen: dict[tuple[str, str], str] = {}
    for form in place_words(code).forms:
        if form.kind in ("country", "demonym", "region", "kind", "area"):
            key = (form.kind, place_key(form.text) + "*" * form.prefix)
            assert seen.setdefault(key, form.value) == form.value, form


@pytest.mark.parametrize("code", available())
def test_every_pack_names_nearly_all_areas_and_waters(code: str) -> None:
    named = {v for f in place_words(code).forms if f.kind == "area" for v in f.value.split()}
    assert len(set(areas()) - named) <= 5, sorted(set(areas()) - named)


@pytest.mark.parametrize("code", available())
def test_every_pack_tells_what_places_are_and_what_they_are_not(code: str) -> None:
    kinds = {form.kind for form in place_words(code).forms}
    assert {"country", "demonym", "region", "city", "admin", "kind", "never"} <= kinds
    assert kinds <= set(CLASSES)
    assert any(not case["places"] for case in cases(code)), "a negative case is wanted"
