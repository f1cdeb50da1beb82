"""Corrections hold in readings, lists, search and exports, and when pages are read again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from joining_samples import BY as READER
from joining_samples import Who, page, reread, said, version
from sqlalchemy import Connection

from quoth.errors import UsageError
from quoth.export import EXPORTS, record
from quoth.model import (
    Chain,
    Form,
    Link,
    Reading,
    Role,
    SourceType,
    Span,
    Speaker,
    mark,
)
from quoth.model.days import entries
from quoth.run.author import Author
from quoth.run.correcting import (
    mark_wrong,
    mend,
    redate,
    republish,
    statement,
    wording,
)
from quoth.run.deciding import decisions, undo
from quoth.run.joining import Joiner
from quoth.run.relinking import link
from quoth.run.wording import Wording, when
from quoth.store import Ledger, StatementFilter, open_ledger

BY = Author("ada", "heard it")
PAGE = page(Who("Ina Torvald", country="NO"), Who("Bo Quist"))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l") as opened:
        add(opened, PAGE)
        yield opened
        assert opened.check() == ()


def add(ledger: Ledger, reading: Reading, name: str = "a.txt") -> None:
    ledger.add(name, reading, "", Joiner())


def listed(ledger: Ledger, text: str | None = None) -> list[str]:
    return [row.content for row in ledger.statements(StatementFilter(text=text))]


FIRST, SECOND = (m.id for m in said(PAGE))


def test_a_wrong_statement_is_in_no_list_no_search_no_reading_and_no_export(ledger: Ledger) -> None:
    before = ledger.reading(PAGE.article.id)
    mark_wrong(ledger, FIRST, BY)
    assert [row.id for row in ledger.statements()] == [SECOND]
    assert len(listed(ledger, "harbour")) == 1
    assert [m.id for m in said(ledger.reading(PAGE.article.id))] == [SECOND]
    assert len(list(EXPORTS["jsonl"](ledger.found()))) == 1
    told = statement(ledger, FIRST)
    assert (told.now, told.read) == (None, said(PAGE)[0])
    assert [d.author for d in told.decisions] == ["ada"]
    undone = undo(ledger, 1, Author("bo", "she did say so"))
    assert (undone.undone_by, undone.undone_reason) == ("bo", "she did say so")
    assert ledger.reading(PAGE.article.id) == before
    assert [row.id for row in ledger.statements()] == [FIRST, SECOND]
    assert len(listed(ledger, "harbour")) == 2


def test_nothing_is_decided_twice_about_a_wrong_statement(ledger: Ledger) -> None:
    mark_wrong(ledger, FIRST, BY)
    for deed in (
        lambda: mark_wrong(ledger, FIRST, BY),
        lambda: mend(ledger, FIRST, Wording("harbour"), BY),
        lambda: redate(ledger, (PAGE.article.id, FIRST), when("2031"), BY),
    ):
        with pytest.raises(UsageError) as error:
            deed()
        assert error.value.code == "wrong-already"
    undo(ledger, 1, BY)
    with pytest.raises(UsageError) as error:
        undo(ledger, 1, BY)
    assert error.value.code == "undone-already"
    assert len(decisions(ledger)) == 1


def test_mended_words_stand_in_records_lists_and_search(ledger: Ledger) -> None:
    mend(ledger, FIRST, Wording("the  harbour\na stays", "", "Ina Torvald"), BY)
    reading = ledger.reading(PAGE.article.id)
    told = record(reading, said(reading)[0])
    assert told["id"] == FIRST
    assert told["text"] == {"source": "Ina Torvald", "cue": None, "content": "the harbour a stays"}
    assert told["why"] == "corrected, decision 1"
    assert listed(ledger)[0] == "the harbour a stays"
    assert listed(ledger, "torvald open") == []
    undo(ledger, 1, BY)
    assert ledger.reading(PAGE.article.id) == PAGE.plus(())


def test_a_mended_source_tells_who_speaks(ledger: Ledger) -> None:
    mend(ledger, FIRST, Wording("the harbour a stays open.", "", "Bo Quist"), BY)
    reading = ledger.reading(PAGE.article.id)
    speaker = next(m.value for m in reading.of(Speaker) if m.value.statement == FIRST)
    assert (speaker.name, speaker.type) == ("Bo Quist", SourceType.NAMED)
    (row, _) = ledger.ask(rows)
    assert row == (FIRST, "Bo Quist")
    undo(ledger, 1, BY)
    assert ledger.ask(rows)[0] == (FIRST, "Ina Torvald")


def test_who_speaks_is_said_apart_from_the_words(ledger: Ledger) -> None:
    words = Wording("the harbour a stays open.", "", "Ina Torvald", "Bo Quist")
    mend(ledger, FIRST, words, BY)
    reading = ledger.reading(PAGE.article.id)
    assert said(reading)[0].value.source == said(PAGE)[0].value.source
    assert ledger.ask(rows)[0] == (FIRST, "Bo Quist")
    with pytest.raises(UsageError) as error:
        mend(ledger, FIRST, words, BY)
    assert error.value.code == "nothing-changed"
    mend(ledger, FIRST, wording(ledger, FIRST, content="harbour"), BY)
    assert ledger.ask(rows)[0] == (FIRST, "Bo Quist")
    mend(ledger, FIRST, replace(words, speaker=""), BY)
    assert ledger.ask(rows)[0] == (FIRST, "Ina Torvald")
    with pytest.raises(UsageError) as error:
        mend(ledger, FIRST, replace(words, speaker="Ada Rook"), BY)
    assert error.value.code == "no-such-entity"


def rows(connection: Connection) -> list[tuple[str, str]]:
    found = connection.exec_driver_sql("SELECT id, speaker FROM statement ORDER BY position")
    return [tuple(r) for r in found]


def test_a_source_nobody_is_leaves_no_speaker(ledger: Ledger) -> None:
    mend(ledger, FIRST, Wording("the harbour a stays open.", "", ""), BY)
    reading = ledger.reading(PAGE.article.id)
    speaker = next(m.value for m in reading.of(Speaker) if m.value.statement == FIRST)
    assert (speaker.name, speaker.actor, speaker.type) == (None, None, SourceType.NONE)
    assert said(reading)[0].value.form is Form.DIRECT


def test_the_chain_begins_with_the_mended_source(ledger: Ledger) -> None:
    links = (Link(Role.SPEAKER, "Ina Torvald"), Link(Role.OUTLET, "Quay Post"))
    chain = mark(PAGE.article.id, said(PAGE)[0].span, Chain(FIRST, links), READER, 1.0)
    add(ledger, PAGE.plus([chain]))
    mend(ledger, FIRST, Wording("the harbour a stays open.", "", "Bo Quist"), BY)
    (found,) = ledger.reading(PAGE.article.id).of(Chain)
    assert [link.name for link in found.value.links] == ["Bo Quist", "Quay Post"]


def test_words_that_the_page_does_not_say_are_refused(ledger: Ledger) -> None:
    for words, code in (
        (Wording("the moon"), "no-such-words"),
        (Wording("  "), "no-content"),
        (Wording("harbour\nthe harbour"), "same-words"),
        (Wording("a\n" * 50), "too-many-words"),
        (Wording("the harbour a stays open.", "", "Ina Torvald"), "nothing-changed"),
    ):
        with pytest.raises(UsageError) as error:
            mend(ledger, FIRST, words, BY)
        assert error.value.code == code
    assert decisions(ledger) == ()


def test_of_equal_words_those_nearest_to_the_statement_count(ledger: Ledger) -> None:
    mend(ledger, SECOND, Wording("harbour", "", "Bo Quist"), BY)
    reading = ledger.reading(PAGE.article.id)
    (span,) = next(m for m in said(reading) if m.id == SECOND).value.content
    assert span.start == PAGE.article.text.rindex("harbour")


def test_a_date_is_corrected_and_is_no_guess(ledger: Ledger) -> None:
    redate(ledger, (PAGE.article.id, FIRST), when("2031-05-02"), BY)
    entry = next(entries(ledger.reading(PAGE.article.id)))
    assert (entry.first, entry.last, entry.assumed) == ("2031-05-02", "2031-05-02", False)
    redate(ledger, (PAGE.article.id, FIRST), when("2030", "2031-02"), BY)
    entry = next(entries(ledger.reading(PAGE.article.id)))
    assert (entry.first, entry.last) == ("2030-01-01", "2031-02-28")
    undo(ledger, 2, BY)
    assert next(entries(ledger.reading(PAGE.article.id))).first == "2031-05-02"
    undo(ledger, 1, BY)
    assert next(entries(ledger.reading(PAGE.article.id))).first is None


def test_corrections_hold_when_a_page_is_read_otherwise(ledger: Ledger) -> None:
    value = said(PAGE)[0].value
    shorter = replace(value, content=(Span(value.content[0].start, value.content[0].end - 6),))
    mark_wrong(ledger, FIRST, BY)
    redate(ledger, (PAGE.article.id, SECOND), when("2031-05-02"), BY)
    add(ledger, reread(PAGE, shorter))
    assert [m.id for m in said(ledger.reading(PAGE.article.id))] == [SECOND]
    assert [row.id for row in ledger.statements()] == [SECOND]
    assert next(entries(ledger.reading(PAGE.article.id))).first == "2031-05-02"


def test_corrections_hold_in_a_new_version_of_the_page(ledger: Ledger) -> None:
    mark_wrong(ledger, FIRST, BY)
    mend(ledger, SECOND, Wording("harbour", "", "Bo Quist"), BY)
    later = version(PAGE, "A storm.\n")
    add(ledger, later)
    assert listed(ledger) == ["harbour"]
    (kept,) = said(ledger.reading(later.article.id))
    assert kept.value.content[0].start == later.article.text.rindex("harbour")
    undo(ledger, 1, BY)
    assert len(listed(ledger)) == 2


def test_another_source_of_the_same_words_is_not_wrong(ledger: Ledger) -> None:
    value = said(PAGE)[0].value
    mark_wrong(ledger, FIRST, BY)
    add(ledger, reread(PAGE, replace(value, source=said(PAGE)[1].value.source)))
    assert len(said(ledger.reading(PAGE.article.id))) == 2


def test_a_correction_of_words_that_are_gone_waits(ledger: Ledger) -> None:
    mark_wrong(ledger, FIRST, BY)
    other = version(page(Who("Ada Rook")), "")
    add(ledger, other)
    assert len(said(ledger.reading(other.article.id))) == 1
    add(ledger, PAGE)
    assert [row.id for row in ledger.statements()] == [SECOND]


def test_corrections_hold_when_all_actors_are_joined_anew(ledger: Ledger) -> None:
    mark_wrong(ledger, FIRST, BY)
    mend(ledger, SECOND, Wording("harbour", "", "Ina Torvald"), BY)
    link(ledger, again=True)
    assert ledger.ask(rows) == [(SECOND, "Ina Torvald")]


def test_a_ledger_is_as_it_was_when_all_is_undone(ledger: Ledger) -> None:
    before = {name: ledger.ask(lambda c, name=name: table(c, name)) for name in TABLES}
    mark_wrong(ledger, FIRST, BY)
    mend(ledger, SECOND, Wording("harbour", "", "Ina Torvald"), BY)
    redate(ledger, (PAGE.article.id, SECOND), when("2030"), BY)
    republish(ledger, PAGE.article.id, when("2033-01-02"), BY)
    for number in (1, 4, 3, 2):
        undo(ledger, number, BY)
    for name, rows_before in before.items():
        assert ledger.ask(lambda c, name=name: table(c, name)) == rows_before, name


TABLES = ("article", "mark", "statement", "relay", "about", "dated", "placed", "membership")


def table(connection: Connection, name: str) -> list[str]:
    """The rows of a table without the keys of statements, which only order them."""
    found = connection.exec_driver_sql(f"SELECT * FROM {name}").mappings()  # noqa: S608
    keys = {"key", "statement"} if name in ("statement", "relay", "about") else set()
    return sorted(repr({k: v for k, v in row.items() if k not in keys}) for row in found)


def test_corrections_touch_no_other_page(ledger: Ledger) -> None:
    other = page(Who("Ina Torvald", country="NO"), Who("Bo Quist"), name="b")
    add(ledger, other, "b.txt")
    mark_wrong(ledger, FIRST, BY)
    assert len(said(ledger.reading(other.article.id))) == 2
