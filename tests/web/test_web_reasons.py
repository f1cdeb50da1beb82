"""Why something was read so, in the language of the reader."""

from __future__ import annotations

import re
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markupsafe import Markup
from reasons_support import reasons, written

from quoth.store import Ledger, open_ledger
from quoth.web import reasons as told
from quoth.web.pages import environment
from quoth.web.reasons import HOLES, LONGEST, Row, explained, rows
from quoth.web.words import LANGUAGES, catalogue

OTHERS = LANGUAGES[1:]
DAY = "the day of publication, 2031-05-03"
VALUES = {
    "words": "Ina Lund",
    "names": "Ina Lund and Per Holm",
    "either": "Ina Lund and Per Holm",
    "repr": "'he'",
    "num": "12000",
    "number": "4",
    "year": "2031",
    "date": "2031-05-03",
    "day": "2031-05",
    "quarter": "2031-Q2",
    "timex": "PAST_REF",
    "mark": ".",
    "language": "pt",
    "currency": "USD",
    "reason": "written out",
}
FREE = {name for name, look in HOLES.items() if look.endswith("+")} | {"reason"}


def filled(row: Row) -> str:
    """A reason of a row; holes that are sections hold the first of its rows."""
    firsts = {r.section: r for r in reversed(rows())}
    return re.sub(
        r"%\((\w+)\)s",
        lambda m: VALUES[m[1]] if m[1] in VALUES else filled(firsts[m[1]]),
        row.pattern,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_of_the_samples_is_told(samples: Ledger, language: str):
    for article in samples.article_ids():
        for text in filter(None, reasons(samples.reading(article))):
            assert explained(language, text) is not None, text


def test_every_reason_that_the_code_writes_is_told():
    found = list(written())
    assert len(found) > 250
    unknown = [f"{at}: {text}" for at, text in found if explained("es", text) is None]
    assert not unknown, "add them to src/quoth/web/locale/reasons.tsv, then: make messages"


def test_every_pattern_is_one_that_the_code_writes(monkeypatch: pytest.MonkeyPatch):
    used: set[Row] = set()
    known = told._Teller._message

    def noted(self: Any, row: Row, *values: Any) -> Markup:
        used.add(row)
        return known(self, row, *values)

    monkeypatch.setattr(told._Teller, "_message", noted)
    for _, text in written():
        told._explained.__wrapped__(text, "en", frozenset())
    kept = {row for row in rows() if row.section in ("reason", "construction")}
    assert [row.pattern for row in rows() if row in kept - used] == []


@pytest.mark.parametrize("row", rows(), ids=lambda r: r.pattern)
def test_a_pattern_is_told_by_its_own_row(row: Row):
    if row.section not in ("reason", "construction"):
        return
    for language in OTHERS:
        said = catalogue(language)
        number = 12_000 if "num" in row.holes else 0
        wanted = said.ngettext(row.one, row.many, number) if row.many else said.gettext(row.one)
        text = explained(language, filled(row))
        assert text is not None
        for part in re.split(r"%\(\w+\)s", wanted):
            assert part in text, wanted
        assert "%(" not in text


def test_a_pattern_has_one_hole_at_most_that_takes_anything():
    # with two of them the time that a text takes would grow with the square of its length
    for row in rows():
        assert len(FREE & set(row.holes)) <= 1, row.pattern
        assert len(row.holes) == len(set(row.holes)), row.pattern


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_table_does_not_know_stays_english(language: str):
    assert explained(language, "because a fisherman said so") is None
    assert explained(language, "a name; because a fisherman said so") is None
    page = '{% from "parts/moments.html" import why %}{{ why("because a fisherman said so") }}'
    (shown,) = html.fromstring(environment(language).from_string(page).render()).xpath("//span/*")
    assert (shown.get("lang"), shown.text_content()) == ("en", "because a fisherman said so")


PLACE = "12 places of that name: the likeliest by size (city of 20000 people)"
MARK = "“.” read as the thousands mark of the language (pt)"
PUBLISHED = "la fecha de publicación (3 de mayo de 2031)"
SAID = [
    ("en", f"3 days before {DAY}", "3 days before the day of publication, May 3, 2031"),
    ("en", f"-1 days from {DAY}", "1 day before the day of publication, May 3, 2031"),
    ("es", f"1 days before {DAY}", f"1 día antes de {PUBLISHED}"),
    ("es", f"3 weeks after {DAY}", f"3 semanas después de {PUBLISHED}"),
    ("id", f"the weekday of {DAY}", "hari yang sama dengan tanggal terbit (3 Mei 2031)"),
    ("es", MARK, "«.» leído como separador de millares del idioma: portugués"),
    ("id", "“Dollar” without a country read as USD", "sebagai Dolar Amerika Serikat"),
    ("es", PLACE, "12 lugares con ese nombre: el más probable por su tamaño"),
    ("es", PLACE, "(una ciudad de 20.000 habitantes)"),
    ("id", "counted from 2031-Q2: written out", "(Kuartal ke-2 2031): tertulis lengkap"),
    ("es", "trained, marks", "hallada por el lector entrenado, ajustada a sus comillas"),
    ("es", "goes on speaking; a name", "sigue hablando; un nombre"),
    ("es", 'the nearest one whom "l\'altro" fits', "concuerda con «l'altro»"),
]


@pytest.mark.parametrize(("language", "text", "said"), SAID)
def test_numbers_days_and_names_of_things_are_of_the_language(language: str, text: str, said: str):
    found = explained(language, text)
    assert found is not None
    assert said in html.fromstring(f"<p>{found}</p>").text_content()


def test_names_that_the_article_knows_are_joined_as_the_language_joins_them():
    bureau = "Bureau of Sand and Salt"
    text = f"{bureau} and Ina Lund may be meant, or somebody else"
    found = str(explained("es", text, {bureau, "Ina Lund", "Salt"}))
    assert f"<bdi>{bureau}</bdi> o <bdi>Ina Lund</bdi>" in found
    # where they cannot be told apart they stay as they are kept
    assert f"<bdi>{bureau} and Ina Lund</bdi>" in str(explained("es", text))


def test_words_of_the_page_are_escaped_apart_and_cut():
    found = explained("id", "<script>hurt()</script> may be meant")
    assert found is not None
    assert "<bdi>&lt;script&gt;hurt()&lt;/script&gt;</bdi>" in found
    long = explained("es", f"{'Anna' * 100} may be meant")
    assert long is not None
    assert "…</bdi>" in long
    assert len(long) < 200


def test_a_reason_of_very_many_pieces_is_cut_between_two_of_them():
    one = "40 days before a date elsewhere on the page, 2031-05-03"
    found = explained("es", "; ".join([one] * 12))
    assert found is not None
    assert found.endswith("; …")
    assert found.count("; ") < 8


@given(st.text(), st.sampled_from(rows()), st.sampled_from(LANGUAGES))
def test_any_words_in_a_hole_are_told_harmlessly(words: str, row: Row, language: str):
    text = filled(row).replace("Ina Lund", words).replace("'he'", words)
    found = explained(language, text, {words, "Per Holm"})
    if found is not None:
        assert set(re.findall(r"<[^>]*>", found)) <= {"<bdi>", "</bdi>"}
        assert found.count("<bdi>") == found.count("</bdi>")


@pytest.mark.parametrize(
    "text",
    [
        "counted from 2031: " * 500,
        "a and " * 2000 + "may be meant",
        "“" * 9000 + "” points there",
        f"3 days before {DAY}, “" + "” points ther" * 2000,
        "may be meant, or somebody" * 1000,
        "origin unknown: " * 1000,
        "trained, " * 2000,
        "; " * 5000,
        "1" * 10_000 + " places of that name: a name",
    ],
)
def test_a_hostile_reason_takes_no_longer_than_a_long_one(text: str):
    for size in (LONGEST, len(text)):
        started = process_time()
        told._explained.__wrapped__(text[:size], "es", frozenset({"a"}))
        assert process_time() - started < 0.25  # it takes a few thousandths of it


def test_the_table_tells_hostile_pages_too(hostile_file):
    with open_ledger(hostile_file, create=False) as ledger:
        for article in ledger.article_ids():
            for text in reasons(ledger.reading(article)):
                said = explained("es", text)
                assert said is None or set(re.findall(r"<[^>]*>", said)) <= {"<bdi>", "</bdi>"}
