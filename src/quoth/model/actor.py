"""Those who speak or are spoken of in one article, each with all places that mention them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quoth.model.span import Span


class ActorKind(StrEnum):
    """What kind of thing an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    """A state or its government: what speaks when the page says “Paris” or “the Élysée”."""
    GROUP = "group"
    """Several who are not named one by one: “two officials”, “residents”."""
    DOCUMENT = "document"
    """A report, a study, a verdict, a law."""
    OTHER = "other"


class MentionType(StrEnum):
    """By what words a mention names its actor."""

    NAME = "name"
    """A full name, or the fullest one of the page."""
    SHORT = "short"
    """A part of the name: the family name, an acronym, a short form."""
    TITLE = "title"
    """An office or another description: “the general”, “menteri itu”."""
    PRONOUN = "pronoun"
    """A pronoun, a clitic, a verb that carries its subject."""
    METONYM = "metonym"
    """A place, a building or an office that stands for who speaks: “Paris”, “the Kremlin”."""
    IMPLIED = "implied"
    """No words of its own: a quotation that runs on."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that mentions an actor.

    Attributes:
        span: the words; of a person with title and name, both.
        antecedent: the earlier (rarely later) mention that it was resolved by; None of a name.
        score: how sure the resolution is, 0 to 1.
        why: its reason, in words.
    """

    span: Span
    type: MentionType
    antecedent: Span | None = None
    score: float = 1.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something of one article; a mark on the span of its fullest mention.

    Attributes:
        name: the fullest name that the article has, titles apart, as it stands there save for its
            case ending where the page has a base form too; of one who is never named the words of
            the fullest description (“a French official”).
        kind: what it is.
        mentions: every place that mentions it, in text order, without overlaps of one type.
        names: the different names that the article has for it, the fullest first.
        offices: titles and offices that the article gives it (“president of France”), in the order
            of their first mention.
        country: ISO 3166 code of the country that it belongs to, if the article tells.
        wikidata: its id there, where a table has it.
    """

    name: str
    kind: ActorKind
    mentions: tuple[Mention, ...]
    names: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    country: str | None = None
    wikidata: str | None = None
