"""Reporting clauses inserted into speech: — No sabemos nada —dijo Ana—. Volveremos mañana."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quoth.annotate.statements.frame import COMMAS, TERMINAL
from quoth.annotate.statements.grammar import Grammar
from quoth.annotate.statements.quotes import DASHES, Quotation
from quoth.lang import Hit
from quoth.text import Token

MAX_INSERT = 12  # tokens of an inserted reporting clause
MAX_BARE = 6  # tokens of one that ends a sentence without a name: “, a répondu l'entraîneur.”
MIN_SIDE = 2  # tokens of speech on each side of one


def dash_quotations(tokens: Sequence[Token], grammar: Grammar) -> list[Quotation]:
    """The spoken stretches of a paragraph that opens with a dash of speech.

    A dash, or a comma with a cue right behind it, closes a stretch; the next dash, or the next
    sentence, opens another.  A comma before the reporting clause belongs to the speech.
    """
    out: list[Quotation] = []
    first = k = 1
    while k < len(tokens):
        comma = tokens[k].key in COMMAS and _cue_at(tokens, k + 1, grammar) is not None
        if comma or (tokens[k].key in DASHES and _reports(tokens, k + 1, grammar)):
            out.append(Quotation(first, k + comma, dash=True))
            k = first = _resume(tokens, k + 1, comma)
        k += 1
    out.append(Quotation(first, len(tokens), dash=True))
    return [q for q in out if any(t.word for t in tokens[q.first : q.last])]


def interrupted(
    tokens: Sequence[Token], quotes: Iterable[Quotation], grammar: Grammar
) -> list[Quotation]:
    """Quotations parted where a reporting clause stands inside their marks.

    «Если дождь не прекратится, — сказала Анна, — мы закроем цех» · « Non, a dit Jean, jamais. »
    """
    out: list[Quotation] = []
    for quote in quotes:
        insert = None if quote.dash else _insert(tokens, quote, grammar)
        if insert is None:
            out.append(quote)
            continue
        out.append(Quotation(quote.first, insert[0], closed=True))
        out.append(Quotation(insert[1], quote.last, closed=quote.closed, part=True))
    return out


def _insert(tokens: Sequence[Token], quote: Quotation, grammar: Grammar) -> tuple[int, int] | None:
    """The tokens [a, b) of the first reporting clause that stands inside the quotation."""
    for k in range(quote.first + MIN_SIDE, quote.last - MIN_SIDE):
        dash = tokens[k].key in DASHES
        if not dash and tokens[k].key not in COMMAS:
            continue
        cue = _cue_at(tokens, k + 1, grammar)
        if cue is None or not (dash or "v" in cue.word.features):
            continue
        end = _insert_end(tokens, k, quote.last - MIN_SIDE, dash)
        if end is not None:
            # the comma before the clause belongs to what was said, the dash does not
            return (k if dash else k + 1), end
    return None


def _insert_end(tokens: Sequence[Token], k: int, limit: int, dash: bool) -> int | None:
    """Behind the mark that closes the reporting clause opened by the mark at k.

    Between commas, or before a full stop, only a clause that names its speaker is one.
    """
    for m in range(k + 2, min(k + MAX_INSERT, limit)):
        named = any(t.capital for t in tokens[k + 1 : m])
        if tokens[m].key in (DASHES if dash else COMMAS):
            return m + 1 if dash or named else None
        if tokens[m].key in TERMINAL:
            if dash:
                return m + 2 if tokens[m + 1].key in DASHES else None
            return m + 1 if named or m - k < MAX_BARE else None
    return None


def close_broken(tokens: Sequence[Token], quote: Quotation, grammar: Grammar) -> Quotation:
    """A quotation without its closing mark, ended before the reporting clause behind it."""
    if quote.closed:
        return quote
    for k in range(max(quote.first + 2, len(tokens) - MAX_INSERT), len(tokens) - 1):
        if tokens[k].key in COMMAS | TERMINAL and _reports(tokens, k + 1, grammar):
            return Quotation(quote.first, k + 1, broken=True)
    return quote


def _cue_at(tokens: Sequence[Token], k: int, grammar: Grammar) -> Hit | None:
    """The reporting verb of quotations at token k, or behind auxiliaries there."""
    keys = [t.key for t in tokens[k : k + 5]]
    for i in range(min(2, len(keys))):
        hits = grammar.lexicon.best(keys, i)
        verb = hits.get("verb")
        if verb is not None and "q" in verb.word.features:
            return verb
        if "aux" not in hits:
            return None
    return None


def _reports(tokens: Sequence[Token], k: int, grammar: Grammar) -> bool:
    keys = [t.key for t in tokens[k : k + 8]]
    for i, key in enumerate(keys):
        if key in TERMINAL or key in DASHES:
            return False
        verb = grammar.lexicon.best(keys, i).get("verb")
        if verb is not None and "q" in verb.word.features:
            return True
        if "-" in key and _cue_at_hyphen(key, grammar):
            return True
    return False


def _cue_at_hyphen(key: str, grammar: Grammar) -> bool:
    verb = grammar.lexicon.best((key.partition("-")[0],), 0).get("verb")
    return verb is not None and "q" in verb.word.features


def _resume(tokens: Sequence[Token], k: int, comma: bool) -> int:
    """The token at which speech goes on behind the reporting clause that begins at k."""
    for m in range(k, len(tokens)):
        if tokens[m].key in DASHES:
            while m < len(tokens) and not tokens[m].word:
                m += 1
            return m
        if tokens[m].key in TERMINAL and m + 1 < len(tokens) and tokens[m + 1].key not in DASHES:
            return m + 1 if comma else len(tokens)
    return len(tokens)
