"""The chain of each statement: from its speaker to the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quoth.link.chains.media import alike, media, same
from quoth.link.chains.memory import Memory
from quoth.link.chains.names import Names
from quoth.link.chains.page import PageLinks, page_links
from quoth.link.chains.told import Passed, cited, relays
from quoth.link.chains.window import Window, Windows
from quoth.model import (
    Actor,
    ActorKind,
    Chain,
    Entity,
    EntityType,
    Language,
    Link,
    Maker,
    Mark,
    MentionType,
    Reading,
    Role,
    Sentence,
    SourceType,
    Span,
    Spans,
    Statement,
    Venue,
    VenueType,
    hull,
    mark,
)
from quoth.model.lookup import Lookup
from quoth.model.row import Row

_MAKER = Maker("quoth.chains", "1")
_DEEP = 8  # statements around a statement that are looked at
_MEDIUM_WORDS = 3  # words before the name of a medium that are of its description
_THINGS = frozenset({EntityType.ORG, EntityType.MISC})
_VENUE = 0.85
_CITED = 0.75
_UNKNOWN = 0.5
"""Scores of links (guesses, not measured)."""


class ChainAnnotator:
    """Says for each statement through whom it reached the page."""

    name = "chains"
    needs = frozenset({"statement", "speaker", "actor", "setting", "language", "sentence"})
    makes = frozenset({"chain"})

    def __call__(self, reading: Reading) -> Iterable[Mark[object]]:
        """One chain mark for each statement, on the statement's own span."""
        statements = reading.of(Statement)
        if not statements:
            return
        page = _Page(reading)
        for one in statements:
            links = page.links(one)
            score = min(link.score for link in links)
            yield mark(reading.article.id, one.span, Chain(one.id, links), _MAKER, score)


class _Page:
    """A reading, laid out for the chains of its statements."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.article.text
        self._lookup = Lookup(reading)
        statements = reading.of(Statement)
        self._statements = {m.id: m for m in statements}
        self._contents = {m.value.inside for m in statements}
        entities = reading.of(Entity)
        said: Row[None] = Row((m.span, None) for m in statements)
        things: Row[None] = Row((m.span, None) for m in entities if m.value.type in _THINGS)
        self._end: PageLinks = page_links(reading.article, _language(reading), things, said)
        known = [link.name for link in (*self._end.relays, *self._end.end())]
        self._names = Names(entities, [name for name in known if name])
        self._mentions: Row[Mark[Actor]] = Row(
            (mention.span, actor)
            for actor in reading.of(Actor)
            for mention in actor.value.mentions
            if mention.type is not MentionType.IMPLIED
        )
        sentences: Row[None] = Row((m.span, None) for m in reading.of(Sentence))
        windows = Windows(self._text, self._lookup, sentences)
        self._windows = {m.id: windows.of(m.value) for m in statements}
        self._media = Memory(self._text, self._end.relays)
        for window in filter(None, self._windows.values()):
            self._media.learn(window, self._names)
        self._given: dict[Spans, list[Mark[Statement]]] = {}
        for m in statements:
            self._given.setdefault(m.value.content, []).append(m)
            link = self._speaker(m)
            if link.name is not None and link.span is not None and self._organisation(m):
                self._media.note(link.span, link.name)
        self._told: dict[Spans, tuple[Passed, ...]] = {}

    def links(self, statement: Mark[Statement]) -> tuple[Link, ...]:
        """The chain of one statement; those of a page are asked for in text order."""
        window = self._windows[statement.id]
        first = self._speaker(statement)
        passed: list[Link] = []
        origin = self._cited(window) if self._medium(statement, first) else None
        if origin is not None:
            passed.append(replace(first, role=Role.RELAY))
            first = origin
        setting = self._lookup.setting(statement.id)
        occasion = setting.venue if setting is not None else None
        told = self._passed(statement, window, occasion)
        passed += self._relays(told)
        passed += self._around(statement)
        passed += self._end.relays
        kept = _once(first, passed)
        outlet = self._end.outlet
        if outlet is not None:  # the page's own name for one who passed it on is not a link more
            kept = [k for k in kept if not same(k.name, outlet.name)]
        return (
            first,
            *self._venue(statement, occasion, [one.span for one in told]),
            *kept,
            *self._end.end(),
        )

    def _speaker(self, statement: Mark[Statement]) -> Link:
        value, found = statement.value, self._lookup.speaker(statement.id)
        span = hull(value.source) if value.source else None
        if found is None:
            return Link(Role.SPEAKER, None, span, None, _UNKNOWN, "nobody looked for the speaker")
        told = found.value
        if told.actor is None:
            score = found.score if told.type is SourceType.NONE else _UNKNOWN
            return Link(Role.SPEAKER, None, span, None, score, f"origin unknown: {told.why}")
        return Link(Role.SPEAKER, told.name, span, told.actor, found.score, told.why)

    def _organisation(self, statement: Mark[Statement]) -> bool:
        found = self._lookup.speaker(statement.id)
        actor = self._lookup.actor(found.value.actor) if found and found.value.actor else None
        return actor is not None and actor.kind is ActorKind.ORGANISATION

    def _medium(self, statement: Mark[Statement], first: Link) -> bool:
        """Whether the speaker is a medium whose statement is not given to another one too."""
        content = statement.value.content
        if hull(content) in self._contents or len(self._given[content]) > 1:
            return False
        return first.name is not None and self._is_medium(statement, first)

    def _cited(self, window: Window | None) -> Link | None:
        """The origin where a medium is the source and the clause names whom it cites."""
        span = cited(window) if window is not None else None
        if span is None:
            return None
        actor = self._actor(span)
        if actor is None:
            name, ident = span.of(self._text), None
        else:
            name, ident = actor.value.name, actor.id
        return Link(Role.SPEAKER, name, span, ident, _CITED, "whom the source cites")

    def _actor(self, span: Span) -> Mark[Actor] | None:
        """The actor with the longest mention inside `span`."""
        found = [(len(s), m) for s, m in self._mentions.meeting(span) if span.covers(s)]
        return max(found, key=lambda f: f[0])[1] if found else None

    def _venue(
        self, statement: Mark[Statement], venue: Venue | None, told: Sequence[Span]
    ) -> Iterator[Link]:
        """The occasion, unless its words name the source itself or the medium that was told."""
        if venue is None or any(s.meets(venue.span) for s in statement.value.source):
            return
        for span in told:
            words = self._text[venue.span.start : max(span.start, venue.span.start)]
            if span.meets(venue.span) and len(words.split()) <= _MEDIUM_WORDS:
                return
        name = venue.span.of(self._text)
        yield Link(Role.VENUE, name, venue.span, None, _VENUE, f"venue: {venue.type.value}")

    def _passed(
        self, statement: Mark[Statement], window: Window | None, venue: Venue | None
    ) -> tuple[Passed, ...]:
        """Those whom the words around the cue name; of one that runs on, those named before."""
        source = statement.value.source
        if statement.value.implicit:
            return self._told.get(source, ())
        press = venue.span if venue is not None and venue.type is VenueType.PRESS else None
        found = relays(window, self._names) if window is not None else ()
        # “at a press conference” tells no press
        self._told[source] = tuple(
            one for one in found if press is None or not (one.bare and press.covers(one.span))
        )
        return self._told[source]

    def _relays(self, told: Sequence[Passed]) -> Iterator[Link]:
        """Links of those whose name can be told: “this newspaper” is the page's own."""
        for one in told:
            name = self._media.named(one)
            if name is not None:
                actor = self._actor(one.span)
                ident = actor.id if actor is not None else None
                yield Link(Role.RELAY, name, one.span, ident, one.score, one.why)

    def _beside(self, statement: Mark[Statement]) -> Iterator[Link]:
        """The media that gave the same words as somebody else's: “Sarn, citing the minister, …”."""
        for other in self._given[statement.value.content]:
            link = self._speaker(other)
            if other.id != statement.id and link.name is not None and self._is_medium(other, link):
                yield replace(link, role=Role.RELAY, why="gave the same words as another's")

    def _is_medium(self, statement: Mark[Statement], link: Link) -> bool:
        found, name = self._lookup.speaker(statement.id), link.name or ""
        told = found is not None and found.value.type is SourceType.MEDIA
        return told or media().named(name) is not None or self._names.known(name)

    def _around(self, statement: Mark[Statement]) -> Iterator[Link]:
        """The speakers of the statements that this one is nested in, the nearest first."""
        yield from self._beside(statement)
        seen, outer = {statement.id}, self._lookup.outer(statement.value)
        while outer is not None and outer not in seen and len(seen) <= _DEEP:
            seen.add(outer)
            around = self._statements[outer]
            link = self._speaker(around)
            if link.name is not None:
                why = f"speaker of the statement around it; {link.why}"
                yield replace(link, role=Role.RELAY, why=why)
            outer = self._lookup.outer(around.value)


def _language(reading: Reading) -> str:
    """The code of most of the page's text."""
    count = Counter[str]()
    for m in reading.of(Language):
        count[m.value.code] += len(m.span)
    return count.most_common(1)[0][0] if count else ""


def _once(first: Link, passed: list[Link]) -> list[Link]:
    """Those who passed it on, each once, and not the speaker again."""
    out: list[Link] = []
    for link in passed:
        again = any(same(link.name, k.name) or _one(link, k) for k in out)
        if not again and not _one(link, first):
            out.append(link)
    return out


def _one(left: Link, right: Link) -> bool:
    """Whether two links are of one actor or one name."""
    if left.actor is not None and left.actor == right.actor:
        return True
    return left.name is not None and right.name is not None and alike(left.name, right.name)
