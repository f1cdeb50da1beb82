"""Countries and regions by their names in every language, and what contains what."""

from __future__ import annotations

import pytest

from quoth.atlas import (
    calendar_names,
    contains,
    countries_in,
    gazetteer,
    official_in,
    place_key,
    region_name,
    region_of,
    territory_names,
)


@pytest.mark.parametrize(
    ("language", "name", "code"),
    [
        ("en", "Peru", "PE"),
        ("ru", "Перу", "PE"),
        ("ar", "المغرب", "MA"),
        ("tr", "Almanya", "DE"),
        ("id", "Asia Tenggara", "035"),
        ("fr", "Amériques", "019"),
    ],
)
def test_names_are_those_of_cldr(language: str, name: str, code: str) -> None:
    assert territory_names(language)[place_key(name)] == code


def test_a_language_that_cldr_lacks_has_no_names() -> None:
    assert territory_names("xx-nothing") == {}
    assert calendar_names("xx-nothing") == frozenset()
    assert region_name("019", "xx-nothing") == ""


def test_regions_contain_countries_and_regions() -> None:
    assert region_of("PE") == "005"
    assert contains("019", "PE")
    assert contains("019", "005")
    assert contains("419", "MX")
    assert not contains("035", "PE")
    assert not contains("019", "019")
    assert countries_in("035") >= {"ID", "VN", "TL"}
    assert countries_in("999") == frozenset()


def test_all_but_four_countries_lie_in_a_region() -> None:
    codes = {s.country for s in gazetteer().all()}
    assert {c for c in codes if not region_of(c)} <= {"AQ", "AN", "CS"}


def test_languages_have_their_countries_and_their_calendar() -> None:
    assert {"ID"} <= official_in("id")
    assert "august" in calendar_names("en")
