"""The numbers of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite

from quoth.annotate.numbers.atoms import Atom, runs, units_first
from quoth.annotate.numbers.pieces import Piece, pieces
from quoth.annotate.numbers.sums import Total, total
from quoth.lang.numbers import NumberWords
from quoth.model import Span
from quoth.text import Token

_FIGURES = frozenset({"figure", "attached", "nth-figure"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number in figures, in words, or in both (“12 million”).

    Attributes:
        first, stop: its tokens are tokens[first:stop]; the outer ones may hold more than the
            number (“3” of “3-inch”).
        value: what it comes to.
        ordinal: whether it is an ordinal (“third”, “3rd”).
        worded: whether it has no figures.
        span: its exact place in the text.
        article: whether it is a word for one that is an indefinite article as well.
        attached: whether letters that are no number are written onto it (“5km”).
        scale: the multiplier that ends it, 1 where there is none (“million”).
        plain: whether it is a row of digits without any mark.
    """

    first: int
    stop: int
    value: float
    ordinal: bool
    worded: bool
    span: Span
    article: bool = False
    attached: bool = False
    scale: float = 1.0
    plain: bool = False


def read_numbers(text: str, tokens: Sequence[Token], words: NumberWords) -> tuple[Number, ...]:
    """The numbers among tokens of a text, in order; neither lone articles nor “5” of “5km”.

    Args:
        tokens: of the text, in order (see `quoth.text.tokenise`).
        words: the number words of its language.
    """
    found = all_numbers(text, tokens, words)
    return tuple(n for n in found if not n.article and not n.attached)


def all_numbers(text: str, tokens: Sequence[Token], words: NumberWords) -> Iterator[Number]:
    """All that may be a number: `read_numbers` with lone articles and figures before letters."""
    return numbers_of(text, list(pieces(text, tokens, words)), words)


def numbers_of(text: str, found: Sequence[Piece], words: NumberWords) -> Iterator[Number]:
    """`all_numbers` of pieces."""
    styles = words.styles
    merged = "units-first" in styles and "glued" not in styles
    for row in runs(text, found, words):
        atoms = units_first(row) if merged else row
        i = 0
        while i < len(atoms):
            added = total(atoms, i, styles)
            if added is None or _cuts(atoms, i) or _cuts(atoms, added.stop):
                i += 1
                continue
            if isfinite(added.value):  # hundreds of digits are a key, or noise
                yield _number(atoms[i : added.stop], added)
            i = added.stop


def exact(value: float) -> float:
    """A value without the noise of binary fractions: 16.4 million is 16400000."""
    return float(f"{value:.14g}")


def _cuts(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a number would begin or end within a compound: “einsechs” is none."""
    return 0 < at < len(atoms) and atoms[at - 1].start == atoms[at].start


def _number(used: Sequence[Atom], added: Total) -> Number:
    first, last = used[0], used[-1]
    return Number(
        first=first.first,
        stop=last.stop,
        value=exact(added.value),
        ordinal=added.ordinal,
        worded=not any(a.kind in _FIGURES for a in used),
        span=Span(first.start, last.end),
        article=added.article,
        attached=last.kind == "attached",
        scale=last.value if last.kind == "times" and len(used) > 1 else 1.0,
        plain=len(used) == 1 and first.kind in _FIGURES and first.plain,
    )
