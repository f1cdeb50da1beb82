"""The interface speaks three languages, whole."""

from __future__ import annotations

import re
import sys
from collections import Counter
from types import ModuleType

import pytest
from web_support import ROOT

from quoth.web.words import LANGUAGES, NAMES, accepted, catalogue, chosen

OTHERS = LANGUAGES[1:]


@pytest.fixture(scope="module")
def messages() -> ModuleType:
    """The script that keeps the catalogues."""
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        import messages
    finally:
        sys.path.pop(0)
    return messages


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_translated_and_no_other_is_there(messages: ModuleType, language: str):
    made = messages.merged(language)
    assert messages.untranslated(made) == []
    written = messages.file_of(language).read_bytes()
    assert written == messages.written(made), "run: make messages"


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_says_the_same_numbers_and_names(messages: ModuleType, language: str):
    for message in filter(lambda m: m.id, messages.merged(language)):
        one = message.id if isinstance(message.id, tuple) else (message.id,)
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        said = Counter(re.findall(r"%\(\w+\)s", one[-1]))
        for form in forms[-1:]:
            assert Counter(re.findall(r"%\(\w+\)s", form)) == said, one[0]
        assert not [f for f in forms if f != f.strip()], one[0]
        assert {f[-1:] == "." for f in forms} == {one[0][-1:] == "."}, one[0]


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [("es", 1, "artículo"), ("es", 2, "artículos"), ("id", 1, "artikel"), ("id", 2, "artikel")],
)
def test_numbers_have_their_forms(language: str, number: int, said: str):
    told = catalogue(language).ngettext("%(num)s article", "%(num)s articles", number)
    assert told == f"%(num)s {said}"


def test_languages_are_told_apart_in_their_own_names():
    assert list(NAMES) == ["en", "es", "id"]
    assert len(set(NAMES.values())) == 3


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("es-AR,es;q=0.9,en;q=0.8", "es"),
        ("in, en", "en"),
        ("id-ID", "id"),
        ("de, fr;q=0.5", "en"),
        ("en;q=0.1, es;q=0.9", "es"),
        ("es;q=0", "en"),
        (";;;q=,=;q=x,\x00", "en"),
    ],
)
def test_the_header_of_a_browser_chooses(header: str, language: str):
    assert chosen(accepted(header)) == language
