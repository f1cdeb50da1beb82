"""The path by which a statement reached the reader."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quoth.model.span import Span


class Role(StrEnum):
    """What somebody did in a chain of sources."""

    SPEAKER = "speaker"
    """Who said it: the origin."""
    VENUE = "venue"
    """The occasion on which it was said."""
    RELAY = "relay"
    """Who passed it on: an agency, a paper, a broadcaster, a journalist, “local media”, another
    speaker who cites the first."""
    OUTLET = "outlet"
    """Who published the page."""
    TRANSLATION = "translation"
    """That the page has it in another language than its original."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain.

    Attributes:
        name: who or what; None where it is not known (an unnamed origin).
        span: the words of the page that prove it; None where the page's own metadata do.
        actor: the id of the actor's mark, if the article has one.
        score: how sure it is, 0 to 1.
        why: by what construction or field it was recognised.
    """

    role: Role
    name: str | None
    span: Span | None = None
    actor: str | None = None
    score: float = 1.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """The path of one statement from its origin to the page.

    Attributes:
        statement: the id of the statement's mark.
        links: from the speaker to the page; the first is the origin, without a name where it is
            not known.
    """

    statement: str
    links: tuple[Link, ...]

    @property
    def origin(self) -> Link | None:
        """The first link, if its name is known."""
        return self.links[0] if self.links and self.links[0].name is not None else None
