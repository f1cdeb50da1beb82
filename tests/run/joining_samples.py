"""Small pages with actors for the tests of entities; all names are invented."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256

from quoth.model import (
    Actor,
    ActorKind,
    Article,
    Block,
    BlockKind,
    Form,
    Language,
    Maker,
    Mark,
    Mention,
    MentionType,
    Metadata,
    Reading,
    Source,
    SourceType,
    Span,
    Speaker,
    Statement,
    article_id,
    identity,
    mark,
)

BY = Maker("sample", "1")


@dataclass(frozen=True)
class Who:
    """An actor of a page that says something on it."""

    name: str
    kind: ActorKind = ActorKind.PERSON
    offices: tuple[str, ...] = ()
    country: str | None = None
    names: tuple[str, ...] = ()
    type: MentionType = MentionType.NAME
    wikidata: str | None = None


def page(
    *actors: Who, name: str = "a", language: str = "en", day: str | None = "2031-05-04"
) -> Reading:
    """A page of one sentence for each actor, in which it says something."""
    lines = [f"{who.name}: the harbour {name} stays open." for who in actors]
    text = "\n".join(lines)
    digest = sha256(f"{name}{text}".encode("utf-8", "surrogatepass")).hexdigest()
    ident = article_id(digest)
    whole = Span(0, len(text))
    marks = [mark(ident, whole, Language(language, "sample"), BY, 1.0)]
    start = 0
    for who, line in zip(actors, lines, strict=True):
        span = Span(start, start + len(who.name))
        said = Statement((Span(span.end + 2, start + len(line)),), (), (span,), Form.DIRECT)
        statement = mark(ident, Span(start, start + len(line)), said, BY, 1.0)
        actor = mark(ident, span, _actor(who, span), BY, 1.0)
        speaker = Speaker(statement.id, SourceType.NAMED, actor.id, who.name)
        marks += [statement, actor, mark(ident, statement.span, speaker, BY, 0.9)]
        start += len(line) + 1
    blocks = (Block(BlockKind.PARAGRAPH, whole),)
    source = Source(f"{name}.txt", sha256=digest)
    meta = Metadata(published=day)
    return Reading(Article(ident, source, text, blocks, identity(len(text)), meta)).plus(marks)


def _actor(who: Who, span: Span) -> Actor:
    names = (who.name, *who.names)
    mentions = (Mention(span, who.type),)
    return Actor(who.name, who.kind, mentions, names, who.offices, who.country, who.wikidata)


def said(reading: Reading) -> tuple[Mark[Statement], ...]:
    """The statements of a page."""
    return reading.of(Statement)


def reread(of: Reading, first: Statement) -> Reading:
    """The same page, whose first statement is read otherwise."""
    old = said(of)[0]
    new = mark(of.article.id, old.span, first, BY, 0.5)
    marks = [m for m in of.marks if m.id != old.id and getattr(m.value, "statement", "") != old.id]
    return replace(of, marks=tuple(marks)).plus([new])


def version(of: Reading, before: str) -> Reading:
    """The same page with a paragraph more before the others, fetched as other bytes."""
    text = before + of.article.text
    source = Source(of.article.source.page, sha256="f" * 64)
    meta = Metadata(published=of.article.meta.published)
    made = Article("f" * 64, source, text, (), identity(len(text)), meta)
    by = len(before)
    marks = []
    for old in said(of):
        value = old.value
        moved = replace(value, content=shift(value.content, by), source=shift(value.source, by))
        marks.append(mark(made.id, *shift((old.span,), by), moved, BY, 1.0))
    return Reading(made).plus(marks)


def shift(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple(Span(s.start + by, s.end + by) for s in spans)
