"""Names and headlines in lists."""

import pytest

from quoth.web.pages import environment
from quoth.web.shorten import short


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (None, ""),
        ("", ""),
        ("Ada", "Ada"),
        ("Ada Quill", "Ada Quill"),
        ("Ada Quills", "Ada Quil…"),
        ("Ada     Quill", "Ada…"),
        # the letter under the marks goes with them
        ("abcdefg" + "e\u0301\u0301\u0301", "abcdefg…"),
    ],
)
def test_what_is_longer_is_cut_and_says_so(text: str | None, shown: str):
    assert short(text, 9) == shown


def test_a_megabyte_of_marks_is_cut_too():
    assert len(short("e" + "\u0301" * 1_000_000)) <= 160


def test_templates_have_it():
    made = environment("en").from_string("{{ name|short(3) }}")
    assert made.render(name="<b>x</b>") == "&lt;b…"
