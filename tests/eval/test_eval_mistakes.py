"""Each kind of mistake is told from the others."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

# a source and a content by their places; of a content `a-b`, `x` before it: no cue, `n`: nested
CASES = {
    "right": (["S 10-20"], ["S 12-20"]),
    "right, no source": (["- 10-20"], ["- 12-20"]),
    "source wrong": (["S 10-20"], ["T 10-20"]),
    "source missing": (["S 10-20"], ["- 10-20"]),
    "source added": (["- 10-20"], ["S 10-20"]),
    "content split": (["S 10-30"], ["S 10-18", "S 20-28"]),
    "contents joined": (["S 10-18", "S 20-28"], ["S 10-30"]),
    "taken in": (["S 10-30", "S 26-30"], ["S 10-30"]),
    "split off": (["S 10-30"], ["S 10-30", "S 26-30"]),
    "content cut short": (["S 10-40"], ["S 10-20"]),
    "content too long": (["S 10-20"], ["S 10-40"]),
    "content elsewhere": (["S 10-30"], ["S 25-50"]),
    "missed, nested": (["S 10-40", "S n20-30"], ["S 10-40"]),
    "missed, no cue": (["S x10-40"], []),
    "missed": (["S 10-40"], []),
    "spurious, nested": (["S 10-40"], ["S 10-40", "S n20-30"]),
    "spurious, no cue": ([], ["S x10-40"]),
    "spurious": ([], ["S 10-40"]),
}
SOURCES = {"S": frozenset({0, 1}), "T": frozenset({4, 5}), "-": frozenset[int]()}


@pytest.fixture(scope="module")
def sorting(evaluation: Callable[[str], ModuleType]) -> ModuleType:
    return evaluation("mistakes")


def items(sorting: ModuleType, told: list[str]) -> list[Any]:
    out = []
    for source, content in map(str.split, told):
        start, _, end = content.lstrip("xn").partition("-")
        places = frozenset(range(int(start), int(end)))
        out.append(sorting.Item(SOURCES[source], places, "x" not in content, "n" in content))
    return out


@pytest.mark.parametrize("kind", CASES)
def test_the_kind_of_a_mistake(sorting: ModuleType, kind: str) -> None:
    gold, read = CASES[kind]
    found = sorting.mistakes(items(sorting, gold), items(sorting, read))
    assert [m.kind for m in found] == ([] if kind.startswith("right") else [kind])


def test_every_kind_has_a_case_and_a_meaning(sorting: ModuleType) -> None:
    assert set(sorting.KINDS) == {k for k in CASES if not k.startswith("right")}


def test_each_attribution_is_right_or_in_one_mistake(sorting: ModuleType) -> None:
    gold = [g for left, _ in CASES.values() for g in left]
    read = [r for _, right in CASES.values() for r in right]
    found = sorting.mistakes(items(sorting, gold), items(sorting, read))
    left = [g for m in found for g in m.gold]
    over = [r for m in found for r in m.read]
    assert len(left) == len(set(left)) <= len(gold)
    assert len(over) == len(set(over)) <= len(read)
    assert len(gold) - len(left) == len(read) - len(over)
