"""The values that marks carry.  One frozen class per kind of mark; `VALUES` lists them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quoth.model.actor import Actor
from quoth.model.chain import Chain
from quoth.model.place import Place
from quoth.model.quantity import Quantity
from quoth.model.setting import Setting
from quoth.model.span import Span, Spans
from quoth.model.speaker import Speaker
from quoth.model.time import Time


@dataclass(frozen=True, slots=True)
class Language:
    """The language of a stretch of text, as a BCP 47 code; `und` where it cannot be told."""

    code: str
    why: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `index` counts from 0 in its block."""

    index: int


class Form(StrEnum):
    """How the words of a statement are rendered."""

    DIRECT = "direct"
    """Verbatim, between quotation marks or after a dash of speech."""
    INDIRECT = "indirect"
    """In the reporter's words, with a source."""
    MIXED = "mixed"
    """In the reporter's words with quoted pieces."""
    HEARSAY = "hearsay"
    """Marked as somebody's word, without a source."""


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution: who said what.

    The terms follow PolNeAR (Newell, Margolin and Ruths, LREC 2018): a source, a cue and a
    content, each of them possibly discontinuous.

    Attributes:
        content: what was said; never empty.
        cue: the words that attribute it (a verb, a noun, a preposition, a colon); empty where
            there are none.
        source: the words that name the source; empty where the page names none.  A statement
            without words of its own for its source (a quotation that runs on) has those of the
            last one speaking, and is `implicit`.
        form: direct, indirect, mixed or hearsay.
        hedge: the page's own word of doubt (reportedly, angeblich, …), as spans; empty if none.
        implicit: whether the source was taken over from an earlier statement.
        inside: the extent of the content that this statement is nested in, if any.
        why: the construction that was recognised, or `trained` and what was added (docs/reader.md).
    """

    content: Spans
    cue: Spans
    source: Spans
    form: Form
    hedge: Spans = ()
    implicit: bool = False
    inside: Span | None = None
    why: str = ""


class EntityType(StrEnum):
    """What kind of thing a name names."""

    PER = "PER"
    """A person."""
    ORG = "ORG"
    """An organisation: an office, a company, a party, a team."""
    LOC = "LOC"
    """A place."""
    MISC = "MISC"
    """Any other name: a people, a work, an event."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A name of a person, an organisation, a place or something else, where it stands."""

    type: EntityType


VALUES: dict[str, type] = {
    "language": Language,
    "sentence": Sentence,
    "entity": Entity,
    "time": Time,
    "quantity": Quantity,
    "place": Place,
    "statement": Statement,
    "setting": Setting,
    "actor": Actor,
    "speaker": Speaker,
    "chain": Chain,
}
"""Every kind of mark by its name."""
