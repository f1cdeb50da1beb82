"""Locales do not lend each other their words."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_skeleton

from quoth.text.cldr import locale_of


def test_a_language_keeps_its_months_after_others_were_asked_for_theirs() -> None:
    def may(name: str) -> str:
        found = locale_of(name)
        assert found
        told = [str(found.months["stand-alone"][w][5]) for w in ("wide", "abbreviated")]
        return " ".join([*told, format_skeleton("MMM", date(2031, 5, 1), locale=found)])

    assert may("yue") == "5月 5月 5月"  # and shares the forms of a month that stands alone with id
    assert may("id") == "Mei Mei Mei"
    assert may("he").startswith("מאי")
    assert may("fr") == "mai mai mai"


@pytest.mark.parametrize("name", ["zh-Hans", "zh_Hans", "pt-BR", "en"])
def test_parts_of_a_code_are_joined_either_way(name: str) -> None:
    found = locale_of(name)
    assert found
    assert str(found) == name.replace("-", "_")


@pytest.mark.parametrize("name", ["", "xx", "no language", "en-" * 9, "\0"])
def test_what_is_no_language_has_no_locale(name: str) -> None:
    assert locale_of(name) is None
