"""Readings for tests of chains, from texts with marks: <s>source</s> <k>cue</k> <c>content</c>."""

from __future__ import annotations

import re

from quoth.link.chains import ChainAnnotator
from quoth.model import (
    Actor,
    ActorKind,
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
    Mention,
    MentionType,
    Metadata,
    Origin,
    OriginKind,
    Part,
    Reading,
    Run,
    Sentence,
    Source,
    SourceType,
    Span,
    Speaker,
    Statement,
    hull,
    mark,
)

_TAG = re.compile(r"<(/?)([skc]|ORG|PER|AGENCY)>")
_BY = Maker("test", "1")


def _parse(marked: str) -> tuple[str, dict[str, list[Span]]]:
    text, spans, starts, at = "", {}, {}, 0
    for tag in _TAG.finditer(marked):
        text += marked[at : tag.start()]
        at = tag.end()
        if tag.group(1):
            spans.setdefault(tag.group(2), []).append(Span(starts[tag.group(2)], len(text)))
        else:
            starts[tag.group(2)] = len(text)
    return text + marked[at:], spans


def read(
    marked: str,
    language: str = "en",
    *,
    speaker: SourceType = SourceType.NAMED,
    inside: Span | None = None,
    **meta: str,
) -> Reading:
    """A reading of one statement with its speaker, ready for the chain annotator.

    An `<AGENCY>` stands in a dateline, which is the first line.
    """
    text, spans = _parse(marked)
    kinds = [(b, BlockKind.PARAGRAPH, ()) for b in _lines(text)]
    if "AGENCY" in spans:
        kinds[0] = (kinds[0][0], BlockKind.DATELINE, (Part("agency", spans["AGENCY"][0]),))
    blocks = tuple(Block(kind, span, parts) for span, kind, parts in kinds)
    origin = Origin(OriginKind.TEXT, ("",), (Run(0, len(text), 0, 0, len(text)),))
    source = Source("page", sha256="0" * 64)
    article = Article("0" * 16, source, text, blocks, origin, Metadata(**meta))  # type: ignore[arg-type]
    made: list[Mark[object]] = [
        *(mark(article.id, b, Language(language, "test"), _BY, 1.0) for b in _lines(text)),
        *(mark(article.id, b, Sentence(0), _BY, 1.0) for b in _lines(text)),
    ]
    made += [
        mark(article.id, span, Entity(EntityType(name)), _BY, 1.0)
        for name in ("ORG", "PER")
        for span in spans.get(name, ())
    ]
    return Reading(article).plus([*made, *_said(article, spans, speaker, inside)])


def _said(
    article: Article, spans: dict[str, list[Span]], kind: SourceType, inside: Span | None
) -> list[Mark[object]]:
    named = spans.get("s", [])
    roles = [tuple(spans.get(role, ())) for role in "cks"]
    value = Statement(roles[0], roles[1], roles[2], Form.INDIRECT, inside=inside)
    said = mark(article.id, hull((*roles[0], *roles[1])), value, _BY, 0.9)
    if not named:
        none = Speaker(said.id, SourceType.NONE, None, None, why="the page names nobody")
        return [said, mark(article.id, said.span, none, _BY, 1.0)]
    name = named[0].of(article.text)
    mentions = (Mention(named[0], MentionType.NAME),)
    actor = mark(article.id, named[0], Actor(name, ActorKind.PERSON, mentions, (name,)), _BY, 1.0)
    speaker = Speaker(said.id, kind, actor.id, name)
    return [said, actor, mark(article.id, said.span, speaker, _BY, 0.9)]


def _lines(text: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]


def chain(reading: Reading) -> Chain:
    """The chain of the first statement."""
    found = reading.plus(ChainAnnotator()(reading)).of(Chain)
    return found[0].value


def path(marked: str, language: str = "en", **more: object) -> list[tuple[str, str | None]]:
    """Role and name of each link of the one statement of a marked text."""
    reading = read(marked, language, **more)  # type: ignore[arg-type]
    return [(link.role.value, link.name) for link in chain(reading).links]
