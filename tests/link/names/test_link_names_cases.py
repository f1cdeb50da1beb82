"""Each phenomenon that makes two spellings of one name, and what keeps two names apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from quoth.link.names import DIFFERENT, SAME, Name, NameKind, compare, keys, parse

CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "cases.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def _names(case: list[str]) -> tuple[Name, Name]:
    _, kind, left, right, _ = case
    return parse(left, kind=NameKind(kind)), parse(right, kind=NameKind(kind))


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c[0]}: {c[2]} / {c[3]}")
def test_names_are_as_like_as_the_case_says(case: list[str]) -> None:
    left, right = _names(case)
    found = compare(left, right)
    verdict = (
        "same" if found.score >= SAME else "maybe" if found.score >= DIFFERENT else "different"
    )
    assert verdict == case[-1], found
    assert compare(right, left) == found


@pytest.mark.parametrize("case", [c for c in CASES if c[-1] != "different"], ids=lambda c: c[2])
def test_names_that_may_be_one_share_a_key(case: list[str]) -> None:
    left, right = _names(case)
    assert set(keys(left)) & set(keys(right))
