from __future__ import annotations

from functools import partial
from itertools import pairwise

import nets_support
from hypothesis import given
from hypothesis import strategies as st

from quoth.nets.pieces import END, START, Vocabulary
from quoth.nets.windows import LENGTH, paragraphs_of, windows
from working import calls

VOCABULARY = nets_support.vocabulary()
ODD = [
    "\0",
    "\ud800",
    "🧑‍🚀",
    "水の東京",
    "ﬁ",
    "…",
    "a" * 300,
    "\u200b",
    " ",
    "\n",
    "»,",
    "3.14",
    "U.S.",
]
TEXTS = st.lists(st.text(st.characters(), max_size=8) | st.sampled_from(ODD), max_size=30).map(
    "".join
)


@given(TEXTS)
def test_units_cover_all_that_is_no_space_in_order(text: str) -> None:
    units = VOCABULARY.units(text)
    assert all(a[1] <= b[0] for a, b in pairwise(units.spans))
    covered = set().union(*(range(a, b) for a, b in units.spans))
    assert {i for i, c in enumerate(text) if not c.isspace()} == covered
    assert all(a < b for a, b in units.spans)


def test_a_korean_word_ends_before_its_particle() -> None:
    vocabulary = Vocabulary(["<s>", "<pad>", "</s>", "<unk>", "\u2581서울", "은"], [0.0] * 6, {})
    assert vocabulary.units("서울은").spans == ((0, 2), (2, 3))


@given(TEXTS)
def test_each_unit_has_a_piece_of_its_own(text: str) -> None:
    units = VOCABULARY.units(text)
    assert len(units.firsts) == len(units.spans)
    assert all(a < b for a, b in pairwise([*units.firsts, len(units.pieces)]))
    assert all(0 <= p < VOCABULARY.size for p in units.pieces)


@given(TEXTS)
def test_windows_are_bounded_and_hold_every_unit_once(text: str) -> None:
    found = list(windows(text, paragraphs_of(text), VOCABULARY))
    assert all(len(w.pieces) <= LENGTH for w in found)
    assert all(w.pieces[0] == START and w.pieces[-1] == END for w in found)
    spans = [s for w in found for s in w.spans]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    expected = {i for i, c in enumerate(text) if not c.isspace()}
    assert expected == set().union(*(range(a, b) for a, b in spans))


@given(TEXTS)
def test_a_window_knows_the_paragraph_of_each_unit(text: str) -> None:
    ends = paragraphs_of(text)
    for w in windows(text, ends, VOCABULARY):
        for (a, b), number in zip(w.spans, w.paragraphs, strict=True):
            assert ends[number][0] <= a < b <= ends[number][1]


def test_long_texts_come_as_many_windows() -> None:
    text = "the mayor said that the dam ended.\n" * 3000 + "x" * 100_000
    found = list(windows(text, paragraphs_of(text), VOCABULARY))
    assert max(len(w.pieces) for w in found) <= LENGTH
    assert found[-1].spans[-1][1] == len(text)


@given(TEXTS)
def test_what_was_read_before_changes_no_piece(text: str) -> None:
    fresh = nets_support.vocabulary()
    assert VOCABULARY.units(text) == fresh.units(text) == fresh.units(text)


def test_words_that_are_read_again_are_not_cut_again() -> None:
    vocabulary = nets_support.vocabulary()
    text = "the mayor said that the dam ended. " * 20
    first, again = (calls(partial(vocabulary.units, text)) for _ in range(2))
    assert again < first
    assert calls(partial(vocabulary.units, text * 10)) < 11 * again


def test_known_words_are_one_piece() -> None:
    assert VOCABULARY.units("the mayor said").firsts == (0, 1, 2)
