import json
import os
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import inspect
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable
from store_samples import reading

from quoth.errors import LedgerBroken, LedgerError, LedgerTooNew
from quoth.store import StatementFilter, open_ledger, schema
from quoth.store import sqlite as sqlite_file
from quoth.store.migrations import LATEST, STEPS, migrate
from quoth.store.sqlite import connect, probe, writing

STORE = Path(sqlite_file.__file__).parent


@pytest.mark.parametrize("name", ["né ?#%41.quoth", os.fsdecode(b"bad\xff"), ":memory:", "file:x"])
def test_a_ledger_is_made_where_there_is_none(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    open_ledger(path).close()
    assert path.is_file()
    assert probe(path) == LATEST
    with open_ledger(str(path), create=False) as ledger:
        assert ledger.counts().pages == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == [path.name]


def test_a_missing_ledger_is_not_made_for_reading(tmp_path: Path) -> None:
    with pytest.raises(LedgerError) as error:
        open_ledger(tmp_path / "none", create=False)
    assert error.value.code == "ledger-missing"
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "l"
    path.touch()
    with open_ledger(path) as ledger:
        ledger.add("a", reading())
    assert probe(path) == LATEST


def test_a_ledger_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(LedgerError) as error:
        open_ledger(tmp_path / "none" / "l")
    assert error.value.code == "ledger-unusable"


def _text(path: Path) -> None:
    path.write_text("Who said what?\n" * 500)


def _short(path: Path) -> None:
    path.write_bytes(b"\x00")


def _cut(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\x07" * 5000)


def _foreign(path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE statement (id)")
    raw.commit()
    raw.close()


def _marked(path: Path) -> None:
    _foreign(path)
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA application_id = 77")
    raw.execute("CREATE TABLE schema_version (number)")
    raw.commit()
    raw.close()


@pytest.mark.parametrize("make", [_text, _short, _cut, _foreign, _marked])
def test_what_is_no_ledger_is_not_touched(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "file"
    make(path)
    before = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(LedgerBroken):
        open_ledger(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("place", [".", "/dev/null", "/dev/zero"])
def test_a_folder_or_device_is_no_ledger(place: str) -> None:
    with pytest.raises(LedgerBroken, match="no file"):
        open_ledger(place)


def test_a_newer_ledger_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "l"
    open_ledger(path).close()
    raw = sqlite3.connect(path)
    raw.execute("INSERT INTO schema_version VALUES (99, 'later', '2040')")
    raw.execute("ALTER TABLE article ADD COLUMN mood")
    raw.commit()
    raw.close()
    before = path.read_bytes()
    with pytest.raises(LedgerTooNew, match=r"version 99.*update Quoth"):
        open_ledger(path)
    assert path.read_bytes() == before


def _first_version(path: Path) -> None:
    """A ledger of version 1 with one page: its tables as that version made them."""
    engine = connect(path)
    with writing(engine) as connection:
        migrate(connection, 1)
    engine.dispose()
    with open_ledger(path.with_name("now")) as ledger:
        ledger.add("a", reading())
    raw = sqlite3.connect(path)
    raw.execute("ATTACH ? AS now", (str(path.with_name("now")),))
    for table in ("maker", "page", "article", "version", "mark", "statement"):
        columns = ", ".join(f'"{r[1]}"' for r in raw.execute(f"PRAGMA main.table_info({table})"))
        raw.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM now.{table}")  # noqa: S608
    raw.commit()
    raw.close()


def test_an_older_ledger_is_upgraded_with_its_pages(tmp_path: Path) -> None:
    _first_version(tmp_path / "l")
    assert probe(tmp_path / "l") == 1
    with open_ledger(tmp_path / "l") as ledger:
        assert len(list(ledger.statements(StatementFilter(text="harbour quill")))) == 1
        assert len(list(ledger.articles("harbour"))) == 1
        assert ledger.check() == ()
    assert probe(tmp_path / "l") == LATEST


def test_an_upgrade_that_fails_leaves_the_older_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _first_version(tmp_path / "l")

    def fail(*_: object) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as patch:
        patch.setattr("quoth.store.migrations.m0002_search.index_article", fail)
        with pytest.raises(RuntimeError):
            open_ledger(tmp_path / "l")
    assert probe(tmp_path / "l") == 1
    with open_ledger(tmp_path / "l") as ledger:
        assert ledger.check() == ()


def test_steps_are_numbered_without_gaps() -> None:
    assert [s.number for s in STEPS] == list(range(1, LATEST + 1))
    files = sorted(p.stem for p in (STORE / "migrations").glob("m*.py"))
    assert files == [f"m{s.number:04}_{s.name}" for s in STEPS]


def test_the_steps_lead_to_the_schema(tmp_path: Path) -> None:
    stepped, whole = connect(tmp_path / "stepped"), connect(tmp_path / "whole")
    with writing(stepped) as connection:
        migrate(connection)
    with writing(whole) as connection:
        schema.metadata.create_all(connection)
    for table in schema.metadata.tables:
        for what in ("columns", "indexes", "foreign_keys", "pk_constraint", "unique_constraints"):
            found, wanted = (
                json.dumps(getattr(inspect(e), f"get_{what}")(table), default=str)
                for e in (stepped, whole)
            )
            assert found == wanted
    assert set(schema.metadata.tables) <= set(inspect(stepped).get_table_names())
    stepped.dispose()
    whole.dispose()


def test_the_schema_suits_postgresql() -> None:
    for table in schema.metadata.sorted_tables:
        ddl = str(CreateTable(table).compile(dialect=postgresql.dialect()))
        assert f"CREATE TABLE {table.name}" in ddl
        assert not table.dialect_kwargs


def test_sqlite_is_spoken_in_two_files() -> None:
    told = r"pragma|fts5|json_each|\bmatch\b.*\?|rowid|import sqlite3|instr\("
    words = re.compile(told, re.IGNORECASE)
    for file in STORE.rglob("*.py"):
        if file.name not in ("sqlite.py", "fulltext.py"):
            assert not words.search(file.read_text()), file.name
