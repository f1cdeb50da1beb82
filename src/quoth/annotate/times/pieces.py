"""A paragraph as tokens of the time tagger, and what each of them may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from quoth.annotate.numbers import Number, read_numbers
from quoth.annotate.times.edges import Edge, kinds_of
from quoth.annotate.times.figures import Figure, Order, figures
from quoth.annotate.times.lexicon import LEANING, Language, TimeHit
from quoth.annotate.times.numerals import (
    counts_behind_comma,
    counts_thing,
    number_edge,
    numbers,
    rate,
    year_in_pairs,
)
from quoth.annotate.times.shapes import Calendar, Length
from quoth.lang.calendar import month_first, writes_stops
from quoth.lang.numbers import number_words
from quoth.text import Token, fold, tokenise

MARKS = {
    ",": "comma",
    "،": "comma",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "‐": "dash",
    "‑": "dash",
    "~": "dash",
    ".": "dot",
    "/": "slash",
    "(": "open",
    ")": "close",
    "'": "apostrophe",
    "’": "apostrophe",
    "‘": "apostrophe",
    ":": "colon",
}
"""Punctuation that may stand inside an expression."""

_PARTS = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+[\u0300-\u036f]*|['’ʼ](?=\w)|.", re.S)
_ROMAN = re.compile(r"(X{0,2}(?:IX|IV|V?I{0,3}))(?:er?|ème|º|-го|-м)?")
_DIGITS = {"I": 1, "V": 5, "X": 10}
_NTH = frozenset({"nthday", "nthword"})
_EXPECTING = frozenset(
    {"intro", "join", "article", "frame", "since", "until", "from", "to", "between", "and", "mod"}
    | {"later", "earlier", "within"}
    | {"comma", "open", "dash"}
)


class Pieces(NamedTuple):
    """Tokens with the edges that begin at each of them; no edge where there is nothing of time."""

    tokens: list[Token]
    edges: dict[int, list[Edge]]
    opens: frozenset[int] = frozenset()
    """Tokens behind an abbreviation that open a sentence: at 9 a.m. On Friday, …"""


def pieces(text: str, start: int, end: int, known: Language) -> Pieces:
    """The tokens of text[start:end] and all that the words and figures among them may mean."""
    found = list(figures(text, start, end, _order(known.code)))
    whole = tokenise(text, start, end, language=known.code, elision=known.elision)
    tokens, at = _split(text, whole, found, known)
    edges: dict[int, list[Edge]] = {}
    for i, figure in at.items():
        edges[i] = [_figure_edge(i, figure, known)]
    for i, token in enumerate(tokens):
        if i in at:
            continue
        hits = known.lexicon.at(tokens, i)
        new = _words(i, hits, tokens) if hits else []
        if token.key in known.literals:
            new.append(Edge(i, i + 1, (f"'{token.key}'",), token.key, i, i + 1, weight=1))
        mark = MARKS.get(token.key)
        if mark is not None:
            new.append(Edge(i, i + 1, (mark,), mark, i, i + 1, weight=0))
        elif token.capital and token.key[0] in "ivx":
            new += _roman(text, i, token)
        if new:
            edges.setdefault(i, []).extend(new)
    before: Number | None = None
    for number in numbers(text, tokens, edges, known.code):
        if before is not None and before.stop == number.first:
            edges.setdefault(before.first, []).extend(year_in_pairs(before, number))
        before = number
        if not any(k in at for k in range(number.first, number.stop)):
            behind = edges.get(number.first - 1, ())
            told = any(e.kinds[0] in _EXPECTING for e in behind)
            edge = number_edge(text, number, tokens, told, known)
            if _NTH & {*edge.kinds} and counts_thing(number, tokens, edges):
                edge = edge._replace(kinds=tuple(k for k in edge.kinds if k not in _NTH))
            if "ddf" in edge.kinds and counts_behind_comma(number, tokens, edges):
                edge = edge._replace(kinds=tuple(k for k in edge.kinds if k != "ddf"))
            edges.setdefault(number.first, []).append(edge)
            edges[number.first] += rate(number, tokens, edges)
    opens = (i for i, kept in edges.items() if i and _opens(text, tokens[i], kept))
    return Pieces(tokens, edges, frozenset(opens))


def _opens(text: str, token: Token, edges: Sequence[Edge]) -> bool:
    """Whether a capital small word behind a stop opens a sentence; in a text all of capitals none
    is known to."""
    if not token.capital or not any(e.kinds[0] in _EXPECTING for e in edges):
        return False
    small = text[token.start + 1 : token.end].islower()
    return small and text[: token.start].rstrip().endswith(".")


@lru_cache(maxsize=64)
def _order(code: str) -> Order:
    return Order(month_first(code), writes_stops(code))


def _split(
    text: str, whole: list[Token], found: list[Figure], known: Language
) -> tuple[list[Token], dict[int, Figure]]:
    """Tokens with each figure as one of them, and words with a hyphen or figures in parts."""
    out: list[Token] = []
    at: dict[int, Figure] = {}
    waiting = iter(found)
    figure = next(waiting, None)
    done = 0
    for token in whole:
        while figure is not None and figure.end <= done:
            figure = next(waiting, None)
        if token.end <= done:
            continue
        if figure is not None and token.end > figure.start:
            if token.start < figure.start:
                out += _parts(text, token._replace(end=figure.start), known)
            at[len(out)] = figure
            out.append(Token(figure.start, figure.end, "#", False, False))
            done = figure.end
            continue
        if token.start < done:
            token = token._replace(start=done)
        out += _parts(text, token, known)
    return out, at


def _parts(text: str, token: Token, known: Language) -> list[Token]:
    if not token.word or token.end - token.start == 1:
        return [token]
    piece = text[token.start : token.end]
    if piece.isdecimal() or known.lexicon.knows(token.key):
        return _behind_proclitic(token, known)
    if piece.isalpha() or _number_word(token.key, known.code):
        return [token]
    found = list(_PARTS.finditer(piece))
    if len(found) == 1:
        return [token]
    return [_part(m, token.start, known.code) for m in found]


def _behind_proclitic(token: Token, known: Language) -> list[Token]:
    """A word with letters written onto it as two tokens: “والاثنين”."""
    letters = known.lexicon.proclitic(token.key)
    if not letters or len(token.key) != token.end - token.start:
        return [token]
    middle = token.start + len(letters)
    rest = token.key[len(letters) :]
    return [
        Token(token.start, middle, letters, True, False),
        Token(middle, token.end, rest, True, token.capital),
    ]


_FIGURE_SUFFIX = re.compile(r"\d+[-'’]?([^\W\d_]+|[ºª°])")


@lru_cache(maxsize=50_000)
def _number_word(key: str, code: str) -> bool:
    """Whether a word with a hyphen, an apostrophe or figures in it is one number: 9th, п'ять."""
    words = number_words(code)
    figure = _FIGURE_SUFFIX.fullmatch(key)
    if figure is not None:
        # 1980-х is a decade, no ordinal
        return figure[1] in words.suffixes and len(key) - len(figure[1]) < len("1980")
    if key[0].isdecimal():
        return False
    whole = read_numbers(key, tokenise(key, language=code), words)
    return len(whole) == 1 and (whole[0].span.start, whole[0].span.end) == (0, len(key))


def _part(match: re.Match[str], offset: int, code: str) -> Token:
    piece = match.group()
    word = piece[0].isalnum()
    key = fold(piece, code) if word else piece
    first = piece[0]
    return Token(offset + match.start(), offset + match.end(), key, word, first.isupper())


def _figure_edge(i: int, figure: Figure, known: Language) -> Edge:
    value = length = figure.value
    if isinstance(value, float):
        return Edge(i, i + 1, ("n",), value, i, i + 1, weight=1)
    if isinstance(length, Length):  # “20h” is a time of day where h is a word of the clock
        hour = int(length.amounts[0][0] or 0)
        clocks = hour <= 24 and known.lexicon.knows("h")
        told = Calendar(hour=hour) if clocks else length
        return Edge(i, i + 1, kinds_of(told), told, i, i + 1)
    kinds = kinds_of(value) if figure.kind in ("DATE", "CLOCK") else (figure.kind,)
    return Edge(i, i + 1, kinds, value, i, i + 1)


WEIGHTS = {"join": 0, "article": 0, "never": 0, "to": 0, "and": 0, "or": 0, "frame": 1, "intro": 1}
"""How much words say that a time is there; 2 of most, 1 of a number."""
BESIDE = frozenset(
    {"join", "article", "intro", "frame", "to", "and", "from", "between", "since", "until"}
    | {"within", "later", "earlier", "ago", "ahead", "every", "one", "vague", "half", "halfmore"}
    | {"or"}
    | {"mod", "clock", "zone", "era", "shift", "never", "decadeword", "decadeend", "roman"}
    | {"counted"}
    | set(MARKS.values())
)
"""Kinds that are a time only beside others."""
ENOUGH = 2
"""What the words of an expression must weigh together."""
_NUMERIC = frozenset({"month", "weekday", "hijri", "decade"})
_SILENT = frozenset({"weak", "noun"})
"""Classes that say something of the words around, and are no part of an expression."""
_LONGEST = ("later", "earlier")
"""Of the forms of these classes only the longest counts: “después de” is not “después”."""


def _words(i: int, hits: Sequence[TimeHit], tokens: list[Token]) -> list[Edge]:
    weak = {hit.length for hit in hits if hit.word.kind == "weak"}
    longest = {k: max((h.length for h in hits if h.word.kind == k), default=0) for k in _LONGEST}
    out: list[Edge] = []
    for hit in hits:
        kind = hit.word.kind
        if kind in LEANING or kind in _SILENT or hit.length < longest.get(kind, 0):
            continue
        weight = WEIGHTS.get(kind, 2)
        if weight and hit.length in weak:
            weight = int(tokens[i].capital or _beside_figure(i, i + hit.length, tokens))
            if not weight and kind in ("month", "weekday"):
                continue
        out += _word_edges(i, hit, tokens, weight, short=hit.length in weak)
    return out


def _beside_figure(i: int, end: int, tokens: list[Token]) -> bool:
    """Whether a figure stands directly before or behind, or over a full stop, a dash, a slash."""
    if i > 1 and tokens[i - 1].key in _LINKS:
        i -= 1
    if i > 0 and (tokens[i - 1].key[0].isdecimal() or tokens[i - 1].key == "#"):
        return True
    if end < len(tokens) and tokens[end].key in _LINKS:
        end += 1
    return end < len(tokens) and tokens[end].key[0].isdecimal()


_LINKS = frozenset("./-")


def _word_edges(
    i: int, hit: TimeHit, tokens: list[Token], weight: int, short: bool
) -> Iterator[Edge]:
    """The edges of a word; `short`: it is an abbreviation, to which a full stop may belong."""
    word, end = hit.word, i + hit.length
    value: str | int | None = word.value or None
    mod = ""
    kinds: tuple[str, ...] = (word.kind,)
    if word.kind in _NUMERIC and word.value:
        figure, _, rest = word.value.partition(" ")
        if word.kind == "weekday" and rest:
            kinds = ("weekdaypart",)
        else:
            value, mod = int(figure), rest
    elif word.kind == "unit" and " " in word.value:
        kinds = ("nunit",)
    elif word.kind == "shift":
        kinds = _shift_kinds(word.value)
    edge = Edge(i, end, kinds, value, i, end, mod, weight=weight)
    yield edge
    if short and word.kind in ("month", "weekday") and _dotted(tokens, end):
        yield edge._replace(end=end + 1, high=end + 1, weight=2)


def _shift_kinds(value: str) -> tuple[str, ...]:
    """A shift may stand on both sides, or as its value says (`-1~pre`)."""
    if value.endswith("~pre"):
        return "shift", "preshift"
    return ("shift", "postshift") if value.endswith("~post") else ("shift", "preshift", "postshift")


def _dotted(tokens: list[Token], end: int) -> bool:
    """Whether a full stop right behind a short word is that of an abbreviation: “Jan. 8”."""
    if end + 1 >= len(tokens) or tokens[end].key != ".":
        return False
    short = tokens[end - 1].end - tokens[end - 1].start <= 5
    following = tokens[end + 1].key
    joined = tokens[end].start == tokens[end - 1].end
    return short and joined and (following[0].isdecimal() or following in ("#", ",", ")"))


def _roman(text: str, i: int, token: Token) -> Iterator[Edge]:
    match = _ROMAN.fullmatch(text[token.start : token.end])
    if match is None or not match[1]:
        return
    digits = [_DIGITS[c] for c in match[1]]
    value = sum(-d if d < max(digits[k:]) else d for k, d in enumerate(digits))
    yield Edge(i, i + 1, ("roman",), value, i, i + 1, weight=0)
