"""Invented pages for a large ledger, as readings: what they say is known, so nothing is read."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta
from hashlib import sha256

from big_world import LANGUAGES, Invented, World, written
from quoth.model import (
    Actor,
    Article,
    Block,
    BlockKind,
    Chain,
    Form,
    Grain,
    Language,
    Link,
    Maker,
    Mark,
    Mention,
    MentionType,
    Metadata,
    Reading,
    Role,
    Said,
    Sentence,
    Setting,
    Source,
    SourceType,
    Span,
    Speaker,
    Stands,
    Statement,
    Time,
    TimeType,
    Venue,
    VenueType,
    article_id,
    identity,
    mark,
)

STATEMENTS = 10
"""Statements of a page."""
FIRST_DAY = date(2029, 1, 1)
DAYS = 1095
BY = Maker("invented", "1")
_KINDS = (
    *((SourceType.NAMED,) * 14),
    SourceType.OFFICE,
    SourceType.ANONYMOUS,
    SourceType.COLLECTIVE,
    SourceType.DOCUMENT,
    SourceType.MEDIA,
    SourceType.NONE,
)
_FORMS = (Form.DIRECT, Form.DIRECT, Form.INDIRECT, Form.INDIRECT, Form.INDIRECT, Form.MIXED)
_SOURCES = {
    SourceType.OFFICE: "the minister",
    SourceType.ANONYMOUS: "an official who asked not to be named",
    SourceType.COLLECTIVE: "residents",
    SourceType.DOCUMENT: "the report",
    SourceType.MEDIA: "local media",
}


class Page:
    """One page being written.

    Args:
        number: of the page; pages come by day.
        of: how many pages there will be.
    """

    def __init__(self, world: World, number: int, of: int) -> None:
        self._world, self._number = world, number
        self._random = random.Random(number)  # noqa: S311
        self._text = ""
        self._blocks: list[Block] = []
        self._sentences: list[Span] = []
        self._mentions: dict[Invented, list[Mention]] = {}
        self._said: list[tuple[Statement, SourceType, Invented | None, Span | None]] = []
        codes, weights = zip(*LANGUAGES, strict=True)
        self._language: str = self._random.choices(codes, weights)[0]
        self._day = FIRST_DAY + timedelta(days=number * DAYS // of)
        self._paper, self._host = world.papers.pick(self._random)
        self._agency = world.agencies.pick(self._random) if self._random.random() < 0.3 else None
        self._places: list[tuple[Stands, int]] = []
        self._times: list[tuple[Span, date]] = []
        # some pages name few people again and again, as pages do
        self._cast = [world.people.pick(self._random) for _ in range(4)]

    def reading(self) -> Reading:
        """The page as it would be read."""
        headline = self._headline()
        for _ in range(STATEMENTS):
            self._statement()
            if self._random.random() < 0.3:
                self._plain()
        article = self._article(headline)
        actors = self._actors(article.id)
        marks: list[Mark[object]] = [*actors.values()]
        whole = Span(0, len(self._text))
        marks.append(mark(article.id, whole, Language(self._language, "invented"), BY, 0.99))
        marks += [mark(article.id, s, Sentence(0), BY, 0.95) for s in self._sentences]
        for span, day in self._times:
            marks.append(mark(article.id, span, _time(day, "its words"), BY, 0.95))
        marks += [mark(article.id, s.span, s.place, BY, 0.9) for s, _ in self._places]
        for at, (statement, kind, who, venue) in enumerate(self._said):
            marks += self._attributed(article.id, at, statement, kind, actors.get(who), venue)
        return Reading(article).plus(marks)

    # ------------------------------------------------------------ the text

    def _add(self, words: str) -> Span:
        start = len(self._text)
        self._text += words
        return Span(start, len(self._text))

    def _some(self, count: int) -> str:
        words = " ".join(self._world.words.pick(self._random) for _ in range(count))
        return written(words, self._language)

    def _close(self, start: int, kind: BlockKind) -> None:
        span = Span(start, len(self._text))
        self._blocks.append(Block(kind, span))
        self._sentences.append(span)
        self._text += "\n\n"

    def _headline(self) -> str:
        words = self._some(6).capitalize()
        self._add(words)
        self._close(0, BlockKind.HEADLINE)
        return words

    def _plain(self) -> None:
        """A sentence that says a day, and is no statement."""
        start = self._add(self._some(5).capitalize() + " ").start
        day = self._day + timedelta(days=self._random.randint(-40, 20))
        self._times.append((self._add(day.isoformat()), day))
        self._add(f" {self._some(9)}.")
        self._close(start, BlockKind.PARAGRAPH)

    def _name(self, who: Invented) -> Span:
        full, short = who.named(self._language)
        before = self._mentions.setdefault(who, [])
        span = self._add(short if before else full)
        kind = MentionType.SHORT if before else MentionType.NAME
        before.append(Mention(span, kind, before[0].span if before else None))
        return span

    def _statement(self) -> None:
        pick = self._random
        kind, form = pick.choice(_KINDS), pick.choice(_FORMS)
        form = Form.HEARSAY if kind is SourceType.NONE else form
        start = self._add("“" if form is Form.DIRECT else "").start
        content = self._add(self._some(pick.randint(6, 12)).capitalize()).start
        if pick.random() < 0.3:
            self._add(" ")
            self._name(pick.choice(self._cast))
        body = Span(content, self._add(" " + self._some(pick.randint(4, 12))).end)
        self._add("”, " if form is Form.DIRECT else ", ")
        cue = self._add(written("said", self._language))
        self._add(" ")
        who = pick.choice(self._cast) if kind is SourceType.NAMED else None
        source = () if form is Form.HEARSAY else (self._source(kind, who),)
        hedge = (self._add(f" {written('reportedly', self._language)}"),)
        venue = None
        if pick.random() < 0.2:
            venue = self._add(" in an interview")
        if pick.random() < 0.2:
            place = self._world.places.pick(pick)
            self._add(" in ")
            span = self._add(written(place.name, self._language))
            self._places.append((Stands(place, span), len(self._said)))
        self._add(".")
        doubt = hedge if pick.random() < 0.15 else ()
        said = Statement((body,), (cue,), source, form, doubt, why="invented")
        self._said.append((said, kind, who, venue))
        self._close(start, BlockKind.PARAGRAPH)

    def _source(self, kind: SourceType, who: Invented | None) -> Span:
        if who is not None:
            return self._name(who)
        return self._add(written(_SOURCES[kind], self._language))

    # ------------------------------------------------------------ what is said of it

    def _article(self, headline: str) -> Article:
        digest = sha256(self._text.encode()).hexdigest()
        url = f"https://{self._host}/{self._day:%Y/%m/%d}/{self._number}"
        at = datetime.combine(self._day, time(6 + self._number % 15, self._number % 60))
        meta = Metadata(
            headline=headline,
            published=f"{at.isoformat()}+00:00",
            site=self._paper,
            language=self._language,
            url=url,
            why=(("published", "meta"),),
        )
        source = Source(f"invented/{self._number}.txt", url, sha256=digest)
        blocks, origin = tuple(self._blocks), identity(len(self._text))
        return Article(article_id(digest, url), source, self._text, blocks, origin, meta)

    def _actors(self, article: str) -> dict[Invented | None, Mark[Actor]]:
        found: dict[Invented | None, Mark[Actor]] = {}
        for who, mentions in self._mentions.items():
            names = tuple(dict.fromkeys(who.named(self._language)))
            offices = (who.office,) if who.office is not None else ()
            value = Actor(names[0], who.kind, tuple(mentions), names, offices, who.country)
            found[who] = mark(article, mentions[0].span, value, BY, 1.0)
        return found

    def _attributed(
        self,
        article: str,
        at: int,
        statement: Statement,
        kind: SourceType,
        actor: Mark[Actor] | None,
        venue: Span | None,
    ) -> list[Mark[object]]:
        first = min(statement.content[0].start, *(s.start for s in statement.source), 10**9)
        last = max(statement.content[0].end, *(s.end for s in statement.source), 0)
        span = Span(first, last)
        made = mark(article, span, statement, BY, 0.75)
        name = actor.value.name if actor is not None else None
        speaker = Speaker(made.id, kind, actor.id if actor else None, name, why="invented")
        words = statement.source[0] if statement.source else None
        links = [Link(Role.SPEAKER, name, words, speaker.actor, 0.9, "invented")]
        if venue is not None:
            links.append(Link(Role.VENUE, "interview", venue, None, 0.9, "invented"))
        if self._agency is not None:
            links.append(Link(Role.RELAY, self._agency, None, None, 0.9, "dateline"))
        links.append(Link(Role.OUTLET, self._paper, None, None, 0.95, "the page's site name"))
        day = self._day - timedelta(days=self._random.choice((0, 0, 0, 1, 1, 2, 9)))
        setting = Setting(
            made.id,
            Said(_time(day, "the day of publication"), None),
            Venue(VenueType.INTERVIEW, venue) if venue is not None else None,
            next((s for s, number in self._places if number == at), None),
        )
        more = (speaker, setting, Chain(made.id, tuple(links)))
        return [made, *(mark(article, span, value, BY, 0.9) for value in more)]


def _time(day: date, why: str) -> Time:
    said = day.isoformat()
    return Time(TimeType.DATE, said, said, said, Grain.DAY, None, why)
