"""Words and punctuation marks with exact offsets."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quoth.text import Token, tokenise

MIXED = st.text(
    alphabet=st.one_of(
        st.sampled_from("abcXYZ éñßІїşİı القد 45.,:;-—'’\"“”«»()!?…\u0301\u064b\u200c\u200d\n_"),
        st.characters(),
    ),
    max_size=40,
)


def words(text: str, **options: object) -> list[str]:
    return [text[t.start : t.end] for t in tokenise(text, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("45-летний мэр", ["45-летний", "мэр"]),
        ("a 3-year plan, 2nd", ["a", "3-year", "plan", ",", "2nd"]),
        ("1,000.5 at 10:30.", ["1,000.5", "at", "10:30", "."]),
        ("3. Mai 2021", ["3", ".", "Mai", "2021"]),
        ("U.S. and z.B. т.е.", ["U.S.", "and", "z.B.", "т.е."]),
        ("don’t o'clock", ["don’t", "o'clock"]),
        ("dit-il", ["dit-il"]),
        ("the dogs' bowl", ["the", "dogs", "'", "bowl"]),
        ("«Да», — сказал", ["«", "Да", "»", ",", "—", "сказал"]),
        ("Wait... no…", ["Wait", "...", "no", "…"]),
        ("``x''", ["``", "x", "''"]),
        ("a_b", ["a", "_", "b"]),
        ("e\u0301te\u0301", ["e\u0301te\u0301"]),
        ("مُحَمَّد قال،", ["مُحَمَّد", "قال", "،"]),
        ("می\u200cروم", ["می\u200cروم"]),
        ("नमस्ते", ["नमस्ते"]),
        ("", []),
        (" \n\t\u00a0", []),
        ("😀!", ["😀", "!"]),
    ],
)
def test_text_is_cut_into_words_and_marks(text: str, wanted: list[str]) -> None:
    assert words(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("l'homme", ["l'", "homme"]),
        ("qu’il dell’aria", ["qu’", "il", "dell’", "aria"]),
        ("l' homme", ["l", "'", "homme"]),
        ("aujourd'hui", ["aujourd'", "hui"]),
    ],
)
def test_an_elided_word_stands_alone_where_the_language_has_them(
    text: str, wanted: list[str]
) -> None:
    assert words(text, elision=True) == wanted
    assert len(words(text)) <= len(wanted)


def test_a_number_is_never_cut_before_its_ending() -> None:
    for number in ("7", "45", "123", "2021"):
        assert words(f"{number}-летний") == [f"{number}-летний"]


def test_words_have_keys_and_marks_keep_themselves() -> None:
    tokens = tokenise("L’État ’", language="fr", elision=True)
    assert [t.key for t in tokens] == ["l'", "état", "’"]
    assert [t.word for t in tokens] == [True, True, False]
    assert [t.capital for t in tokens] == [True, True, False]


def test_keys_follow_the_language() -> None:
    assert tokenise("IRMAK", language="tr")[0].key == "ırmak"
    assert tokenise("IRMAK", language="en")[0].key == "irmak"


def test_only_the_stretch_asked_for_is_cut_and_offsets_stay_those_of_the_text() -> None:
    text = "one two three"
    assert tokenise(text, 4, 7) == [Token(4, 7, "two", True, False)]
    assert tokenise(text, 5, 9)[0][:2] == (5, 7)
    assert tokenise(text, 3, 3) == []


@given(MIXED, st.booleans())
@example("45-летний", False)
@example("1.2.3-a", True)
@example("ـ", False)
def test_no_letter_digit_or_mark_is_lost(text: str, elision: bool) -> None:
    tokens = tokenise(text, elision=elision)
    covered = {k for t in tokens for k in range(t.start, t.end)}
    assert all(k in covered for k, c in enumerate(text) if c.isalnum())
    # what is left out is white space, or a combining mark or joiner with nothing to stand on
    assert all(
        c.isspace() or c.isidentifier() or f"a{c}".isidentifier()
        for k, c in enumerate(text)
        if k not in covered
    )


@given(MIXED, st.booleans())
def test_tokens_follow_each_other_and_hold_no_space(text: str, elision: bool) -> None:
    position = 0
    for token in tokenise(text, elision=elision):
        assert position <= token.start < token.end <= len(text)
        assert not any(c.isspace() for c in text[token.start : token.end])
        assert token.key
        position = token.end


@given(MIXED, st.integers(0, 40), st.integers(0, 40))
def test_tokens_of_a_stretch_stay_inside_it(text: str, start: int, length: int) -> None:
    end = min(start + length, len(text))
    assert all(start <= t.start < t.end <= end for t in tokenise(text, start, end))
