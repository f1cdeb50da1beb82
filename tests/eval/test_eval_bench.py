"""The quality ratchet: floors hold, only move up, and know their data."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

EVAL = Path(__file__).resolve().parents[2] / "eval"


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    sys.path.insert(0, str(EVAL))
    spec = importlib.util.spec_from_file_location("bench", EVAL / "bench.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench"] = module
    spec.loader.exec_module(module)
    sys.path.remove(str(EVAL))
    return module


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
        bench._lower(floors, "pages/f1=96", "")
    bench._lower(floors, "pages/f1=96", "the data lost a page")
    assert floors["pages"]["floors"]["f1"] == 96.0
    assert floors["pages"]["lowered"][0]["why"] == "the data lost a page"


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
