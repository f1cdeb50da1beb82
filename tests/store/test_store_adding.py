from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from store_samples import FIRST, LATER, reading, renamed

from quoth.errors import UsageError
from quoth.model import Maker, Mark, Reading, Sentence, Source, Span, issue
from quoth.store import Added, Ledger, StatementFilter, open_ledger, page_key, schema


@pytest.fixture
def ledger(tmp_path: Path) -> Any:
    with open_ledger(tmp_path / "l.quoth") as opened:
        yield opened


def content(ledger: Ledger) -> dict[str, list[Any]]:
    """Every row of every table."""
    with ledger._engine.connect() as connection:
        tables = schema.metadata.sorted_tables
        rows = {t.name: connection.execute(select(t)).all() for t in tables}
        for name in ("statement_search", "article_search"):
            query = f"SELECT rowid, * FROM {name}"  # noqa: S608
            rows[name] = connection.exec_driver_sql(query).all()
    return rows


def test_adding_twice_changes_no_row(ledger: Ledger) -> None:
    assert ledger.add("a", reading()) is Added.NEW
    before = content(ledger)
    assert ledger.add("a", reading()) is Added.SAME
    again = reading()
    source = replace(again.article.source, fetched_at="2031-06-01T00:00:00Z")
    refetched = replace(again, article=replace(again.article, source=source))
    assert ledger.add("a", refetched) is Added.SAME
    assert content(ledger) == before
    assert sum(map(len, before.values())) > 8


def test_a_changed_page_keeps_its_old_version(ledger: Ledger) -> None:
    old, new = reading(), reading((("The mayor", "denies", "any plan"),))
    ledger.add("a", old)
    assert ledger.add("a", new) is Added.VERSION
    assert ledger.reading(old.article.id) == old
    assert ledger.reading(new.article.id) == new
    assert [s.content for s in ledger.statements()] == ["any plan"]
    everything = StatementFilter(superseded=True)
    assert len(list(ledger.statements(everything))) == 2
    assert ledger.counts().versions == 2
    assert ledger.add("a", old) is Added.VERSION  # put back as it was: a third version
    assert [s.content for s in ledger.statements()] == ["the old harbour will close"]
    assert ledger.check() == ()


def test_identical_pages_share_their_article(ledger: Ledger) -> None:
    ledger.add("b", renamed(reading(), "pages/b.txt"))
    assert ledger.add("a", reading()) is Added.NEW
    counts = ledger.counts()
    assert (counts.pages, counts.articles, counts.statements) == (2, 1, 1)
    ident = reading().article.id
    assert ledger.reading(ident).article.source.page == "pages/a.txt"
    assert ledger.reading(ident, "b").article.source.page == "pages/b.txt"
    assert len(list(ledger.statements())) == 1


def test_a_shared_article_stays_listed_while_one_page_has_it(ledger: Ledger) -> None:
    ledger.add("a", reading())
    ledger.add("b", renamed(reading(), "pages/b.txt"))
    ledger.add("a", reading((("She", "said", "nothing"),)))
    found = {(s.content, s.page) for s in ledger.statements()}
    assert found == {("nothing", "pages/a.txt"), ("the old harbour will close", "pages/b.txt")}


def test_a_newer_maker_replaces_the_marks(ledger: Ledger) -> None:
    ledger.add("a", reading(by=FIRST))
    newer = reading(by=LATER)
    fewer = replace(newer, marks=newer.marks[:2])
    assert ledger.add("a", newer) is Added.REPLACED
    assert ledger.reading(newer.article.id) == newer
    assert ledger.add("a", fewer) is Added.REPLACED
    assert ledger.reading(newer.article.id) == fewer
    assert ledger.counts().versions == 1
    assert list(ledger.statements(StatementFilter(text="harbour", superseded=True))) == []
    assert ledger.check() == ()


def test_a_page_is_known_by_bytes_and_stamp(ledger: Ledger) -> None:
    sha = reading().article.source.sha256
    assert not ledger.known("a", sha, "s1")
    ledger.add("a", reading(), "s1")
    assert ledger.known("a", sha, "s1")
    assert not ledger.known("a", sha, "s2")
    assert not ledger.known("b", sha, "s1")
    assert not ledger.known("a", "0" * 64, "s1")
    assert ledger.add("a", reading(), "s2") is Added.SAME
    assert ledger.known("a", sha, "s2")


def test_a_superseded_content_is_not_known(ledger: Ledger) -> None:
    ledger.add("a", reading())
    ledger.add("a", reading((("She", "said", "nothing"),)))
    assert not ledger.known("a", reading().article.source.sha256)


def test_failures_are_kept_until_the_page_is_read(ledger: Ledger) -> None:
    problem = issue("too-large", "error", "read", Source("pages/a.txt"), "over 20 MB")
    ledger.fail("a", [problem])
    before = content(ledger)
    ledger.fail("a", [problem])
    assert content(ledger) == before
    assert list(ledger.issues()) == [problem]
    assert ledger.counts().failed == 1
    ledger.add("a", reading())
    assert list(ledger.issues()) == []
    assert ledger.counts().failed == 0


def test_a_failure_keeps_what_the_page_said_before(ledger: Ledger) -> None:
    ledger.add("a", reading())
    ledger.fail("a", [issue("binary", "error", "read", Source("a"), "not text")])
    assert len(list(ledger.statements())) == 1
    assert [i.code for i in ledger.issues()] == ["binary"]
    assert ledger.counts().failed == 0


def test_issues_of_a_reading_belong_to_its_page(ledger: Ledger) -> None:
    warning = issue("odd-charset", "warning", "read", reading().article.source, "guessed")
    ledger.add("a", reading().failing([warning]))
    ledger.add("b", renamed(reading(), "b"))
    ident = reading().article.id
    assert ledger.reading(ident, "a").issues == (warning,)
    assert ledger.reading(ident, "b").issues == ()
    assert ledger.add("a", reading()) is Added.REPLACED
    assert ledger.reading(ident, "a").issues == ()


def test_a_value_of_no_known_kind_is_refused_whole(ledger: Ledger) -> None:
    odd: Mark[object] = Mark("1" * 16, "tone", Span(0, 1), Sentence(0), Maker("m", "1"), 1.0)
    with pytest.raises(UsageError, match="tone"):
        ledger.add("a", reading().plus([odd]))
    assert ledger.counts().pages == 0


def test_a_reading_without_marks_is_kept(ledger: Ledger) -> None:
    bare = Reading(reading().article)
    ledger.add("a", bare)
    assert ledger.reading(bare.article.id) == bare
    assert ledger.check() == ()


@pytest.mark.parametrize(
    ("source", "key"),
    [
        (Source("r1", archive="-"), "-#r1"),
        (Source("r1", url="https://a.test/1", archive="-"), "-#r1"),
        (Source("x.html", url="https://a.test/1"), "https://a.test/1"),
        (Source("https://a.test/1"), "https://a.test/1"),
        (Source("-", sha256="ab"), "-#ab"),
    ],
)
def test_the_key_of_a_page(source: Source, key: str) -> None:
    assert page_key(source) == key


def test_a_file_has_one_key_however_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert page_key(Source("a.txt")) == page_key(Source(str(tmp_path / "x" / ".." / "a.txt")))
    assert page_key(Source("1", archive="a.jsonl")) == f"{(tmp_path / 'a.jsonl').resolve()}#1"
