"""The quality ratchet: floors hold, only move up, and know their data."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def bench(evaluation: Callable[[str], ModuleType]) -> ModuleType:
    return evaluation("bench")


def test_a_score_below_its_floor_is_a_fault(bench: ModuleType) -> None:
    floors = {"digest": "d", "floors": {"F1": 50.0}}
    assert bench.verdicts(floors, {"F1": 50.0}, "d") == []
    assert bench.verdicts(floors, {"F1": 49.9}, "d") == ["F1 is 49.90, below its floor 50.0"]


def test_a_score_that_is_missing_or_other_data_is_a_fault(bench: ModuleType) -> None:
    floors = {"digest": "d", "floors": {"F1": 50.0}}
    assert bench.verdicts(floors, {}, "d") == ["F1 was not measured"]
    assert "the data changed" in bench.verdicts(floors, {"F1": 60.0}, "e")[0]


def test_floors_move_up_and_never_down(bench: ModuleType) -> None:
    old = {"floors": {"F1": 50.0, "recall": 90.0}}
    new = bench.raised(old, {"F1": 60.0, "recall": 80.0, "seconds": 3.0}, "d")
    assert new["floors"] == {"F1": 59.5, "recall": 90.0}
    assert new["digest"] == "d"


def test_lowering_a_floor_takes_a_reason_that_is_kept(bench: ModuleType) -> None:
    floors = {"pages": {"floors": {"f1": 97.0}}}
    with pytest.raises(SystemExit):
        bench.lower(floors, "pages/f1=96", "")
    bench.lower(floors, "pages/f1=96", "the data lost a page")
    assert floors["pages"]["floors"]["f1"] == 96.0
    assert floors["pages"]["lowered"][0]["why"] == "the data lost a page"


def test_what_is_better_when_less_has_a_ceiling(bench: ModuleType) -> None:
    scores = {"names: expected calibration error": 3.0, "resident memory, MB": 300.0, "F1": 50.0}
    new = bench.raised({}, scores, "d")
    assert new["ceilings"] == {
        "names: expected calibration error": 3.5,
        "resident memory, MB": 330.0,
    }
    assert bench.verdicts(new, scores, "d") == []
    worse = {**scores, "names: expected calibration error": 3.6}
    assert bench.verdicts(new, worse, "d") == [
        "names: expected calibration error is 3.60, above its ceiling 3.5"
    ]
    better = {**scores, "names: expected calibration error": 2.0}
    assert bench.raised(new, better, "d")["ceilings"]["names: expected calibration error"] == 2.5
    assert bench.raised(new, worse, "d")["ceilings"]["names: expected calibration error"] == 3.5


def test_slow_readers_have_a_floor_too(bench: ModuleType) -> None:
    new = bench.raised({}, {"speed against splitting words": 0.3}, "d")
    assert new["floors"] == {"speed against splitting words": 0.18}


def test_missing_weights_are_skipped_and_said(
    bench: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench.network, "variants", tuple)
    assert bench.measure("samples fast", Path()) is None
    assert capsys.readouterr().err == "samples fast: skipped, no weights of the reader fast\n"


def test_every_reader_is_measured(bench: ModuleType) -> None:
    for reader in bench.READERS:
        assert {f"{what} {reader}" for what in ("attribution", "own", "samples", "speed")} <= set(
            bench.EVALUATIONS
        )
    assert bench.chosen(["own"]) == ["own quality", "own fast", "own pack"]
    with pytest.raises(SystemExit, match="no such evaluation"):
        bench.chosen(["nothing"])


def test_what_was_measured_is_kept_with_one_row_a_line(bench: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    bench.write(path, {"a": {"bins": {"names": [[1, 0.5, 0.25], [2, 0.75, 1.0]]}, "b": [1, 2]}})
    text = path.read_text("utf-8")
    assert json.loads(text) == {
        "a": {"bins": {"names": [[1, 0.5, 0.25], [2, 0.75, 1.0]]}, "b": [1, 2]}
    }
    assert "        [1, 0.5, 0.25],\n" in text


def test_missing_data_are_skipped_and_said(
    bench: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench.measure("pages", tmp_path) is None
    assert "pages: skipped" in capsys.readouterr().err


def test_the_digest_tells_changed_data(bench: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("1")
    first = bench.digest(tmp_path, ("a",))
    assert bench.digest(tmp_path, ("a",)) == first
    (tmp_path / "a" / "x.txt").write_text("2")
    assert bench.digest(tmp_path, ("a",)) != first
