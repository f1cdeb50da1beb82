"""The language of each paragraph."""

from __future__ import annotations

import pytest
from annotate_support import article, one_block

from quoth.annotate import annotate
from quoth.annotate.blocks import spoken, stretches
from quoth.annotate.language import LanguageAnnotator
from quoth.model import (
    Article,
    Block,
    BlockKind,
    Language,
    Metadata,
    Reading,
    Sentence,
    Source,
    Span,
    identity,
)

SENTENCES = {
    "en": "The council of Arden has closed the old bridge over the river because its pillars are "
    "no longer safe for lorries.",
    "de": "Der Stadtrat von Arden hat die alte Brücke über den Fluss gesperrt, weil ihre Pfeiler "
    "nicht mehr sicher sind.",
    "fr": "Le conseil municipal d’Arden a fermé le vieux pont sur la rivière parce que ses "
    "piliers ne sont plus sûrs.",
    "es": "El ayuntamiento de Arden ha cerrado el viejo puente sobre el río porque sus pilares "
    "ya no son seguros.",
    "pt": "A câmara municipal de Arden fechou a velha ponte sobre o rio porque os seus pilares "
    "já não são seguros.",
    "it": "Il consiglio comunale di Arden ha chiuso il vecchio ponte sul fiume perché i suoi "
    "piloni non sono più sicuri.",
    "nl": "De gemeenteraad van Arden heeft de oude brug over de rivier gesloten omdat de pijlers "
    "niet meer veilig zijn.",
    "id": "Dewan kota Arden menutup jembatan tua di atas sungai karena tiang-tiangnya sudah "
    "tidak aman lagi bagi truk.",
    "ru": "Городской совет Ардена закрыл старый мост через реку, потому что его опоры больше не "
    "безопасны для грузовиков.",
    "uk": "Міська рада Ардена закрила старий міст через річку, бо його опори вже не є "
    "безпечними для вантажівок.",
    "ar": "أغلق مجلس مدينة أردن الجسر القديم فوق النهر لأن دعائمه لم تعد آمنة لمرور الشاحنات في "
    "هذا الشتاء.",
    "tr": "Arden belediye meclisi nehrin üzerindeki eski köprüyü ayakları artık güvenli olmadığı "
    "için trafiğe kapattı.",
}
ENGLISH = "The mayor of the town told us that the bridge over the river had been closed by ice."


def languages(known: Article) -> list[Language]:
    reading = Reading(known).plus(LanguageAnnotator()(Reading(known)))
    return [m.value for m in reading.of(Language)]


def codes(known: Article) -> list[str]:
    return [value.code for value in languages(known)]


@pytest.mark.parametrize("code", SENTENCES)
def test_the_letters_tell_the_language_of_an_article(code: str) -> None:
    assert languages(one_block(SENTENCES[code], None)) == [Language(code, "its letters")]


@pytest.mark.parametrize("code", SENTENCES)
def test_a_language_that_is_declared_rightly_is_kept(code: str) -> None:
    (found,) = languages(one_block(SENTENCES[code], f"{code.upper()}-XX"))
    assert found.code == code
    assert "the page says" in found.why


@pytest.mark.parametrize("code", SENTENCES)
def test_a_language_that_is_declared_wrongly_is_overruled(code: str) -> None:
    wrong = "en" if code != "en" else "de"
    (found,) = languages(one_block(SENTENCES[code], wrong))
    assert found == Language(code, f"its letters; the page says {wrong}")


@pytest.mark.parametrize("code", SENTENCES)
def test_a_long_paragraph_in_another_language_is_told_apart(code: str) -> None:
    text = "\n".join([ENGLISH, ENGLISH, SENTENCES[code], ENGLISH])
    assert codes(article(text, "en")) == ["en", "en", code, "en"]


def test_a_short_paragraph_keeps_the_language_of_its_article() -> None:
    text = f"{ENGLISH}\nOui, non, peut-être.\nJa!\nНет."
    assert codes(article(text, None)) == ["en"] * 4


def test_a_short_text_is_in_the_language_that_is_declared() -> None:
    assert codes(one_block("Taxi, hotel, restaurant.", "nl")) == ["nl"]


def test_another_script_overrules_even_in_a_short_text() -> None:
    assert codes(one_block("Мост закрыт сегодня.", "en")) != ["en"]


@pytest.mark.parametrize(
    ("declared", "code"), [(None, "und"), ("", "und"), ("pt_BR", "pt"), ("in-ID", "id")]
)
def test_without_letters_only_the_page_can_tell(declared: str | None, code: str) -> None:
    assert codes(article("123 456\n--- 7 !", declared)) == [code, code]


def test_an_article_without_blocks_has_no_language() -> None:
    assert codes(one_block("", "en")) == []


def test_furniture_has_no_language_and_does_not_count() -> None:
    text = f"{SENTENCES['de']}\n{ENGLISH}"
    known = article(text, None, (BlockKind.TEASER,))
    reading = Reading(known).plus(LanguageAnnotator()(Reading(known)))
    assert [(m.span.of(text), m.value.code) for m in reading.of(Language)] == [(ENGLISH, "en")]


def test_russian_and_ukrainian_are_told_apart_by_their_own_letters() -> None:
    assert codes(one_block("Її з'їзд був у Києві, і міські голови їхали туди.", None)) == ["uk"]
    assert codes(one_block("Это был объявленный съезд, и мэры ехали туда.", None)) == ["ru"]


def test_only_running_text_in_a_known_language_is_spoken() -> None:
    kinds = tuple(BlockKind)
    text = "\n".join([ENGLISH] * len(kinds))
    known = article(text, "en", kinds)
    reading = Reading(known).plus(LanguageAnnotator()(Reading(known)))
    assert [b.kind.value for b, _ in spoken(reading)] == [
        "headline",
        "lead",
        "subheading",
        "paragraph",
        "caption",
    ]
    assert {code for _, code in spoken(reading)} == {"en"}
    japanese = one_block("市長は橋が閉鎖されたと述べた。川の氷のためである。", "ja")
    reading = Reading(japanese).plus(LanguageAnnotator()(Reading(japanese)))
    assert spoken(reading) == []


LONG = "word " * 30 + "end."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One line.", ["One line."]),
        ("One line.\nAnother.", ["One line.", "Another."]),
        ("One line\nthat is wrapped.\nAnother.", ["One line\nthat is wrapped.", "Another."]),
        ("One line\n\nAnother", ["One line", "Another"]),
        ("One line\n \t\n Another", ["One line", "Another"]),
        ("He said:\n“Yes.”  \n No", ["He said:", "“Yes.”", "No"]),
        (f"{LONG}\nshort line\nand another", [LONG, "short line", "and another"]),
        (f"  {LONG}  \n\n  short ", [LONG, "short"]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_a_block_of_several_lines_falls_into_its_paragraphs(text: str, wanted: list[str]) -> None:
    assert [s.of(text) for s in stretches(text, Span(0, len(text)))] == wanted


def test_only_the_block_itself_falls_into_paragraphs() -> None:
    text = "Out.\nOne.\nTwo.\nOut."
    assert [s.of(text) for s in stretches(text, Span(5, 14))] == ["One.", "Two."]


def test_marks_of_sentences_count_from_nought_in_each_block() -> None:
    text = "One is here. Two is here.\nThree is here."
    found = annotate(article(text, "en"), "pack").of(Sentence)
    assert [(m.value.index, m.span.of(text)) for m in found] == [
        (0, "One is here."),
        (1, "Two is here."),
        (0, "Three is here."),
    ]


def test_an_article_of_one_language_may_lie_anywhere_in_its_page() -> None:
    text = "§§§ " + SENTENCES["tr"]
    blocks = (Block(BlockKind.PARAGRAPH, Span(4, len(text))),)
    known = Article("a", Source("a"), text, blocks, identity(len(text)), Metadata())
    assert codes(known) == ["tr"]
