"""A paragraph as the steps behind the network see it: its quotations and its sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quoth.annotate.blocks import Paragraph
from quoth.annotate.statements.frame import QUOTE, Frame, make_items, sentences
from quoth.annotate.statements.grammar import Grammar, grammar
from quoth.annotate.statements.inserts import close_broken, dash_quotations
from quoth.annotate.statements.quotes import (
    MARKS,
    Quotation,
    continued,
    dash_speech,
    find_quotations,
)
from quoth.lang import Lexicon, Pack, available
from quoth.model import Span
from quoth.text import Token, tokenise

ASKED = (QUOTE, "hedge", "hearsay")
"""What the steps look for in a sentence."""

_WORDS = frozenset(ASKED) - {QUOTE}

_PLAIN = Pack(
    code="und",
    name="any other language",
    direction="ltr",
    quotes=(("“", "”"), ("«", "»"), ("‘", "’"), ("「", "」"), ("『", "』"), ('"', '"')),
    dash_speech=True,
    elision=False,
    proclitics=(),
    clitics=(),
    verb_final=False,
    drop_subject=False,
    comma_clause="may",
    verb_second=False,
    words=(),
    digest="",
)
"""What stands in for the pack of a language that has none: quotation marks, and no words."""


@dataclass(frozen=True, slots=True)
class Speech:
    """Words between quotation marks, or behind a dash of speech.

    Attributes:
        span: with the marks, without the dash.
        closed: whether the closing mark is there.
        own: whether it opens here, by a mark or a dash, and is not the rest of an earlier one.
    """

    span: Span
    closed: bool
    own: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """One paragraph.

    Attributes:
        outer: its quotations in order; they do not overlap.
        inner: the quotations inside them, in order.
        dash: whether it opens with a dash of speech.
        frames: its sentences that have a quotation or a word of `ASKED`.
    """

    span: Span
    known: Grammar
    head: bool
    dash: bool
    outer: Sequence[Speech]
    inner: Sequence[Speech]
    frames: Sequence[Frame]

    def around(self, span: Span) -> Speech | None:
        """The smallest quotation that covers all of `span`."""
        near = _last(self.inner, span.start)
        return near if near is not None and near.span.covers(span) else self.holding(span)

    def holding(self, span: Span) -> Speech | None:
        """The outer quotation that covers all of `span`."""
        near = _last(self.outer, span.start)
        return near if near is not None and near.span.covers(span) else None

    def before(self, place: int) -> Iterable[Speech]:
        """The last quotations, outer and inner, that begin before `place`."""
        return [s for s in (_last(r, place - 1) for r in (self.outer, self.inner)) if s]


def _last(row: Sequence[Speech], place: int) -> Speech | None:
    """The last quotation that begins at `place` or before."""
    k = bisect_right(row, place, key=lambda s: s.span.start) - 1
    return row[k] if k >= 0 else None


class Layout:
    """The paragraphs of an article."""

    def __init__(self, text: str, paragraphs: Iterable[Paragraph]) -> None:
        self.text = text
        self.scenes: list[Scene] = []
        running = False
        for paragraph in paragraphs:
            self.scenes.append(_scene(text, paragraph, running))
            last = self.scenes[-1].outer[-1:]
            running = bool(last) and not last[0].closed and not self.scenes[-1].dash
        self._starts = [s.span.start for s in self.scenes]

    def at(self, place: int) -> int:
        """The index of the paragraph that begins at `place` or is the last one before it."""
        return max(bisect_right(self._starts, place) - 1, 0)

    def scene(self, place: int) -> Scene:
        """The paragraph that holds `place`."""
        return self.scenes[self.at(place)]


@lru_cache(maxsize=64)
def _grammar(code: str) -> Grammar:
    if code in available():
        return grammar(code)
    return Grammar(_PLAIN, Lexicon([]), False, ())


def _scene(text: str, paragraph: Paragraph, running: bool) -> Scene:
    known = _grammar(paragraph.language)
    pack, span = known.pack, paragraph.span
    tokens = tokenise(text, span.start, span.end, language=pack.code, elision=pack.elision)
    dash = pack.dash_speech and dash_speech(text, tokens)
    if dash:
        hidden = dash_quotations(tokens, known)
        quotes = [Quotation(1, len(tokens), dash=True)]
    else:
        hidden = quotes = _quotations(text, tokens, known, running)
    inner = [q for quote in quotes for q in _inside(text, tokens, quote, pack)]
    outer, held = _speeches(tokens, quotes), _speeches(tokens, inner)
    frames = _frames(text, tokens, hidden, known)
    return Scene(span, known, paragraph.head, dash, outer, held, frames)


def _frames(
    text: str, tokens: Sequence[Token], quotes: Sequence[Quotation], known: Grammar
) -> list[Frame]:
    if not quotes and not known.lexicon.holds([t.key for t in tokens], _WORDS):
        return []
    cut = sentences(text, make_items(tokens, quotes, known), known)
    # the others need not be kept while a long article is read
    return [f for f in cut if any(f.having(kind) for kind in ASKED)]


def _quotations(
    text: str, tokens: Sequence[Token], known: Grammar, running: bool
) -> list[Quotation]:
    quotes = find_quotations(text, tokens, known.pack)
    rest = continued(tokens) if running and tokens[0].key not in MARKS else None
    if rest is not None:
        quotes = [rest, *(q for q in quotes if q.first >= rest.last)]
    quotes[-1:] = [close_broken(tokens, q, known) for q in quotes[-1:]]
    return quotes


def _inside(text: str, tokens: Sequence[Token], quote: Quotation, pack: Pack) -> list[Quotation]:
    """The quotations inside one; their tokens are counted from the paragraph's first."""
    first = quote.first + (0 if quote.dash or quote.part else 1)
    last = quote.last - (1 if quote.closed and not quote.dash else 0)
    found = find_quotations(text, tokens[first:last], pack)
    return [Quotation(first + q.first, first + q.last, q.closed) for q in found]


def _speeches(tokens: Sequence[Token], quotes: Iterable[Quotation]) -> list[Speech]:
    return [
        Speech(
            Span(tokens[q.first].start, tokens[q.last - 1].end),
            q.closed and not q.broken,
            not q.part,
        )
        for q in quotes
        if q.last > q.first
    ]
