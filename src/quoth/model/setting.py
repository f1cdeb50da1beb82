"""When, where and on what occasion a statement was made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quoth.model.place import Place
from quoth.model.span import Span
from quoth.model.time import Time


class VenueType(StrEnum):
    """The occasion on which something was said."""

    INTERVIEW = "interview"
    SPEECH = "speech"
    BROADCAST = "broadcast"
    """Television, radio, a channel on the net."""
    PRESS = "press"
    """A press conference, a briefing, a press release."""
    SESSION = "session"
    """Of a parliament, a court, a council."""
    MEETING = "meeting"
    """A meeting, a call, a conference, a rally."""
    WRITING = "writing"
    """A statement in writing: a letter, a report, a post on a social network."""


@dataclass(frozen=True, slots=True)
class Venue:
    """Where the page says that a statement was made.

    Attributes:
        type: the kind of occasion.
        span: the words that name it (“a speech at Uppsala University”).
    """

    type: VenueType
    span: Span


@dataclass(frozen=True, slots=True)
class Said:
    """When a statement was uttered.

    Attributes:
        time: with its reason: from the clause, the dateline or the day of publication.
        span: the words that say so; None where it is taken from the page's own date.
    """

    time: Time
    span: Span | None


@dataclass(frozen=True, slots=True)
class Stands:
    """A place where a statement was made, and the words that name it."""

    place: Place
    span: Span


@dataclass(frozen=True, slots=True)
class Dated:
    """A time inside the content of a statement, counted from when it was said."""

    time: Time
    span: Span


@dataclass(frozen=True, slots=True)
class Setting:
    """When, where and on what occasion a statement was made; a mark of its own, so that a better
    date gives the statement no other id.

    Attributes:
        statement: the id of the statement's mark.
        said: when it was uttered, if that can be told.
        venue: the occasion, if the page names it.
        place: where, if the page says so.
        times: the times inside its content, counted from `said`.
    """

    statement: str
    said: Said | None = None
    venue: Venue | None = None
    place: Stands | None = None
    times: tuple[Dated, ...] = ()
