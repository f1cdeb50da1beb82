from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

import pytest

from quoth.model import Article, Origin, OriginKind, Run, Source, Span, identity
from quoth.text.selectors import (
    fragment_link,
    page_link,
    position_selector,
    quote_selector,
    range_selector,
    web_address,
)

URL = "https://harbour.example/news/ferry"
FIRST, SECOND = "/html/body/p[1]/text()[1]", "/html/body/p[2]/text()[1]"


@pytest.fixture
def article() -> Article:
    text = "The ferry sank.\n\nNobody was hurt."
    runs = (Run(0, 15, 0, 4, 15), Run(17, 33, 1, 2, 16))
    origin = Origin(OriginKind.HTML, (FIRST, SECOND), runs)
    return Article("a1", Source("ferry.html"), text, (), origin)


def test_position_selector_holds_the_span() -> None:
    assert position_selector(Span(3, 9)) == {"type": "TextPositionSelector", "start": 3, "end": 9}


def test_quote_selector_has_32_characters_around() -> None:
    text = "x" * 40 + "ferry" + "y" * 40
    made = quote_selector(text, Span(40, 45))
    assert made["exact"] == "ferry"
    assert made["prefix"] == "x" * 32
    assert made["suffix"] == "y" * 32


def test_quote_selector_at_the_ends_of_the_text() -> None:
    made = quote_selector("ferry", Span(0, 5))
    assert (made["prefix"], made["suffix"]) == ("", "")


def test_range_selector_points_into_both_text_nodes(article: Article) -> None:
    made = range_selector(article, Span(4, 23))
    assert made == {
        "type": "RangeSelector",
        "startSelector": {
            "type": "XPathSelector",
            "value": FIRST,
            "refinedBy": {"type": "TextPositionSelector", "start": 8, "end": 8},
        },
        "endSelector": {
            "type": "XPathSelector",
            "value": SECOND,
            "refinedBy": {"type": "TextPositionSelector", "start": 8, "end": 8},
        },
    }


def test_no_range_for_a_block_break(article: Article) -> None:
    assert range_selector(article, Span(15, 17)) is None


def test_no_range_in_plain_text() -> None:
    plain = Article("a1", Source("ferry.txt"), "The ferry", (), identity(9))
    assert range_selector(plain, Span(0, 3)) is None


def test_fragment_of_a_short_quotation_is_the_quotation() -> None:
    text = "The ferry sank."
    assert fragment_link(URL, text, Span(4, 14)) == f"{URL}#:~:text=ferry%20sank"


def test_fragment_encodes_what_has_a_meaning_in_directives() -> None:
    text = "a well-known, safe & sound ferry"
    link = fragment_link(URL, text, Span(2, len(text)))
    directive = link.partition(":~:text=")[2]
    assert not set("-,&") & set(directive)
    assert unquote(directive) == text[2:]


def test_fragment_of_a_repeated_word_has_its_neighbours() -> None:
    text = "The old ferry sank. The new ferry swims."
    link = fragment_link(URL, text, Span(28, 33))
    assert link.endswith(":~:text=sank.%20The%20new-,ferry,-swims.")


def test_fragment_of_a_long_quotation_names_its_ends() -> None:
    text = "one two three four five " + "and so on " * 20 + "six seven eight nine ten"
    link = fragment_link(URL, text, Span(0, len(text)))
    assert link.endswith("text=one%20two%20three%20four%20five,six%20seven%20eight%20nine%20ten")


def test_fragment_over_two_paragraphs_stays_inside_their_lines() -> None:
    text = "He swims.\n\nShe dives."
    link = fragment_link(URL, text, Span(0, len(text)))
    assert link.endswith(":~:text=He%20swims.,She%20dives")


def test_fragment_of_a_word_repeated_at_a_line_head_takes_no_words_of_another_line() -> None:
    text = "Ferry sank.\nFerry swims."
    assert fragment_link(URL, text, Span(12, 17)).endswith(":~:text=Ferry,-swims.")


def test_fragment_keeps_an_old_fragment() -> None:
    link = fragment_link(URL + "#story", "The ferry sank.", Span(4, 9))
    assert link == f"{URL}#story:~:text=ferry"


def test_fragment_of_arabic_text_is_utf_8() -> None:
    text = "غرقت العبارة أمس"
    directive = fragment_link(URL, text, Span(5, 12)).partition("text=")[2]
    assert unquote(directive) == "العبارة"


def test_fragment_of_nothing_is_the_page() -> None:
    assert fragment_link(URL, "a  b", Span(1, 3)) == URL


@pytest.mark.parametrize(
    "said",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/x", "//a.example", "http://[", ""],
)
def test_an_address_that_is_none_of_the_web_is_none(article: Article, said: str) -> None:
    told = replace(article, source=replace(article.source, url=said))
    assert web_address(told) is None
    assert page_link(told, [Span(0, 3)]) is None


def test_a_page_is_opened_at_words_where_it_is_on_the_web(article: Article) -> None:
    told = replace(article, meta=replace(article.meta, url=URL))
    assert web_address(told) == URL
    assert page_link(told, [Span(4, 14)]) == f"{URL}#:~:text=ferry%20sank"


def test_a_file_of_text_is_not_opened_at_words(article: Article) -> None:
    told = replace(article, source=replace(article.source, url=URL), origin=identity(33))
    assert web_address(told) == URL
    assert page_link(told, [Span(4, 14)]) is None
