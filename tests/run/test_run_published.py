"""The day of publication, corrected: in readings and lists, and when pages are read again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from joining_samples import BY as READER
from joining_samples import Who, page, reread, said, version

from quoth.errors import UsageError
from quoth.model import Form, Metadata, Reading, Said, Setting, mark
from quoth.model.days import entries
from quoth.model.time import published
from quoth.run.author import Author
from quoth.run.correcting import article, redate, republish
from quoth.run.deciding import decisions, undo
from quoth.run.joining import Joiner
from quoth.run.relinking import link
from quoth.run.wording import when
from quoth.store import Ledger, StatementFilter, open_ledger
from quoth.store.numbering import day_of_key
from quoth.store.views.archive import days

BY = Author("ada", "heard it")
PAGE = page(Who("Ina Torvald", country="NO"), Who("Bo Quist"))
FIRST, SECOND = (m.id for m in said(PAGE))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l") as opened:
        add(opened, PAGE)
        yield opened
        assert opened.check() == ()


def add(ledger: Ledger, reading: Reading) -> None:
    ledger.add(reading.article.source.page, reading, "", Joiner())


def listed_days(ledger: Ledger) -> set[str | None]:
    """The days that the tables list the articles, the statements and the members on."""
    found: set[str | None] = set()
    for name in ("article", "statement", "membership"):
        query = f"SELECT DISTINCT day FROM {name}"  # noqa: S608
        found.update(ledger.ask(lambda c, q=query: c.exec_driver_sql(q).scalars().all()))
    keys = ledger.ask(lambda c: c.exec_driver_sql("SELECT key FROM statement").scalars().all())
    for day in map(day_of_key, keys):
        found.add(None if day is None else day.isoformat())
    return found


def test_an_article_is_listed_on_its_corrected_day(ledger: Ledger) -> None:
    made = republish(ledger, PAGE.article.id, when("2033-01-02"), BY)
    assert (made.author, made.reason) == ("ada", "heard it")
    reading = ledger.reading(PAGE.article.id)
    assert reading.article.meta.published == "2033-01-02"
    assert dict(reading.article.meta.why)["published"] == "corrected, decision 1"
    assert ledger.article(PAGE.article.id) == reading.article
    assert listed_days(ledger) == {"2033-01-02"}
    assert [day.day for day in ledger.ask(days).days] == ["2033-01-02"]
    for day, count in (("2031-05-04", 0), ("2033-01-02", 2)):
        wanted = StatementFilter(since=date.fromisoformat(day), until=date.fromisoformat(day))
        assert len(list(ledger.statements(wanted))) == count
    assert len(list(ledger.statements(StatementFilter(text="harbour")))) == 2
    with ledger.entities() as entities:
        for member in entities.of_article(PAGE.article.id):
            assert (member.profile.first, member.profile.last) == ("2033-01-02", "2033-01-02")
    undo(ledger, 1, BY)
    assert ledger.reading(PAGE.article.id) == PAGE.plus(())
    assert listed_days(ledger) == {"2031-05-04"}


def test_what_was_said_because_the_page_appeared_moves_with_the_page(ledger: Ledger) -> None:
    stated = published("2031-05-04", "json-ld")
    assert stated is not None
    clause = replace(stated, why="counted from the day of publication")
    settings = [
        mark(PAGE.article.id, said(PAGE)[0].span, Setting(FIRST, Said(stated, None)), READER, 0.9),
        mark(PAGE.article.id, said(PAGE)[1].span, Setting(SECOND, Said(clause, None)), READER, 0.9),
    ]
    add(ledger, PAGE.plus(settings))
    republish(ledger, PAGE.article.id, when("2033-01-02"), BY)
    first, second = entries(ledger.reading(PAGE.article.id))
    assert (first.first, first.assumed) == ("2033-01-02", True)
    assert first.time is not None
    assert first.time.why.endswith("the day of publication (corrected, decision 1)")
    assert second.first == "2031-05-04"
    days_said = "SELECT said_first FROM statement ORDER BY position"
    found = ledger.ask(lambda c: c.exec_driver_sql(days_said).scalars().all())
    assert found == ["2033-01-02", "2031-05-04"]
    redate(ledger, (PAGE.article.id, FIRST), when("2030-02-03"), BY)
    assert next(entries(ledger.reading(PAGE.article.id))).first == "2030-02-03"


def test_a_page_without_a_day_gets_one(ledger: Ledger) -> None:
    undated = page(Who("Ada Rook"), name="c", day=None)
    (told,) = said(undated)
    add(ledger, undated.plus([mark(undated.article.id, told.span, Setting(told.id), READER, 1.0)]))
    assert None in listed_days(ledger)
    republish(ledger, undated.article.id, when("2033-01-02T10:30"), BY)
    reading = ledger.reading(undated.article.id)
    assert reading.article.meta.published == "2033-01-02T10:30"
    assert next(entries(reading)).first == "2033-01-02"
    assert listed_days(ledger) == {"2031-05-04", "2033-01-02"}


def test_a_corrected_day_of_publication_holds_when_the_page_is_read_again(ledger: Ledger) -> None:
    republish(ledger, PAGE.article.id, when("2033-01-02"), BY)
    add(ledger, reread(PAGE, replace(said(PAGE)[0].value, form=Form.INDIRECT)))
    assert listed_days(ledger) == {"2033-01-02"}
    later = version(PAGE, "A storm.\n")
    add(ledger, later)
    assert listed_days(ledger) == {"2033-01-02"}
    link(ledger, again=True)
    assert listed_days(ledger) == {"2033-01-02"}


def test_a_version_that_states_another_day_keeps_that(ledger: Ledger) -> None:
    republish(ledger, PAGE.article.id, when("2033-01-02"), BY)
    later = version(PAGE, "A storm.\n")
    meta = Metadata(published="2031-06-07")
    add(ledger, replace(later, article=replace(later.article, meta=meta)))
    assert ledger.reading(later.article.id).article.meta.published == "2031-06-07"
    assert article(ledger, later.article.id).decisions == ()
    told = article(ledger, PAGE.article.id)
    assert (told.read, told.now.meta.published) == (PAGE.article, "2033-01-02")
    assert [d.number for d in told.decisions] == [1]


@pytest.mark.parametrize(
    ("day", "code"),
    [("2031-05", "no-day"), ("2031", "no-day"), ("2031-05-04", "nothing-changed")],
)
def test_an_article_is_published_on_one_day_and_another(
    ledger: Ledger, day: str, code: str
) -> None:
    with pytest.raises(UsageError) as error:
        republish(ledger, PAGE.article.id, when(day), BY)
    assert error.value.code == code
    assert decisions(ledger) == ()
