"""Small pages with actors for the tests of entities; all names are invented."""

from __future__ import annotations

from dataclasses import dataclass
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
