"""Names of which the network read two pieces, and small words that are no names."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.annotate.pieced import capitals, pieced
from quoth.model import Span
from quoth.nets import Name
from working import calls


def read(marked: str, kinds: str = "ORG LOC") -> tuple[str, list[Name]]:
    """A text and its names, which stand in brackets."""
    text, names, rest = "", [], iter(kinds.split())
    for n, part in enumerate(marked.replace("]", "[").split("[")):
        if n % 2:
            names.append(Name(Span(len(text), len(text) + len(part)), next(rest), 0.8))
        text += part
    return text, names


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("the [Presidencia de] [México] said", ["Presidencia de México"]),
        ("het [Agentschap voor] de [Veiligheid] zei", ["Agentschap voor de Veiligheid"]),
        ("[Sąd Rejonowy w] [Lunie] orzekł", ["Sąd Rejonowy w Lunie"]),
        ("[Ana Ruiz] [México]", ["Ana Ruiz", "México"]),
        ("[Ana Ruiz] de [México]", ["Ana Ruiz", "México"]),
        ("[de] [México]", ["de", "México"]),
        ("[Presidencia de]\n[México]", ["Presidencia de", "México"]),
        ("[Presidencia de], [México]", ["Presidencia de", "México"]),
        ("[Presidencia de] todo [México]", ["Presidencia de", "México"]),
        ("[Casa grande] [México]", ["Casa grande", "México"]),
    ],
)
def test_a_name_that_ends_in_a_small_word_takes_the_next_along(
    marked: str, wanted: list[str]
) -> None:
    text, names = read(marked)
    found = pieced(text, reversed(names))
    assert [n.span.of(text) for n in found] == wanted
    assert found[0].type == "ORG"


@pytest.mark.parametrize(
    ("marked", "kinds", "wanted"),
    [
        ("die [deutsche] Bahn", "MISC", []),
        ("die [Deutsche] Bahn", "MISC", ["Deutsche"]),
        ("the [skd] said", "ORG", ["skd"]),
        ("the [mp3] file", "MISC", ["mp3"]),
        ("في [الأولمبياد] اليوم", "MISC", ["الأولمبياد"]),
    ],
)
def test_other_names_have_a_capital_where_the_script_has_them(
    marked: str, kinds: str, wanted: list[str]
) -> None:
    text, names = read(marked, kinds)
    assert [n.span.of(text) for n in capitals(text, names)] == wanted


PIECES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 12), st.sampled_from(["PER", "LOC", "MISC"])),
    max_size=8,
)


@given(st.text("aA de\nن水.", min_size=72, max_size=72), PIECES)
def test_any_names_in_any_text_are_joined_or_left(
    text: str, pieces: list[tuple[int, int, str]]
) -> None:
    names = [Name(Span(start, start + size), kind, 0.5) for start, size, kind in pieces]
    found = pieced(text, names)
    assert len(found) <= len(names)
    assert {n.span.start for n in found} <= {n.span.start for n in names}
    assert {n.span.end for n in found} <= {n.span.end for n in names}


def test_work_stays_linear_where_each_name_takes_the_next_along() -> None:
    def page(count: int) -> int:
        text = "Presidencia de " * count
        names = [Name(Span(15 * n, 15 * n + 14), "ORG", 0.8) for n in range(count)]
        assert len(pieced(text, names)) == 1
        return calls(partial(pieced, text, names))

    assert page(400) < 6 * page(100)
