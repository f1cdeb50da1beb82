"""Hits: the words that the search found are found in the text again."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quoth.model import Span
from quoth.store.folding import search_key
from quoth.store.fulltext import search_query
from quoth.store.hits import excerpt, hits, terms
from working import calls


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("ferry", "The Ferry—ferry's ferries", ["Ferry", "ferry"]),
        ("FERR*", "The Ferry, the ferries", ["Ferry", "ferries"]),
        ('"the ferry"', "the ferry, The  FERRY; the old ferry", ["the ferry", "The  FERRY"]),
        ("ferry coal", "coal for a ferry", ["coal", "ferry"]),
        ('"the coal" coal', "the coal", ["the coal"]),
        ("елкин", "Сказал Ёлкин.", ["Ёлкин"]),
        ("الميناء", "في الميناءَ اليوم", ["الميناءَ"]),
        ("istanbul", "İstanbul’da", ["İstanbul"]),
        ("strasse", "die Straße", ["Straße"]),
        ("naïve", "a naive man", ["naive"]),
        ("हिन्दी", "वह हिन्दी है", ["हिन्दी"]),
        ("x", "nothing", []),
        ('"', "nothing", []),
        ("\u064e", "\u064e nothing", []),
    ],
)
def test_hits_are_the_words_as_the_text_has_them(query: str, text: str, found: list[str]) -> None:
    assert [span.of(text) for span in hits(text, terms(query))] == found


WORDS = st.lists(
    st.text(st.sampled_from("abÄé -'.\u0301ßİ1العَ"), min_size=1, max_size=6), max_size=8
).map(" ".join)


@given(text=WORDS, query=WORDS)
@example(text="a", query="\u064e")
def test_a_text_has_hits_where_the_search_finds_it(text: str, query: str) -> None:
    wanted = terms(query)
    if not wanted:
        return
    base = sqlite3.connect(":memory:")
    base.execute(
        "CREATE VIRTUAL TABLE t USING fts5(x, tokenize="
        "'unicode61 remove_diacritics 2 categories ''L* N* Co Mn Mc''')"
    )
    base.execute("INSERT INTO t VALUES (?)", (search_key(text),))
    found = base.execute("SELECT 1 FROM t WHERE t MATCH ?", (search_query(query),)).fetchone()
    if found:
        assert all(hits(text, [term]) for term in wanted)


@given(text=st.text(max_size=200), start=st.integers(0, 190), width=st.integers(20, 60))
def test_an_excerpt_holds_its_hit_and_is_no_longer_than_asked(
    text: str, start: int, width: int
) -> None:
    end = min(start + 10, len(text))
    spans = [Span(start, end)] if start < end else []
    cut = excerpt(text, spans, width)
    assert 0 <= cut.start <= cut.end <= len(text)
    assert len(cut) <= width + 10
    assert all(cut.start <= span.start and span.end <= cut.end for span in spans)


def test_an_excerpt_begins_and_ends_between_words() -> None:
    text = "lorem ipsum dolor " * 20 + "the ferry sank " + "sit amet " * 30
    cut = excerpt(text, hits(text, terms("ferry")), 100)
    assert "ferry" in cut.of(text)
    assert text[cut.start - 1] == " "
    assert text[cut.end] == " "


def test_the_work_of_hits_grows_with_the_text() -> None:
    def work(size: int) -> int:
        text = "the ferry of coal " * size
        return calls(lambda: hits(text, terms('"ferry of" coal*')))

    work(1)  # patterns are compiled once
    assert work(2000) < 2.5 * work(1000)
