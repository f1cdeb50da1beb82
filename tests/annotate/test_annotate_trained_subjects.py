"""Statements for which the network found a cue and no source; all invented."""

from __future__ import annotations

import pytest
from trained_support import read

from quoth.model import BlockKind, Statement

HEAD = (BlockKind.HEADLINE,)


def told(
    page: str, language: str = "en", kinds: tuple[BlockKind, ...] = ()
) -> tuple[str, str, bool]:
    """Source and content of the only statement, and whether its source was found here."""
    reading = read(page, language, kinds)
    text = reading.article.text
    (found,) = reading.of(Statement)
    source = " … ".join(s.of(text) for s in found.value.source)
    content = " … ".join(s.of(text) for s in found.value.content)
    return source, content, "subject" in found.value.why.split(", ")


@pytest.mark.parametrize(
    ("language", "page", "source"),
    [
        ("pt", "A empresa <k1>prometeu</k1> <c1>responder no prazo</c1>.", "A empresa"),
        ("it", "Gli albergatori <k1>annunciano</k1> <c1>un ricorso</c1>.", "Gli albergatori"),
        ("uk", "Київ <k1>обіцяє</k1> <c1>прислати комісію</c1>.", "Київ"),
        ("en", "The mayor never <k1>denied</k1> <c1>the report</c1>.", "The mayor"),
    ],
)
def test_the_subject_of_a_cue_is_its_source(language: str, page: str, source: str) -> None:
    assert told(page, language)[::2] == (source, True)


def test_a_subject_taken_for_a_piece_of_the_content_is_the_source() -> None:
    page = "<c1>Лісгосп</c1> <k1>відкидає</k1> <c1>звинувачення</c1>."
    assert told(page, "uk") == ("Лісгосп", "звинувачення", True)


@pytest.mark.parametrize(
    ("language", "page"),
    [
        ("en", "He has been harshly <k1>criticised</k1> <c1>for the delay</c1>."),
        ("en", "It is <k1>said</k1> <c1>that it rains</c1>."),
        ("en", "Keeps <k1>saying</k1> <c1>that it rains</c1>."),
        ("es", "<k1>Dicen</k1> <c1>que llueve</c1>."),
        ("fr", "Le bruit <k1>court</k1> <c1>qu'il pleut</c1>."),
    ],
)
def test_who_is_told_of_and_hearsay_are_no_source(language: str, page: str) -> None:
    assert told(page, language)[0] == ""


@pytest.mark.parametrize(
    ("language", "page", "source"),
    [
        ("id", "<k1>Menteri:</k1> <c1>Pasokan aman</c1>", "Menteri"),
        ("uk", "Лісник<k1>:</k1> <c1>ліс підпалили</c1>", "Лісник"),
        ("en", "Floods grow, minister<k1>:</k1> <c1>no help came</c1>", "minister"),
    ],
)
def test_a_label_before_the_colon_of_a_headline_is_its_source(
    language: str, page: str, source: str
) -> None:
    assert told(page, language, HEAD)[::2] == (source, True)
