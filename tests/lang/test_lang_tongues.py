"""Names of languages, inflected or not."""

import pytest

from quoth.lang.tongues import language_named


@pytest.mark.parametrize(
    ("word", "language", "code"),
    [
        ("norwegian", "en", "no"),
        ("spanischen", "de", "es"),
        ("испанского", "ru", "es"),
        ("английского", "ru", "en"),
        ("inggris", "id", "en"),
        ("ingilizceden", "tr", "en"),
        ("الانجليزية", "ar", "en"),
        ("checo", "pt", "cs"),
        ("tcheco", "pt", "cs"),
        ("österreichischen", "de", None),
        ("harbour", "en", None),
        ("anglais", "xx", None),
    ],
)
def test_a_language_is_known_by_its_name_in_another(word: str, language: str, code: str | None):
    assert language_named(word, language) == code
