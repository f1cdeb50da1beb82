"""What a noun phrase says of whom it means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quoth.model import Entity, Mark, Span


class Sort(StrEnum):
    """What a phrase means."""

    NAME = "name"
    """A person by name."""
    PERSON = "person"
    """One person by office or description."""
    GROUP = "group"
    ORG = "org"
    STATE = "state"
    PLACE = "place"
    DOCUMENT = "document"
    MEDIA = "media"
    PRONOUN = "pronoun"
    OTHER = "other"
    """A noun that no pack knows."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a noun phrase says of whom it means.

    Attributes:
        span: its words.
        head: the unit of its line that names what it is; -1 where there is none.
        offices: what the person may be; `loose` where the noun stands for several offices.
        org: what kind of organisation, document or medium.
        gender, number: as `quoth.lang.actors` has them; empty where they cannot be told.
        person: 1 to 3, 0 of an impersonal pronoun.
        definite: whether it points to somebody known; None where nothing tells.
        names: names inside, in order.
        name: the name of the one who is meant.
        joined: names of others who are meant too (“Lund and Berg”).
        beside: units of a noun that speaks with it (“Lund and the mayor”).
        owners: names that it belongs to (an organisation, a person), as `Scene.canon` has them.
        country: ISO 3166 code that a place or people inside gives, or what `Scene.lands` has.
        keys: the words that describe, small ones left out.
        other: whether it is a former or deputy holder of its office.
        anonymous: whether it is a word for one who is kept unnamed (“source”).
        clitic: whether it is written onto another word.
        near: whether it is a pronoun for the one who was mentioned last.
        linked: whether its noun has a complement (“of the port”).
        belongs: whether another noun beside its own says whose lawyer or what union is meant.
        owned: whether a possessive stands in it (“his lawyer”).
        both: whether it means two who were told of.
        noun: the key of the noun that says what it means.
        aged: whether an age describes somebody (“the 63-year-old”), so that it is one told of.
        lone: whether its noun stands alone but for small words.
    """

    span: Span
    sort: Sort
    line: int
    head: int = -1
    offices: frozenset[str] = frozenset()
    loose: bool = False
    org: str = ""
    gender: str = ""
    number: str = ""
    person: int = 3
    definite: bool | None = None
    names: tuple[Mark[Entity], ...] = ()
    name: Mark[Entity] | None = None
    joined: tuple[Mark[Entity], ...] = ()
    beside: range = range(0)
    owners: frozenset[str] = frozenset()
    country: str = ""
    keys: frozenset[str] = frozenset()
    other: str = ""
    anonymous: bool = False
    clitic: bool = False
    near: bool = False
    linked: bool = False
    belongs: bool = False
    owned: bool = False
    lone: bool = False
    both: bool = False
    noun: str = ""
    aged: bool = False
