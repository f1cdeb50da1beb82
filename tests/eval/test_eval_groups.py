"""Groups of actors are scored by B³, and what is wrong with them is told by kind."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest

from quoth.model import ActorKind


@pytest.fixture(scope="module")
def groups(evaluation: Callable[[str], ModuleType]) -> ModuleType:
    return evaluation("groups")


def found(groups: ModuleType, *items: tuple[str, str, str]) -> object:
    """What was found: the name, the gold's entity and the group of each actor."""
    made = [groups.Item("p", "en", n, ActorKind.PERSON, gold, group) for n, gold, group in items]
    return groups.Found(tuple(made), 8, len(made))


def test_the_scores_are_those_of_b_cubed(groups: ModuleType) -> None:
    # two of three are together, and one of another entity with them
    items = [("Ina Torvald", "t", g) for g in ("1", "1", "2")] + [("Ina Quist", "q", "1")]
    scores = groups.scores(found(groups, *items))
    assert scores["B³ precision"] == pytest.approx(100 * (2 / 3 + 2 / 3 + 1 + 1 / 3) / 4, abs=0.1)
    assert scores["B³ recall"] == pytest.approx(100 * (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4, abs=0.1)
    assert scores["named"] == 50.0


def test_groups_that_are_right_score_a_hundred(groups: ModuleType) -> None:
    items = [("Ina Torvald", "t", "1"), ("I. Torvald", "t", "1"), ("Ina Quist", "q", "2")]
    told = found(groups, *items)
    assert groups.scores(told)["B³ F1"] == 100.0
    assert list(groups.errors(told)) == []


def test_errors_are_told_by_kind(groups: ModuleType) -> None:
    items = [("Ina Torvald", "t", "1"), ("Ina Torvald", "t", "1"), ("Ина Торвальд", "t", "2")]
    items += [("Torvald", "t", "3"), ("Ina Quist", "q", "1")]
    kinds = [kind for kind, _ in groups.errors(found(groups, *items))]
    assert kinds == ["apart: another script", "apart: one word of a name", "joined, but two"]


def test_the_gold_lists_name_each_name_once(groups: ModuleType) -> None:
    for name in groups.GOLD:
        told = [n for _, names in groups.names(name).values() for n in names]
        assert len(told) == len(set(told)) > 50
