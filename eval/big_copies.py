"""Multiplies what a ledger of invented pages holds: each article again, with other ids.

    python eval/big_copies.py FILE TIMES

Row for row inside the database, which takes a tenth of the time of adding.  The rows are those
that adding the same readings under other ids leaves (a test compares them), save for the digests
of the readings.  What is broken off goes on after the last copy that is whole; only the indexes
are then made again.
"""

# ruff: noqa: S608

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

from quoth.store.numbering import A_DAY
from quoth.store.writing import page_id

_IDS = re.compile(rb'"([0-9a-f]{16})"')
_NUMBER = re.compile(r"\d+$")
_VALUE = "CASE WHEN kind IN ('speaker', 'setting', 'chain') THEN idents(value) ELSE value END"
_INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"


def mask(number: int) -> int:
    """What the ids of a copy differ by from those that were copied."""
    return int(sha256(f"copy {number}".encode()).hexdigest()[:16], 16) if number else 0


def ident(of: str, number: int) -> str:
    """The id that stands for another one in a copy."""
    return f"{int(of, 16) ^ mask(number):016x}"


class Copies:
    """Copies of all articles of a ledger, whose keys go from 1 without gaps.

    Args:
        base: how many articles are copied each time; all that are there, if it is 0.
    """

    def __init__(self, raw: sqlite3.Connection, base: int = 0) -> None:
        self._raw = raw
        self._base: int = base or raw.execute("SELECT max(key) FROM article").fetchone()[0]
        self._mask = 0
        raw.isolation_level = None
        raw.create_function("ident", 1, self._ident, deterministic=False)
        raw.create_function("idents", 1, self._idents, deterministic=False)
        raw.create_function("pageid", 1, page_id, deterministic=True)

    @property
    def next(self) -> int:
        """The number of the next copy."""
        last = self._raw.execute("SELECT max(key) FROM article").fetchone()[0]
        return int(last) // self._base

    def _ident(self, of: str | None) -> str | None:
        return None if of is None else f"{int(of, 16) ^ self._mask:016x}"

    def _idents(self, value: bytes) -> bytes:
        return _IDS.sub(lambda found: b'"%016x"' % (int(found[1], 16) ^ self._mask), value)

    def add(self) -> None:
        """Add one more copy: all of it, or nothing."""
        number = self.next
        self._mask, more = mask(number), number * self._base
        run = self._raw.execute
        run("BEGIN IMMEDIATE")
        self._keys()
        self._pages(more)
        at = {"article": f"article + {more}"}
        actor, of = {"actor": "ident(actor)"}, {"article_id": "ident(article_id)"}
        new = "(SELECT new FROM keys WHERE old = {})".format
        print_of = {"fingerprint": f"'copy {number} of ' || substr(fingerprint, 1, 40)"}
        whole = {"key": f"key + {more}", "id": "ident(id)", **print_of}
        self._again("article", whole, f"key <= {self._base}")
        self._again("mark", {**at, "id": "ident(id)", "value": _VALUE})
        said = {"key": new("key"), "id": "ident(id)", **of, **actor}
        self._again("statement", said, "key IN (SELECT old FROM keys)")
        self._again(
            "relay", {"statement": new("statement"), **actor}, "statement IN (SELECT old FROM keys)"
        )
        self._again("about", {**at, **actor, "statement": new("statement")})
        for table in ("dated", "placed"):
            self._again(table, at)
        self._again("membership", {**at, **actor})
        self._again("joined", {**at, **print_of})
        self._search(more)
        for table, column in (("entity", "members"), ("entity_name", "count")):
            run(f"UPDATE {table} SET {column} = {column} / {number} * {number + 1}")
        run(f"UPDATE entity_fact SET count = count / {number} * {number + 1}")
        run("COMMIT")

    def _keys(self) -> None:
        """The keys of the new statements: each day goes on where it ends."""
        run = self._raw.execute
        run("CREATE TEMP TABLE IF NOT EXISTS keys (old INTEGER PRIMARY KEY, new INTEGER)")
        run("DELETE FROM temp.keys")
        last: dict[int, int] = {}
        rows = []
        query = (
            "SELECT s.key FROM article a JOIN statement s ON s.article_id = a.id "
            "WHERE a.key <= ? ORDER BY a.key, s.key"
        )
        for (old,) in run(query, (self._base,)).fetchall():
            day = old // A_DAY
            if day not in last:
                limits = (day * A_DAY, (day + 1) * A_DAY - 1)
                found = "SELECT max(key) FROM statement WHERE key BETWEEN ? AND ?"
                last[day] = run(found, limits).fetchone()[0]
            last[day] += 1
            rows.append((old, last[day]))
        self._raw.executemany("INSERT INTO temp.keys VALUES (?, ?)", rows)

    def _pages(self, more: int) -> None:
        """The pages and versions: the number in the name of a page grows."""
        query = (
            "SELECT p.name, v.article_id FROM article a JOIN version v ON v.article_id = a.id "
            "JOIN page p ON p.id = v.page_id WHERE a.key <= ? ORDER BY a.key"
        )
        named = [
            (_NUMBER.sub(lambda found: str(int(found[0]) + more), name), article)
            for name, article in self._raw.execute(query, (self._base,)).fetchall()
        ]
        pages = [(page_id(name), name) for name, _ in named]
        self._raw.executemany("INSERT INTO page (id, name) VALUES (?, ?)", pages)
        self._raw.executemany(
            "INSERT INTO version (page_id, number, article_id, current, name, source, added_at) "
            "SELECT ?, number, ident(article_id), current, name, source, added_at FROM version "
            "WHERE article_id = ?",
            [(ident, of) for (ident, _), (_, of) in zip(pages, named, strict=True)],
        )

    def _again(self, table: str, changed: Mapping[str, str], where: str = "") -> None:
        """Insert the rows of a table again, with columns that are changed."""
        info = self._raw.execute(f"PRAGMA table_info({table})").fetchall()
        columns = [str(row[1]) for row in info]
        order = ", ".join(f'"{row[1]}"' for row in info if row[5])
        values = ", ".join(changed.get(c, f'"{c}"') for c in columns)
        names = ", ".join(f'"{c}"' for c in columns)
        where = where or f"article <= {self._base}"
        self._raw.execute(
            f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} WHERE {where} "
            f"ORDER BY {order}"
        )

    def _search(self, more: int) -> None:
        self._raw.execute(
            f"INSERT INTO article_search (rowid, body) SELECT rowid + {more}, body "
            f"FROM article_search WHERE rowid <= {self._base} ORDER BY rowid"
        )
        self._raw.execute(
            "INSERT INTO statement_search (rowid, source, content, speaker) "
            "SELECT k.new, s.source, s.content, s.speaker "
            "FROM keys k JOIN statement_search s ON s.rowid = k.old ORDER BY k.new"
        )


@contextmanager
def without_indexes(raw: sqlite3.Connection, needed: frozenset[str]) -> Iterator[None]:
    """Without the indexes that copying has no need of; they are made again at the end."""
    dropped = [(n, sql) for n, sql in raw.execute(_INDEXES).fetchall() if n not in needed]
    for name, _ in dropped:
        raw.execute(f"DROP INDEX {name}")
    yield
    for name, sql in dropped:
        print(f"index {name}", flush=True)
        raw.execute(sql)


def main(path: Path, times: int) -> None:
    """Copy until the ledger holds so many times what it held at first."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA cache_size = -1000000")
        raw.execute("PRAGMA synchronous = OFF")
        copies = Copies(raw)
        with without_indexes(raw, frozenset({"statement_article", "version_article"})):
            while copies.next < times:
                copies.add()
                print(f"{copies.next} times", flush=True)
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
