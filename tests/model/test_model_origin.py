"""The map from article text back into the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.model import Origin, OriginKind, Position, Run, Span, identity

# "Hello world" (two nodes, one folded blank between), a block break, "Bye"
RUNS = (
    Run(0, 5, 0, 10, 5),
    Run(5, 6, 0, 15, 4),  # four white-space characters became one blank
    Run(6, 11, 0, 19, 5),
    Run(13, 16, 1, 0, 3),
)
ORIGIN = Origin(OriginKind.HTML, ("/p[1]/text()", "/p[2]/text()"), RUNS)


@pytest.mark.parametrize(
    ("span", "places"),
    [
        (Span(0, 5), [(0, 10, 15)]),
        (Span(1, 3), [(0, 11, 13)]),
        (Span(0, 11), [(0, 10, 24)]),  # neighbouring stretches are joined
        (Span(5, 6), [(0, 15, 19)]),  # a folded blank stands for the whole stretch
        (Span(4, 7), [(0, 14, 20)]),
        (Span(11, 13), []),  # the block break is ours
        (Span(10, 14), [(0, 23, 24), (1, 0, 1)]),
        (Span(0, 16), [(0, 10, 24), (1, 0, 3)]),
        (Span(3, 3), []),
        (Span(16, 40), []),
    ],
)
def test_a_span_leads_to_its_places_in_text_order(
    span: Span, places: list[tuple[int, int, int]]
) -> None:
    assert ORIGIN.positions(span) == tuple(Position(ORIGIN.nodes[n], a, b) for n, a, b in places)


def test_stretches_of_one_node_with_a_gap_stay_apart() -> None:
    origin = Origin(OriginKind.TEXT, ("",), (Run(0, 2, 0, 0, 2), Run(2, 4, 0, 5, 2)))
    assert origin.positions(Span(0, 4)) == (Position("", 0, 2), Position("", 5, 7))


def test_stretches_of_two_nodes_that_continue_each_other_stay_apart() -> None:
    origin = Origin(OriginKind.HTML, ("a", "b"), (Run(0, 2, 0, 0, 2), Run(2, 4, 1, 2, 2)))
    assert origin.positions(Span(0, 4)) == (Position("a", 0, 2), Position("b", 2, 4))


def test_only_a_run_of_another_length_is_folded() -> None:
    assert [run.folded for run in RUNS] == [False, True, False, False]


def test_every_part_of_a_folded_run_stands_for_all_of_it() -> None:
    origin = Origin(OriginKind.TEXT, ("",), (Run(0, 3, 0, 7, 9),))
    assert {origin.positions(Span(k, k + 1)) for k in range(3)} == {(Position("", 7, 16),)}


def test_an_empty_text_has_no_places() -> None:
    assert identity(0).runs == ()
    assert identity(0).positions(Span(0, 0)) == ()


@given(st.integers(1, 60), st.integers(0, 60), st.integers(1, 60))
def test_the_identity_leads_every_character_to_itself(length: int, start: int, more: int) -> None:
    start = min(start, length - 1)
    end = min(start + more, length)
    assert identity(length).positions(Span(start, end)) == (Position("", start, end),)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 5)), max_size=8), st.data())
def test_a_span_comes_from_as_many_characters_as_lie_in_runs(
    gaps: list[tuple[int, int]], data: st.DataObject
) -> None:
    runs, at = [], 0
    for gap, length in gaps:
        runs.append(Run(at + gap, at + gap + length, 0, 100 + at + gap, length))
        at += gap + length
    a, b = sorted(data.draw(st.tuples(st.integers(0, at + 2), st.integers(0, at + 2))))
    taken = {k for r in runs for k in range(r.start, r.end)} & set(range(a, b))
    places = Origin(OriginKind.TEXT, ("",), tuple(runs)).positions(Span(a, b))
    assert [k - 100 for p in places for k in range(p.start, p.end)] == sorted(taken)
