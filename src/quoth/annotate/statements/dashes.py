"""Speech after a dash: — No sabemos nada —dijo Ana—. Volveremos mañana."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.annotate.statements.frame import COMMAS, TERMINAL
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
        if _closes(tokens, k, grammar):
            if k > first:
                out.append(_stretch(tokens, first, k))
            k = first = _insert_end(tokens, k + 1)
        k += 1
    if first < len(tokens):
        out.append(_stretch(tokens, first, len(tokens)))
    return [q for q in out if any(tokens[m].word for m in range(q.first, q.last))]


def _closes(tokens: Sequence[Token], k: int, grammar: Grammar) -> bool:
    """Whether speech ends at token k: a dash before a reporting clause, or a comma before a cue."""
    if tokens[k].key in DASHES:
        return _reports(tokens, k + 1, grammar)
    return tokens[k].key in COMMAS and _cue(tokens, k + 1, grammar)


def _cue(tokens: Sequence[Token], k: int, grammar: Grammar) -> bool:
    keys = [t.key for t in tokens[k : k + 4]]
    hits = grammar.lexicon.at(keys, 0) if keys else ()
    return any(h.word.kind == "verb" and "q" in h.word.features for h in hits)


def close_broken(tokens: Sequence[Token], quote: Quotation, grammar: Grammar) -> Quotation:
    """A quotation without its closing mark, ended before the reporting clause behind it."""
    if quote.closed:
        return quote
    for k in range(quote.first + 2, len(tokens) - 1):
        if len(tokens) - k > MAX_INSERT or tokens[k].key not in COMMAS | TERMINAL:
            continue
        if _reports(tokens, k + 1, grammar):
            return Quotation(quote.first, k + 1, broken=True)
    return quote


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
