"""Articles by days, articles that hold some words, and what the front page asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from store_samples import reading

from quoth.errors import UsageError
from quoth.model import Span
from quoth.store import Ledger, open_ledger
from quoth.store.hits import terms
from quoth.store.views import archive
from quoth.store.views.articles import found_articles, of_day, piece_of
from quoth.store.views.filter import Filter
from quoth.store.views.front import front

DAYS = ("2031-05-04", "2031-05-04", "2031-04-30", None, "2030-12-31")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with open_ledger(tmp_path_factory.mktemp("archive") / "l.quoth") as opened:
        for number, day in enumerate(DAYS):
            said = (("Ada Quill", "said", f"harbour number {number} will close for ever"),)
            opened.add(f"page {number}", reading(said, published=day))
        opened.add("page 0", reading((("Ada Quill", "said", "it stays"),), published=DAYS[0]))
        yield opened


def test_days_are_counted_with_those_that_state_none(ledger: Ledger) -> None:
    days = ledger.ask(archive.days)
    assert [(d.day, d.articles) for d in days.days] == [
        ("2030-12-31", 1),
        ("2031-04-30", 1),
        ("2031-05-04", 3),
    ]
    assert days.undated == 1
    assert archive.grouped(days, 4) == {"2030": 1, "2031": 4}
    assert list(archive.grouped(days, 7)) == ["2030-12", "2031-04", "2031-05"]


@pytest.mark.parametrize(
    ("within", "found"), [("2031", 2), ("2031-04", 1), ("203", 3), ("1999", 0)]
)
def test_days_of_a_part_alone(ledger: Ledger, within: str, found: int) -> None:
    days = ledger.ask(lambda c: archive.days(c, within))
    assert len(days.days) == found
    assert days.undated == 0


def test_days_before_and_after_one(ledger: Ledger) -> None:
    assert ledger.ask(lambda c: archive.neighbours(c, "2031-04-30")) == ("2030-12-31", "2031-05-04")
    assert ledger.ask(lambda c: archive.neighbours(c, "2031-05-04")) == ("2031-04-30", None)


def test_a_day_lists_what_its_pages_say_now(ledger: Ledger) -> None:
    found = ledger.ask(lambda c: of_day(c, date(2031, 5, 4)))
    assert len(found.articles) == 2  # the older version of a page is not shown
    assert found.next is None
    assert [a.statements for a in found.articles] == [1, 1]
    first = ledger.ask(lambda c: of_day(c, date(2031, 5, 4), None, 1))
    then = ledger.ask(lambda c: of_day(c, date(2031, 5, 4), first.next, 1))
    assert (*first.articles, *then.articles) == found.articles
    assert then.next is None
    assert len(ledger.ask(lambda c: of_day(c, None)).articles) == 1


def test_articles_are_found_by_their_words_the_newest_first(ledger: Ledger) -> None:
    wanted = Filter.of({"q": "harbour clos*"})
    found = ledger.ask(lambda c: found_articles(c, wanted))
    assert [hit.article.day for hit in found.hits] == [
        "2031-05-04",
        "2031-04-30",
        "2030-12-31",
        None,
    ]
    excerpt = found.hits[0].excerpt
    assert excerpt is not None
    assert [span.of(excerpt.text) for span in excerpt.hits] == ["harbour", "close"]
    text = ledger.article(found.hits[0].article.id).text
    assert excerpt.show.of(text) == "harbour"
    pages, before = [], None
    while True:
        page = ledger.ask(lambda c, before=before: found_articles(c, wanted, before, 1))
        pages += page.hits
        if (before := page.next) is None:
            break
    assert tuple(pages) == found.hits


def test_articles_fit_the_other_fields(ledger: Ledger) -> None:
    def days(**told: str) -> list[str | None]:
        wanted = Filter.of({"q": "harbour", **told})
        return [hit.article.day for hit in ledger.ask(lambda c: found_articles(c, wanted)).hits]

    assert days(since="2031-01-01") == ["2031-05-04", "2031-04-30"]
    assert days(until="2031-01-01") == ["2030-12-31"]
    assert len(days(language="en")) == 4
    assert days(language="pt") == days(outlet="nobody") == []
    assert ledger.ask(lambda c: found_articles(c, Filter())).hits == ()


def test_a_cursor_that_is_none_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UsageError):
        ledger.ask(lambda c: of_day(c, None, "?"))
    with pytest.raises(UsageError):
        ledger.ask(lambda c: found_articles(c, Filter(q="harbour"), "MQ"))


def test_an_excerpt_is_of_the_block_that_holds_most() -> None:
    text = "A lamp.\nThe lamp of the ferry, and more of it.\nA ferry."
    blocks = (Span(0, 7), Span(8, 46), Span(47, 55))
    found = piece_of(text, blocks, terms("ferry lamp"))
    assert found is not None
    assert found.text == text[8:46]
    assert found.show.of(text) == "lamp"
    assert piece_of(text, blocks, terms("coal")) is None


def test_the_front_page_tells_what_is_new(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    found = ledger.ask(front)
    assert (found.articles, found.statements, found.activity.undated) == (6, 6, 1)
    assert [(x.day, len(x.articles)) for x in found.latest] == [
        ("2031-05-04", 2),
        ("2031-04-30", 1),
        ("2030-12-31", 1),
    ]
    assert found.since == "2031-04-05"
    assert found.counted == 3  # of what stands, in the last thirty days
    assert [(x.name, x.count) for x in found.languages] == [("en", 3)]
    monkeypatch.setattr("quoth.store.views.front.ENOUGH", 1)
    assert [x.day for x in ledger.ask(front).latest] == ["2031-05-04"]


def test_the_front_page_of_an_empty_ledger_is_empty(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.quoth") as empty:
        found = empty.ask(front)
    assert (found.articles, found.latest, found.speakers, found.since) == (0, (), (), None)


def test_articles_without_a_day_are_what_is_new_where_there_are_no_others(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.quoth") as undated:
        undated.add("a", reading(published=None))
        found = undated.ask(front)
    assert [(x.day, len(x.articles)) for x in found.latest] == [(None, 1)]
