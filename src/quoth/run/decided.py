"""Decisions as they are told outside."""

from __future__ import annotations

from quoth.export.record import Record
from quoth.model import plain
from quoth.store.decisions import Decision


def decision_record(made: Decision, moved: int | None = None) -> Record:
    """A decision as verbs print it and the API gives it.

    Args:
        moved: how many members it moved, where it has not all of them at hand.
    """
    payload = made.payload
    spot, roles, when = payload.spot, payload.roles, payload.when
    mended = {"content": roles.content, "cue": roles.cue, "source": roles.source} if roles else None
    return {
        "decision": made.number,
        "kind": made.kind.value,
        "entity": payload.entity or None,
        "other": payload.other,
        "name": payload.name,
        "members": len(payload.moved) if moved is None else moved,
        "article": spot.article if spot is not None else None,
        "mark": (spot.mark or None) if spot is not None else None,
        "text": spot.words if spot is not None else None,
        "spans": {role: plain(spans) for role, spans in mended.items()} if mended else None,
        "speaker": roles.speaker if roles is not None else None,
        "earliest": when.first if when is not None else None,
        "latest": when.last if when is not None else None,
        "author": made.author,
        "at": made.at,
        "reason": made.reason,
        "undone_at": made.undone_at,
        "undone_by": made.undone_by,
        "undone_reason": made.undone_reason,
    }
