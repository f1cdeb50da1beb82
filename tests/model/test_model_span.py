"""Spans, blocks and ids: the small rules that every stage relies on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.model import (
    FURNITURE,
    SPOKEN,
    Article,
    Block,
    BlockKind,
    Part,
    Source,
    Span,
    article_id,
    hull,
    identity,
    issue,
)

ends = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(sorted)
spans = ends.map(lambda e: Span(e[0], e[1]))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
def test_ends_out_of_order_are_no_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"not a span: \\[{start}, {end}\\)"):
        Span(start, end)


def test_a_span_is_half_open_and_counts_code_points() -> None:
    text = "a😀é́b"
    assert Span(1, 2).of(text) == "😀"
    assert len(Span(1, 4)) == 3
    assert Span(2, 2).of(text) == ""


def test_touching_spans_do_not_meet() -> None:
    assert not Span(0, 3).meets(Span(3, 5))
    assert Span(0, 4).meets(Span(3, 5))


@given(spans, spans)
def test_spans_share_characters_just_when_they_meet(a: Span, b: Span) -> None:
    inside = set(range(a.start, a.end))
    other = set(range(b.start, b.end))
    if len(a) and len(b):
        assert a.meets(b) == bool(inside & other)
        assert a.covers(b) == (other <= inside)
    assert a.meets(b) == b.meets(a)


@given(st.lists(spans, min_size=1, max_size=5))
def test_a_hull_covers_all_and_no_more(some: list[Span]) -> None:
    whole = hull(tuple(some))
    assert all(whole.covers(s) for s in some)
    assert whole.start in {s.start for s in some}
    assert whole.end in {s.end for s in some}


def test_a_hull_of_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="empty"):
        hull(())


@pytest.mark.parametrize("kind", BlockKind)
def test_a_block_is_furniture_by_its_kind(kind: BlockKind) -> None:
    assert Block(kind, Span(0, 1)).furniture == (kind in FURNITURE)


def test_furniture_is_never_read_for_statements() -> None:
    assert not FURNITURE & SPOKEN
    assert {k.value for k in FURNITURE} == {"teaser", "appeal", "comment-rules", "navigation"}


def test_a_block_gives_the_first_part_of_a_name() -> None:
    parts = (Part("place", Span(0, 4)), Part("text", Span(5, 9)), Part("place", Span(6, 7)))
    block = Block(BlockKind.TEASER, Span(0, 9), parts)
    assert block.part("place") == Span(0, 4)
    assert block.part("agency") is None


def test_an_article_lists_its_blocks_of_some_kinds_in_order() -> None:
    blocks = tuple(
        Block(k, Span(n, n + 1))
        for n, k in enumerate([BlockKind.HEADLINE, BlockKind.TEASER, BlockKind.PARAGRAPH])
    )
    article = Article("a", Source("p"), "abc", blocks, identity(3))
    assert article.of(BlockKind.PARAGRAPH, BlockKind.HEADLINE) == (blocks[0], blocks[2])
    assert article.of(BlockKind.CAPTION) == ()


def test_an_article_id_comes_from_bytes_address_and_record_alone() -> None:
    plain = article_id("ff")
    assert plain == article_id("ff", None, None) == article_id("ff", "", "")
    others = {article_id("fe"), article_id("ff", "u"), article_id("ff", None, "u")}
    assert len(others | {plain}) == 4
    assert len(plain) == 16
    assert int(plain, 16) >= 0


def test_an_article_id_survives_lone_surrogates() -> None:
    assert article_id("ff", "http://x/\udcff") != article_id("ff", "http://x/\udcfe")


def test_an_issue_keeps_its_id_when_only_the_level_changes() -> None:
    source = Source("p", sha256="ff")
    one = issue("too-large", "error", "read", source, "big")
    assert one.id == issue("too-large", "warning", "read", source, "big").id
    assert one.id != issue("too-deep", "error", "read", source, "big").id
    assert one.id != issue("too-large", "error", "read", Source("q", sha256="ff"), "big").id
