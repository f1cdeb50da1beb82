"""Areas and waters: each has its countries, its region and its middle; bad tables are told of."""

from __future__ import annotations

from pathlib import Path

import pytest

from quoth.atlas import AreaKind, areas, countries_in, region_around, region_name
from quoth.atlas.areas import load_areas
from quoth.errors import AtlasError


def test_the_table_has_land_in_one_country_and_in_several_and_waters() -> None:
    table = areas()
    assert len(table) > 150
    assert (table["donbas"].country, table["donbas"].region) == ("UA", "151")
    assert (table["kashmir"].countries, table["kashmir"].country) == ({"CN", "IN", "PK"}, "")
    assert table["kashmir"].region == "142"
    assert table["suez-canal"].kind is AreaKind.WATER
    assert table["suez-canal"].country == "EG"
    assert (table["pacific-ocean"].countries, table["pacific-ocean"].region) == (frozenset(), "")


def test_ids_and_names_are_one_each_and_countries_and_degrees_exist() -> None:
    table = areas()
    assert len({a.name for a in table.values()}) == len(table)
    for area in table.values():
        assert all(region_name(c) for c in area.countries), area
        assert -90 <= area.latitude <= 90, area
        assert -180 <= area.longitude <= 180, area
        assert not area.region or area.countries <= countries_in(area.region), area


def test_the_smallest_region_that_holds_all_is_taken() -> None:
    assert region_around(frozenset({"EE", "LV", "LT"})) == "154"
    assert region_around(frozenset({"EE", "FR"})) == "150"
    assert region_around(frozenset({"EG", "SA"})) == ""
    assert region_around(frozenset()) == ""


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("# head\nred-sea\twater\tRed Sea\tEG SD\t20", "line 2"),
        ("red-sea\tocean\tRed Sea\tEG\t20\t38", "line 1"),
        ("red-sea\twater\tRed Sea\tEG\tnorth\t38", "line 1"),
        ("a\tarea\tA\tEG\t1\t2\na\tarea\tB\tEG\t1\t2", "twice"),
    ],
)
def test_a_broken_table_is_told_of_with_its_line(tmp_path: Path, table: str, said: str) -> None:
    path = tmp_path / "areas.tsv"
    path.write_text(table, "utf-8")
    with pytest.raises(AtlasError, match=said):
        load_areas(path)


def test_a_missing_table_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match="areas"):
        load_areas(tmp_path / "areas.tsv")
