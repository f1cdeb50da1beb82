"""The verbs about actors."""

import json
import sys
from pathlib import Path

import pytest
from cli_support import Quoth, lines

from quoth.run.joining import Joiner
from quoth.store import open_ledger

sys.path.append(str(Path(__file__).parents[1] / "run"))
from joining_samples import Who, page

MAYOR = Who("Ina Torvald", offices=("mayor",), country="NO")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "test.quoth"
    with open_ledger(path) as opened:
        for name in ("a", "b"):
            opened.add(name, page(MAYOR, name=name), "", Joiner())
    return path


def who(quoth: Quoth, ledger: Path, name: str) -> dict[str, object]:
    (found,) = lines(quoth("who", name, "--json", "--ledger", ledger).output)
    return found


def test_who_tells_names_and_everything_said(quoth: Quoth, ledger: Path) -> None:
    told = who(quoth, ledger, "torvald")
    assert told["name"] == "Ina Torvald"
    assert told["kind"] == "person"
    assert isinstance(told["statements"], list)
    assert sorted(s["content"].split()[2] for s in told["statements"]) == ["a", "b"]
    plain = quoth("who", "Ina Torvald", "--ledger", ledger).output
    assert plain.startswith("# Ina Torvald · person")
    assert plain.count("\nsaid\t") == 2


def test_nobody_is_told(quoth: Quoth, ledger: Path) -> None:
    result = quoth("who", "Bo Quist", "--ledger", ledger)
    assert result.exit_code == 2
    assert "no-such-entity" in result.stderr


def test_a_decision_is_made_listed_and_undone(quoth: Quoth, ledger: Path) -> None:
    known = str(who(quoth, ledger, "torvald")["entity"])
    made = quoth(
        "rename", known, "Ina T.", "--author", "ada", "--reason", "short", "--ledger", ledger
    )
    assert made.exit_code == 0
    (listed,) = lines(quoth("decisions", "--json", "--ledger", ledger).output)
    assert (listed["author"], listed["reason"], listed["name"]) == ("ada", "short", "Ina T.")
    assert who(quoth, ledger, known)["name"] == "Ina T."
    record = lines(quoth("statements", "--json", "--ledger", ledger).output)[0]
    assert isinstance(record["speaker"], dict)
    assert (record["speaker"]["entity"], record["speaker"]["name"]) == (known, "Ina T.")
    assert quoth("undo", "1", "--author", "bo", "--ledger", ledger).exit_code == 0
    assert who(quoth, ledger, known)["name"] == "Ina Torvald"
    assert "by bo" in quoth("decisions", "--ledger", ledger).output


def test_an_actor_is_split_by_article_and_merged_again(quoth: Quoth, ledger: Path) -> None:
    told = who(quoth, ledger, "torvald")
    assert isinstance(told["statements"], list)
    article = told["statements"][0]["article"]
    split = quoth("split", told["entity"], "--article", article, "--json", "--ledger", ledger)
    made = json.loads(split.output)
    assert made["members"] == 1
    assert len(quoth("who", "torvald", "--ledger", ledger).output.splitlines()) == 2
    assert quoth("merge", told["entity"], made["other"], "--ledger", ledger).exit_code == 0
    assert who(quoth, ledger, "torvald")["members"] == 2


def test_a_split_says_which_go(quoth: Quoth, ledger: Path) -> None:
    result = quoth("split", "torvald", "--ledger", ledger)
    assert result.exit_code == 2
    assert "nothing-to-split" in result.stderr


def test_all_are_joined_anew(quoth: Quoth, ledger: Path) -> None:
    known = who(quoth, ledger, "torvald")["entity"]
    done = json.loads(quoth("link", "--again", "--json", "--ledger", ledger).output)
    assert done["articles"] == 2
    assert who(quoth, ledger, "torvald")["entity"] == known
