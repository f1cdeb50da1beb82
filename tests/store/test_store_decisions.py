"""What was decided in an older ledger is found by what it is about."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import text

from quoth.store import open_ledger
from quoth.store.codec import json_bytes
from quoth.store.decisions import DecisionKind, Decisions
from quoth.store.migrations import migrate
from quoth.store.sqlite import connect, writing

_UNDONE = "UPDATE decision SET undone_at = '2031-05-05T10:00:00+00:00', undone_by = 'bo'"
_OLD = (
    "INSERT INTO decision (number, kind, author, at, payload)"
    " VALUES (:number, :kind, 'ada', '2031-05-04T10:00:00+00:00', :payload)"
)


def test_decisions_of_an_older_ledger_are_found_by_their_entities(tmp_path: Path) -> None:
    engine = connect(tmp_path / "l")
    payloads = [("merge", {"entity": "e1", "other": "e2"}), ("rename", {"entity": "e1"})]
    with writing(engine) as connection:
        migrate(connection, 3)
        for number, (kind, told) in enumerate(payloads, 1):
            whole = {"name": None, "kept": [], "moved": [], "other": None, **told}
            row = {"number": number, "kind": kind, "payload": json_bytes(whole)}
            connection.execute(text(_OLD), row)
    engine.dispose()
    with open_ledger(tmp_path / "l") as ledger:
        for subject, numbers in (("e1", [1, 2]), ("e2", [1]), ("e3", [])):
            found = ledger.ask(lambda c, subject=subject: Decisions(c).about(subject))
            assert [d.number for d in found] == numbers
        (merge, rename) = ledger.ask(lambda c: Decisions(c).all())
    assert (merge.kind, merge.payload.other) == (DecisionKind.MERGE, "e2")
    assert rename.payload.former is None


def test_an_older_ledger_learns_why_decisions_are_taken_back(tmp_path: Path) -> None:
    engine = connect(tmp_path / "l")
    whole = {"entity": "e1", "other": None, "name": "Ina", "kept": [], "moved": []}
    with writing(engine) as connection:
        migrate(connection, 4)
        for number in (1, 2):
            row = {"number": number, "kind": "rename", "payload": json_bytes(whole)}
            connection.execute(text(_OLD), row)
        connection.execute(text(f"{_UNDONE} WHERE number = 1"))
    engine.dispose()
    with open_ledger(tmp_path / "l") as ledger:
        ledger.change(lambda c: Decisions(c).undo(2, "ada", "nobody is called so"))
        first, second = ledger.ask(lambda c: Decisions(c).all())
        assert ledger.check() == ()
    assert (first.undone_by, first.undone_reason) == ("bo", None)
    assert (second.undone_by, second.undone_reason) == ("ada", "nobody is called so")
