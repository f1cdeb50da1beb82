"""The nouns that travel: frozen, slotted, picklable; standard library only."""

from quoth.model.actor import Actor, ActorKind, Mention, MentionType
from quoth.model.article import Article, Metadata, article_id
from quoth.model.block import FURNITURE, SPOKEN, Block, BlockKind, Part
from quoth.model.chain import Chain, Link, Role
from quoth.model.group import Belonging, Called, Group, Known, Profile, Ref
from quoth.model.issue import Issue, issue
from quoth.model.mark import Maker, Mark, mark, plain
from quoth.model.origin import Origin, OriginKind, Position, Run, identity
from quoth.model.place import Place, PlaceCandidate, PlaceType
from quoth.model.quantity import Quantity, QuantityType
from quoth.model.reading import Reading
from quoth.model.setting import Dated, Said, Setting, Stands, Venue, VenueType
from quoth.model.source import Capture, Source
from quoth.model.span import Span, Spans, hull
from quoth.model.speaker import SourceType, Speaker
from quoth.model.time import Grain, Time, TimeCandidate, TimeType
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
    "Actor",
    "ActorKind",
    "Article",
    "Belonging",
    "Block",
    "BlockKind",
    "Called",
    "Capture",
    "Chain",
    "Dated",
    "Entity",
    "EntityType",
    "Form",
    "Grain",
    "Group",
    "Issue",
    "Known",
    "Language",
    "Link",
    "Maker",
    "Mark",
    "Mention",
    "MentionType",
    "Metadata",
    "Origin",
    "OriginKind",
    "Part",
    "Place",
    "PlaceCandidate",
    "PlaceType",
    "Position",
    "Profile",
    "Quantity",
    "QuantityType",
    "Reading",
    "Ref",
    "Role",
    "Run",
    "Said",
    "Sentence",
    "Setting",
    "Source",
    "SourceType",
    "Span",
    "Spans",
    "Speaker",
    "Stands",
    "Statement",
    "Time",
    "TimeCandidate",
    "TimeType",
    "Venue",
    "VenueType",
    "article_id",
    "hull",
    "identity",
    "issue",
    "mark",
    "plain",
]
