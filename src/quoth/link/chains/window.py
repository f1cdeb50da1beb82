"""The words around a cue, outside of what was said, as chains look at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from quoth.lang import available, pack
from quoth.lang.actors import ActorWords, actor_words
from quoth.lang.lexicon import Hit, Lexicon
from quoth.model import Span, Statement
from quoth.model.lookup import Lookup
from quoth.model.row import Row
from quoth.text import Token, tokenise

REACH = 250
"""Characters on each side of a cue that are looked at, so that work stays linear."""
_ANCHORS = 4  # pieces of a cue and source that are looked around
_GAP = Token(0, 0, "\0", False, False)
_VERBS = frozenset({"verb", "marker", "postmarker"})


@dataclass(frozen=True, slots=True, eq=False)
class ChainWords:
    """What a language says of those who pass a statement on.

    Attributes:
        actors: from `actors.tsv`.
        verbs: reporting verbs and words such as “according to”, from the pack.
        elision: whether l', d', qu' are words of their own.
        proclitics: letters that may be written onto the next word.
    """

    code: str
    actors: ActorWords
    verbs: Lexicon
    elision: bool
    proclitics: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def chain_words(code: str) -> ChainWords:
    """The words of a language; empty ones where it has no pack.

    Raises:
        PackError: if one of its files breaks its format.
    """
    if code not in available():
        return ChainWords(code, actor_words(code), Lexicon(()), False)
    known = pack(code)
    verbs = Lexicon([w for w in known.words if w.kind in _VERBS], known.proclitics)
    return ChainWords(code, actor_words(code), verbs, known.elision, known.proclitics)


@dataclass(frozen=True, slots=True)
class Window:
    """The tokens around the cue of a statement; a gap stands for each piece of its content.

    Attributes:
        source, cue: which tokens are of its source and of its cue.
        looked_up: forms of `actors.tsv` by token and class, as they were asked for.
    """

    text: str
    words: ChainWords
    tokens: tuple[Token, ...]
    keys: tuple[str, ...]
    source: frozenset[int]
    cue: frozenset[int]
    looked_up: dict[int, dict[str, Hit]] = field(default_factory=dict, compare=False, repr=False)

    def actor(self, i: int, kind: str) -> Hit | None:
        """The longest form of a class of `actors.tsv` that begins at token i."""
        found = self.looked_up.get(i)
        if found is None:
            found = {}
            for hit in self.words.actors.at(self.keys, i):
                found.setdefault(hit.word.kind, hit)
            self.looked_up[i] = found
        return found.get(kind)

    def reports(self, i: int) -> bool:
        """Whether a reporting word begins at token i."""
        return bool(self.words.verbs.at(self.keys, i))

    def span(self, first: int, stop: int) -> Span:
        """The characters of tokens[first:stop]."""
        return Span(self.tokens[first].start, self.tokens[stop - 1].end)

    def gap(self, i: int) -> bool:
        """Whether token i is none: the edge, or a piece of the content."""
        return not 0 <= i < len(self.tokens) or self.tokens[i] is _GAP


class Windows:
    """Makes the window of each statement of a reading."""

    def __init__(self, text: str, lookup: Lookup, sentences: Row[None]) -> None:
        self._text, self._lookup, self._sentences = text, lookup, sentences

    def of(self, value: Statement) -> Window | None:
        """The window of a statement; None where it has neither a cue nor a source of its own."""
        own = (*value.cue, *(() if value.implicit else value.source))
        anchors = sorted(own, key=lambda s: s.start)[:_ANCHORS]
        if not anchors:
            return None
        words = chain_words(self._lookup.language(anchors[0]) or "")
        tokens: list[Token] = []
        for span in _apart([self._around(a) for a in anchors]):
            tokens += [_GAP] if tokens else []
            tokens += self._outside(span, value, words)
        source = () if value.implicit else value.source
        return Window(
            self._text,
            words,
            tuple(tokens),
            tuple(t.key for t in tokens),
            frozenset(_within(tokens, source)),
            frozenset(_within(tokens, value.cue)),
        )

    def _around(self, anchor: Span) -> Span:
        """The sentences that an anchor stands in, cut where they are endless."""
        near = Span(max(0, anchor.start - REACH), min(len(self._text), anchor.end + REACH))
        met = [span for span, _ in self._sentences.meeting(anchor, 2 * REACH)]
        if not met:
            return near
        return Span(max(near.start, met[0].start), min(near.end, max(s.end for s in met)))

    def _outside(self, span: Span, value: Statement, words: ChainWords) -> Iterator[Token]:
        at = span.start
        for piece in sorted(value.content, key=lambda s: s.start):
            if piece.end <= at or piece.start >= span.end:
                continue
            yield from self._tokens(at, piece.start, words)
            yield _GAP
            at = min(piece.end, span.end)
        yield from self._tokens(at, span.end, words)

    def _tokens(self, start: int, end: int, words: ChainWords) -> list[Token]:
        if start >= end:
            return []
        return tokenise(self._text, start, end, language=words.code, elision=words.elision)


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those that touch made one."""
    out: list[Span] = []
    for span in sorted(spans, key=lambda s: s.start):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _within(tokens: Sequence[Token], spans: Sequence[Span]) -> Iterator[int]:
    for i, token in enumerate(tokens):
        if token is not _GAP and any(s.start < token.end and token.start < s.end for s in spans):
            yield i
