"""Where an article stands in the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_samples import SAID, reading, renamed

from quoth.model import Statement
from quoth.store import Ledger, open_ledger
from quoth.store.views.pages import article_of, neighbours, standing

MORE = (*SAID, ("The board", "denied", "that it knew"), ("Ada Quill", "added", "nothing"))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.quoth") as opened:
        yield opened


def test_an_article_of_a_page_that_never_changed_is_current(ledger: Ledger) -> None:
    read = reading()
    ledger.add("a", read)
    found = ledger.ask(lambda c: standing(c, read.article.id))
    assert found is not None
    assert (found.headline, found.day, found.current) == ("A harbour", "2031-05-04", True)
    assert [(v.article, v.number, v.current) for v in found.versions] == [
        (read.article.id, 1, True)
    ]


def test_an_old_version_knows_the_new_one(ledger: Ledger) -> None:
    old, new = reading(), reading(MORE)
    ledger.add("a", old)
    ledger.add("a", new)
    found = ledger.ask(lambda c: standing(c, old.article.id))
    assert found is not None
    assert not found.current
    assert [(v.article, v.current) for v in found.versions] == [
        (new.article.id, True),
        (old.article.id, False),
    ]


def test_an_article_is_current_as_long_as_one_page_says_it(ledger: Ledger) -> None:
    old = reading()
    ledger.add("a", old)
    ledger.add("b", renamed(old, "pages/b.txt"))
    ledger.add("a", reading(MORE))
    found = ledger.ask(lambda c: standing(c, old.article.id))
    assert found is not None
    assert found.current


def test_the_beginning_of_an_id_is_no_id(ledger: Ledger) -> None:
    read = reading()
    ledger.add("a", read)
    assert ledger.ask(lambda c: standing(c, read.article.id[:-1])) is None
    assert ledger.ask(lambda c: article_of(c, read.of(Statement)[0].id[:-1])) is None


def test_a_statement_has_its_article_and_its_neighbours(ledger: Ledger) -> None:
    read = reading(MORE)
    ledger.add("a", read)
    first, second, third = (m.id for m in read.of(Statement))
    assert ledger.ask(lambda c: article_of(c, second)) == read.article.id

    def beside(statement: str) -> tuple[str | None, str | None]:
        return ledger.ask(lambda c: neighbours(c, read.article.id, statement))

    assert beside(first) == (None, second)
    assert beside(second) == (first, third)
    assert beside(third) == (second, None)
    assert beside("none") == (None, None)
