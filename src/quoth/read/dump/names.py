"""Bylines: labels before names, bare names, names with an agency or an e-mail address."""

from __future__ import annotations

import re

from quoth.model import Span
from quoth.read.dump.words import Found, Words
from quoth.read.row import AGENCIES

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,30}){1,4}")
_SPLIT = re.compile(r"\s*(?:[|•·,;/]|\s[–—-]\s)\s*|\s+(?:and|und|et|y|e|dan|ve|en|и|та|і|و)\s+")
_JOINS = "de da do dos von van der den la le di del bin al el and und et y e dan ve en и та і و"
_SMALL = frozenset([*_JOINS.split(), "for", "in", "aus", "für", "pour", "para"])
_OUTLETS = """
press news agency journal jornal diario diário gazette gazeta gazzetta zeitung times post herald
courier tribune agencia agência agence agentur agenzia ajansı haber redaksi redaktion rédaction
redazione redacción redação redactie redaksiyon редакция редакція газета desk staff
"""
OUTLETS = AGENCIES | frozenset(_OUTLETS.split())
"""Words in the names of outlets and of their desks, which are no authors."""
_CAPITALISED = re.compile(r"[^\W\d_]")
_END = re.compile(r"\s*(?:\||•|·|\s[–—-]\s|\d|\()")


def byline(text: str, span: Span, row: Words, label: Found | None) -> Span | None:
    """The names of a byline, label and what follows a bar left out; None where it is none."""
    if label is not None:
        begin = row.ends[label.at + label.length - 1]
        mark = label.at + label.length
        colon = mark < len(row.keys) and row.keys[mark] == ":"
        if colon:
            begin = row.ends[mark]
        return _names(text, begin, span.end, loose=colon)
    if _MAIL.search(text, span.start, span.end):
        found = _names(text, span.start, span.end, loose=False)
        return found if row.count <= 12 else None
    return None


def is_bare_name(text: str, span: Span) -> bool:
    """Whether a line is two to four capitalised words and nothing else."""
    piece = text[span.start : span.end]
    if len(piece) > 45 or any(c.isdecimal() or c in ':!?“”"«»' for c in piece):
        return False
    names = [w for w in re.split(r"[\s,]+", piece) if w]
    big = [w for w in names if w[0].isupper()]
    return (
        2 <= len(names) <= 5 and len(big) >= 2 and all(w in _SMALL for w in names if w not in big)
    )


def authors(text: str, span: Span) -> list[Span]:
    """The single names of a byline."""
    piece = text[span.start : span.end]
    out, at = [], 0
    for m in [*_SPLIT.finditer(piece), None]:
        stop = m.start() if m is not None else len(piece)
        name = piece[at:stop].strip(" .").split(" in ")[0]
        if name and name[0].isalpha() and "@" not in name and not out_of_place(name):
            begin = span.start + piece.index(name, at)
            out.append(Span(begin, begin + len(name)))
        at = m.end() if m is not None else stop
    # behind a whole name a single word is a place: Hannes Krull, Lindenau
    whole = bool(out) and " " in out[0].of(text)
    return [s for s in out if not whole or " " in s.of(text)]


def out_of_place(name: str) -> bool:
    """Whether a piece of a byline is an agency, an outlet or a word in small letters."""
    named = OUTLETS & frozenset(name.casefold().split())
    return name[0].islower() or len(name) < 3 or bool(named)


def _names(text: str, begin: int, end: int, *, loose: bool) -> Span | None:
    while begin < end and text[begin].isspace():
        begin += 1
    stop = _END.search(text, begin, end)
    final = stop.start() if stop is not None else end
    while final > begin and (text[final - 1].isspace() or text[final - 1] in ",;"):
        final -= 1
    pieces = text[begin:final].split()
    if not 1 <= len(pieces) <= (14 if loose else 9):
        return None
    if loose and len(pieces) <= 6:
        return Span(begin, final)
    named = [w for w in pieces if _caps(w)]
    rest = [
        w for w in pieces if not _caps(w) and w.lower().strip(",") not in _SMALL and "@" not in w
    ]
    return Span(begin, final) if named and not rest else None


def _caps(word: str) -> bool:
    first = _CAPITALISED.search(word)
    if first is None:
        return True
    char = first.group()
    return char.isupper() or char.lower() == char.upper()
