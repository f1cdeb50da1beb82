"""Annotators run in the order of what they need and make."""

from collections.abc import Iterable
from dataclasses import dataclass

import pytest

from quoth.errors import UsageError
from quoth.model import Mark, Reading
from quoth.run.order import order, wanted


@dataclass(frozen=True)
class Step:
    name: str
    needs: tuple[str, ...] = ()
    makes: tuple[str, ...] = ()

    def __call__(self, reading: Reading) -> Iterable[Mark[object]]:
        return ()


def names(*steps: Step) -> list[str]:
    return [s.name for s in order(steps)]


def test_a_maker_comes_before_those_that_need_what_it_makes():
    last = Step("statements", ("sentence", "language"), ("statement",))
    middle = Step("sentences", ("language",), ("sentence",))
    first = Step("languages", (), ("language",))
    assert names(last, middle, first) == ["languages", "sentences", "statements"]


def test_annotators_that_do_not_depend_on_each_other_keep_the_order_of_the_table():
    assert names(Step("b"), Step("a"), Step("c")) == ["b", "a", "c"]


def test_all_makers_of_a_kind_come_first():
    user = Step("user", ("time",))
    assert names(user, Step("one", (), ("time",)), Step("two", (), ("time",))) == [
        "one",
        "two",
        "user",
    ]


def test_one_that_refines_its_own_kind_follows_the_other_makers_of_it():
    refiner = Step("refiner", ("statement",), ("statement",))
    assert names(refiner, Step("reader", (), ("statement",))) == ["reader", "refiner"]


def test_a_cycle_is_refused_by_name():
    with pytest.raises(UsageError, match="hen, egg") as caught:
        order([Step("hen", ("egg",), ("hen",)), Step("egg", ("hen",), ("egg",))])
    assert caught.value.code == "annotator-cycle"


def test_a_missing_maker_is_refused_by_name():
    with pytest.raises(UsageError, match="'links' needs entity") as caught:
        order([Step("links", ("entity",), ("group",))])
    assert caught.value.code == "no-maker"


LANGUAGES = Step("languages", (), ("language",))
SENTENCES = Step("sentences", ("language",), ("sentence",))
TIMES = Step("times", ("sentence",), ("time",))
STATEMENTS = Step("statements", ("sentence",), ("statement",))
ALL = (LANGUAGES, SENTENCES, TIMES, STATEMENTS)


def test_only_those_run_that_it_takes_to_make_the_wanted_kinds():
    assert wanted(ALL, {"statement"}) == (LANGUAGES, SENTENCES, STATEMENTS)
    assert wanted(ALL, {"language"}) == (LANGUAGES,)
    assert wanted(ALL, frozenset()) == ()
