"""The words of a text as number words want them: hyphens and compounds taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from quoth.annotate.numbers.figures import FRACTIONS, Figure, digits, figure, leading
from quoth.lang.numbers import NumberForm, NumberWords
from quoth.text import Token, fold

EDGE = 2
LONGEST = 120
"""Characters of a compound; longer words are no numbers in any language's press."""
_MARKS = frozenset(".,:٫٬")
_APOSTROPHES = "'’ʼ‘ʹ"
_DASHES = "-\u2010\u2011"
_HYPHENS = re.compile("[-\u2010\u2011]")


class Piece(NamedTuple):
    """A figure, a number word or a part of one, or any other token.

    `token` and `stop` are indices of tokens; a figure may cover several.
    """

    start: int
    end: int
    key: str
    token: int
    stop: int
    figure: Figure | None = None
    forms: tuple[NumberForm, ...] = ()
    parts: tuple[NumberForm, ...] = ()
    """What a compound is made of."""
    skip: int = 0
    """Letters before the number: a preposition or an article written onto it."""


def pieces(text: str, tokens: Sequence[Token], words: NumberWords) -> Iterator[Piece]:
    """The pieces of a text, those that are no part of a number without forms and figures."""
    i, numbers, glued = 0, words.numbers, "glued" in words.styles or bool(words.proclitics)
    while i < len(tokens):
        token = tokens[i]
        key = token.key
        forms = numbers.get(key, ())
        if forms:
            yield Piece(token.start, token.end, key, i, i + 1, None, forms)
        elif _numeral(key[0]):
            found = list(_figures(text, tokens, i, token.start, words))
            yield from found
            i = found[-1].stop
            continue
        elif token.word and key[-1].isdecimal() and (sign := _sign(text, token, words)):
            yield Piece(token.start, sign, fold(text[token.start : sign], words.code), i, i + 1)
            found = list(_figures(text, tokens, i, sign, words))
            yield from found
            i = found[-1].stop
            continue
        elif words.endings and "'" in key and token.word:
            yield from _suffixed(text, token, i, words)
        elif token.word and ("-" in key or "\u2010" in key or "\u2011" in key):
            yield from _hyphened(text, token, i, words)
        elif glued and token.word and len(key) <= LONGEST:
            yield _compound(token.start, token.end, key, i, words)
        else:
            yield Piece(token.start, token.end, key, i, i + 1)
        i += 1


def _suffixed(text: str, token: Token, i: int, words: NumberWords) -> Iterator[Piece]:
    """A word and the ending behind its apostrophe (“sent'e”)."""
    cut = next(k for k in range(token.start, token.end) if text[k] in _APOSTROPHES)
    if cut > token.start:
        yield _part(text, token.start, cut, i, words)
    if cut + 1 < token.end:
        key = fold(text[cut + 1 : token.end], words.code)
        yield Piece(cut + 1, token.end, key, i, i + 1)


def _sign(text: str, token: Token, words: NumberWords) -> int:
    """Where the figures begin behind a sign of money (“Rp12.000”); 0 where there is none."""
    end = token.end
    while text[end - 1].isdecimal():
        end -= 1
    letters = fold(text[token.start : end], words.code)
    return end if letters in words.prefixes or letters in words.proclitics else 0


def _figures(
    text: str, tokens: Sequence[Token], i: int, begin: int, words: NumberWords
) -> Iterator[Piece]:
    """The figures of a token from `begin`, and what is written onto them."""
    at, stop = begin, i + 1
    while at < tokens[stop - 1].end:
        # “22,24,26” is not one number, and no two of it are
        whole = at == begin
        found = (
            (figure(text, at, words) if whole else digits(text, at)) if _numeral(text[at]) else None
        )
        if found is None:
            yield from _letters(text, at, tokens[stop - 1].end, stop - 1, words)
            return
        first = stop - 1
        while stop < len(tokens) and tokens[stop].start < found.end:
            stop += 1
        signed = leading(text, found, words) if whole else found
        yield Piece(found.start, found.end, "", first, stop, signed)
        at = found.end + (text[found.end : found.end + 1] in _MARKS)


def _numeral(letter: str) -> bool:
    return letter.isdecimal() or letter in FRACTIONS


def _letters(text: str, start: int, end: int, i: int, words: NumberWords) -> Iterator[Piece]:
    """What stands behind a figure in its token, part by part, without the hyphens between."""
    start += text[start] in _DASHES or text[start] in _APOSTROPHES
    cuts = [m.start() for m in _HYPHENS.finditer(text, start, end)]
    for begin, stop in zip([start, *(c + 1 for c in cuts)], [*cuts, end], strict=True):
        if begin < stop:
            yield _part(text, begin, stop, i, words)


def _hyphened(text: str, token: Token, i: int, words: NumberWords) -> Iterator[Piece]:
    cuts = [m.start() for m in _HYPHENS.finditer(text, token.start, token.end)]
    parts = list(zip([token.start, *(c + 1 for c in cuts)], [*cuts, token.end], strict=True))
    found = [_part(text, b, e, i, words) for b, e in parts if b < e]
    if any(p.forms or p.parts or p.figure for p in found):
        yield from found
    else:
        yield Piece(token.start, token.end, token.key, i, i + 1)


def _part(text: str, start: int, end: int, i: int, words: NumberWords) -> Piece:
    key = fold(text[start:end], words.code)
    forms = words.numbers.get(key, ())
    if forms or "glued" not in words.styles or len(key) > LONGEST:
        return Piece(start, end, key, i, i + 1, None, forms)
    return _compound(start, end, key, i, words)


def _compound(start: int, end: int, key: str, i: int, words: NumberWords) -> Piece:
    skip, parts = compound(words, key)
    if not parts:
        return Piece(start, end, key, i, i + 1)
    forms = parts if len(parts) == 1 else ()
    return Piece(start, end, key, i, i + 1, None, forms, parts, skip)


@lru_cache(maxsize=32768)
def compound(words: NumberWords, key: str) -> tuple[int, tuple[NumberForm, ...]]:
    """The number words that a word is made of, and how long the letters before them are.

    Nothing where the word is not made of number words alone.
    """
    if key[-EDGE:] not in _endings(words):
        return 0, ()
    for letters in ("", *words.proclitics):
        if key.startswith(letters) and len(key) > len(letters):
            parts = _split(words, key[len(letters) :])
            if parts:
                joins = tuple(f for f in words.numbers.get(letters, ()) if f.kind == "and")
                return (0, (*joins[:1], *parts)) if joins else (len(letters), parts)
    return 0, ()


@lru_cache(maxsize=64)
def _endings(words: NumberWords) -> frozenset[str]:
    """The last letters of all number words: most words of a text end in others."""
    return frozenset(key[-EDGE:] for key in words.numbers)


@lru_cache(maxsize=64)
def _beginnings(words: NumberWords) -> frozenset[str]:
    return frozenset(key[:EDGE] for key in words.numbers)


def _split(words: NumberWords, key: str) -> tuple[NumberForm, ...]:
    if key in words.numbers:
        return tuple(f for f in words.numbers[key] if len(f.keys) == 1)[:1]
    if "glued" not in words.styles or key[:EDGE] not in _beginnings(words):
        return ()
    best: list[tuple[NumberForm, ...] | None] = [None] * len(key) + [()]
    for start in range(len(key) - 1, -1, -1):
        for end in range(len(key), start, -1):  # the longest first word wins
            rest = best[end]
            if rest is None:
                continue
            form = _single(words, key[start:end])
            if form and fits(form, rest):
                best[start] = (form, *rest)
                break
    parts = best[0] or ()
    return parts if parts and parts[0].kind not in ("and", "nth") else ()


def _single(words: NumberWords, key: str) -> NumberForm | None:
    return next((f for f in words.numbers.get(key, ()) if len(f.keys) == 1), None)


def fits(form: NumberForm, rest: tuple[NumberForm, ...]) -> bool:
    """Whether a form may stand before others in one word."""
    return form.kind in ("number", "times", "teens", "and") or not rest
