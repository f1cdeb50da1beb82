"""What the tests of hostile marks share: readings with any statements, names and places."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from quoth.link.table import LINKERS
from quoth.model import (
    Actor,
    Article,
    Block,
    BlockKind,
    Chain,
    Entity,
    EntityType,
    Form,
    Language,
    Maker,
    Mark,
    Metadata,
    Place,
    PlaceType,
    Reading,
    Role,
    Sentence,
    Setting,
    Source,
    SourceType,
    Span,
    Speaker,
    Statement,
    Venue,
    VenueType,
    hull,
    identity,
    mark,
    plain,
)

BY = Maker("test", "1")
_KINDS = (BlockKind.HEADLINE, BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.PARAGRAPH)
_COUNTRIES = ("FR", "RU", "ID", "ZZ", "")


def bare(text: str, language: str = "en", first: BlockKind = BlockKind.PARAGRAPH) -> Reading:
    """A text with a block and a sentence a line, in one language, and the name of a site."""
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    kinds = [first, *[BlockKind.PARAGRAPH] * len(lines)]
    blocks = tuple(Block(k, s) for k, s in zip(kinds, lines, strict=False))
    about = Metadata(language=language, site="The Sarn Post")
    article = Article("a", Source("a"), text, blocks, identity(len(text)), about)
    marks = [
        mark("a", s, v, BY, 1.0) for s in lines for v in (Language(language, "t"), Sentence(0))
    ]
    return Reading(article).plus(marks)


class Anything:
    """Marks anywhere in a text, the same for the same seed."""

    def __init__(self, text: str, seed: int) -> None:
        self._size, self._chance = len(text), random.Random(seed)

    def spans(self, most: int, least: int = 0) -> tuple[Span, ...]:
        """Spans in order, also empty ones and ones that overlap."""
        pick = self._chance
        count = pick.randint(least, most)
        starts = sorted(pick.randrange(self._size + 1) for _ in range(count))
        return tuple(Span(s, min(self._size, s + pick.choice((0, 1, 5, 20, 300)))) for s in starts)

    def statements(self, count: int) -> Iterator[Statement]:
        """Statements, some of them in the content of others, in a ring too."""
        pick = self._chance
        contents = [self.spans(3, 1) for _ in range(count)]
        for content in contents:
            inside = hull(pick.choice(contents)) if pick.random() < 0.5 else None
            form, implicit = pick.choice(list(Form)), pick.random() < 0.3
            yield Statement(content, self.spans(2), self.spans(2), form, (), implicit, inside)

    def marks(self, count: int) -> list[Mark[object]]:
        """Statements with their settings, names, and places, `count` of each."""
        pick = self._chance
        out: list[Mark[object]] = []
        for said in self.statements(count):
            own = mark("a", hull((*said.content, *said.cue)), said, BY, 0.9)
            out.append(own)
            for span in self.spans(1):
                venue = Venue(pick.choice(list(VenueType)), span)
                out.append(mark("a", own.span, Setting(own.id, venue=venue), BY, 0.9))
        types = list(EntityType)
        out += [mark("a", s, Entity(pick.choice(types)), BY, 0.9) for s in self.spans(count)]
        for span in self.spans(count):
            country, kind = pick.choice(_COUNTRIES), pick.choice(list(PlaceType))
            place = Place(kind, "X", None, country, "", None, None, "test")
            out.append(mark("a", span, place, BY, 0.9))
        return out


_TAG = re.compile(r"<(/?)([skc]|PER|ORG|LOC)>")


def marked(tagged: str, first: BlockKind = BlockKind.PARAGRAPH) -> Reading:
    """The reading of a text with tags: <s>source</s> <k>cue</k> <c>content</c>, <PER>name</PER>.

    A line has one statement at most.
    """
    parts: list[str] = []
    begun: dict[str, int] = {}
    spans: dict[str, list[Span]] = {}
    made: list[Mark[object]] = []
    at = size = 0
    for tag in [*_TAG.finditer(tagged), None]:
        parts.append(tagged[at : tag.start() if tag else len(tagged)])
        size, at = size + len(parts[-1]), tag.end() if tag else at
        if spans.get("c") and ("\n" in parts[-1] or tag is None):
            made.append(_said(spans))
            spans = {}
        if tag is None:
            break
        if not tag.group(1):
            begun[tag.group(2)] = size
        elif len(tag.group(2)) == 1:
            spans.setdefault(tag.group(2), []).append(Span(begun[tag.group(2)], size))
        else:
            name = Span(begun[tag.group(2)], size)
            made.append(mark("a", name, Entity(EntityType(tag.group(2))), BY, 1.0))
    return bare("".join(parts), first=first).plus(made)


def _said(spans: dict[str, list[Span]]) -> Mark[object]:
    content, cue, source = (tuple(spans.get(k, ())) for k in "cks")
    value = Statement(content, cue, source, Form.INDIRECT)
    return mark("a", hull((*content, *cue, *source)), value, BY, 1.0)


def filled(piece: str, number: int) -> str:
    """A piece of text with names that only the pieces of that number have."""
    if "{" not in piece:
        return piece
    name, other = _invented(number), _invented(7 * number + 3)
    return piece.format(name=name, other=other, short=name[0] + other[0])


_SYLLABLES = ("ba", "ko", "ri", "tu", "me", "sla", "no", "gi", "fe", "du")


def _invented(number: int) -> str:
    return "".join(_SYLLABLES[int(d)] for d in f"{number:03}").capitalize() + "rd"


def linked(reading: Reading) -> Reading:
    """The reading with its actors, speakers and chains."""
    for linker in LINKERS:
        reading = reading.plus(linker(reading))
    return reading


def check(reading: Reading) -> Reading:
    """What must hold of the actors, speakers and chains of any reading; they are given back."""
    found = linked(reading)
    inside = Span(0, len(reading.article.text))
    made = [m for m in found.marks if m.kind in ("actor", "speaker", "chain")]
    assert all(inside.covers(m.span) and 0 <= m.score <= 1 for m in made)
    for m in made:
        json.dumps(plain(m.value), allow_nan=False)
    actors = {m.id: m.value for m in found.of(Actor)}
    for actor in actors.values():
        _actor(actor, inside)
    said = Counter(m.id for m in reading.of(Statement))
    assert Counter(m.value.statement for m in found.of(Speaker)) == said
    assert Counter(m.value.statement for m in found.of(Chain)) == said
    for speaker in found.of(Speaker):
        _speaker(speaker.value, actors, inside)
    for chain in found.of(Chain):
        _chain(chain.value, actors, inside)
    return found


def _actor(actor: Actor, inside: Span) -> None:
    assert actor.mentions
    assert all(inside.covers(m.span) and 0 <= m.score <= 1 for m in actor.mentions)
    assert all(m.antecedent is None or inside.covers(m.antecedent) for m in actor.mentions)
    starts = [m.span.start for m in actor.mentions]
    assert starts == sorted(starts)
    for kind in {m.type for m in actor.mentions}:
        spans = [m.span for m in actor.mentions if m.type is kind]
        assert all(a.end <= b.start for a, b in pairwise(spans))


def _speaker(told: Speaker, actors: dict[str, Actor], inside: Span) -> None:
    assert (told.actor is None) == (told.name is None)
    assert told.actor is None or actors[told.actor].name == told.name
    assert told.why
    assert all(s is None or inside.covers(s) for s in (told.antecedent, told.reason))
    assert told.type is not SourceType.NONE or told.actor is None


def _chain(chain: Chain, actors: dict[str, Actor], inside: Span) -> None:
    assert chain.links[0].role is Role.SPEAKER
    assert chain.links[-1].role in (Role.OUTLET, Role.TRANSLATION)
    for link in chain.links:
        assert link.span is None or inside.covers(link.span)
        assert link.actor is None or link.actor in actors
        assert 0 <= link.score <= 1
