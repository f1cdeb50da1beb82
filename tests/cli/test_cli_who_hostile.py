"""Actors with hostile names in a ledger, and hostile words asked for."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from cli_support import Quoth, lines

from quoth.run.joining import Joiner
from quoth.store import open_ledger

sys.path.append(str(Path(__file__).parents[1] / "run"))
from joining_samples import Who, page

NAMES = {
    "escapes": "Ina \x1b[2J\x1b]0;gone\x07\x9b31m Lund",
    "NUL": "Ina\x00Lund",
    "right to left": "\u202eIna\u2066 Lund\u200f",
    "line breaks": "Ina\nLund\tMir\u2028Ro",
    "a lone surrogate": "Ina \ud800 Lund",
    "SQL": "Ina'); DROP TABLE entity; --",
    "wildcards": "100% Ina_Lund*",
    "emoji": "👩‍👩‍👧 Ina 😀",
    "a hundred thousand letters": "Ina" * 35_000,
    "nothing to say": "\u200b.",
}
WILD = set("\x1b\x07\x9b\x00\u202e\u2066\u200f\ud800")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "test.quoth"
    with open_ledger(path) as opened:
        opened.add("plain", page(Who("Ada Quill"), name="plain"), "", Joiner())
    return path


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_name_is_kept_found_and_shown_safely(
    quoth: Quoth, ledger: Path, name: str
) -> None:
    bad = NAMES[name]
    known = page(Who(bad, offices=(bad,), names=(bad,)), name="bad")
    with open_ledger(ledger) as opened:
        opened.add("bad", known, "", Joiner())
    for asked in (bad, "Ada Quill", "Ina"):
        result = quoth("who", asked, "--ledger", ledger)
        assert result.exit_code in (0, 2), result.output
        assert result.exception is None or isinstance(result.exception, SystemExit)
        assert not WILD & set(result.stdout + result.stderr)
    statements = lines(quoth("statements", "--json", "--ledger", ledger).output)
    assert len(statements) == 2
    entity = next(
        s["speaker"]["entity"]  # type: ignore[index]
        for s in statements
        if s["speaker"]["name"] != "Ada Quill"  # type: ignore[index]
    )
    (told,) = lines(quoth("who", entity, "--json", "--ledger", ledger).output)
    assert told["entity"] == entity
    plain = quoth("who", entity, "--ledger", ledger)
    assert plain.exit_code == 0
    assert not WILD & set(plain.stdout)


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_name_that_nobody_has_is_told_safely(
    quoth: Quoth, ledger: Path, name: str
) -> None:
    bad = NAMES[name]
    for call in (("who", bad), ("split", bad), ("merge", bad, "Ada Quill"), ("rename", bad, "B")):
        result = quoth(*call, "--ledger", ledger)
        assert result.exit_code == 2, call[0]
        assert not WILD & set(result.stdout + result.stderr)
    (told,) = lines(quoth("who", "Ada Quill", "--json", "--ledger", ledger).output)
    assert told["name"] == "Ada Quill"


@pytest.mark.parametrize("name", NAMES)
def test_an_actor_is_renamed_to_anything(quoth: Quoth, ledger: Path, name: str) -> None:
    result = quoth("rename", "Ada Quill", NAMES[name], "--author", NAMES[name], "--ledger", ledger)
    assert result.exit_code in (0, 2)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    for call in (("who", "Ada Quill"), ("decisions",), ("statements",)):
        shown = quoth(*call, "--ledger", ledger)
        assert shown.exit_code in (0, 2)
        assert not WILD & set(shown.stdout + shown.stderr)


@pytest.mark.parametrize("form", ["ftm", "gqg", "schema.org", "jsonl"])
def test_a_ledger_of_hostile_names_is_exported(quoth: Quoth, ledger: Path, form: str) -> None:
    with open_ledger(ledger) as opened:
        for number, bad in enumerate(NAMES.values()):
            opened.add(f"{number}", page(Who(bad), name=str(number)), "", Joiner())
    result = quoth("export", "--format", form, "--ledger", ledger)
    assert result.exit_code == 0
    for line in result.stdout.splitlines():
        json.loads(line)


def test_a_page_read_before_there_were_chains_has_none(quoth: Quoth, ledger: Path) -> None:
    (record,) = lines(quoth("statements", "--json", "--ledger", ledger).output)
    plain = quoth("chain", record["id"], "--ledger", ledger)
    assert plain.exit_code == 0
    assert plain.stdout.startswith("no chain")
    assert quoth("chain", record["id"], "--json", "--ledger", ledger).stdout == ""


@pytest.mark.parametrize("ident", ["'; --", "%", "_", "\x00", "\ud800", "0" * 100_000, "💥", " "])
def test_no_statement_has_a_hostile_id(quoth: Quoth, ledger: Path, ident: str) -> None:
    result = quoth("chain", ident, "--ledger", ledger)
    assert result.exit_code == 2
    assert result.exception is None or isinstance(result.exception, SystemExit)
