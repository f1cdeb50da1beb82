"""The loader of `numbers.tsv` and the names of units and currencies."""

from __future__ import annotations

from pathlib import Path

import pytest

from quoth.errors import PackError
from quoth.lang.measures import measures
from quoth.lang.numbers import CLASSES, load_forms, load_numbers, number_words


def written(folder: Path, table: str) -> Path:
    path = folder / "numbers.tsv"
    path.write_text(table, "utf-8")
    return path


def test_forms_are_folded_and_taken_apart(tmp_path: Path) -> None:
    words = load_numbers(written(tmp_path, "# note\n\nnumber\tTwenty-One|vingt un\t21\n"), "en")
    (form,) = words.numbers["twenty"]
    assert form.keys == ("twenty", "one")
    assert (form.value, form.lone, form.room) == (21.0, True, 0.0)
    assert words.numbers["vingt"][0].keys == ("vingt", "un")


def test_values_say_what_may_follow_and_what_stands_alone(tmp_path: Path) -> None:
    table = "number\tsoixante\t60+19\ntimes\tmillions\t1000000~\nnumber\tcent\t100\n"
    numbers = load_numbers(written(tmp_path, table), "fr").numbers
    assert numbers["soixante"][0].room == 20.0
    assert not numbers["millions"][0].lone
    assert numbers["cent"][0].room == 100.0


def test_marks_come_from_cldr_and_the_pack_says_otherwise(tmp_path: Path) -> None:
    plain = load_numbers(written(tmp_path, "number\tzwei\t2\n"), "de")
    assert (plain.decimal, plain.thousands) == (",", ".")
    own = load_numbers(written(tmp_path, "mark\t'\tthousands\n"), "de")
    assert (own.decimal, own.thousands) == (",", "'")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("nombre\tdeux\t2", "unknown class"),
        ("number\tdeux\ttwo", "could not convert"),
        ("number\t \t2", "no word"),
        ("compare\tabout\tnearly", "cannot be"),
        ("style\tfancy", "cannot be"),
        ("currency\tdollar", "cannot be"),
        ("short\tk", "could not convert"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, what: str) -> None:
    path = written(tmp_path, f"# first\n{line}\n")
    with pytest.raises(PackError, match=rf"numbers\.tsv, line 2: .*{what}"):
        load_numbers(path, "en")


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "numbers.tsv"
    path.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(PackError, match=r"numbers\.tsv"):
        load_forms(path, "en")


def test_no_pack_is_no_words() -> None:
    words = number_words("xx")
    assert not words.numbers
    assert words.digest == ""


def test_every_class_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "numbers.md").read_text("utf-8")
    assert [name for name in sorted(CLASSES) if f"| `{name}` |" not in page] == []


def test_units_and_currencies_of_cldr_are_there() -> None:
    german = measures("de").forms
    assert {f.name for f in german["kilometer"]} >= {"kilometer", "kilometer-per-hour"}
    assert [f.name for f in german["kanadischer"]] == ["CAD"]
    assert measures("ru").forms["гектаров"][0].name == "hectare"


def test_a_language_without_cldr_has_the_shared_signs() -> None:
    assert measures("xx").exact["km"][-1].name == "kilometer"
    assert not measures("xx").forms
