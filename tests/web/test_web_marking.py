"""A text in pieces, each with all that is marked there."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quoth.model import Span
from quoth.web.marking import CONTENT, MOST, Label, cut, pieces
from working import calls

SIZE = 40
TEXT = "".join(chr(0x3B1 + i % 24) for i in range(SIZE))


def spans() -> st.SearchStrategy[Span]:
    ends = st.tuples(st.integers(0, SIZE), st.integers(0, SIZE))
    return ends.map(lambda pair: Span(min(pair), max(pair)))


def labels() -> st.SearchStrategy[list[Label]]:
    one = st.builds(Label, spans(), st.sampled_from((CONTENT, "cue", "actor")), st.text("ab"))
    return st.lists(one, max_size=MOST)


@given(spans(), labels())
def test_the_pieces_together_are_the_text(within: Span, marked: list[Label]) -> None:
    assert "".join(piece.text for piece in pieces(TEXT, within, marked)) == within.of(TEXT)


@given(spans(), labels())
def test_each_character_has_the_labels_that_cover_it(within: Span, marked: list[Label]) -> None:
    for piece in pieces(TEXT, within, marked):
        for at in range(piece.span.start, piece.span.end):
            over = [m for m in marked if m.span.start <= at < m.span.end]
            assert sorted(map(repr, piece.labels)) == sorted(map(repr, over))


@given(spans(), labels())
def test_the_narrowest_label_comes_first(within: Span, marked: list[Label]) -> None:
    for piece in pieces(TEXT, within, marked):
        lengths = [len(label.span) for label in piece.labels]
        assert lengths == sorted(lengths)


@given(st.lists(st.integers(0, SIZE), min_size=2, max_size=8, unique=True), labels())
def test_each_label_begins_once_over_all_stretches(edges: list[int], marked: list[Label]) -> None:
    ends = sorted(edges)
    stretches = [Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False)]
    begins = [
        label for row in cut(TEXT, stretches, marked) for piece in row for label in piece.begins
    ]
    seen = [m for m in marked if m.span and any(m.span.meets(s) for s in stretches)]
    assert sorted(map(repr, begins)) == sorted(map(repr, seen))


@given(st.lists(st.integers(0, SIZE), max_size=8), labels())
def test_stretches_are_cut_as_each_would_be_alone(edges: list[int], marked: list[Label]) -> None:
    ends = sorted(edges)
    stretches = [Span(a, b) for a, b in pairwise(ends)]
    rows = list(cut(TEXT, stretches, marked))
    assert len(rows) == len(stretches)
    for span, row in zip(stretches, rows, strict=True):
        alone = pieces(TEXT, span, marked)
        assert [(p.span, p.labels) for p in row] == [(p.span, p.labels) for p in alone]


def test_of_equal_labels_the_one_given_last_lies_on_top() -> None:
    source, actor = Label(Span(2, 9), "source", "s"), Label(Span(2, 9), "actor", "a")
    (piece,) = pieces(TEXT, Span(2, 9), [source, actor])
    assert piece.kinds == "actor source"
    assert piece.targets == "a s"


def test_a_piece_behind_a_nested_label_goes_on_with_the_outer_one() -> None:
    outer = Label(Span(0, 9), CONTENT, "s", anchor="s-1")
    inner = Label(Span(3, 5), CONTENT, "t", anchor="s-2")
    first, second, third = pieces(TEXT, Span(0, 9), [outer, inner])
    assert (first.again, second.again, third.again) == (False, False, True)
    assert (first.anchors, second.anchors, third.anchors) == (("s-1",), ("s-2",), ())
    assert (first.depth, second.depth, third.depth) == (1, 2, 1)


def test_more_labels_than_a_piece_holds_leave_the_text_whole() -> None:
    marked = [Label(Span(0, SIZE - i % 7), "actor", str(i)) for i in range(5 * MOST)]
    found = pieces(TEXT, Span(0, SIZE), marked)
    assert "".join(piece.text for piece in found) == TEXT
    assert max(len(piece.labels) for piece in found) == MOST


def test_the_work_grows_as_the_text_does() -> None:
    def work(size: int) -> int:
        text = "x" * (20 * size)
        whole = [Label(Span(i, len(text)), CONTENT, str(i)) for i in range(size)]
        words = [Label(Span(20 * i, 20 * i + 9), "actor", str(i)) for i in range(size)]
        spans = [Span(20 * i, 20 * i + 20) for i in range(size)]
        return calls(lambda: list(cut(text, spans, [*whole, *words])))

    assert work(800) < 3 * work(400)
