"""Correcting statements from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cli_support import Quoth, lines

from quoth.store import open_ledger


def records(quoth: Quoth, ledger: Path) -> list[dict[str, Any]]:
    return lines(quoth("statements", "--json", "--ledger", ledger).output)


def said(quoth: Quoth, ledger: Path, words: str) -> dict[str, Any]:
    """The record of the statement that begins so."""
    return next(r for r in records(quoth, ledger) if words in r["text"]["content"])


def test_a_wrong_statement_is_gone_until_that_is_undone(quoth: Quoth, ledger: Path) -> None:
    known = said(quoth, ledger, "rebuild")["id"]
    before = records(quoth, ledger)
    result = quoth("wrong", known[:10], "--author", "ada", "--reason", "a joke", "--ledger", ledger)
    assert result.output.split("\t")[:3] == ["1", "wrong", known]
    assert known not in {r["id"] for r in records(quoth, ledger)}
    assert quoth("show", known, "--ledger", ledger).exit_code == 2
    assert quoth("export", "--ledger", ledger).output.count("\n") == len(before) - 1
    why = ("--author", "bo", "--reason", "she said so")
    result = quoth("undo", "1", *why, "--json", "--ledger", ledger)
    (undone,) = lines(result.output)
    assert (undone["undone_by"], undone["undone_reason"]) == ("bo", "she said so")
    assert quoth("decisions", "--ledger", ledger).output.rstrip().endswith("by bo\tshe said so")
    assert records(quoth, ledger) == before


def test_what_is_not_given_stays_when_words_are_mended(quoth: Quoth, ledger: Path) -> None:
    old = said(quoth, ledger, "harbour opens")
    words = ["--content", "The harbour", "--content", "on Monday"]
    result = quoth("mend", old["id"], *words, "--json", "--ledger", ledger)
    (made,) = lines(result.output)
    assert (made["kind"], made["mark"], made["text"]) == (
        "spans",
        old["id"],
        old["text"]["content"],
    )
    new = said(quoth, ledger, "The harbour")
    assert new["text"] == {**old["text"], "content": "The harbour on Monday"}
    assert new["spans"]["content"] == made["spans"]["content"]
    quoth("mend", old["id"], "--source", "", "--ledger", ledger)
    assert said(quoth, ledger, "The harbour")["text"]["source"] is None


def test_a_statement_is_given_another_day(quoth: Quoth, ledger: Path) -> None:
    old = said(quoth, ledger, "rebuild")
    assert quoth("redate", old["id"], "2031-05", "--ledger", ledger).exit_code == 0
    told = said(quoth, ledger, "rebuild")["said"]
    assert (told["earliest"], told["latest"], told["grain"]) == (
        "2031-05-01",
        "2031-05-31",
        "month",
    )
    assert told["why"] == "corrected, decision 1"
    quoth("redate", old["id"], "2031-05-04T10:30", "--ledger", ledger)
    (entry,) = [
        e for e in lines(quoth("timeline", "--json", "--ledger", ledger).output)
        if e.get("id") == old["id"]
    ]  # fmt: skip
    assert "2031-05-04" in json.dumps(entry)


def test_an_article_is_given_another_day(quoth: Quoth, ledger: Path) -> None:
    article = said(quoth, ledger, "rebuild")["article"]
    result = quoth("redate", article[:10], "2031-05-04", "--json", "--ledger", ledger)
    (made,) = lines(result.output)
    assert (made["kind"], made["article"], made["mark"]) == ("published", article, None)
    assert (made["text"], made["earliest"], made["latest"]) == ("", "2031-05-04", "2031-05-04")
    since = ("statements", "--since", "2031-05-04", "--json", "--ledger", ledger)
    assert {r["article"] for r in lines(quoth(*since).output)} == {article}
    told = quoth("decisions", "--ledger", ledger).output.split("\t")
    assert told[:4] == ["1", "published", article, "2031-05-04"]
    again = quoth("redate", article, "2031-05", "--ledger", ledger)
    assert (again.exit_code, "no-day" in again.stderr) == (2, True)
    assert quoth("undo", "1", "--ledger", ledger).exit_code == 0
    assert quoth(*since).output == ""


def test_an_id_that_may_be_two_things_is_refused(quoth: Quoth, ledger: Path) -> None:
    assert quoth("redate", "", "2031-05-04", "--ledger", ledger).exit_code == 2
    with open_ledger(ledger) as opened:
        row = next(opened.statements())
        same = f"UPDATE statement SET id = '{row.article[:8]}x' WHERE id = '{row.id}'"  # noqa: S608
        opened.change(lambda c: c.exec_driver_sql(same))
    result = quoth("redate", row.article[:8], "2031-05-04", "--ledger", ledger)
    assert (result.exit_code, "ambiguous-statement" in result.stderr) == (2, True)
    assert quoth("redate", row.article, "2031-05-04", "--ledger", ledger).exit_code == 0


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (("wrong", "ffffff"), "no-such-statement"),
        (("mend", "{}", "--content", "the moon"), "no-such-words"),
        (("mend", "{}", "--content", " "), "no-content"),
        (("mend", "{}"), "nothing-changed"),
        (("redate", "{}", "soon"), "no-day"),
        (("redate", "{}", "2031-05-04", "2031-05-03"), "no-day"),
    ],
)
def test_what_cannot_be_is_refused(
    quoth: Quoth, ledger: Path, told: tuple[str, ...], code: str
) -> None:
    ident = said(quoth, ledger, "rebuild")["id"]
    result = quoth(*(word.format(ident) for word in told), "--ledger", ledger)
    assert result.exit_code == 2
    assert code in result.stderr
    assert quoth("decisions", "--ledger", ledger).output == ""
