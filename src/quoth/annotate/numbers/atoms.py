"""Runs of number words and figures, before they are added up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quoth.annotate.numbers.pieces import Piece
from quoth.lang.numbers import NumberForm, NumberWords

_GAP = re.compile(r"[ \t\u00a0\u202f\u2009]*\n?[ \t\u00a0\u202f\u2009]*")
_DASHES = frozenset("-\u2010\u2011")


_JOINS = frozenset({"and", "of", "mixed", "point", "over", "nths", "teens"})


class Atom(NamedTuple):
    """A figure, a number word or a word that joins them."""

    kind: str
    """A class of numbers.tsv, or `figure`, `attached` (to letters), `dash`."""
    value: float
    start: int
    end: int
    first: int
    stop: int
    lone: bool = True
    room: float = 0.0
    plain: bool = True
    """Of figures: digits alone."""
    ended: bool = False
    """Whether no word follows."""


def runs(text: str, found: Sequence[Piece], words: NumberWords) -> Iterator[list[Atom]]:
    """Rows of atoms with nothing but white space between."""
    row: list[Atom] = []
    i = 0
    while i < len(found):
        atoms: list[Atom] = []
        begin = i
        piece = found[i]
        if not row and piece.forms and piece.forms[0].kind in _JOINS and len(piece.forms) == 1:
            i += 1  # no number begins with “and”
            continue
        if piece.forms or piece.parts or piece.figure or (row and piece.key in _DASHES):
            atoms, i = _atoms(text, found, i, words)
        else:
            i += 1
        if row and (not atoms or not _follows(text, row[-1], atoms[0])):
            yield _closed(text, row, found[begin])
            row = []
        row += atoms
    if row:
        yield _closed(text, row, None)


def _closed(text: str, row: list[Atom], after: Piece | None) -> list[Atom]:
    """The row with its last atom knowing whether a word follows."""
    row[-1] = row[-1]._replace(ended=after is None or not text[after.start].isalnum())
    return row


def _follows(text: str, last: Atom, atom: Atom) -> bool:
    """Whether nothing but white space, or a hyphen within a word, stands between two atoms."""
    within = atom.start == last.end + 1 and atom.first == last.stop - 1
    return (within and text[last.end] in _DASHES) or _joined(text, last.end, atom.start)


def _joined(text: str, end: int, start: int) -> bool:
    return _GAP.fullmatch(text, end, start) is not None


def _atoms(text: str, found: Sequence[Piece], i: int, words: NumberWords) -> tuple[list[Atom], int]:
    """The atoms of the piece at i, and where the next ones begin."""
    piece = found[i]
    if piece.figure:
        return _figure(text, found, i, words)
    if piece.key in _DASHES and not piece.forms:
        return [_atom(piece, "dash")], i + 1
    if len(piece.parts) > 1:
        return _compound(piece, words), i + 1
    for form in piece.forms:
        stop = i + len(form.keys)
        if form.kind == "never" and _multiplied(found, stop):
            continue
        if [p.key for p in found[i:stop]] == list(form.keys) or len(form.keys) == 1:
            last = found[stop - 1]
            return [_of(piece, form)._replace(end=last.end, stop=last.stop)], stop
    return [], i + 1


def _multiplied(found: Sequence[Piece], i: int) -> bool:
    """Whether a multiplier follows: “the one” is no number, “the one million” is."""
    return i < len(found) and any(f.kind == "times" for f in found[i].forms)


def _of(piece: Piece, form: NumberForm) -> Atom:
    begin = piece.start + piece.skip
    return Atom(
        form.kind, form.value, begin, piece.end, piece.token, piece.stop, form.lone, form.room
    )


def _atom(piece: Piece, kind: str) -> Atom:
    return Atom(kind, 0.0, piece.start, piece.end, piece.token, piece.stop)


def _figure(
    text: str, found: Sequence[Piece], i: int, words: NumberWords
) -> tuple[list[Atom], int]:
    """A figure with the abbreviated multiplier or the letters written onto it."""
    piece = found[i]
    figure = piece.figure
    if figure is None:
        return [], i + 1
    atom = Atom(
        "figure", figure.value, figure.start, piece.end, piece.token, piece.stop, plain=figure.plain
    )
    after = found[i + 1] if i + 1 < len(found) else None
    if after is None:
        return [atom], i + 1
    short = words.short.get(text[after.start : after.end])
    if short and short > 0 and _joined(text, piece.end, after.start):
        many = Atom("times", short, after.start, after.end, after.token, after.stop)
        return [atom, many], i + 2
    within = after.token == piece.stop - 1
    if within and text[after.start : after.end].lower() in words.suffixes:
        return [atom._replace(kind="nth-figure", end=after.end, stop=after.stop)], i + 2
    if after.start > piece.end or not text[after.start].isalpha() or after.forms:
        return [atom], i + 1
    return [atom._replace(kind="attached")], i + 1


def _compound(piece: Piece, words: NumberWords) -> list[Atom]:
    atoms = [_of(piece, form) for form in piece.parts]
    if atoms[0].kind == "and":  # a conjunction written onto the word is no part of the number
        cut = piece.start + len(piece.parts[0].keys[0])
        atoms = [atoms[0]._replace(end=cut), *(a._replace(start=cut) for a in atoms[1:])]
    return units_first(atoms) if "units-first" in words.styles else atoms


def units_first(atoms: Sequence[Atom]) -> list[Atom]:
    """The same with five, and, twenty as twenty-five."""
    out: list[Atom] = []
    for atom in atoms:
        tens = atom.kind in ("number", "ordinal") and atom.value in range(20, 100, 10)
        if tens and len(out) > 1 and out[-1].kind == "and" and _unit(out[-2]):
            unit = out[-2]
            del out[-2:]
            atom = atom._replace(
                value=unit.value + atom.value, start=unit.start, first=unit.first, room=0.0
            )
        out.append(atom)
    return out


def _unit(atom: Atom) -> bool:
    return atom.kind == "number" and 1 <= atom.value <= 9
