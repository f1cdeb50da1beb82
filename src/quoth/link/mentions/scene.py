"""A reading laid out for finding who is meant: its sentences as words, with what packs say."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from quoth.atlas import SpotKind, gazetteer
from quoth.lang.actors import DEFINITE, INDEFINITE, MEDIA, ORG, PRONOUN
from quoth.link.mentions.words import Tags, Words, words
from quoth.model import (
    SPOKEN,
    BlockKind,
    Entity,
    EntityType,
    Mark,
    Place,
    PlaceType,
    Reading,
    Sentence,
    Span,
    Statement,
    mark,
)
from quoth.model.lookup import Lookup
from quoth.model.row import Row
from quoth.text import Token, fold

_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEADING})
NO_TAGS: Tags = {}
_MARKS = {"،": ",", "؛": ";", "؟": "?", "、": ","}
"""Punctuation marks of other scripts, as the rules have them."""
_WORDS = frozenset({PRONOUN, DEFINITE, INDEFINITE})
_WEAK = 0.5
"""The score below which a reader holds a name for something else about as likely."""
LAND = 5
"""Letters that the name of a country and its adjective share."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One sentence; compared by identity.

    Attributes:
        number: counted over the article.
        paragraph: the number of its block.
        head: whether it is a headline.
        tokens, keys, tags: its words, and what they are called.
        starts: where its tokens begin.
    """

    number: int
    paragraph: int
    head: bool
    span: Span
    words: Words
    tokens: Sequence[Token]
    keys: Sequence[str]
    tags: Sequence[Tags]
    starts: Sequence[int] = field(default=())

    def at(self, position: int) -> int:
        """The token that holds a position, or the last before it."""
        return max(bisect_right(self.starts, position) - 1, 0)

    def inside(self, span: Span) -> range:
        """The tokens that share a character with a span."""
        first = self.at(span.start)
        if first < len(self.tokens) and self.tokens[first].end <= span.start:
            first += 1
        last = bisect_right(self.starts, span.end - 1)
        return range(first, max(first, last))

    def extent(self, first: int, stop: int) -> Span:
        """From token `first` to before token `stop`."""
        return Span(self.tokens[first].start, self.tokens[stop - 1].end)


class Scene:
    """A reading as its mentions are looked for.

    Attributes:
        lines: its sentences of running text, in order.
        names: the marks of names, in order, without overlaps.
        places: the marks of places.
        contents: the pieces of all contents with the index of their statement.
        canon: what stands for the bearer of a name, by the mark's id; filled by `cast`.
        owned: the marks of names that say whose spokesman or brother a noun means.
        lands: the same of places that no map knows, by the first letters of their names.
    """

    def __init__(self, reading: Reading) -> None:
        self.article = reading.article
        self.text = reading.article.text
        self.lookup = Lookup(reading)
        self.statements = reading.of(Statement)
        self.names = _outermost(self.text, reading.of(Entity))
        self.places: dict[Span, Mark[Place]] = {m.span: m for m in reading.of(Place)}
        self.place_row: Row[Mark[Place]] = Row((m.span, m) for m in self.places.values())
        self.contents: Row[int] = Row(
            (s, n) for n, m in enumerate(self.statements) for s in m.value.content
        )
        self.lines = self._lines(reading)
        if not reading.of(Entity):
            from quoth.link.mentions.look import names_by_look

            self.names = names_by_look(self.article.id, self.lines, self.places)
        self.canon: dict[str, str] = {}
        self.lands: dict[str, str] = {}
        self.owned: set[str] = set()
        self._starts = [line.span.start for line in self.lines]
        told = [*self._people([n for n in map(self._told, self.names) if n is not None])]
        self.names = sorted([*told, *self._unmarked(told)], key=lambda n: n.span)

    def _told(self, name: Mark[Entity]) -> Mark[Entity] | None:
        """A name as the map and the pack know it, where a reader takes it for something else.

        An article or pronoun is no name, nor is the word for a country's people (“Romanian
        media”); a country or a capital taken for an organisation is a place.
        """
        line = self.line(name.span.start)
        if line is not None and self._small(line, name.span):
            return None
        place = self.places.get(name.span)
        if place is None or name.value.type is not EntityType.ORG:
            return name
        if place.value.type is PlaceType.DEMONYM:
            return None
        ruled = place.value.type is PlaceType.COUNTRY or _capital(place.value)
        return replace(name, value=Entity(EntityType.LOC)) if ruled else name

    def _people(self, names: Sequence[Mark[Entity]]) -> Iterator[Mark[Entity]]:
        """The names, those of people whom a reader half takes for organisations set right.

        Such a name is held weakly, has no noun for an organisation in it, and its last word alone
        is a person's, which the reader is surer of.
        """
        lone: dict[str, float] = {}
        for name in names:
            if name.value.type is EntityType.PER:
                key = fold(name.span.of(self.text))
                lone[key] = max(name.score, lone.get(key, 0.0))
        for name in names:
            *before, last = fold(name.span.of(self.text)).split() or [""]
            weak = name.value.type is EntityType.ORG and name.score < min(_WEAK, lone.get(last, 0))
            person = weak and before and not self._tagged(name.span, ORG, MEDIA)
            yield replace(name, value=Entity(EntityType.PER)) if person else name

    def _tagged(self, span: Span, *kinds: str) -> bool:
        """Whether a word inside a span is of one of some kinds."""
        line = self.line(span.start)
        tags = [line.tags[i] for i in line.inside(span)] if line is not None else []
        return any(kind in t for t in tags for kind in kinds)

    def _unmarked(self, names: Sequence[Mark[Entity]]) -> Iterator[Mark[Entity]]:
        """Family names of people of the article in sources where the reader marks no name."""
        told = [(n.span.of(self.text).split(), n) for n in names if n.value.type is EntityType.PER]
        last = {fold(parts[-1]): n for parts, n in told if len(parts) > 1}
        row: Row[None] = Row((n.span, None) for n in names)
        for span in dict.fromkeys(s for m in self.statements for s in m.value.source):
            line = self.line(span.start)
            if line is None or not last or list(row.meeting(span)):
                continue
            for i in line.inside(span):
                token = line.tokens[i]
                known = last.get(fold(self.text[token.start : token.end]))
                if token.capital and known is not None:
                    at = Span(token.start, token.end)
                    yield mark(self.article.id, at, known.value, known.by, known.score)

    def _small(self, line: Line, span: Span) -> bool:
        """Whether a name is one word that the pack has as an article or pronoun."""
        if not line.tokens:
            return False
        at = line.at(span.start)
        whole = line.tokens[at].start <= span.start and line.tokens[at].end == span.end
        return whole and any(
            h.word.kind in _WORDS for h in line.words.actors.at([line.keys[at]], 0)
        )

    def line(self, position: int) -> Line | None:
        """The sentence that holds a position."""
        at = bisect_right(self._starts, position) - 1
        if at < 0 or self.lines[at].span.end <= position:
            return None
        return self.lines[at]

    def outer(self, span: Span) -> list[int]:
        """The statements whose content covers a span."""
        return [n for s, n in self.contents.meeting(span, 2000) if s.covers(span)]

    def _lines(self, reading: Reading) -> list[Line]:
        out: list[Line] = []
        blocks = [b for b in reading.article.blocks if b.kind in SPOKEN]
        starts = [b.span.start for b in blocks]
        cut = [m.span for m in reading.of(Sentence)] or [b.span for b in blocks]
        spoken = [words(self.lookup.language(b.span) or "") for b in blocks]
        for span in cut:
            number = bisect_right(starts, span.start) - 1
            block = blocks[number] if number >= 0 else None
            if block is None or not block.span.covers(span):
                continue
            known = spoken[number]
            tokens = known.tokens(self.text, span.start, span.end)
            keys = [_MARKS.get(t.key, t.key) for t in tokens]
            tags = [known.tags(keys, i) if t.word else NO_TAGS for i, t in enumerate(tokens)]
            head, first = block.kind in _HEADS, [t.start for t in tokens]
            out.append(Line(len(out), number, head, span, known, tokens, keys, tags, first))
        return out


def _capital(place: Place) -> bool:
    spot = gazetteer().spot(place.geonames) if place.geonames else None
    return spot is not None and spot.kind is SpotKind.CAPITAL


def _outermost(text: str, marks: Sequence[Mark[Entity]]) -> list[Mark[Entity]]:
    """Names in order, those inside others left out, and what has no capital in a script of them."""
    out: list[Mark[Entity]] = []
    for found in marks:
        words = found.span.of(text)
        if found.value.type is EntityType.MISC or words.islower():
            continue
        if not out or found.span.start >= out[-1].span.end:
            out.append(found)
    return out
