"""Merging, splitting and renaming entities: what people decide, carried out and undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from quoth.errors import UsageError
from quoth.link.entities import blocking_keys
from quoth.model.group import Known, Profile
from quoth.run.author import Author as Author
from quoth.run.correcting import take_back
from quoth.run.joining import join
from quoth.store import Ledger
from quoth.store.decisions import (
    CORRECTIONS,
    Anchor,
    Decision,
    DecisionKind,
    Payload,
    anchor,
)
from quoth.store.entities import Entities
from quoth.store.members import PERSON, Joined, Member, entity_id


def merge(ledger: Ledger, into: Known, other: Known, by: Author) -> Decision:
    """Decide that two entities are one, which keeps the id of `into`.

    Raises:
        UsageError: if they are one already, of different kinds, or `other` has no members.
    """
    if into.id == other.id:
        raise UsageError(f"{into.id} is one entity already", "same-entity")
    if into.profile.kind is not other.profile.kind:
        kinds = f"a {into.profile.kind} and a {other.profile.kind}"
        raise UsageError(f"{into.id} and {other.id} are {kinds}", "other-kind")
    if not other.members:
        raise UsageError(
            f"no page names {other.id}: name it first, then the other one", "no-members"
        )
    with ledger.changing(blocking_keys) as entities:
        kept, moved = entities.members(into.id), entities.members(other.id)
        payload = Payload(into.id, other.id, None, _anchors(kept), _anchors(moved))
        made = entities.decisions.add(DecisionKind.MERGE, by.name, by.reason, payload)
        carry_out(entities, made)
    return made


def split(ledger: Ledger, known: Known, chosen: Callable[[Member], bool], by: Author) -> Decision:
    """Decide that those members of an entity that are `chosen` are another one.

    Raises:
        UsageError: if these are none of them, or all.
    """
    with ledger.changing(blocking_keys) as entities:
        members = entities.members(known.id)
        moved = [m for m in members if chosen(m)]
        kept = [m for m in members if not chosen(m)]
        if not moved or not kept:
            which = "none" if not moved else "all"
            raise UsageError(f"{which} of the members of {known.id} would go", "nothing-to-split")
        first = moved[0].ref
        other = entity_id("split", known.id, first.article, first.mark)
        payload = Payload(known.id, other, None, _anchors(kept), _anchors(moved))
        made = entities.decisions.add(DecisionKind.SPLIT, by.name, by.reason, payload)
        carry_out(entities, made)
    return made


def rename(ledger: Ledger, known: Known, name: str, by: Author) -> Decision:
    """Decide what an entity is called.

    Raises:
        UsageError: if the name is empty.
    """
    if not name.strip():
        raise UsageError("a name has a letter at least", "no-name")
    with ledger.changing(blocking_keys) as entities:
        kept = _anchors(entities.members(known.id))
        payload = Payload(known.id, None, name.strip(), kept, former=known.name)
        made = entities.decisions.add(DecisionKind.RENAME, by.name, by.reason, payload)
        carry_out(entities, made)
    return made


def undo(ledger: Ledger, number: int, by: Author) -> Decision:
    """Take a decision back: what it did is undone, and what the rules say holds again.

    Raises:
        UsageError: if there is no such decision, or it was undone.
    """
    with ledger.entities() as entities:
        kind = entities.decisions.one(number).kind
    if kind in CORRECTIONS:
        return take_back(ledger, number, by)
    with ledger.changing(blocking_keys) as entities:
        decision = entities.decisions.one(number)
        if decision.undone_at is not None:
            raise UsageError(f"decision {number} was undone already", "undone-already")
        entities.decisions.undo(number, by.name, by.reason)
        _UNDO[decision.kind](entities, decision.payload)
        for later in entities.decisions.holding():
            if later.number > number and _touches(later.payload, decision.payload):
                carry_out(entities, later)
        return entities.decisions.one(number)


def decisions(ledger: Ledger) -> tuple[Decision, ...]:
    """All decisions of a ledger, the first one first."""
    with ledger.entities() as entities:
        return entities.decisions.all()


def carry_out(entities: Entities, decision: Decision) -> None:
    """Do what a decision says of entities; where it is done already nothing changes."""
    if decision.kind not in CORRECTIONS:
        _DO[decision.kind](entities, decision)


def _merge(entities: Entities, decision: Decision) -> None:
    payload = decision.payload
    into = _holder(entities, payload.entity, payload.kept)
    other = _holder(entities, payload.other or "", payload.moved)
    if into is None or other is None:
        return
    if other != into:
        _move(entities, entities.members(other), into, decision)
    _move(entities, entities.found(payload.moved), into, decision)


def _split(entities: Entities, decision: Decision) -> None:
    payload = decision.payload
    members = entities.found(payload.moved)
    if members:
        other = _there(entities, payload.other or "", members[0].profile)
        _move(entities, members, other, decision)


def _rename(entities: Entities, decision: Decision) -> None:
    holder = _holder(entities, decision.payload.entity, decision.payload.kept)
    if holder is not None:
        entities.rename(holder, decision.payload.name)


_DO: dict[DecisionKind, Callable[[Entities, Decision], None]] = {
    DecisionKind.MERGE: _merge,
    DecisionKind.SPLIT: _split,
    DecisionKind.RENAME: _rename,
}


def _unmerge(entities: Entities, payload: Payload) -> None:
    """Give back what was merged; who joined since is judged anew."""
    into = _holder(entities, payload.entity, payload.kept)
    moved = entities.found(payload.moved)
    if into is None or not moved:
        return
    old = {(a.article, a.name) for a in payload.kept}
    back = {m.ref for m in moved}
    since = [
        m
        for m in entities.members(into)
        if m.ref not in back and (m.ref.article, m.name) not in old and m.joined.by != PERSON
    ]
    other = _there(entities, payload.other or "", moved[0].profile)
    entities.move(moved, other, Joined(why="as before the merge was undone"))
    entities.finish()
    for member in since:
        entities.leave(member)
    for member in since:
        join(entities, [(member.ref, member.profile)])


def _unsplit(entities: Entities, payload: Payload) -> None:
    """Bring back what was split off, with those who joined it since."""
    members = entities.members(payload.other or "") or entities.found(payload.moved)
    into = _holder(entities, payload.entity, payload.kept)
    if into is not None:
        entities.move(members, into, Joined(why="as before the split was undone"))


def _unname(entities: Entities, payload: Payload) -> None:
    holder = _holder(entities, payload.entity, payload.kept)
    if holder is None:
        return
    entities.rename(holder, None)
    for earlier in entities.decisions.holding():
        same = earlier.payload.entity in (payload.entity, holder)
        if earlier.kind is DecisionKind.RENAME and same:
            entities.rename(holder, earlier.payload.name)


_UNDO: dict[DecisionKind, Callable[[Entities, Payload], None]] = {
    DecisionKind.MERGE: _unmerge,
    DecisionKind.SPLIT: _unsplit,
    DecisionKind.RENAME: _unname,
}


def _touches(left: Payload, right: Payload) -> bool:
    return bool({left.entity, left.other} & {right.entity, right.other} - {None})


def _anchors(members: Iterable[Member]) -> tuple[Anchor, ...]:
    return tuple(anchor(m) for m in members)


def _holder(entities: Entities, entity: str, anchors: Sequence[Anchor]) -> str | None:
    """The entity that has most of some members; the one with the id if they are gone."""
    counts = Counter(m.entity for m in entities.found(anchors))
    if counts:
        return min(counts, key=lambda e: (-counts[e], e != entity, e))
    return entity if entities.known([entity]) else None


def _there(entities: Entities, entity: str, profile: Profile) -> str:
    """The entity with an id, made if it is not there."""
    return entity if entities.known([entity]) else entities.create(entity, profile)


def _move(entities: Entities, members: Iterable[Member], to: str, decision: Decision) -> None:
    why = f"{decision.kind.value}, decision {decision.number}"
    entities.move(members, to, Joined(why=why, by=PERSON))
