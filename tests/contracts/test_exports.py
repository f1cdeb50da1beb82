"""What every export keeps to."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

import pytest

from quoth.export import EXPORTS, article_record, mark_record, records
from quoth.model import (
    Article,
    Block,
    BlockKind,
    Form,
    Language,
    Maker,
    Mark,
    Metadata,
    Origin,
    OriginKind,
    Reading,
    Run,
    Source,
    Span,
    Statement,
    identity,
    mark,
)
from quoth.store import open_ledger

TEXT = "Ада Квилл сказала: «Порт\u2028закрыт \ud83d».\n\nمن دون اسم"
BY = Maker("sample", "1")


def sample(kind: OriginKind = OriginKind.TEXT, ident: str = "0123456789abcdef") -> Reading:
    html = Origin(kind, ("/html/body/p/text()",), (Run(0, 30, 0, 4, 30),))
    article = Article(
        ident,
        Source("pages/\udcff.html", sha256="ab" * 32),
        TEXT,
        (Block(BlockKind.PARAGRAPH, Span(0, 35)), Block(BlockKind.TEASER, Span(37, len(TEXT)))),
        identity(len(TEXT)) if kind is OriginKind.TEXT else html,
        Metadata(headline="Порт", published="2031-05-04", why=(("published", "meta"),)),
    )
    first = Statement((Span(20, 33),), (Span(10, 17),), (Span(0, 9),), Form.DIRECT, why="colon")
    second = Statement((Span(20, 24), Span(25, 31)), (), (), Form.HEARSAY, hedge=(Span(32, 33),))
    values = (Language("ru", "x"), first, second)
    return Reading(article).plus(mark(article.id, Span(0, 35), v, BY, 0.5) for v in values)


def pairs(reading: Reading) -> Iterator[tuple[Reading, Mark[Statement]]]:
    return ((reading, m) for m in reading.of(Statement))


@pytest.fixture(params=sorted(EXPORTS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


LINES = {"annotations": 2, "jsonl": 2, "gqg": 1, "schema.org": 1, "ftm": 3}
"""Of the sample, which has two statements: a line a statement, an article, or an entity."""


def test_each_line_is_one_json_object(name: str) -> None:
    lines = list(EXPORTS[name](pairs(sample())))
    assert len(lines) == LINES[name]
    for line in lines:
        assert len(line.splitlines()) == 1
        line.encode()
        assert isinstance(json.loads(line), dict)


def test_nothing_from_nothing(name: str) -> None:
    assert list(EXPORTS[name](iter(()))) == []


def test_an_export_streams(name: str) -> None:
    def endless() -> Iterator[tuple[Reading, Mark[Statement]]]:
        for number in count():
            yield from pairs(sample(ident=f"{number:016x}"))

    assert len(list(islice(EXPORTS[name](endless()), 50))) == 50


def test_the_same_statements_give_the_same_lines(name: str) -> None:
    assert list(EXPORTS[name](pairs(sample()))) == list(EXPORTS[name](pairs(sample())))


@pytest.mark.parametrize("kind", list(OriginKind))
def test_a_ledger_exports_what_was_read(name: str, kind: OriginKind, tmp_path: Path) -> None:
    reading = sample(kind)
    with open_ledger(tmp_path / "l") as ledger:
        ledger.add("page", reading)
        assert list(EXPORTS[name](ledger.found())) == list(EXPORTS[name](pairs(reading)))


@pytest.mark.parametrize("kind", list(OriginKind))
def test_records_are_the_same_after_storing(kind: OriginKind, tmp_path: Path) -> None:
    reading = sample(kind)
    with open_ledger(tmp_path / "l") as ledger:
        ledger.add("page", reading)
        back = ledger.reading(reading.article.id)
    assert list(records(back)) == list(records(reading))
    assert article_record(back) == article_record(reading)
    assert [mark_record(back.article, m) for m in back.marks] == [
        mark_record(reading.article, m) for m in reading.marks
    ]


def test_a_page_name_may_hold_anything(name: str) -> None:
    reading = sample()
    odd = replace(reading, article=replace(reading.article, source=Source("🦉\n\x00" * 1000)))
    assert len([*EXPORTS[name](pairs(odd))]) == LINES[name]
