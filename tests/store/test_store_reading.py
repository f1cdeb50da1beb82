import zlib
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_samples import reading, renamed

from quoth.errors import LedgerBroken, LedgerTooNew, UsageError
from quoth.model import (
    Article,
    Block,
    BlockKind,
    Form,
    Issue,
    Language,
    Maker,
    Metadata,
    Origin,
    OriginKind,
    Part,
    Reading,
    Run,
    Sentence,
    Source,
    Span,
    Statement,
    mark,
)
from quoth.store import Ledger, StatementFilter, open_ledger

ANY = st.text(st.characters(), max_size=12)  # with lone surrogates and NUL
PAGES = count()
NUMBER = st.integers(0, 10**9)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.quoth") as opened:
        yield opened


@st.composite
def spans(draw: Any, size: int) -> Span:
    start = draw(st.integers(0, size))
    return Span(start, draw(st.integers(start, size)))


@st.composite
def readings(draw: Any) -> Reading:
    text = draw(st.text(st.characters(), max_size=60))
    some = st.lists(spans(len(text)), max_size=3).map(tuple)
    value = st.one_of(
        st.builds(Language, ANY, ANY),
        st.builds(Sentence, NUMBER),
        st.builds(
            Statement,
            content=some.filter(len),
            cue=some,
            source=some,
            form=st.sampled_from(Form),
            hedge=some,
            implicit=st.booleans(),
            inside=st.none() | spans(len(text)),
            why=ANY,
        ),
    )
    source = draw(st.builds(Source, ANY, ANY, ANY, ANY, ANY, st.just("ab"), ANY, NUMBER))
    article = Article(
        id=f"{draw(NUMBER):016x}",
        source=source,
        text=text,
        blocks=draw(
            st.lists(
                st.builds(
                    Block,
                    st.sampled_from(BlockKind),
                    spans(len(text)),
                    st.lists(st.builds(Part, ANY, spans(len(text))), max_size=2).map(tuple),
                ),
                max_size=3,
            ).map(tuple)
        ),
        origin=Origin(
            draw(st.sampled_from(OriginKind)),
            draw(st.lists(ANY, max_size=3).map(tuple)),
            draw(st.lists(st.builds(Run, *[NUMBER] * 5), max_size=4).map(tuple)),
        ),
        meta=draw(st.builds(Metadata, ANY, ANY, ANY, authors=st.lists(ANY).map(tuple))),
    )
    maker = Maker("m", "1", "d")
    score = st.floats(0, 1)
    marks = [
        mark(article.id, draw(spans(len(text))), v, maker, draw(score))
        for v in draw(st.lists(value, max_size=5))
    ]
    issue = st.builds(
        Issue,
        ANY.map(lambda s: f"{len(s):x}"),
        ANY,
        st.just("error"),
        st.just("read"),
        st.just(source),
        ANY,
        st.none() | spans(len(text)),
    )
    return Reading(article).plus(marks).failing(draw(st.lists(issue, max_size=2)))


@given(given_reading=readings(), key=ANY)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_reading_comes_back_equal(ledger: Ledger, given_reading: Reading, key: str) -> None:
    key += str(next(PAGES))  # the same page keeps the source that it was first added with
    ledger.add(key, given_reading)
    assert ledger.reading(given_reading.article.id, key) == given_reading
    assert ledger.article(given_reading.article.id, key) == given_reading.article
    assert sum(1 for _ in ledger.statements()) == ledger.counts().statements


def test_surrogates_and_nuls_stay_exact_and_are_shown_replaced(ledger: Ledger) -> None:
    said = (("A\ud83d\udc00B", "said", "no\x00thing \ud800 at all"),)
    ledger.add("k\udcff", reading(said, page="p\udcff.txt"))
    row = next(ledger.statements())
    assert row.source == "A\ufffd\ufffdB"
    assert row.content == "no\ufffdthing \ufffd at all"
    back = ledger.reading(row.article)
    assert back == reading(said, page="p\udcff.txt")
    assert [s.id for s in ledger.statements(StatementFilter(text="thing"))] == [row.id]
    assert [s.id for s in ledger.statements(StatementFilter(speaker="a\ud83d"))] == [row.id]


def test_long_names_and_emoji_are_kept(ledger: Ledger) -> None:
    name = "🦉" * 250_000  # 1 MB
    ledger.add(name, reading(page=name))
    assert next(ledger.statements()).page == name
    assert ledger.reading(reading().article.id, name).article.source.page == name
    assert list(ledger.statements(StatementFilter(speaker=name))) == []


SEVERAL = (
    (("Председатель Ёлкин", "заявил", "ничего не будет"), "ru", "2031-05-01"),
    (("İsmet Yıldız", "söyledi", "liman kapanacak"), "tr", "2031-05-02T01:00:00+03:00"),
    (("Anna Kowalska", "said", "the port closes"), "en-GB", "2031-05-03"),
    (("", "reportedly", "it was sold"), "en", "2031-05"),
)


def add_several(ledger: Ledger) -> None:
    for i, (said, language, published) in enumerate(SEVERAL):
        ledger.add(f"k{i}", reading((said,), language=language, published=published, page=f"{i}"))


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with open_ledger(tmp_path_factory.mktemp("several") / "l.quoth") as opened:
        add_several(opened)
        yield opened


@pytest.mark.parametrize(
    ("wanted", "pages"),
    [
        (StatementFilter(), "3012"),  # what has no day comes first
        (StatementFilter(speaker="ёлкин"), "0"),
        (StatementFilter(speaker="ЕЛКИН"), "0"),
        (StatementFilter(speaker="ismet yıl"), "1"),
        (StatementFilter(speaker="YILDIZ"), "1"),
        (StatementFilter(speaker="kowal"), "2"),
        (StatementFilter(speaker="%"), ""),
        (StatementFilter(speaker="' OR 1=1 --"), ""),
        (StatementFilter(since=date(2031, 5, 2)), "12"),
        (StatementFilter(until=date(2031, 5, 2)), "01"),
        (StatementFilter(since=date(2031, 5, 2), until=date(2031, 5, 2)), "1"),
        (StatementFilter(form=Form.HEARSAY), "3"),
        (StatementFilter(language="en"), "32"),
        (StatementFilter(language="en-GB"), "2"),
        (StatementFilter(language="e"), ""),
        (StatementFilter(text="port closes"), "2"),
        (StatementFilter(text="closes -port"), "2"),
        (StatementFilter(limit=2), "30"),
        (StatementFilter(limit=0), ""),
        (StatementFilter(text="kapanacak", language="tr", speaker="ismet"), "1"),
        (StatementFilter(text="kapanacak", language="ru"), ""),
    ],
)
def test_filters(several: Ledger, wanted: StatementFilter, pages: str) -> None:
    assert "".join(s.page for s in several.statements(wanted)) == pages
    assert "".join(r.article.source.page for r, _ in several.found(wanted)) == pages


def test_a_row_tells_what_the_statement_says(several: Ledger) -> None:
    row = next(several.statements(StatementFilter(speaker="kowalska")))
    assert (row.source, row.cue, row.content) == ("Anna Kowalska", "said", "the port closes")
    assert (row.language, row.form, row.hedge) == ("en-GB", Form.INDIRECT, None)
    assert (row.published, row.headline, row.implicit) == ("2031-05-03", "A harbour", False)
    assert several.reading(row.article).article.text[row.span.start :].startswith("Anna")


def test_an_unfit_filter_is_refused_before_it_is_used(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="limit"):
        ledger.statements(StatementFilter(limit=-1))
    with pytest.raises(UsageError, match="no word"):
        ledger.statements(StatementFilter(text="!?"))
    with pytest.raises(UsageError, match="no word"):
        ledger.articles("")


def test_a_statement_is_found_by_the_beginning_of_its_id(several: Ledger) -> None:
    for row in list(several.statements()):
        assert several.statement(row.id) == row
        assert several.statement(row.id[:8]) == row


@pytest.mark.parametrize("prefix", ["zz", "", "%", "\ud800"])
def test_an_unknown_id_is_told(several: Ledger, prefix: str) -> None:
    with pytest.raises(UsageError) as error:
        several.statement(prefix)
    assert error.value.code == "no-such-statement"
    with pytest.raises(UsageError) as error:
        several.reading(prefix)
    assert error.value.code == "no-such-article"


def test_a_short_id_that_several_share_is_told(ledger: Ledger) -> None:
    for i in range(40):  # of 16 first digits
        ledger.add(f"k{i}", reading(((f"Speaker {i}", "said", "yes"),)))
    firsts = [s.id[0] for s in ledger.statements()]
    shared = next(d for d in firsts if firsts.count(d) > 1)
    with pytest.raises(UsageError) as error:
        ledger.statement(shared)
    assert error.value.code == "ambiguous-statement"
    with pytest.raises(UsageError, match="article"):
        ledger.reading("0123456789abcdef")


def test_statements_are_streamed(ledger: Ledger) -> None:
    add_several(ledger)
    rows = ledger.statements()
    next(rows)
    ledger.add("late", renamed(reading(), "late"))  # does not wait for the reader
    assert len(list(rows)) == 3


def test_articles_are_listed_and_searched(several: Ledger) -> None:
    assert [a.page for a in several.articles()] == ["3", "0", "1", "2"]
    found = list(several.articles("LIMAN"))
    assert [(a.page, a.statements, a.headline) for a in found] == [("1", 1, "A harbour")]
    assert len(list(several.articles(limit=2))) == 2


def test_furniture_is_not_searched(ledger: Ledger) -> None:
    text = "The port closes.\n\nDonate now"
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, 16)), Block(BlockKind.APPEAL, Span(18, 28)))
    article = Article("a1", Source("p"), text, blocks, Origin(OriginKind.TEXT, ("",), ()))
    ledger.add("p", Reading(article))
    assert [a.id for a in ledger.articles("port")] == ["a1"]
    assert list(ledger.articles("donate")) == []


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ("UPDATE article SET text = x'00'", LedgerBroken),
        ("UPDATE article SET meta = '{}x'", LedgerBroken),
        ("UPDATE mark SET value = '{}'", LedgerBroken),
        ('UPDATE mark SET start = 9, "end" = 3', LedgerBroken),
        ("UPDATE mark SET kind = 'mood'", LedgerTooNew),
    ],
)
def test_damage_is_told_and_found_by_check(ledger: Ledger, change: str, error: type) -> None:
    ledger.add("a", reading())
    assert ledger.check() == ()
    with ledger._engine.connect() as connection:
        connection.exec_driver_sql(change)
        connection.commit()
    with pytest.raises(error):
        ledger.reading(reading().article.id)
    assert len(ledger.check()) == 1


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM mark WHERE position = 1",
        "DELETE FROM statement",
        "DELETE FROM statement_search",
        "DELETE FROM article_search",
        "UPDATE version SET current = 0",
        "DELETE FROM version",
        "UPDATE statement SET id = 'x'",
        "UPDATE statement SET day = '2031-05-05'",
        "UPDATE article SET day = NULL",
    ],
)
def test_check_finds_what_is_missing(ledger: Ledger, change: str) -> None:
    ledger.add("a", reading())
    with ledger._engine.connect() as connection:
        connection.exec_driver_sql(change)
        connection.commit()
    assert ledger.check()


def test_texts_are_kept_small(ledger: Ledger) -> None:
    said = tuple((f"Speaker {i}", "said", "the old harbour will close") for i in range(200))
    ledger.add("a", reading(said))
    with ledger._engine.connect() as connection:
        blob = connection.exec_driver_sql("SELECT text FROM article").scalar_one()
    assert len(blob) * 4 < len(zlib.decompress(blob))
