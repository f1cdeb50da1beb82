from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from quoth.model import Reading, Speaker, Statement
from quoth.store import Ledger, open_ledger, schema

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
    times = {"applied_at", "read_at", "added_at"}
    for name, table in schema.metadata.tables.items():
        query = table.select()
        found = ledger.ask(lambda connection, q=query: connection.execute(q).mappings().all())  # type: ignore[misc]
        yield name, sorted(repr({k: v for k, v in row.items() if k not in times}) for row in found)


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
