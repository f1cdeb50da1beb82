"""From text to time expressions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quoth.annotate.times.edges import Edge
from quoth.annotate.times.elliptic import completed
from quoth.annotate.times.expression import Expression
from quoth.annotate.times.leaning import Leaning
from quoth.annotate.times.lexicon import Language, language
from quoth.annotate.times.patterns import fill
from quoth.annotate.times.pieces import BESIDE, ENOUGH, MARKS, Pieces, pieces
from quoth.annotate.times.shapes import Calendar, Length
from quoth.model import Span
from quoth.text import Token

_ALONE = frozenset({"NO", "MN", "MI"})
"""Parts of the day that are a time without an article."""


def tag(text: str, start: int, end: int, language_code: str) -> tuple[Expression, ...]:
    """The time expressions of text[start:end], in order; none overlaps another.

    Args:
        language_code: BCP 47 code; a language without a pack has the names of CLDR only.

    Raises:
        PackError: if the language's times.tsv breaks its format.
    """
    known = language(language_code)
    found = pieces(text, start, end, known)
    chosen = list(completed(list(_chosen(found, known)), found))
    if not chosen:
        return ()
    leaning = Leaning(text, found.tokens, known)
    return tuple(_expression(edge, found.tokens, leaning) for edge in chosen)


def _chosen(found: Pieces, known: Language) -> Iterator[Edge]:
    for first, stop in _windows(found):
        begun = fill(known.root, found.edges, first, stop)
        i = first
        while i < stop:
            here = begun.get(i, ())
            never = max((e.end for e in here if e.kinds == ("never",)), default=i)
            best = _longest(begun, i)
            if best is not None and _spoilt(best, begun):
                best = _best([e for e in here if not _spoilt(e, begun)])
            if best is not None and (_named(best, found.tokens) or _joined(best, found.tokens)):
                best = None
            if best is not None and (best.end > never or never == i):
                yield best
                i = max(best.high, i + 1)  # what is only context may begin the next one
            else:
                i = max(never, i + 1)


def _windows(found: Pieces) -> Iterator[tuple[int, int]]:
    """Stretches of tokens with edges, one of which may be a time by itself."""
    first, stop, worth = -1, -1, False
    for i in sorted(found.edges):
        if i > stop or first < 0 or i in found.opens:
            if worth:
                yield first, min(stop, i)
            first, stop, worth = i, i, False
        for edge in found.edges[i]:
            stop = max(stop, edge.end)
            worth = worth or edge.kinds[0] not in BESIDE
    if worth:
        yield first, stop


def _longest(begun: dict[int, list[Edge]], i: int) -> Edge | None:
    """The best expression that begins at token i; or, where it opens with context or an article,
    a longer one that begins with its first words."""
    best = _best(begun.get(i, ()))
    if best is None:
        return None
    for k in range(i + 1, min(best.low + 2, best.high)):
        behind = _best(begun.get(k, ()))
        if behind is None:
            continue
        # “and 2020-Q1” is no range from 2020 on
        ranged = best.kind == "RANGE" != behind.kind and k == best.low > best.start
        upper = ranged and behind.high == best.high and behind.rank < best.rank
        if behind.high > best.high or upper:
            best = behind
    return best


def _best(edges: list[Edge] | tuple[Edge, ...]) -> Edge | None:
    """The longest expression; of equal ones that of the upper pattern."""
    final = [e for e in edges if _final(e)]
    if not final:
        return None
    return max(final, key=lambda e: (e.high, -e.low, e.end, -e.rank))


def _joined(edge: Edge, tokens: list[Token]) -> bool:
    """Whether a vague word is the beginning of a longer one: the now-empty hall."""
    if edge.kinds[0] != "REF" or edge.end + 1 >= len(tokens):
        return False
    dash, word = tokens[edge.end : edge.end + 2]
    glued = tokens[edge.end - 1].end == dash.start and dash.end == word.start
    return MARKS.get(dash.key) == "dash" and word.word and glued


def _named(edge: Edge, tokens: list[Token]) -> bool:
    """Whether a lone month is the name of a person: a capital word stands right beside it."""
    if edge.kinds[0] != "MONTHNAME" or edge.end - edge.start > 1 or not tokens[edge.low].capital:
        return False
    beside = tokens[edge.low + 1] if edge.low + 1 < len(tokens) else None
    return beside is not None and beside.capital and beside.start == tokens[edge.low].end + 1


def _spoilt(edge: Edge, begun: dict[int, list[Edge]]) -> bool:
    """Whether words that look like a time begin inside it and go on behind: the Sunday Times."""
    inner = (e for k in range(edge.start + 1, edge.end) for e in begun.get(k, ()))
    return any(e.kinds == ("never",) and e.end > edge.end for e in inner)


def _final(edge: Edge) -> bool:
    if not edge.kinds[0].isupper() or edge.weight < ENOUGH:
        return False
    if edge.kinds == ("PART",) and isinstance(edge.value, Calendar):
        return edge.value.part in _ALONE or edge.end - edge.start > 1
    return True


def _expression(edge: Edge, tokens: list[Token], leaning: Leaning) -> Expression:
    span = Span(tokens[edge.low].start, tokens[edge.high - 1].end)
    told = leaning.at(edge.low, edge.high, edge.lean)
    shape = edge.value
    if isinstance(shape, Length) and shape.ahead and leaning.ranked(edge.low):
        shape = replace(shape, ahead=False)
    parts = tuple(Span(tokens[a].start, tokens[b - 1].end) for a, b in edge.ends)
    lean, clue, *rest = told
    return Expression(span, shape, edge.mod, lean, clue, parts, *rest)  # type: ignore[arg-type]
