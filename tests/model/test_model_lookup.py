import pytest

from quoth.model import (
    Article,
    Form,
    Language,
    Maker,
    Reading,
    Source,
    Span,
    Statement,
    identity,
    mark,
)
from quoth.model.lookup import Lookup, words

BY = Maker("m", "1")


def reading(*marks: tuple[Span, object]) -> Reading:
    article = Article("a", Source("p"), "x" * 100, (), identity(100))
    return Reading(article).plus(mark("a", span, value, BY, 1.0) for span, value in marks)


def said(content: Span, inside: Span | None = None, why: str = "") -> Statement:
    return Statement((content,), (), (), Form.DIRECT, inside=inside, why=why)


@pytest.mark.parametrize(
    ("span", "code"),
    [
        (Span(0, 10), "en"),
        (Span(25, 30), "uk"),  # of the two that cover it, the narrower
        (Span(15, 45), "ru"),
        (Span(45, 60), "de"),
        (Span(38, 52), "ru"),
        (Span(60, 70), None),
        (Span(19, 20), "en"),
        (Span(20, 21), "ru"),
        (Span(5, 5), "en"),
    ],
)
def test_the_language_of_a_span_is_that_of_most_of_it(span: Span, code: str | None) -> None:
    lookup = Lookup(
        reading(
            (Span(0, 20), Language("en", "")),
            (Span(20, 48), Language("ru", "")),
            (Span(25, 30), Language("uk", "")),
            (Span(48, 60), Language("de", "")),
        )
    )
    assert lookup.language(span) == code


def test_a_wide_mark_is_found_behind_narrow_ones() -> None:
    narrow = [(Span(i, i + 1), Language("en", "")) for i in range(1, 40)]
    lookup = Lookup(reading((Span(0, 100), Language("ar", "")), *narrow))
    assert lookup.language(Span(50, 60)) == "ar"
    assert lookup.language(Span(3, 4)) == "en"


def test_the_outer_statement_is_found_by_its_content() -> None:
    outer, inner = said(Span(10, 50)), said(Span(20, 30), inside=Span(10, 50))
    read = reading((Span(0, 50), outer), (Span(15, 30), inner))
    lookup = Lookup(read)
    assert lookup.outer(inner) == read.of(Statement)[0].id
    assert lookup.outer(outer) is None
    assert lookup.outer(said(Span(1, 2), inside=Span(3, 4))) is None


def test_a_statement_is_not_nested_in_itself() -> None:
    same = said(Span(10, 50), inside=Span(10, 50))
    assert Lookup(reading((Span(0, 50), same))).outer(same) is None
    outer = said(Span(10, 50), why="outer")
    read = reading((Span(0, 50), same), (Span(0, 50), outer))
    assert Lookup(read).outer(same) == next(m.id for m in read.of(Statement) if m.value == outer)


def test_fragments_are_joined_by_a_space() -> None:
    assert words("abcdef", (Span(0, 2), Span(4, 6))) == "ab ef"
    assert words("abcdef", (Span(1, 3),)) == "bc"
    assert words("abcdef", ()) is None
