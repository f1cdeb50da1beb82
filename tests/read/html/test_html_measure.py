"""The measure of the extraction benchmark, on texts small enough to count by hand."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

PATH = Path(__file__).resolve().parents[3] / "eval" / "pages.py"


@pytest.fixture(scope="module")
def pages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("quoth_eval_pages", PATH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_shingles_are_runs_of_four_words_with_their_counts(pages: ModuleType) -> None:
    assert pages.shingles("a b c d a b c d") == {
        ("a", "b", "c", "d"): 2,
        ("b", "c", "d", "a"): 1,
        ("c", "d", "a", "b"): 1,
        ("d", "a", "b", "c"): 1,
    }
    assert pages.shingles("a, b!") == {("a", "b"): 1}
    assert pages.shingles("…") == {}


def test_counts_of_a_page_sum_to_one(pages: ModuleType) -> None:
    counts = pages.compare("a b c d e", "b c d e f g")
    assert (counts.found, counts.wrong, counts.missed) == (0.25, 0.5, 0.25)


def test_pages_weigh_the_same(pages: ModuleType) -> None:
    rows = [pages.compare("a b c d", "a b c d"), pages.compare("a b c d e", "a b c d x")]
    scores = pages.score(rows)
    assert scores == pytest.approx({"precision": 75.0, "recall": 75.0, "f1": 75.0})


def test_an_empty_answer_costs_recall_alone(pages: ModuleType) -> None:
    rows = [pages.compare("a b c d", "a b c d"), pages.compare("a b c d", "")]
    scores = pages.score(rows)
    assert (scores["precision"], scores["recall"]) == (100.0, 50.0)
