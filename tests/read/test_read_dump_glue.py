"""Labels and headlines that run into the next word."""

import pytest

from quoth.read.dump import read_dump
from quoth.read.dump.glue import glued
from quoth.read.dump.inside import inside


@pytest.mark.parametrize(
    ("line", "label", "rest"),
    [
        ("BerlinThe chancellor said", "Berlin", "The chancellor said"),
        ("KyivUkrainian ships", "Kyiv", "Ukrainian ships"),
        ("New YorkThe exchange", "New York", "The exchange"),
        ("Rio de JaneiroO carnaval", "Rio de Janeiro", "O carnaval"),
        ("BERLINThe chancellor", "BERLIN", "The chancellor"),
        ("МоскваПрезидент сказал", "Москва", "Президент сказал"),
        ("القاهرةقال الوزير", "القاهرة", "قال الوزير"),
        ("PoliticsThe minister", "Politics", "The minister"),
        ("MalenfurtThe mayor", "Malenfurt", "The mayor"),
        ("Berlin“We will go”", "Berlin", "“We will go”"),
    ],
)
def test_a_glued_label_is_split_off(line: str, label: str, rest: str) -> None:
    text = f"x\n{line}"
    found = glued(text, 2, len(text))
    assert found is not None
    assert (found.label.of(text), text[found.rest :]) == (label, rest)


@pytest.mark.parametrize(
    "line",
    [
        "Berlin is a city",
        "McDonald said so",
        "YouTube said it would",
        "DeSantis said so",
        "The BBC said so",
        "مصرية قالت",
        "Berliner Bürger",
        "eBay",
        "",
    ],
)
def test_other_words_are_left_whole(line: str) -> None:
    assert glued(line, 0, len(line)) is None


@pytest.mark.parametrize("line", ["YouTube will close its office", "McDonald said so again"])
def test_brands_are_left_whole_where_other_labels_are_glued(line: str) -> None:
    assert glued(line, 0, len(line), loose=True) is None


def test_a_headline_glued_to_place_and_text() -> None:
    text = "Ministers agree on a new dealBerlinThe chancellor said it was good."
    found = inside(text, 0, len(text))
    assert found is not None
    assert found.place is not None
    assert found.headline.of(text) == "Ministers agree on a new deal"
    assert found.place.of(text) == "Berlin"
    assert text[found.rest :].startswith("The chancellor")


def test_the_first_paragraph_of_an_article_may_have_a_glued_place() -> None:
    text = (
        "Tax office closes its last counter\nPublished: June 13, 2023\n"
        "BerlinThe tax office closed its last counter on Monday, the office said.\n"
        "Citizens must now send papers to the tax office online.\n"
    )
    blocks, _ = read_dump(text)
    kinds = [b.kind.value for b in blocks]
    assert kinds == ["headline", "date", "dateline", "paragraph", "paragraph"]
    assert blocks[2].span.of(text) == "Berlin"
    assert blocks[3].span.of(text).startswith("The tax office closed")


def test_an_ambiguous_date_says_what_was_assumed() -> None:
    text = "Tax office closes\nPublished: 03/06/2023\nThe office closed on Monday, it said.\n"
    assert dict(read_dump(text)[1].why)["published"] == "block, month-day order assumed"
    assert read_dump(text, "fr")[1].published == "2023-06-03"


def test_a_lone_sentence_is_an_article() -> None:
    text = "“I will go,” Jane said.\n"
    assert [b.kind.value for b in read_dump(text)[0]] == ["paragraph"]


def test_a_headline_and_a_short_sentence_are_an_article() -> None:
    text = "Dam holds\nThe dam held, she said.\n"
    assert [b.kind.value for b in read_dump(text)[0]] == ["headline", "paragraph"]


def test_the_title_of_the_page_names_the_site() -> None:
    headline = "Harbour fire leaves ferry service suspended"
    text = (
        f"{headline} - The Delta Courier\n{headline}\nJune 3, 2021\n"
        "A fire at the harbour left the ferry service suspended on Monday, officials said.\n"
        "The ferry company said the harbour fire began in a storage room.\n"
    )
    blocks, meta = read_dump(text)
    assert meta.site == "The Delta Courier"
    assert [b.kind.value for b in blocks][:2] == ["navigation", "headline"]
