"""What no template may do: unescaped text, styles and scripts within a page, words untranslated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from web_support import ROOT

WEB = ROOT / "src" / "quoth" / "web"
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
CODE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
SPOKEN = re.compile(r'\b(?:title|aria-label|aria-description|placeholder|alt)="([^"]*)"')
# the name of the program, formats by their names, and the letter that stands for a key
SAME_EVERYWHERE = {
    "Quoth",
    "JSON",
    "Atom",
    "URL",
    "API",
    "Wikidata",
    "nbsp",
    "amp",
    "middot",
    "rarr",
    "larr",
}


def rest(template: Path) -> str:
    """A template without what Jinja makes of it."""
    return CODE.sub(" ", template.read_text("utf-8"))


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", text)) - SAME_EVERYWHERE


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_word_that_is_seen_can_be_translated(template: Path):
    text = rest(template)
    assert words(TAG.sub(" ", text)) == set()
    assert {word for told in SPOKEN.findall(text) for word in words(told)} == set()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_nothing_is_unescaped_and_nothing_is_written_into_the_page(template: Path):
    source, text = template.read_text("utf-8"), rest(template)
    assert not re.search(r"\|\s*safe\b|autoescape|Markup", source)
    assert not re.search(r"<style|\bstyle=|\son[a-z]+=|javascript:", text)
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    # a value of an attribute is between quotes, or a page may bring attributes of its own
    assert not re.search(r"\s[\w-]+=\{\{", source)


def test_no_file_of_the_look_asks_another_host():
    for file in (WEB / "static").rglob("*"):
        if file.suffix in {".css", ".js", ".svg"}:
            text = re.sub(r"http://www\.w3\.org/[\w/]+", "", file.read_text("utf-8"))
            assert not re.search(r"https?://|@import|url\((?!#)", text), file.name


def test_scripts_make_no_markup_from_text():
    for file in (WEB / "static").glob("*.js"):
        text = file.read_text("utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", text
        )


def test_colours_are_named_in_one_place():
    for file in (WEB / "static").glob("*.css"):
        if file.name != "quoth.css":
            assert not re.search(
                r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(", file.read_text("utf-8")
            )
