"""The gazetteer finds places by name and id; a damaged file is told as such."""

from __future__ import annotations

import pytest

from quoth.atlas import SpotKind, gazetteer, place_key
from quoth.atlas.store import DATA, FILE, load, pack, unpack
from quoth.errors import AtlasError

LARGEST = 7 * 2**20  # bytes of the file that ships


def test_countries_divisions_and_cities_have_their_geonames_ids() -> None:
    atlas = gazetteer()
    peru, texas, moscow = atlas.spot(3932488), atlas.spot(4736286), atlas.spot(524901)
    assert peru is not None
    assert texas is not None
    assert moscow is not None
    assert (peru.name, peru.country, peru.kind) == ("Peru", "PE", SpotKind.COUNTRY)
    assert (texas.name, texas.kind) == ("Texas", SpotKind.ADMIN)
    assert (moscow.country, moscow.kind) == ("RU", SpotKind.CAPITAL)
    assert moscow.latitude == pytest.approx(55.75, abs=0.01)
    assert atlas.country("PE") == peru
    assert atlas.spot(1) is None
    assert atlas.country("XX") is None


@pytest.mark.parametrize("name", ["Moscow", "Москва", "موسكو", "Moskau", "Moscú", "MOSCOW"])
def test_a_city_has_names_in_the_scripts_of_the_packs(name: str) -> None:
    assert 524901 in {found.spot.id for found in gazetteer().named(name)}


def test_names_are_found_without_their_accents_and_of_all_places() -> None:
    both = {n.spot.country for n in gazetteer().named("Cordoba")}
    assert {"AR", "ES", "MX", "CO"} <= both
    assert gazetteer().named("Córdoba") == gazetteer().named("Cordoba")
    assert gazetteer().named("no such place") == ()
    assert gazetteer().named("") == ()
    assert gazetteer().named("C\ud800rdoba") == ()


def test_names_of_several_words_are_known_by_their_first() -> None:
    atlas = gazetteer()
    assert atlas.leads("rio de")
    assert not atlas.leads("rio de janeiro do nowhere")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("São Paulo", "sao paulo"),
        ("Ростов-на-Дону", "ростов на дону"),
        ("Йошкар-Ола", "йошкар ола"),
        ("Київ", "київ"),
        ("İstanbul", "istanbul"),
        ("L'Aquila", "laquila"),
        ("U.S.", "us"),
        ("القاهرة", "القاهره"),
        ("Łódź", "lodz"),
    ],
)
def test_keys_leave_out_what_writers_leave_out(name: str, key: str) -> None:
    assert place_key(name) == key


def test_what_is_packed_comes_back_and_damage_is_told() -> None:
    packed = pack({"name": b"a\nb"}, {"a": [0], "b": [2, 3]})
    assert unpack(packed)["refs"].tolist() == [0, 2, 3]
    with pytest.raises(AtlasError, match="damaged"):
        unpack(packed[:-9])
    with pytest.raises(AtlasError, match="damaged"):
        unpack(b"")


def test_the_file_is_small_and_its_columns_agree() -> None:
    columns = load()
    assert len((DATA / FILE).read_bytes()) < LARGEST
    rows = len(columns["id"])
    assert {len(columns[c]) for c in ("kind", "admin", "latitude", "longitude")} == {rows}
    assert int(columns["counts"].sum()) == len(columns["refs"])
    assert int(columns["refs"].max()) // 2 < rows
