import pytest

from quoth.link.entities.bare import bare
from working import calls


@pytest.mark.parametrize(("name", "language", "left", "country"), [
    ("National Harbour Board of Norway", "en", "National Harbour Board", "NO"),
    ("Norway National Harbour Board", "en", "National Harbour Board", "NO"),
    ("Consejo de Puertos de Noruega", "es", "Consejo de Puertos", "NO"),
    ("Dewan Pelabuhan Norwegia", "id", "Dewan Pelabuhan", "NO"),
])  # fmt: skip
def test_the_country_is_told_and_left_out(
    name: str, language: str, left: str, country: str
) -> None:
    assert bare(name, language) == (left, country)


@pytest.mark.parametrize("name", ["Air Norway", "Norway", "Harbour Board", "Bank of Norway", ""])
def test_a_name_of_which_one_word_would_be_left_stays_whole(name: str) -> None:
    assert bare(name, "en") is None


def test_no_language_tells_no_country() -> None:
    assert bare("National Harbour Board of Norway", "") is None


def test_a_very_long_name_takes_few_calls() -> None:
    assert bare("of " * 200_000, "en") is None
    assert calls(lambda: bare("of " * 200_000, "en")) < 10_000
