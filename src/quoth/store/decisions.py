"""What people decided: kept with who and when, and never deleted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, or_, select, update

from quoth.errors import UsageError
from quoth.model import ActorKind, Spans
from quoth.store import schema as t
from quoth.store.codec import plain_bytes, read_plain
from quoth.store.folding import clean
from quoth.store.members import Member
from quoth.store.sqlite import insert_many, touching


class DecisionKind(StrEnum):
    """What was decided."""

    MERGE = "merge"
    """Two entities are one."""
    SPLIT = "split"
    """Some members of an entity are another one."""
    RENAME = "rename"
    """An entity has another name."""
    WRONG = "wrong"
    """Nobody said so: a statement is none."""
    SPANS = "spans"
    """A statement has other words."""
    DATE = "date"
    """A statement was made, or a sentence is dated, on another day."""
    PUBLISHED = "published"
    """An article was published on another day."""


CORRECTIONS = frozenset(
    {DecisionKind.WRONG, DecisionKind.SPANS, DecisionKind.DATE, DecisionKind.PUBLISHED}
)
"""Those about what was read on a page; the others are about entities."""


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
class Spot:
    """A mark, or an article, as a correction remembers it, as it was read and before any
    correction: found again though the page was read anew, or has another version.

    Attributes:
        article, mark: the ids of that time; of an article there is no mark.
        kind: of the mark, `statement` or `time`; or `article`.
        spans: of a statement those of its content, else the span of the mark.
        words: what stands there; of an article its day of publication, as the page states it.
        source: of a statement the words that name its source; empty if there are none.
    """

    article: str
    mark: str
    kind: str
    spans: Spans
    words: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Roles:
    """Which words of the article of a spot have which role in a statement.

    Attributes:
        words: what stands in each span: of the content, then of the cue, then of the source.
        speaker: the name of the actor of the article who speaks; None for the one whom the source
            mentions.
    """

    content: Spans
    cue: Spans = ()
    source: Spans = ()
    words: tuple[str, ...] = ()
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """The first and the last day (`YYYY-MM-DD`) or minute (`YYYY-MM-DDTHH:MM`) that it may be,
    both included.
    """

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Payload:
    """What a decision is about.

    Attributes:
        entity: the id of the entity that stays; empty of a correction.
        other: the id of the one that was merged into it, or split from it.
        name: its new name; `former` is the one that it had.
        kept: the members of `entity` that were there and stayed.
        moved: the members that came to it, or left it.
        spot: what a correction is about; `roles` and `when` are what it says of that.
    """

    entity: str
    other: str | None = None
    name: str | None = None
    kept: tuple[Anchor, ...] = ()
    moved: tuple[Anchor, ...] = ()
    spot: Spot | None = None
    roles: Roles | None = None
    when: When | None = None
    former: str | None = None

    @property
    def subjects(self) -> tuple[str, ...]:
        """The ids that the decision is found by: of entities, or of an article and its mark."""
        at = (self.spot.article, self.spot.mark) if self.spot is not None else ()
        return tuple(i for i in dict.fromkeys((self.entity, self.other, *at)) if i)


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision.

    Attributes:
        at, undone_at: ISO 8601, in UTC.
        undone_by, undone_reason: who took it back, and why, if that was told; None where it holds.
    """

    number: int
    kind: DecisionKind
    author: str
    at: str
    reason: str | None
    payload: Payload
    undone_at: str | None = None
    undone_by: str | None = None
    undone_reason: str | None = None


_D, _V, _ABOUT = t.decision.c, t.version.c, t.decided.c
_ALL = select(t.decision).order_by(_D.number)
_ONE = select(t.decision).where(_D.number == bindparam("at"))
_SPLITS = select(t.decision).where(_D.kind == DecisionKind.SPLIT.value, _D.undone_at.is_(None))
_OTHER = t.version.alias()
_SIBLINGS = (
    select(_V.article_id)
    .join(_OTHER, _OTHER.c.page_id == _V.page_id)
    .where(_OTHER.c.article_id == bindparam("article"))
)
"""The articles that the pages of an article have had, itself among them."""
_CORRECTIONS = (
    select(t.decision)
    .where(
        _D.number.in_(bindparam("numbers", expanding=True)),
        _D.kind.in_(sorted(CORRECTIONS)),
        _D.undone_at.is_(None),
    )
    .order_by(_D.number)
)
_ABOUT_ONE = (
    select(t.decision)
    .join(t.decided, _ABOUT.number == _D.number)
    .where(_ABOUT.subject == bindparam("subject"))
    .order_by(_D.number)
)
_LATEST = (
    select(_ABOUT.subject, func.max(func.coalesce(_D.undone_at, _D.at)).label("at"))
    .join(t.decision, _ABOUT.number == _D.number)
    .where(
        or_(
            _ABOUT.subject.in_(bindparam("subjects", expanding=True)),
            and_(
                _ABOUT.subject.in_(bindparam("articles", expanding=True)),
                _D.kind == DecisionKind.PUBLISHED.value,
            ),
        )
    )
    .group_by(_ABOUT.subject)
)
_LAST = select(_D.number).order_by(_D.number.desc()).limit(1)


class Decisions:
    """The decisions of a ledger, inside a transaction that the caller holds."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Decision, ...]:
        """Every decision, the first one first, those that were undone too."""
        return tuple(decision_of(r) for r in self._connection.execute(_ALL).mappings())

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
        return decision_of(row)

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
            "undone_reason": None,
        }
        insert_many(self._connection, t.decision, [row])
        about = [{"subject": s, "number": number} for s in payload.subjects]
        insert_many(self._connection, t.decided, about)
        return made

    def undo(self, number: int, author: str, reason: str | None = None) -> None:
        """Note that a decision holds no more."""
        values = {
            "undone_at": _now(),
            "undone_by": clean(author),
            "undone_reason": reason and clean(reason),
        }
        self._connection.execute(update(t.decision).where(_D.number == number).values(values))

    def apart(self) -> frozenset[frozenset[str]]:
        """Pairs of entities of which somebody decided that they are two."""
        rows = self._connection.execute(_SPLITS).mappings()
        splits = [decision_of(row).payload for row in rows]
        return frozenset(frozenset({p.entity, p.other or ""}) for p in splits)

    def corrections(self, article: str, page: str = "") -> tuple[Decision, ...]:
        """The corrections that hold of what an article says, the first one first.

        Those of other versions of its pages are among them.

        Args:
            page: the id of one of its pages, where its version is still to be stored.
        """
        numbers = touching(self._connection, article, page)
        if not numbers:
            return ()
        rows = self._connection.execute(_CORRECTIONS, {"numbers": numbers}).mappings()
        return tuple(decision_of(row) for row in rows)

    def about(self, subject: str) -> tuple[Decision, ...]:
        """What was decided about an entity, an article or a mark, the first one first."""
        rows = self._connection.execute(_ABOUT_ONE, {"subject": subject}).mappings()
        return tuple(decision_of(row) for row in rows)

    def latest(self, subjects: Iterable[str], articles: Iterable[str] = ()) -> dict[str, str]:
        """When something was last decided about each, or taken back: ISO 8601, in UTC.

        Args:
            subjects: ids of entities and marks.
            articles: ids of articles; what is about their marks does not count.
        """
        wanted = {"subjects": sorted(set(subjects)), "articles": sorted(set(articles))}
        rows = self._connection.execute(_LATEST, wanted)
        return {row.subject: row.at for row in rows}

    def siblings(self, article: str) -> tuple[str, ...]:
        """The ids of the articles that the pages of an article have had, itself among them."""
        rows = self._connection.execute(_SIBLINGS, {"article": article}).scalars()
        return tuple(sorted({article, *rows}))


def anchor(member: Member) -> Anchor:
    """A member as a decision remembers it."""
    return Anchor(member.ref.article, member.ref.mark, member.profile.kind, member.name)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def decision_of(row: Mapping[Any, Any]) -> Decision:
    """A decision from its row."""
    payload = read_plain(Payload, row["payload"])
    told = {name: row[name] for name in ("number", "author", "at", "reason")}
    kind = DecisionKind(row["kind"])
    undone = {name: row[name] for name in ("undone_at", "undone_by", "undone_reason")}
    return Decision(kind=kind, payload=payload, **told, **undone)
