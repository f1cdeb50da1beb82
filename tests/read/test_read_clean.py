"""Clean text, and its map back to the decoded file."""

from hypothesis import given
from hypothesis import strategies as st

from quoth.model import Span
from quoth.read.clean import clean

JUNK = "\x00\u00ad\u200b\u200e\u200f\u202a\u202e\u2060\u2066\u2069\ufeff\r"
TEXTS = st.text(alphabet=st.one_of(st.sampled_from(JUNK + "\n ab\u200d\u0301ж"), st.characters()))


@given(TEXTS)
def test_every_character_comes_from_the_same_character(text: str) -> None:
    clear, origin = clean(text)
    for k, char in enumerate(clear):
        (place,) = origin.positions(Span(k, k + 1))
        assert place.end == place.start + 1
        there = text[place.start]
        assert there == char or (there == "\r" and char == "\n")


@given(TEXTS)
def test_only_junk_is_left_out(text: str) -> None:
    clear, origin = clean(text)
    kept = {p for k in range(len(clear)) for p in _at(origin.positions(Span(k, k + 1)))}
    for k, char in enumerate(text):
        assert k in kept or char in JUNK
    assert not set(clear) & set(JUNK)


def _at(places: tuple[object, ...]) -> list[int]:
    return [p.start for p in places]  # type: ignore[attr-defined]


def test_joiners_and_combining_marks_stay() -> None:
    text = "می\u200cخواهم e\u0301 क\u094d\u200dष"
    assert clean(text)[0] == text


def test_line_ends_become_line_feeds() -> None:
    assert clean("a\r\nb\rc\n\r\nd")[0] == "a\nb\nc\n\nd"
