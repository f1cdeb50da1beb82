"""Reading numbers: places, values, and text that is no number at all."""

from __future__ import annotations

from functools import partial
from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.annotate.numbers import all_numbers, read_numbers
from quoth.lang import available, pack
from quoth.lang.numbers import NumberWords, number_words
from quoth.text import tokenise
from working import calls

_SOUP = (
    "0 1 7 12 000 1,234 1.5 .5 -3 ½ 2/3 ³ ٣ ١٢٬٠٠٠ k m bn % $ - – . , ' ( ) \n one a hundred"
    " million and half third of point minus dozen over quarter two-thirds ein und zwanzig tausend"
    " einundzwanzig quatre-vingt et un mille di venti cento buçuk двадцать пять млн و خمسة وعشرون"
    " مئة y medio"
)
SOUP = _SOUP.split(" ")
FEW = 1.5
"""How much longer than linear twice the text may take; a machine that is busy counts unevenly."""


def numbers(text: str, code: str) -> list[tuple[str, float]]:
    tokens = tokenise(text, language=code, elision=pack(code).elision)
    found = read_numbers(text, tokens, number_words(code))
    return [(n.span.of(text), n.value) for n in found]


soups = st.lists(st.sampled_from(SOUP), max_size=30).map(" ".join) | st.lists(
    st.sampled_from(SOUP), max_size=12
).map("".join)


@given(soups | st.text(max_size=60), st.sampled_from(available()))
def test_numbers_lie_in_order_within_their_tokens(text: str, code: str) -> None:
    tokens = tokenise(text, language=code)
    end = 0
    for number in all_numbers(text, tokens, number_words(code)):
        assert end <= number.span.start < number.span.end <= len(text)
        assert isfinite(number.value)
        assert 0 <= number.first < number.stop <= len(tokens)
        assert tokens[number.stop - 1].end >= number.span.end
        end = number.span.end


@given(st.integers(min_value=0, max_value=10**15))
def test_marks_of_thousands_do_not_change_a_value(value: int) -> None:
    for code, written in (
        ("en", f"{value:,}"),
        ("de", f"{value:,}".replace(",", ".")),
        ("fr", f"{value:,}".replace(",", "\u202f")),
        ("ar", f"{value:,}".replace(",", "٬")),
    ):
        assert [v for _, v in numbers(f"x {written} x", code)] == [float(f"{value:.14g}")]


def test_a_number_knows_its_tokens() -> None:
    text = "A 3-inch pipe and twenty-one million two hundred boats"
    tokens = tokenise(text, language="en")
    three, many = read_numbers(text, tokens, number_words("en"))
    assert (three.first, three.stop, three.span.of(text)) == (1, 2, "3")
    assert [text[t.start : t.end] for t in tokens[many.first : many.stop]] == [
        "twenty-one", "million", "two", "hundred",
    ]  # fmt: skip
    assert many.worded
    assert not three.worded


def test_what_is_written_onto_figures() -> None:
    text = "5km, 21st, 4.4bn, 15.3m, 1990s, 2018's"
    tokens = tokenise(text, language="en")
    found = list(all_numbers(text, tokens, number_words("en")))
    assert [(n.value, n.ordinal, n.attached) for n in found] == [
        (5, False, True),
        (21, True, False),
        (4400000000, False, False),
        (15.3, False, True),
        (1990, False, True),
        (2018, False, False),
    ]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "22,24,26,31"),
        ("es", "1, 234, 567"),
        ("en", "192.168.1.2"),
    ],
)
def test_rows_of_figures_are_several_numbers(code: str, text: str) -> None:
    assert len(numbers(text, code)) > 2


@pytest.mark.parametrize(
    ("code", "text"),
    [("de", "einsechs"), ("de", "achtung"), ("it", "unduetre"), ("en", "² ³"), ("tr", "onlar")],
)
def test_words_that_only_hold_numbers_are_none(code: str, text: str) -> None:
    assert numbers(text, code) == []


def test_a_language_without_words_reads_figures() -> None:
    text = "12 345.6 and 7"
    found = read_numbers(text, tokenise(text), NumberWords("xx"))
    assert [n.value for n in found] == [12345.6, 7]


@pytest.mark.parametrize(
    "piece",
    ["1 234 ", "1٬", "1,", "1'", "one ", "half a ", "hundred and ", "1/2 ", "-", "a third of ",
     "point zero ", "x-1-", "1e9 ", "zwanzig", "1" * 50],
)  # fmt: skip
def test_the_work_grows_with_the_row_and_no_faster(piece: str) -> None:
    def work(length: int) -> object:
        text = (piece * (length // len(piece) + 1))[:length]
        return list(all_numbers(text, tokenise(text, language="en"), number_words("en")))

    # the first one loads the words
    _, short, long = (calls(partial(work, n)) for n in (500, 1000, 4000))
    assert long < 5 * short + 100
