"""Finding quotations in a paragraph: pairs of marks, dashes of speech, broken and open ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.lang import Pack
from quoth.text import Token

# which marks may close what a mark has opened, in any language: pages mix their marks
_CLOSERS: dict[str, frozenset[str]] = {
    "“": frozenset('”"“'),
    "„": frozenset('“”"'),
    "‟": frozenset('”"'),
    "”": frozenset('”"'),
    "«": frozenset("»"),
    "»": frozenset("«»"),
    "‹": frozenset("›"),
    "‘": frozenset("’"),
    "‚": frozenset("‘’"),
    "「": frozenset("」"),
    "『": frozenset("』"),
    '"': frozenset('"'),
    "``": frozenset({"''"}),
    "''": frozenset({"''"}),
    "'": frozenset("'"),
}
_ALWAYS_OPEN = frozenset("“„«‹「『‟")
_MAYBE_OPEN = frozenset({'"', "”", "»", "''", "``"})
_ONE_WAY = frozenset("»”")
_STRAIGHT = frozenset({'"', "'", "''"})
_SINGLE = frozenset("'‘‚")
MAX_QUOTATION = 4000  # tokens; a mark without a partner must not be looked for for ever
MAX_SINGLE = 80  # tokens between single marks, which are apostrophes more often
MARKS = frozenset(_CLOSERS) | {"’", "›", "」", "』"}
"""Every quotation mark that may stand as a token of its own."""
DASHES = frozenset("—–―-")
_LAST = re.compile("[\u05d0-\u05ea](?![\u05d0-\u05ea])")


@dataclass(frozen=True, slots=True)
class Quotation:
    """tokens[first:last] are a quotation, its marks included.

    Attributes:
        closed: whether its closing mark is there.
        dash: whether it is speech after a dash (its dash is not part of it).
        broken: whether a misplaced inner mark was passed over.
        part: whether it goes on behind an inserted reporting clause, without an opening mark.
    """

    first: int
    last: int
    closed: bool = True
    dash: bool = False
    broken: bool = False
    part: bool = False


def find_quotations(text: str, tokens: Sequence[Token], pack: Pack) -> list[Quotation]:
    """The outermost quotations of a paragraph, in order.

    A quotation without its closing mark runs to the end of the paragraph.
    """
    marks = [(i, token.key) for i, token in enumerate(tokens) if token.key in MARKS]
    opens = {a for a, _ in pack.quotes} | _ALWAYS_OPEN if marks else set()
    out: list[Quotation] = []
    behind = 0
    for i, mark in marks:
        if i < behind or not _opens(text, tokens, i, mark, opens):
            continue
        closers = _CLOSERS.get(mark, frozenset()).union(b for a, b in pack.quotes if a == mark)
        found = _close(text, tokens, i, closers)
        if found is not None:
            out.append(found)
            behind = found.last
    return out


def continued(tokens: Sequence[Token]) -> Quotation | None:
    """The rest of a quotation of the paragraph before that goes on without a mark of its own.

    Only marks that tell closing from opening are trusted.
    """
    for k, token in enumerate(tokens):
        if token.key in _ALWAYS_OPEN or token.key in _MAYBE_OPEN - _ONE_WAY:
            return None
        if token.key in _ONE_WAY:
            return Quotation(0, k + 1, part=True)
    return None


def _opens(text: str, tokens: Sequence[Token], i: int, mark: str, opens: set[str]) -> bool:
    if (mark not in opens and mark not in _MAYBE_OPEN) or _abbreviates(text, tokens[i]):
        return False
    if i + 1 >= len(tokens):
        return False
    glued = tokens[i + 1].start == tokens[i].end
    before = text[tokens[i].start - 1] if tokens[i].start else " "
    if mark in _SINGLE or mark in ("”", "»"):
        return glued and not before.isalnum() and before not in ".,!?"
    if mark in _ALWAYS_OPEN:
        return True
    # a straight mark with a space on both sides (French style, or a typing slip) may open too
    return glued or not before.isalnum()


def _close(text: str, tokens: Sequence[Token], i: int, closers: frozenset[str]) -> Quotation | None:
    opener, depth = tokens[i].key, 0
    straight = opener in _STRAIGHT
    first_close = -1
    longest = MAX_SINGLE if opener in _SINGLE else MAX_QUOTATION
    for k in range(i + 1, min(len(tokens), i + longest)):
        key = tokens[k].key
        if key == opener and not straight and not _closing_here(text, tokens, k, closers):
            depth += 1
        elif key in closers and (key != "’" or _ends_word(text, tokens[k])):
            if straight and (_reopens(text, tokens, k) or _abbreviates(text, tokens[k])):
                continue
            if first_close < 0:
                first_close = k
            if depth == 0:
                return _repair(text, tokens, i, k, closers)
            depth -= 1
    if first_close > 0:
        return Quotation(i, first_close + 1)
    if opener in _SINGLE:
        return None
    return Quotation(i, len(tokens), closed=False) if len(tokens) - i > 3 else None


def _closing_here(text: str, tokens: Sequence[Token], k: int, closers: frozenset[str]) -> bool:
    # “A“ or »A»: the opening mark used as a closing one stands behind a word, before a space
    glued_left = k > 0 and tokens[k - 1].end == tokens[k].start
    glued_right = k + 1 < len(tokens) and tokens[k + 1].start == tokens[k].end
    return tokens[k].key in closers and glued_left and not (glued_right and tokens[k + 1].word)


def _abbreviates(text: str, token: Token) -> bool:
    """Whether a straight mark is that of a Hebrew abbreviation, before its last letter: דו"ח."""
    before = text[token.start - 1 : token.start]
    return (
        token.key == '"' and "\u05d0" <= before <= "\u05ea" and bool(_LAST.match(text, token.end))
    )


def _ends_word(text: str, token: Token) -> bool:
    return not (token.end < len(text) and text[token.end].isalnum())


def _reopens(text: str, tokens: Sequence[Token], k: int) -> bool:
    # a straight mark that has a space before it and a letter after it cannot close
    glued_right = k + 1 < len(tokens) and tokens[k + 1].start == tokens[k].end
    spaced_left = tokens[k].start > 0 and text[tokens[k].start - 1].isspace()
    return spaced_left and glued_right and tokens[k + 1].word


def _repair(
    text: str, tokens: Sequence[Token], i: int, k: int, closers: frozenset[str]
) -> Quotation:
    """Pass over a closing mark that machine translation left inside: “will not”. rule out.”"""
    if tokens[i].key in _STRAIGHT or k + 2 >= len(tokens) or tokens[k + 1].key not in ".,":
        return Quotation(i, k + 1)
    following = tokens[k + 2]
    if tokens[k + 1].key != "." or not following.word or following.capital:
        return Quotation(i, k + 1)
    for m in range(k + 2, min(k + 40, len(tokens))):
        if tokens[m].key in _ALWAYS_OPEN and tokens[m].key not in closers:
            break
        if tokens[m].key in closers:
            return Quotation(i, m + 1, broken=True)
    return Quotation(i, k + 1)


def dash_speech(text: str, tokens: Sequence[Token]) -> bool:
    """Whether the paragraph opens with a dash of speech."""
    return (
        len(tokens) > 2 and tokens[0].key in DASHES and (tokens[1].word or tokens[1].key in '¡¿«“"')
    )
