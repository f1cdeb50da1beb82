"""Cutting running text into sentences."""

from __future__ import annotations

import re
from collections.abc import Collection

from quoth.model import Span
from quoth.text.fold import fold

# a row of stops is tried from its first one only, so that a long row costs no more than its length
_STOPS = r"(?<![.!?…؟۔])[.!?…؟۔]+(?![.!?…؟۔])|[。！？]+(?![。！？])"
_CLOSERS = r"(?:[\"”’»«“‘'›」)\]]|[ \u00a0\u202f]»(?=\s|$))*"  # « Non. » Il part.
_END = re.compile(rf"(?:{_STOPS}){_CLOSERS}(?=\s|$)|[。！？]+[」』”]?|\n\s*\n")
_LAST_WORD = re.compile(r"[^\s(\[\"“«„'‘]+$")
_LOOK_BACK = 24  # characters in which the word before a full stop is looked for
_OPENERS = "\"“«„'‘([—–-¿¡•"


def sentence_spans(
    text: str, span: Span, language: str, abbreviations: Collection[str] = ()
) -> list[Span]:
    """The sentences of text[span], without the white space around them.

    Args:
        abbreviations: look-up keys, without their final full stop, of words whose full stop
            ends no sentence.
    """
    out: list[Span] = []
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        if match.group()[0] == "\n" or _ends(text, match, span.end, language, abbreviations):
            _append(out, text, start, match.end())
            start = match.end()
    _append(out, text, start, span.end)
    return out


def _append(out: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        out.append(Span(start, end))


def _ends(
    text: str, match: re.Match[str], end: int, language: str, abbreviations: Collection[str]
) -> bool:
    following = text[match.end() : min(match.end() + 8, end)].lstrip()
    if following and not _may_begin(following):
        return False
    if match.group()[0] != "." or len(match.group()) > 1:
        return True
    before = _LAST_WORD.search(text, max(match.start() - _LOOK_BACK, 0), match.start())
    if before is None:
        return True
    word = before.group()
    if len(word) == 1 and word.isupper():
        return False
    if word.isdigit() and len(word) < 3 and following[:1].isalpha():
        return False
    return fold(word, language) not in abbreviations


def _may_begin(following: str) -> bool:
    first = following.lstrip(_OPENERS)[:1]
    return (
        not first or not first.isalpha() or first.upper() == first or first.lower() == first.upper()
    )
