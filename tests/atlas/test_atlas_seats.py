"""Seats of power, capitals and bodies of several countries: what speaks when a page names them."""

from __future__ import annotations

from pathlib import Path

import pytest

from quoth.atlas import region_name
from quoth.atlas.seats import capital, load_seats, seat
from quoth.atlas.store import DATA
from quoth.errors import AtlasError

LANGUAGES = ("en", "id", "es", "ru", "de", "fr", "pt", "it", "nl", "uk", "ar", "tr")


@pytest.mark.parametrize(
    ("name", "language", "country", "speaks"),
    [
        ("the Kremlin", "en", "RU", "head-of-state"),
        ("Кремле", "ru", "RU", "head-of-state"),
        ("Kremlin'in", "tr", "RU", "head-of-state"),
        ("Kremls", "de", "RU", "head-of-state"),
        ("والكرملين", "ar", "RU", "head-of-state"),
        ("La Moncloa", "es", "ES", "head-of-government"),
        ("l'Élysée", "fr", "FR", "head-of-state"),
        ("le Quai d’Orsay", "fr", "FR", "foreign-ministry"),
        ("Вестминстера", "ru", "GB", "parliament"),
        ("Istana", "id", "ID", "head-of-state"),
        ("Istana", "en", "SG", "head-of-state"),
    ],
)
def test_a_seat_stands_for_who_speaks_there(
    name: str, language: str, country: str, speaks: str
) -> None:
    found = seat(name, language)
    assert found is not None
    assert (found.country, found.speaks, found.body) == (country, speaks, False)
    assert found.name(language) == region_name(country, language)


def test_brussels_and_the_union_are_one_body_in_every_language() -> None:
    for brussels, language, name in (
        ("Brussels", "en", "European Union"),
        ("Brüssel", "de", "Europäische Union"),
        ("Брюсселе", "ru", "Европейский союз"),
        ("بروكسل", "ar", "الاتحاد الأوروبي"),
    ):
        told, itself = seat(brussels, language), seat(name, language)
        assert told == itself
        assert told is not None
        assert (told.body, told.wikidata, told.name(language)) == (True, "Q458", name)


@pytest.mark.parametrize("name", ["Merlin", "the", "Port Anselm", "Kremlinology", ""])
def test_other_names_stand_for_nothing(name: str) -> None:
    assert seat(name, "en") is None
    assert capital(name) == ""


def test_a_capital_tells_its_country_unless_a_larger_city_has_its_name() -> None:
    assert [capital(n) for n in ("Paris", "Москва", "القاهرة", "London")] == [
        "FR",
        "RU",
        "EG",
        "GB",
    ]
    assert [capital(n) for n in ("Lyon", "San José", "Sydney")] == ["", "", ""]


def test_every_language_knows_the_best_known_seats_and_bodies() -> None:
    table = load_seats(DATA / "seats.tsv")
    for language in LANGUAGES:
        known = {(s.country, s.speaks) for s in table[language].values()}
        wanted = {("FR", "head-of-state"), ("RU", "head-of-state"), ("US", "head-of-state")}
        wanted |= {("US", "defence-ministry"), ("VA", "holy-see")}
        wanted |= {(b, "body") for b in ("EU", "EC", "NATO", "UN", "WHO", "IMF")}
        assert known >= wanted, language


def test_the_table_names_real_countries_in_every_row() -> None:
    table = load_seats(DATA / "seats.tsv")
    seats = {s for rows in table.values() for s in rows.values() if not s.body}
    assert len({s.country for s in seats}) >= 60
    assert all(region_name(s.country) for s in seats)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("seat\t-\tFR\thead-of-state", "line 2: kind, id, country"),
        ("place\t-\tFR\thead-of-state\ten:X", "line 2: kind, id, country"),
        ("seat\t12\tFR\thead-of-state\ten:X", "line 2: kind, id, country"),
        ("seat\t-\tFR\thead-of-state\tPalace", "line 2: language, colon, names"),
        ("seat\t-\tFR\thead-of-state\ten:A||B", "line 2: language, colon, names"),
    ],
)
def test_a_broken_row_is_named(tmp_path: Path, line: str, fault: str) -> None:
    path = tmp_path / "seats.tsv"
    path.write_text(f"# seats\n{line}\n", "utf-8")
    with pytest.raises(AtlasError) as error:
        load_seats(path)
    assert f"{path}, {fault}" in str(error.value)


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match="install Quoth again"):
        load_seats(tmp_path / "seats.tsv")
