"""Who belongs to which entity."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import RowMapping

from quoth.model import Maker
from quoth.model.group import Profile, Ref
from quoth.store.codec import read_plain

MAKER = Maker("ledger", "1")
"""What says in a ledger who belongs together."""

JOINER, PERSON, TABLE = "joiner", "decision", "table"
"""Who put an actor into an entity: the rules, or somebody; who named it: somebody, or a table."""


@dataclass(frozen=True, slots=True)
class Joined:
    """How an actor came into its entity.

    Attributes:
        rivals: the ids of entities that were as good, where it became one of its own.
        by: `joiner` or `decision`.
    """

    score: float = 1.0
    why: str = ""
    rivals: tuple[str, ...] = ()
    by: str = JOINER


@dataclass(frozen=True, slots=True)
class Member:
    """An actor of an article that belongs to an entity.

    Attributes:
        entity: the entity's id.
        name: the actor's fullest name in its article.
    """

    ref: Ref
    entity: str
    name: str
    profile: Profile
    joined: Joined


def entity_id(*told: str) -> str:
    """The id of an entity, from what made it: the ids of its first member; a country's code."""
    return sha256("\n".join(told).encode()).hexdigest()[:16]


def member_of(row: RowMapping) -> Member:
    """A member from its row, with the ids of its article and its entity."""
    return Member(
        Ref(row["article_id"], row["actor"]),
        row["entity_id"],
        row["name"],
        read_plain(Profile, row["profile"]),
        Joined(row["score"], row["why"], tuple(row["rivals"].split()), row["by"]),
    )
