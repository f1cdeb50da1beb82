from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.nets.tags import CONTENT, NAMES, TAGS, probabilities, stretches

NO, BS, IS, BK, IK, BC, IC = range(7)


def scores(row: list[int], width: int = len(TAGS), sure: float = 10.0) -> np.ndarray:
    found = np.zeros((len(row), width), np.float32)
    found[np.arange(len(row)), row] = sure
    return found


def kinds(row: list[int], paragraphs: list[int] | None = None) -> list[tuple[str, tuple[int, int]]]:
    found = stretches(scores(row), TAGS, paragraphs or [0] * len(row), resumed=CONTENT)
    return [(f.kind, f.units) for f in found]


def test_stretches_of_a_sentence() -> None:
    assert kinds([BC, IC, IC, BK, BS, IS, NO]) == [
        ("content", (0, 2)),
        ("cue", (3, 3)),
        ("source", (4, 5)),
    ]


def test_two_stretches_of_a_kind_side_by_side() -> None:
    assert kinds([NO, BC, IC, BC, IC]) == [("content", (1, 2)), ("content", (3, 4))]


def test_a_content_goes_on_behind_what_interrupts_it() -> None:
    assert kinds([BC, IC, BK, IC, IC]) == [("content", (0, 4)), ("cue", (2, 2))]


def test_no_stretch_crosses_the_end_of_a_paragraph() -> None:
    found = kinds([BC, IC, IC, IC], [0, 0, 1, 1])
    assert all(not a <= 1 < b for _, (a, b) in found)


def test_the_first_unit_of_a_window_may_go_on() -> None:
    found = stretches(scores([IC, IC, NO]), TAGS, [0, 0, 0], resumed=CONTENT)
    assert found[0].units == (0, 1)
    assert found[0].open


def test_an_inner_label_alone_does_not_make_a_stretch_of_nonsense() -> None:
    found = stretches(scores([NO, IS, NO]), TAGS, [0, 0, 0], resumed=CONTENT)
    assert [(f.kind, f.units) for f in found] in ([], [("source", (1, 1))])


def test_a_lean_finds_what_no_label_was_a_little_likelier_than() -> None:
    row = scores([NO, NO, NO])
    row[1, BK] = 9.5
    assert stretches(row, TAGS, [0, 0, 0]) == []
    (found,) = stretches(row, TAGS, [0, 0, 0], lean=1.0)
    assert (found.kind, found.units) == ("cue", (1, 1))
    assert found.score == pytest.approx(0.62, abs=0.01)
    assert stretches(row, TAGS, [0, 0, 0], lean=np.array([1.0, 0.0, 1.0])) == []


def test_names() -> None:
    row = [NAMES.index(n) for n in ("B-PER", "I-PER", "O", "B-LOC")]
    found = stretches(scores(row, len(NAMES)), NAMES, [0] * 4)
    assert [(f.kind, f.units) for f in found] == [("PER", (0, 1)), ("LOC", (3, 3))]
    assert found[0].score == pytest.approx(1, abs=0.01)


def test_nothing_in_nothing() -> None:
    assert stretches(np.zeros((0, 7), np.float32), TAGS, []) == []


@given(
    st.lists(st.tuples(st.integers(0, 6), st.booleans()), min_size=1, max_size=40),
    st.integers(0, 999),
)
def test_any_scores_give_stretches_in_order_within_paragraphs(rows, seed) -> None:
    paragraphs = np.cumsum([new for _, new in rows]).tolist()
    table = scores([label for label, _ in rows], sure=2.0)
    table += np.random.default_rng(seed).normal(size=table.shape).astype(np.float32)
    found = stretches(table, TAGS, paragraphs, resumed=CONTENT)
    for f in found:
        assert 0 <= f.units[0] <= f.units[1] < len(rows)
        assert paragraphs[f.units[0]] == paragraphs[f.units[1]]
        assert 0 <= f.score <= 1.0001
    for kind in ("source", "cue", "content"):
        ends = [f.units for f in found if f.kind == kind]
        assert all(a[1] < b[0] for a, b in pairwise(ends))


@pytest.mark.parametrize("resumed", [-1, CONTENT])
@pytest.mark.parametrize("seed", range(20))
def test_the_stretches_are_those_of_the_most_probable_row_that_makes_sense(
    seed: int, resumed: int
) -> None:
    table = np.random.default_rng(seed).normal(size=(5, len(TAGS)), scale=2).astype(np.float32)
    logs = np.log(probabilities(table)).astype(np.float64)

    def follows(a: int, b: int) -> bool:
        return b in (0, BS, BK, BC) or a in (b, b - 1) or (b == resumed and a != 0)

    rows = product(range(len(TAGS)), repeat=5)
    sensible = (row for row in rows if all(follows(a, b) for a, b in pairwise(row)))
    best = max(sensible, key=lambda row: sum(logs[i, label] for i, label in enumerate(row)))
    kinds = [""] * 5
    found = stretches(table, TAGS, [0] * 5, resumed=resumed)
    for f in sorted(found, key=lambda f: f.kind != "content"):  # others may stand within one
        kinds[f.units[0] : f.units[1] + 1] = [f.kind] * (f.units[1] - f.units[0] + 1)
    assert kinds == [TAGS[label][2:] for label in best]


def test_probabilities_do_not_overflow() -> None:
    assert probabilities(np.array([[1e4, -1e4]], np.float32)).tolist() == [[1, 0]]
