"""Keys of statements: in the order of days, also in a ledger from before there were any."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_samples import reading

from quoth.store import Ledger, StatementFilter, open_ledger
from quoth.store.migrations import migrate
from quoth.store.numbering import day_of_key, first_key, last_key
from quoth.store.sqlite import connect, writing

DAYS = ("2031-05-04", None, "2029-12-31", "2031-05-04", "0001-01-01", "9999-12-31")


def _filled(path: Path) -> None:
    with open_ledger(path) as ledger:
        for number, day in enumerate(DAYS):
            said = [(f"Ada Quill {number}", "said", f"lamp {number} part {i}") for i in range(3)]
            ledger.add(f"page {number}", reading(tuple(said), published=day))


def _keys(ledger: Ledger) -> list[tuple[int, str | None, str, int]]:
    query = "SELECT key, day, article_id, position FROM statement ORDER BY key DESC"
    return [tuple(row) for row in ledger.ask(lambda c: c.exec_driver_sql(query).all())]


def _in_order(rows: list[tuple[int, str | None, str, int]]) -> None:
    days = [day or "" for _, day, _, _ in rows]
    assert days == sorted(days, reverse=True)
    for article in {row[2] for row in rows}:
        positions = [row[3] for row in rows if row[2] == article]
        assert positions == sorted(positions)
    for key, day, _, _ in rows:
        assert first_key(day) <= key <= last_key(day)
        told = day_of_key(key)
        assert (None if told is None else told.isoformat()) == day


def test_statements_have_keys_in_the_order_of_days(tmp_path: Path) -> None:
    _filled(tmp_path / "l")
    with open_ledger(tmp_path / "l") as ledger:
        rows = _keys(ledger)
        assert len(rows) == 3 * len(DAYS)
        _in_order(rows)
        again = reading((("Ada Quill", "said", "lamp 0 stays"),), published=DAYS[0])
        ledger.add("page 0", again)
        _in_order(_keys(ledger))
        assert ledger.check() == ()


def test_an_older_ledger_gets_its_keys_and_is_searched_by_them(tmp_path: Path) -> None:
    now, old = tmp_path / "now", tmp_path / "old"
    _filled(now)
    engine = connect(old)
    with writing(engine) as connection:
        migrate(connection, 3)
    engine.dispose()
    raw = sqlite3.connect(old)
    raw.execute("ATTACH ? AS now", (str(now),))
    for table in ("maker", "page", "article", "version", "mark", "statement"):
        names = [r[1] for r in raw.execute(f"PRAGMA main.table_info({table})")]
        columns = ", ".join(f'"{name}"' for name in names)
        told = columns.replace('"key"', "row_number() OVER (ORDER BY id)")
        values = told if table == "statement" else columns
        raw.execute(f"INSERT INTO {table} ({columns}) SELECT {values} FROM now.{table}")  # noqa: S608
    raw.execute(
        "INSERT INTO statement_search (rowid, source, content) "
        "SELECT key, source_text, content_text FROM statement"
    )
    raw.execute("INSERT INTO article_search (rowid, body) SELECT key, 'lamp' FROM article")
    raw.commit()
    raw.close()
    with open_ledger(old) as ledger:
        rows = _keys(ledger)
        assert len(rows) == 3 * len(DAYS)
        _in_order(rows)
        assert len(list(ledger.statements(StatementFilter(text="lamp")))) == len(rows)
        found = list(ledger.statements(StatementFilter(text="lamp quill part")))
        assert {row.content[:6] for row in found} == {f"lamp {n}" for n in range(len(DAYS))}
        assert ledger.check() == ()
        for article in ledger.not_listed():
            ledger.relist(article)
        assert [row[0] for row in _keys(ledger)] == [row[0] for row in rows]
        assert ledger.check() == ()


@given(st.dates(), st.dates())
def test_keys_of_a_day_come_before_those_of_the_next(one: date, other: date) -> None:
    assert (one < other) == (last_key(one) < first_key(other))
    assert day_of_key(last_key(one)) == day_of_key(first_key(one)) == one
    assert last_key(None) < first_key(date.min)


def test_no_day_follows_the_last(tmp_path: Path) -> None:
    assert day_of_key(0) is None
    assert day_of_key(last_key(date.max) + 1) is None
    assert first_key(date.min + timedelta(days=1)) == last_key(date.min) + 1


@pytest.mark.parametrize("day", ["2031-02-30", "soon"])
def test_what_is_no_day_has_no_keys(day: str) -> None:
    with pytest.raises(ValueError, match=r"day|format"):
        first_key(day)
