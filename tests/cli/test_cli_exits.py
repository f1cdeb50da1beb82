"""Every exit code of docs/cli.md."""

import sqlite3
from pathlib import Path

import pytest
from cli_support import Quoth

from quoth.cli import VERBS
from quoth.cli.exits import MEANINGS, Exit


def test_every_exit_code_is_explained():
    assert set(MEANINGS) == set(Exit)


def test_all_right_is_0(quoth: Quoth, folder: Path):
    for verb in ("read", "article", "marks"):
        assert quoth(verb, folder, "--as", "article", "--jobs", "1").exit_code == 0


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_help_is_0_and_says_what_the_verb_does(quoth: Quoth, verb: str):
    result = quoth(verb, "--help")
    assert result.exit_code == 0
    assert VERBS[verb].rstrip(".").split()[0] in result.stdout


def test_one_page_that_fails_beside_one_that_does_not_is_1(
    quoth: Quoth, folder: Path, tmp_path: Path
):
    (folder / "a.txt").write_bytes(b"")
    for call in (("read",), ("article",), ("marks",), ("add", "--ledger", tmp_path / "l.quoth")):
        result = quoth(*call, folder, "--as", "article", "--jobs", "1")
        assert result.exit_code == 1
        assert "empty" in result.stderr


@pytest.mark.parametrize(
    "call",
    [
        ("reed", "x"),
        ("read",),
        ("read", "x", "--as", "poem"),
        ("read", "x", "--jobs", "0"),
        ("read", "x", "--max-seconds", "0"),
        ("read", "x", "--fetched", "yesterday"),
        ("read", "x", "--reader", "oracle"),
        ("statements", "--since", "soon"),
        ("statements", "--form", "verse"),
        ("export", "--format", "stone"),
    ],
)
def test_wrong_usage_is_2(quoth: Quoth, call: tuple[str, ...]):
    result = quoth(*call)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_an_id_that_the_ledger_does_not_hold_is_2(quoth: Quoth, ledger: Path):
    result = quoth("show", "ffffffffffffffff", "--ledger", ledger)
    assert result.exit_code == 2
    assert "no-such-statement" in result.stderr


def test_nothing_that_can_be_read_is_3(quoth: Quoth, tmp_path: Path):
    (tmp_path / "none").mkdir()
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "empty.jsonl").write_bytes(b"")
    for name in ("gone", "none", "empty.txt", "empty.jsonl"):
        for call in (("read",), ("article",), ("add", "--ledger", tmp_path / "l.quoth")):
            result = quoth(*call, tmp_path / name)
            assert result.exit_code == 3, (call, name)
            assert result.stderr


def test_a_ledger_that_is_missing_or_none_is_4(quoth: Quoth, bridge: Path, tmp_path: Path):
    for call in (("statements",), ("show", "00"), ("export",)):
        result = quoth(*call, "--ledger", tmp_path / "gone.quoth")
        assert result.exit_code == 4
        assert "ledger-missing" in result.stderr
        assert not (tmp_path / "gone.quoth").exists()
    assert quoth("add", bridge, "--ledger", bridge).exit_code == 4
    assert "council" in bridge.read_text()


def test_a_ledger_of_a_later_version_is_4_and_stays_as_it_is(quoth: Quoth, ledger: Path):
    with sqlite3.connect(ledger) as database:
        database.execute("INSERT INTO schema_version VALUES (999, 'later', '2999-01-01')")
    database.close()
    before = ledger.read_bytes()
    result = quoth("statements", "--ledger", ledger)
    assert result.exit_code == 4
    assert "ledger-too-new" in result.stderr
    assert ledger.read_bytes() == before


def test_doctor_finds_faults_and_ends_with_1(quoth: Quoth, bridge: Path, tmp_path: Path):
    for path in (bridge, tmp_path / "gone.quoth"):
        result = quoth("doctor", "--ledger", path)
        assert result.exit_code == 1
        assert "FAULT ledger" in result.stdout


def test_doctor_does_not_ask_for_a_ledger_that_nobody_named(
    quoth: Quoth, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    assert quoth("doctor").exit_code == 0


def test_an_output_that_cannot_be_written_is_4(quoth: Quoth, ledger: Path, tmp_path: Path):
    result = quoth("export", "--ledger", ledger, "--output", tmp_path / "no" / "file.jsonl")
    assert result.exit_code == 4
    assert "output" in result.stderr
