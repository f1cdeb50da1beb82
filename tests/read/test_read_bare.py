"""Bare article text: all of it is article."""

from hypothesis import given
from hypothesis import strategies as st

from quoth.model import BlockKind
from quoth.read.bare import bare_blocks


def _shown(text: str) -> list[tuple[str, str]]:
    return [(b.kind.value, b.span.of(text)) for b in bare_blocks(text)]


def test_a_short_first_line_is_the_headline() -> None:
    text = "Dam holds\n\nKYIV, 14 June. /Delta/. The dam held.\nIt rained.\n\nNo comments.\n"
    assert _shown(text) == [
        ("headline", "Dam holds"),
        ("dateline", "KYIV, 14 June. /Delta/."),
        ("paragraph", "The dam held.\nIt rained."),
        ("paragraph", "No comments."),
    ]


def test_a_first_line_with_a_full_stop_is_none() -> None:
    assert _shown("The dam held.\n\nIt rained.")[0] == ("paragraph", "The dam held.")


def test_without_blank_lines_every_line_is_a_paragraph() -> None:
    text = "Dam holds\nThe dam held.\nSubscribe to our newsletter"
    assert [kind for kind, _ in _shown(text)] == ["paragraph"] * 3


@given(st.text(alphabet=st.sampled_from("ab. \n\t—(AP)KYIV,14/")))
def test_nothing_is_thrown_away_and_nothing_is_furniture(text: str) -> None:
    blocks = bare_blocks(text)
    at = 0
    for block in blocks:
        assert not text[at : block.span.start].strip()
        assert block.kind in (BlockKind.HEADLINE, BlockKind.DATELINE, BlockKind.PARAGRAPH)
        assert len(block.span)
        at = block.span.end
    assert not text[at:].strip()
