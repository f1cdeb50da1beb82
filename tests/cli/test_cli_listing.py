"""Ledgers of an older Quoth, which the reading room does not list yet."""

from pathlib import Path

import pytest
from cli_support import Quoth, lines
from sqlalchemy import select, update

from quoth.cli.listing import list_older
from quoth.store import open_ledger, schema
from quoth.store.sqlite import writing


@pytest.fixture
def older(ledger: Path) -> Path:
    with open_ledger(ledger) as opened, writing(opened._engine) as connection:
        connection.execute(update(schema.article).values(listed=None))
        connection.execute(update(schema.statement).values(speaker=None))
    return ledger


def told(quoth: Quoth, ledger: Path) -> str:
    checks = lines(quoth("doctor", "--ledger", ledger, "--json").stdout)
    return str(next(c["found"] for c in checks if c["name"] == "ledger"))


def test_the_doctor_tells_what_is_not_listed_and_link_lists_it(quoth: Quoth, older: Path):
    assert "2 articles are still to be listed" in told(quoth, older)
    (done,) = lines(quoth("link", "--ledger", older, "--json").stdout)
    assert done["listed"] == 2
    assert "still to be listed" not in told(quoth, older)
    assert quoth("link", "--ledger", older).stdout.endswith("; 0 listed\n")


def test_adding_lists_what_was_there(quoth: Quoth, older: Path, folder: Path):
    quoth("add", folder, "--as", "article", "--jobs", "1", "--ledger", older)
    with open_ledger(older) as opened:
        assert opened.not_listed() == ()
        speakers = select(schema.statement.c.speaker)
        assert "Maria Lund" in opened.ask(lambda c: c.execute(speakers).scalars().all())


def test_a_terminal_is_shown_how_far_it_is(
    older: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with open_ledger(older) as opened:
        assert list_older(opened) == 2
        assert list_older(opened) == 0
    assert capsys.readouterr().err.endswith(
        "1 of 2\rListing what is in the ledger already: 2 of 2\n"
    )
