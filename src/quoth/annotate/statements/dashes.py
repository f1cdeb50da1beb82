"""Speech after a dash: — No sabemos nada —dijo Ana—. Volveremos mañana."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.annotate.statements.frame import TERMINAL
from quoth.annotate.statements.grammar import Grammar
from quoth.annotate.statements.quotes import DASHES, Quotation
from quoth.text import Token

MAX_INSERT = 12  # tokens of a reporting clause between dashes


def dash_quotations(text: str, tokens: Sequence[Token], grammar: Grammar) -> list[Quotation]:
    """The spoken stretches of a paragraph that opens with a dash of speech.

    A dash inside it closes a stretch where a reporting verb follows closely; the next dash, or the
    next sentence, opens another.
    """
    out: list[Quotation] = []
    first = 1
    k = 1
    while k < len(tokens):
        if tokens[k].key in DASHES and _reports(tokens, k + 1, grammar):
            if k > first:
                out.append(_stretch(tokens, first, k))
            k = first = _insert_end(tokens, k + 1)
        k += 1
    if first < len(tokens):
        out.append(_stretch(tokens, first, len(tokens)))
    return [q for q in out if any(tokens[m].word for m in range(q.first, q.last))]


def _stretch(tokens: Sequence[Token], first: int, last: int) -> Quotation:
    return Quotation(first, last, dash=True)


def _reports(tokens: Sequence[Token], k: int, grammar: Grammar) -> bool:
    keys = [t.key for t in tokens[k : k + 8]]
    for i, key in enumerate(keys):
        if key in TERMINAL or key in DASHES:
            return False
        if any(
            h.word.kind == "verb" and "q" in h.word.features for h in grammar.lexicon.at(keys, i)
        ):
            return True
    return False


def _insert_end(tokens: Sequence[Token], k: int) -> int:
    """The token at which speech goes on behind the reporting clause that begins at k."""
    for m in range(k, len(tokens)):
        if tokens[m].key in DASHES:
            m += 1
            while m < len(tokens) and not tokens[m].word:
                m += 1
            return m
        if tokens[m].key in TERMINAL and m + 1 < len(tokens) and tokens[m + 1].key not in DASHES:
            return len(tokens)
    return len(tokens)
