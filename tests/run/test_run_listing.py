from itertools import islice
from pathlib import Path

import pytest
from joining_samples import Who, page
from sqlalchemy import delete, update

from quoth.run.listing import list_rest
from quoth.store import Ledger, open_ledger, schema
from quoth.store.sqlite import writing

ADDED = ("actor", "speaker", "kind", "said_first", "said_last", "venue", "outlet")
"""Columns of a statement that an older Quoth did not have."""
PAGES = [page(Who("Ada Quill"), Who("Ivo Marten"), name=name) for name in "abc"]


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    with open_ledger(tmp_path / "l") as opened:
        for number, reading in enumerate(PAGES):
            opened.add(f"page {number}", reading)
    return open_ledger(tmp_path / "l")


def _older(ledger: Ledger) -> None:
    """Take away what an older Quoth did not store."""
    with writing(ledger._engine) as connection:
        for table in (schema.relay, schema.about, schema.dated, schema.placed):
            connection.execute(delete(table))
        connection.execute(update(schema.statement).values(dict.fromkeys(ADDED)))
        connection.execute(update(schema.article).values(site=None, language=None, listed=None))


def _rows(ledger: Ledger) -> list[list[str]]:
    tables = (schema.article, schema.statement, schema.relay, schema.about, schema.dated)
    queries = [table.select() for table in tables]
    return [sorted(map(repr, ledger.ask(lambda c, q=q: c.execute(q).all()))) for q in queries]  # type: ignore[misc]


def test_an_older_ledger_is_listed_as_a_new_one_would_be(ledger: Ledger) -> None:
    before = _rows(ledger)
    _older(ledger)
    assert _rows(ledger) != before
    assert list(list_rest(ledger)) == [(1, 3), (2, 3), (3, 3)]
    assert _rows(ledger) == before
    assert ledger.check() == ()


def test_listing_that_was_broken_off_is_taken_up(ledger: Ledger) -> None:
    _older(ledger)
    list(islice(list_rest(ledger), 1))
    assert len(ledger.not_listed()) == 2
    assert [total for _, total in list_rest(ledger)] == [2, 2]
    assert ledger.not_listed() == ()
    assert list(list_rest(ledger)) == []


def test_an_article_of_no_page_does_not_stop_the_others(ledger: Ledger) -> None:
    _older(ledger)
    lost = PAGES[0].article.id
    with writing(ledger._engine) as connection:
        connection.execute(delete(schema.version).where(schema.version.c.article_id == lost))
    assert len(list(list_rest(ledger))) == 3
    assert ledger.not_listed() == (lost,)
