"""What people decided about entities: kept with who and when, and never deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import Connection, RowMapping, bindparam, select, update

from quoth.errors import UsageError
from quoth.model import ActorKind
from quoth.store import schema as t
from quoth.store.codec import plain_bytes, read_plain
from quoth.store.folding import clean
from quoth.store.members import Member
from quoth.store.sqlite import insert_many


class DecisionKind(StrEnum):
    """What was decided."""

    MERGE = "merge"
    """Two entities are one."""
    SPLIT = "split"
    """Some members of an entity are another one."""
    RENAME = "rename"
    """An entity has another name."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A member as a decision remembers it: found again though the page was read anew.

    Attributes:
        actor: the id of the actor's mark at that time.
        name: its fullest name in its article.
    """

    article: str
    actor: str
    kind: ActorKind
    name: str


@dataclass(frozen=True, slots=True)
class Payload:
    """What a decision is about.

    Attributes:
        entity: the id of the entity that stays.
        other: the id of the one that was merged into it, or split from it.
        name: its new name.
        kept: the members of `entity` that were there and stayed.
        moved: the members that came to it, or left it.
    """

    entity: str
    other: str | None = None
    name: str | None = None
    kept: tuple[Anchor, ...] = ()
    moved: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision.

    Attributes:
        at, undone_at: ISO 8601, in UTC.
        undone_by: who took it back; None where it holds.
    """

    number: int
    kind: DecisionKind
    author: str
    at: str
    reason: str | None
    payload: Payload
    undone_at: str | None = None
    undone_by: str | None = None


_D = t.decision.c
_ALL = select(t.decision).order_by(_D.number)
_ONE = select(t.decision).where(_D.number == bindparam("at"))
_LAST = select(_D.number).order_by(_D.number.desc()).limit(1)


class Decisions:
    """The decisions of a ledger, inside a transaction that the caller holds."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Decision, ...]:
        """Every decision, the first one first, those that were undone too."""
        return tuple(_decision(r) for r in self._connection.execute(_ALL).mappings())

    def holding(self) -> tuple[Decision, ...]:
        """Those that were not undone."""
        return tuple(d for d in self.all() if d.undone_at is None)

    def one(self, number: int) -> Decision:
        """The decision with a number.

        Raises:
            UsageError: if there is none.
        """
        row = self._connection.execute(_ONE, {"at": number}).mappings().first()
        if row is None:
            raise UsageError(f"the ledger holds no decision {number}", "no-such-decision")
        return _decision(row)

    def add(
        self, kind: DecisionKind, author: str, reason: str | None, payload: Payload
    ) -> Decision:
        """Keep a decision that is made now."""
        number = 1 + (self._connection.execute(_LAST).scalar() or 0)
        made = Decision(number, kind, clean(author), _now(), reason and clean(reason), payload)
        row = {
            "number": number,
            "kind": kind.value,
            "author": made.author,
            "at": made.at,
            "reason": made.reason,
            "payload": plain_bytes(payload),
            "undone_at": None,
            "undone_by": None,
        }
        insert_many(self._connection, t.decision, [row])
        return made

    def undo(self, number: int, author: str) -> None:
        """Note that a decision holds no more."""
        values = {"undone_at": _now(), "undone_by": clean(author)}
        self._connection.execute(update(t.decision).where(_D.number == number).values(values))

    def apart(self) -> frozenset[frozenset[str]]:
        """Pairs of entities of which somebody decided that they are two."""
        splits = (d.payload for d in self.holding() if d.kind is DecisionKind.SPLIT)
        return frozenset(frozenset({p.entity, p.other or ""}) for p in splits)


def anchor(member: Member) -> Anchor:
    """A member as a decision remembers it."""
    return Anchor(member.ref.article, member.ref.mark, member.profile.kind, member.name)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _decision(row: RowMapping) -> Decision:
    payload = read_plain(Payload, row["payload"])
    told = {name: row[name] for name in ("number", "author", "at", "reason")}
    kind = DecisionKind(row["kind"])
    undone = {"undone_at": row["undone_at"], "undone_by": row["undone_by"]}
    return Decision(kind=kind, payload=payload, **told, **undone)
