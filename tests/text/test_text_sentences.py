"""Cutting running text into sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.model import Span
from quoth.text.sentences import sentence_spans

ABBREVIATIONS = frozenset({"dr", "mr", "z.b", "ст", "г"})


def cut(text: str, language: str = "en") -> list[str]:
    spans = sentence_spans(text, Span(0, len(text)), language, ABBREVIATIONS)
    return [s.of(text) for s in spans]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["He met Dr. Mir.", "She left."]),
        ("en", ["MR. MIR left.", "OK."]),
        ("en", ["J. R. Mir came.", "She left."]),
        ("en", ["Version 2.5 is out.", "Five more come."]),
        ("en", ["It was 1999.", "She left."]),
        ("en", ["Wait... what?", "Yes!", "No?!", "Good."]),
        ("en", ["She said: “No.”", "“Why?”", "He left (at last.)", "[Go.]", "End"]),
        ("en", ['He said: "No."', '"Why?"', "She left."]),
        ("en", ["“Why?” he asked.", "She left."]),
        ("de", ["Am 3. Mai kam er.", "Dann ging er."]),
        ("de", ["Er kam, z.B. Am Abend.", "Dann ging er."]),
        ("es", ["¡Hola!", "¿Qué tal?", "—Bien."]),
        ("ru", ["Он живёт на ст. Лесная.", "Она ушла."]),
        ("fr", ["« Non. »", "Il part."]),
        ("fr", ["« Non.\u00a0»", "Il part."]),
        ("de", ["Er kam.", "»Ja.«", "Sie ging."]),
        ("ar", ["هل جاء؟", "نعم.", "ذهب."]),
        ("tr", ["İyi.", "Irmak taştı."]),
    ],
)
def test_sentences_end_where_readers_see_their_end(language: str, sentences: list[str]) -> None:
    assert cut(" ".join(sentences), language) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["他来了。", "她走了！", "为什么？"],
        ["他说：「好。」", "她走了。"],
        ["彼は来た。", "終わり"],
    ],
)
def test_full_width_stops_need_no_space(sentences: list[str]) -> None:
    assert cut("".join(sentences), "zh") == sentences


def test_a_stop_before_a_small_letter_ends_nothing() -> None:
    assert cut("The co. of two men left. “Go!” he said.") == [
        "The co. of two men left.",
        "“Go!” he said.",
    ]


def test_an_empty_line_ends_a_sentence_and_a_line_break_does_not() -> None:
    assert cut("A first line\nand more\n \nAnother") == ["A first line\nand more", "Another"]


def test_an_abbreviation_is_one_in_any_spelling() -> None:
    assert cut("DR. Mir left.") == ["DR. Mir left."]


def test_nothing_comes_of_nothing() -> None:
    assert cut("") == []
    assert cut(" \n\n \t") == []


def test_only_the_stretch_asked_for_is_cut() -> None:
    text = "Out. One. Two. Out."
    spans = sentence_spans(text, Span(5, 14), "en")
    assert [s.of(text) for s in spans] == ["One.", "Two."]


@given(
    st.text(
        alphabet=st.one_of(
            st.sampled_from("aB1 .!?…。！”“»«\"'’)(\n-—Дو؟۔"), st.characters(exclude_categories=())
        ),
        max_size=60,
    ),
    st.sampled_from(["en", "tr", "ar", "zh"]),
)
def test_sentences_keep_every_character_that_shows(text: str, language: str) -> None:
    spans = sentence_spans(text, Span(0, len(text)), language, ABBREVIATIONS)
    position = 0
    for span in spans:
        assert span.start >= position
        assert text[position : span.start].strip() == ""
        assert span.of(text) == span.of(text).strip() != ""
        position = span.end
    assert text[position:].strip() == ""
