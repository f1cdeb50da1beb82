"""The nouns that travel: frozen, slotted, picklable; standard library only."""

from quoth.model.article import Article, Metadata, article_id
from quoth.model.block import FURNITURE, SPOKEN, Block, BlockKind, Part
from quoth.model.issue import Issue, issue
from quoth.model.mark import Maker, Mark, mark, plain
from quoth.model.origin import Origin, OriginKind, Place, Run, identity
from quoth.model.reading import Reading
from quoth.model.source import Capture, Source
from quoth.model.span import Span, Spans, hull
from quoth.model.values import (
    VALUES,
    Entity,
    EntityType,
    Form,
    Language,
    Sentence,
    Statement,
)

__all__ = [
    "FURNITURE",
    "SPOKEN",
    "VALUES",
    "Article",
    "Block",
    "BlockKind",
    "Capture",
    "Entity",
    "EntityType",
    "Form",
    "Issue",
    "Language",
    "Maker",
    "Mark",
    "Metadata",
    "Origin",
    "OriginKind",
    "Part",
    "Place",
    "Reading",
    "Run",
    "Sentence",
    "Source",
    "Span",
    "Spans",
    "Statement",
    "article_id",
    "hull",
    "identity",
    "issue",
    "mark",
    "plain",
]
