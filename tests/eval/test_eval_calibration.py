"""Scores are judged and calibrated as docs/calibration.md says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

import pytest

from quoth.model import Maker, Span
from quoth.nets import Attribution, Findings, Name


@pytest.fixture(scope="module")
def calibration(evaluation: Callable[[str], ModuleType]) -> ModuleType:
    return evaluation("calibration")


def places(begin: int, end: int) -> frozenset[int]:
    return frozenset(range(begin, end))


def test_each_gold_attribution_is_used_once_the_best_score_first(calibration: ModuleType) -> None:
    ann, nobody = places(0, 3), frozenset[int]()
    gold = [(ann, places(10, 20)), (nobody, places(30, 40))]
    told = [
        (0.3, (ann, places(10, 20))),
        (0.9, (ann, places(10, 19))),
        (0.8, (nobody, places(30, 40))),
        (0.7, (ann, places(50, 60))),
    ]
    assert calibration.judged(told, gold) == [(0.9, True), (0.8, True), (0.7, False), (0.3, False)]


def test_the_error_is_the_mean_distance_weighted_by_counts(calibration: ModuleType) -> None:
    rows = calibration.bins([(0.95, True)] * 3 + [(0.15, True)])
    assert rows == [[1, 0.15, 1.0], [3, 0.95, 1.0]]
    assert calibration.error(rows) == pytest.approx(25.0)
    assert calibration.error([]) == 0.0


class Fake:
    """Finds one statement and one name in each text; half of them are right."""

    maker = Maker("quoth.quality", "1", "cafe")
    reads = 0

    def read(
        self, text: str, paragraphs: Sequence[Span], languages: Sequence[str] = ()
    ) -> Findings:
        self.reads += 1
        at = text.index("said")
        content = Span(at + 5, len(text) - 1)
        told = Attribution((Span(0, at - 1),), (Span(at, at + 4),), (content,), False, 0.9)
        return Findings((told,), (Name(Span(0, at - 1), "PER", 0.9),))


def text(calibration: ModuleType, n: int) -> Any:
    words = f"Ann{n} said the old bridge was quite safe."
    source = [[0, words.index(" ")]]
    content = [[words.index("the"), len(words) - 1]]
    told = [{"source": source, "cue": None, "content": content}] if n % 2 else []
    names = {(0, source[0][1], "PER" if n % 2 else "ORG")}
    return calibration.Text(words, "en", told, names)


def test_curves_are_fitted_to_other_texts_and_the_network_runs_once(
    calibration: ModuleType,
) -> None:
    fake = Fake()
    texts = [text(calibration, n) for n in range(100)]
    told, named = calibration.crossed(texts, calibration.Raw(fake))
    assert fake.reads == 100
    assert len(told) == len(named) == 100
    assert sum(right for _, right in told) == sum(right for _, right in named) == 50
    assert all(score == pytest.approx(0.5, abs=0.05) for score, _ in told + named)
    assert calibration.error(calibration.bins(told)) < 5
