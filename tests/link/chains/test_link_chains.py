"""Through whom a statement reached the page."""

from __future__ import annotations

import pytest
from chains_support import chain, path, read

from quoth.link.chains.media import media
from quoth.model import Role, SourceType
from quoth.text import tokenise

LUND = ("speaker", "Ana Lund")
DATELINE = "AARNES, May 4 (<AGENCY>Sarn</AGENCY>) -"


def test_whom_a_speaker_told_passed_it_on():
    marked = "<c>The bridge is shut</c>, <s>Ana Lund</s> <k>told</k> <ORG>Reuters</ORG> on Monday."
    assert path(marked) == [LUND, ("relay", "Reuters")]


def test_one_who_is_no_medium_and_was_told_something_passes_nothing_on():
    marked = (
        "<c>The bridge will stay shut</c>, <s>Ana Lund</s> <k>told</k> <ORG>Acme Dredging</ORG>."
    )
    assert path(marked) == [LUND]


def test_a_noun_says_that_an_unknown_name_is_a_medium():
    marked = "<s>Ana Lund</s> <k>told</k> the newspaper <ORG>Nordlys</ORG> <c>that it was safe</c>."
    assert path(marked) == [LUND, ("relay", "Nordlys")]


def test_media_without_a_name_pass_it_on_by_their_description():
    marked = "<c>The dam will hold</c>, <s>Ana Lund</s> <k>said</k>, local media reported."
    assert path(marked) == [LUND, ("relay", "local media")]


def test_a_medium_beside_another_reporting_word_passed_it_on():
    marked = (
        "<c>The dam will hold</c>, <s>Ana Lund</s> <k>said</k>, <ORG>Kyodo News</ORG> reported."
    )
    assert path(marked) == [LUND, ("relay", "Kyodo News")]


def test_the_agency_of_the_dateline_passed_every_statement_on():
    marked = f"{DATELINE}\n<c>The dam holds</c>, <s>Ana Lund</s> <k>said</k>."
    assert path(marked, site="Harbour Post") == [
        LUND,
        ("relay", "Sarn"),
        ("outlet", "Harbour Post"),
    ]


def test_an_agency_that_publishes_the_page_itself_is_its_outlet_alone():
    marked = f"{DATELINE}\n<c>The dam holds</c>, <s>Ana Lund</s> <k>said</k>."
    assert path(marked, site="Sarn News Agency") == [LUND, ("outlet", "Sarn News Agency")]


def test_without_a_site_name_the_host_is_the_outlet():
    marked = "<c>The dam holds</c>, <s>Ana Lund</s> <k>said</k>."
    assert path(marked, url="https://www.harbour.example/dam") == [
        LUND,
        ("outlet", "harbour.example"),
    ]


def test_a_broken_address_names_no_outlet():
    marked = "<c>The dam holds</c>, <s>Ana Lund</s> <k>said</k>."
    assert path(marked, url="https://[harbour/dam") == [LUND]


def test_hearsay_has_an_origin_that_is_not_known():
    found = chain(read("<c>The dam</c> <k>reportedly</k> <c>holds</c>.", site="Harbour Post"))
    assert found.origin is None
    assert [(k.role, k.name) for k in found.links] == [
        (Role.SPEAKER, None),
        (Role.OUTLET, "Harbour Post"),
    ]
    assert "unknown" in found.links[0].why


def test_whom_a_medium_cites_is_the_origin():
    marked = "<s>Kyodo News</s> <k>reported</k>, citing two officials, <c>that the dam holds</c>."
    assert path(marked, speaker=SourceType.MEDIA) == [
        ("speaker", "two officials"),
        ("relay", "Kyodo News"),
    ]


def test_a_page_says_from_which_language_it_was_translated():
    marked = (
        "<c>The dam holds</c>, <s>Ana Lund</s> <k>said</k>.\nTranslated from Norwegian by A. Vik"
    )
    assert path(marked) == [LUND, ("translation", "no")]


def test_every_link_but_the_page_itself_shows_the_words_that_prove_it():
    marked = "<c>The dam holds</c>, <s>Ana Lund</s> <k>told</k> <ORG>Reuters</ORG>."
    reading = read(marked, site="Harbour Post")
    words = [k.span.of(reading.article.text) if k.span else None for k in chain(reading).links]
    assert words == ["Ana Lund", "Reuters", None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Reuters said", "Reuters"),
        ("Agence France-Presse", "AFP"),
        ("the ad ran", None),
        ("time flies", None),
        ("إلى رويترز", None),
        ("رويترز", "Reuters"),
    ],
)
def test_media_are_found_by_their_names_as_they_are_written(text: str, found: str | None):
    at = media().at(text, tokenise(text), 0)
    assert (at[0].name if at else None) == found
