"""Pages that are no plain article: front pages, bylines with places, stories in table cells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quoth.model import Article
from quoth.model import BlockKind as K

Read = Callable[..., Article]
FIRST = "The harbour board of Halmer has closed the southern pier after a crack was found there."
SECOND = "Fishermen said that they had not been warned, and that forty boats had to land in Ostrel."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p>"


def test_a_front_page_has_no_article(read: Read) -> None:
    cards = [
        f"<article><h2><a href='/{i}'>Story number {i} from the coast</a></h2>"
        f"<p>The short text of story {i} that leads to the story itself.</p></article>"
        for i in range(6)
    ]
    article = read(f"<html lang=en><body><main>{''.join(cards)}</main></body></html>")
    assert dict(article.meta.why)["region"] == "none"
    assert all(b.furniture for b in article.blocks)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Signe Aldous in Halmer", ("Signe Aldous",)),
        ("By Signe Aldous", ("Signe Aldous",)),
        ("Von Signe Aldous aus Halmer", ("Signe Aldous",)),
    ],
)
def test_the_place_of_a_byline_is_no_part_of_the_name(
    read: Read, line: str, authors: tuple[str, ...]
) -> None:
    language = "de" if line.startswith("Von") else "en"
    head = f"<h1>Pier closed in Halmer</h1><div class='byline'>{line}</div>"
    page = f"<html lang={language}><body><article>{head}{BODY}</article></body></html>"
    assert read(page).meta.authors == authors


def test_a_story_in_a_table_cell_is_read(read: Read) -> None:
    head = "<h1>Pier closed in Halmer</h1>"
    table = f"<table><tr><td>Home</td></tr><tr><td>{head}{BODY}</td></tr></table>"
    article = read(f"<html lang=en><body>{table}</body></html>")
    assert [b.span.of(article.text) for b in article.of(K.PARAGRAPH)] == [FIRST, SECOND]
