"""One type for a name wherever it stands in an article."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.annotate.agreed import agreed
from quoth.model import Span
from quoth.nets import Name

TYPES = ("PER", "ORG", "LOC", "MISC")


def types(*found: tuple[str, str, float]) -> list[str]:
    """The types of names, of which each is told by its words, the type read and the score."""
    text = "; ".join(words for words, _, _ in found)
    spans = [Span(*m.span()) for m in re.finditer(r"[^;\s][^;]*", text)]
    names = [Name(s, kind, score) for s, (_, kind, score) in zip(spans, found, strict=True)]
    return [n.type for n in agreed(text, names)]


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        ([("Lund", "ORG", 0.5), ("Lund", "LOC", 0.9)], "LOC LOC"),
        ([("LUND", "ORG", 0.5), ("Lund", "LOC", 0.9)], "LOC LOC"),
        ([("Lund", "ORG", 0.5), ("Lund", "ORG", 0.5), ("Lund", "LOC", 0.9)], "LOC LOC LOC"),
        ([("Lund", "ORG", 0.7), ("Lund", "ORG", 0.7), ("Lund", "LOC", 0.9)], "ORG ORG ORG"),
        ([("Ann Lund", "PER", 0.9), ("Lund", "LOC", 0.6)], "PER PER"),
        ([("Ann Lund", "PER", 0.9), ("Lund", "LOC", 0.8)], "PER LOC"),
        ([("Lund Line", "ORG", 0.9), ("Lund", "LOC", 0.6)], "ORG LOC"),
        ([("Lund", "ORG", 0.5), ("Lund", "LOC", 0.5)], "ORG LOC"),
    ],
)
def test_the_same_name_has_the_type_that_is_surest(
    found: list[tuple[str, str, float]], wanted: str
) -> None:
    assert types(*found) == wanted.split()


NAMES = st.lists(
    st.tuples(
        st.sampled_from(["Lund", "Ann Lund", "lund"]), st.sampled_from(TYPES), st.floats(0, 1)
    )
)


@given(NAMES)
def test_only_types_change_and_only_to_one_that_was_read(
    found: list[tuple[str, str, float]],
) -> None:
    got = types(*found)
    assert len(got) == len(found)
    assert set(got) <= {kind for _, kind, _ in found}
