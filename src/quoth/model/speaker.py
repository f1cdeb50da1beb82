"""Who made a statement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quoth.model.span import Span


class SourceType(StrEnum):
    """How a page tells who its source is."""

    NAMED = "named"
    OFFICE = "office"
    """By office only: “the minister”, “a spokeswoman of the port”, nowhere named."""
    ANONYMOUS = "anonymous"
    """Kept unnamed on purpose: “an official who asked not to be named”, “sources close to …”."""
    COLLECTIVE = "collective"
    """Several at once, not named one by one: “residents”, “two ministers”, “experts”."""
    DOCUMENT = "document"
    """A report, a study, a letter, a verdict."""
    MEDIA = "media"
    """An agency, a paper, a broadcaster, “local media”."""
    NONE = "none"
    """Hearsay: the page names nobody."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who made a statement; a mark of its own, whose score is that of the resolution.

    Attributes:
        statement: the id of the statement's mark.
        type: how the page tells who it is.
        actor: the id of the actor's mark; None where the source was not resolved, and of hearsay.
        name: the fullest name of the actor; None where `actor` is.
        antecedent: the mention that the source was resolved by, if it was not a name itself.
        metonym: whether the words name a place, building or office that stands for who speaks.
        reason: the words that say why a source is not named (“not authorised to speak”).
        why: the reason of the resolution, or why there is none.
    """

    statement: str
    type: SourceType
    actor: str | None
    name: str | None
    antecedent: Span | None = None
    metonym: bool = False
    reason: Span | None = None
    why: str = ""
