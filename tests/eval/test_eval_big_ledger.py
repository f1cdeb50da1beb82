import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from quoth.model import Reading, Speaker, Statement
from quoth.store import Ledger, StatementFilter, open_ledger, schema

PAGES = 12


@pytest.fixture(scope="module")
def big(evaluation: Callable[[str], ModuleType]) -> ModuleType:
    return evaluation("big_ledger")


@pytest.fixture(scope="module")
def world(big: ModuleType) -> Any:
    return big.World(people=300)


@pytest.fixture(scope="module")
def pages(big: ModuleType, world: Any) -> list[Reading]:
    return [big.Page(world, n, PAGES).reading() for n in range(PAGES)]


def _rows(ledger: Ledger) -> Iterator[tuple[str, list[str]]]:
    apart = {"applied_at", "read_at", "added_at", "fingerprint"}
    for name, table in schema.metadata.tables.items():
        query = table.select()
        found = ledger.ask(lambda connection, q=query: connection.execute(q).mappings().all())  # type: ignore[misc]
        yield name, sorted(repr({k: v for k, v in row.items() if k not in apart}) for row in found)


def test_pages_that_share_a_transaction_leave_the_rows_of_pages_added_alone(
    tmp_path: Path, big: ModuleType, world: Any, pages: list[Reading]
) -> None:
    with open_ledger(tmp_path / "one") as one, open_ledger(tmp_path / "many") as many:
        joiner = big.Knowing(one)
        for number, reading in enumerate(pages):
            one.add(f"invented {number}", reading, "", joiner)
        big.fill(many, PAGES, world)
        assert dict(_rows(one)) == dict(_rows(many))
        assert many.check() == ()


def test_a_ledger_that_was_broken_off_is_filled_up(
    tmp_path: Path, big: ModuleType, world: Any, pages: list[Reading]
) -> None:
    with open_ledger(tmp_path / "l") as ledger:
        big.add(ledger, pages[:5], 0, big.Knowing(ledger))
        big.fill(ledger, PAGES, world)
        counts = ledger.counts()
        assert counts.pages == counts.articles == PAGES
        assert counts.statements == sum(len(p.of(Statement)) for p in pages)
        assert ledger.check() == ()


def test_invented_pages_name_their_speakers(pages: list[Reading]) -> None:
    for reading in pages:
        said = reading.of(Statement)
        assert len(said) == 10
        speakers = {m.value.statement: m.value for m in reading.of(Speaker)}
        assert set(speakers) == {m.id for m in said}
        marks = {m.id for m in reading.marks}
        assert all(s.actor is None or s.actor in marks for s in speakers.values())


def test_copied_rows_are_those_that_adding_the_copies_leaves(
    tmp_path: Path,
    big: ModuleType,
    evaluation: Callable[[str], ModuleType],
    pages: list[Reading],
) -> None:
    copies = evaluation("big_copies")
    with open_ledger(tmp_path / "copied") as copied, open_ledger(tmp_path / "added") as added:
        big.add(copied, pages, 0, big.Knowing(copied))
        with closing(sqlite3.connect(tmp_path / "copied")) as raw:
            made = copies.Copies(raw)
            made.add()
            made.add()
        again = [_renamed(p, lambda i, n=n: copies.ident(i, n)) for n in range(3) for p in pages]
        for first in range(0, len(again), PAGES):
            big.add(added, again[first : first + PAGES], first, big.Knowing(added))
        assert dict(_rows(copied)) == dict(_rows(added))
        for article in (again[0].article.id, again[-1].article.id):
            assert copied.reading(article) == added.reading(article)
        assert copied.check() == ()
        assert set(_searched(copied)) == set(_searched(added))


def _renamed(reading: Reading, ident: Callable[[str], str]) -> Reading:
    """The same reading with other ids."""
    article = replace(reading.article, id=ident(reading.article.id))
    ids = {m.id: ident(m.id) for m in reading.marks}

    def other(value: Any) -> Any:
        if isinstance(value, str):
            return ids.get(value, value)
        if isinstance(value, tuple):
            return tuple(other(v) for v in value)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{f.name: other(getattr(value, f.name)) for f in fields(value)})
        return value

    marks = tuple(replace(m, id=ids[m.id], value=other(m.value)) for m in reading.marks)
    return replace(reading, article=article, marks=marks)


def _searched(ledger: Ledger) -> list[tuple[str, str]]:
    found = ledger.statements(StatementFilter(text="harbour"))
    return [(row.id, row.content) for row in found]
