"""Look-up keys: one spelling for what readers see as one word."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.text import fold


@pytest.mark.parametrize(
    ("word", "language", "key"),
    [
        ("ISPARTA", "tr", "ısparta"),
        ("İzmir", "tr", "izmir"),
        ("Istanbul", "en", "istanbul"),
        ("KIRIM", "az", "kırım"),
        ("Said", "", "said"),
        ("qu’il", "fr", "qu'il"),
        ("комп’ютер", "uk", "комп'ютер"),
        ("компʼютер", "uk", "комп'ютер"),
        ("e\u0301tat", "fr", "état"),
        ("ÉTAT", "fr", "état"),
        ("أَكَّدَ", "ar", "اكد"),
        ("إلى", "ar", "الي"),
        ("آخر", "ar", "اخر"),
        ("قــال", "ar", "قال"),
        ("Straße", "de", "straße"),
    ],
)
def test_a_word_has_the_key_that_its_language_gives_it(word: str, language: str, key: str) -> None:
    assert fold(word, language) == key


def test_alef_with_and_without_hamza_have_one_key() -> None:
    assert len({fold(w, "ar") for w in ("أحمد", "احمد", "إحمد", "آحمد", "أَحْمَد")}) == 1


def test_turkish_keeps_its_two_letters_apart() -> None:
    assert fold("SIR", "tr") != fold("SİR", "tr")
    assert fold("Ilgaz", "tr") == fold("ılgaz", "tr")


def test_all_apostrophes_have_one_key() -> None:
    assert len({fold(f"l{mark}état", "fr") for mark in "'’ʼ‘"}) == 1


def test_a_stretching_mark_alone_keeps_a_key() -> None:
    assert fold("ـ", "ar") != ""
    assert fold("\u064b\u064c", "ar") != ""


@given(st.text(min_size=1, max_size=12), st.sampled_from(["", "en", "tr", "ar"]))
def test_a_key_is_never_empty(word: str, language: str) -> None:
    assert fold(word, language)


@given(st.text(alphabet=st.characters(categories=["L", "N", "Mn"]), max_size=10))
def test_composed_and_decomposed_spellings_have_one_key(word: str) -> None:
    composed = unicodedata.normalize("NFC", word)
    assert fold(composed) == fold(unicodedata.normalize("NFD", word))
