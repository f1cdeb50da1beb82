"""An article as its page shows it: its blocks in pieces, its furniture folded, its records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, islice
from typing import Generic, TypeVar

from quoth.model import (
    Actor,
    Article,
    Block,
    BlockKind,
    Mark,
    MentionType,
    Place,
    Quantity,
    Reading,
    Span,
    Statement,
    Time,
)
from quoth.model.group import Belonging
from quoth.model.lookup import Lookup
from quoth.model.time import CORRECTED
from quoth.text.selectors import web_address
from quoth.web.marking import CONTENT, Label, Piece, cut
from quoth.web.records import LARGE, Records, Told, tongue

V = TypeVar("V")
HERE = "here"
"""Kind and anchor of the words that an address asks to be shown."""
MOST = 300
"""Records of one kind beside a text; what is beyond is marked in the text alone."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the page in pieces."""

    kind: BlockKind
    language: str | None
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks that follow each other and are either all of the article or all furniture."""

    furniture: bool
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Item(Generic[V]):
    """Something marked, with the words that it stands in."""

    id: str
    value: V
    words: str
    score: float


@dataclass(frozen=True, slots=True)
class Person:
    """An actor of the article.

    Attributes:
        entity: which it belongs to, where the reading is of a ledger.
        statements: the ids of those that it made.
    """

    id: str
    actor: Actor
    entity: Belonging | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """An article as its page shows it.

    Attributes:
        titled: whether one of its blocks is a headline.
        redated: whether somebody corrected its day of publication.
        address: of the original page on the web, if it is known.
        untold: how many statements have no record, being too many.
    """

    article: Article
    titled: bool
    redated: bool
    language: str | None
    address: str | None
    parts: tuple[Part, ...]
    told: tuple[Told, ...]
    people: tuple[Person, ...]
    places: tuple[Item[Place], ...]
    times: tuple[Item[Time], ...]
    quantities: tuple[Item[Quantity], ...]
    untold: int


def shown(reading: Reading, show: Span | None = None) -> Shown:
    """A reading as a page shows it.

    Args:
        show: words that are marked as those that the reader came for.
    """
    article, lookup = reading.article, Lookup(reading)
    records = Records(reading, pages=len(article.text) < LARGE)
    told = tuple(records.of(mark) for mark in reading.of(Statement)[:MOST])
    people = tuple(islice(_people(reading, lookup, told), MOST))
    places = _items(article, reading.of(Place))
    times = _items(article, reading.of(Time))
    quantities = _items(article, reading.of(Quantity))
    recorded = {x.id for of in (told, people, places, times, quantities) for x in of}
    marked = [x if x.target in recorded else replace(x, target="") for x in labels(reading)]
    here = [Label(show, HERE, "", HERE)] if show is not None else []
    return Shown(
        article=article,
        redated=dict(article.meta.why).get("published", "").startswith(CORRECTED),
        titled=any(b.kind is BlockKind.HEADLINE for b in article.blocks),
        language=tongue(lookup, Span(0, len(article.text))),
        address=web_address(article),
        parts=_parts(article, lookup, [*here, *marked]),
        told=told,
        people=people,
        places=places,
        times=times,
        quantities=quantities,
        untold=len(reading.of(Statement)) - len(told),
    )


def labels(reading: Reading) -> Iterator[Label]:
    """All that is marked in a text; what comes later lies on top."""
    for mark in reading.of(Statement):
        yield from statement_labels(mark)
    for kind, marks in (
        ("quantity", reading.of(Quantity)),
        ("time", reading.of(Time)),
        ("place", reading.of(Place)),
    ):
        yield from (Label(m.span, kind, m.id, f"t-{m.id}") for m in marks)
    for actor in reading.of(Actor):
        spans = [x.span for x in actor.value.mentions if x.type is not MentionType.IMPLIED]
        for number, span in enumerate(dict.fromkeys(spans)):
            yield Label(span, "actor", actor.id, f"t-{actor.id}" if not number else None)


def statement_labels(mark: Mark[Statement]) -> Iterator[Label]:
    """The words of a statement; `s-` and its id is the place where its content begins."""
    value = mark.value
    for number, span in enumerate(value.content):
        yield Label(span, CONTENT, mark.id, f"s-{mark.id}" if not number else None)
    # the words that an implicit source was taken from are those of an earlier statement
    source = () if value.implicit else value.source
    for kind, spans in (("source", source), ("cue", value.cue), ("hedge", value.hedge)):
        yield from (Label(span, kind, mark.id) for span in spans)


def _parts(article: Article, lookup: Lookup, marked: list[Label]) -> tuple[Part, ...]:
    blocks = list(_blocks(article))
    rows = cut(article.text, [b.span for b in blocks], marked)
    pairs = zip(blocks, rows, strict=True)
    return tuple(
        Part(
            furniture,
            tuple(Passage(b.kind, tongue(lookup, b.span), row) for b, row in of if row),
        )
        for furniture, of in groupby(pairs, key=lambda pair: pair[0].furniture)
    )


def _blocks(article: Article) -> Iterator[Block]:
    """The blocks, and as paragraphs the stretches of text that lie in none."""
    at = 0
    end = Block(BlockKind.PARAGRAPH, Span(len(article.text), len(article.text)))
    for block in (*article.blocks, end):
        if article.text[at : block.span.start].strip():
            yield Block(BlockKind.PARAGRAPH, Span(at, block.span.start))
        if len(block.span):
            yield block
        at = max(at, block.span.end)


def _people(reading: Reading, lookup: Lookup, told: Iterable[Told]) -> Iterator[Person]:
    said: dict[str, list[str]] = {}
    for each in told:
        if each.speaker is not None and each.speaker.actor is not None:
            said.setdefault(each.speaker.actor, []).append(each.id)
    for mark in reading.of(Actor):
        made = tuple(said.get(mark.id, ()))
        yield Person(mark.id, mark.value, lookup.entity(mark.id), made)


def _items(article: Article, marks: Iterable[Mark[V]]) -> tuple[Item[V], ...]:
    few = islice(marks, MOST)
    return tuple(Item(m.id, m.value, m.span.of(article.text), m.score) for m in few)
