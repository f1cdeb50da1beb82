"""Decisions as verbs take and print them."""

from __future__ import annotations

from getpass import getuser

from quoth.cli.console import clean, write, write_json
from quoth.errors import UsageError
from quoth.export.record import Record
from quoth.run.deciding import Author
from quoth.store.decisions import Decision


def author(name: str | None, reason: str | None) -> Author:
    """Who decides; the system's user where nobody is named.

    Raises:
        UsageError: if the system has no name for its user.
    """
    try:
        return Author(name or getuser(), reason)
    except (OSError, KeyError) as error:
        raise UsageError(
            "the system does not say who you are: give --author", "no-author"
        ) from error


def decision_record(made: Decision) -> Record:
    """A decision as it is printed with `--json`."""
    payload = made.payload
    return {
        "decision": made.number,
        "kind": made.kind.value,
        "entity": payload.entity,
        "other": payload.other,
        "name": payload.name,
        "members": len(payload.moved),
        "author": made.author,
        "at": made.at,
        "reason": made.reason,
        "undone_at": made.undone_at,
        "undone_by": made.undone_by,
    }


def show(made: Decision, as_json: bool) -> None:
    """Print a decision."""
    if as_json:
        write_json(decision_record(made))
        return
    payload = made.payload
    what = payload.name if payload.name is not None else payload.other
    undone = f"undone {made.undone_at} by {made.undone_by}" if made.undone_at else ""
    cells = (
        str(made.number),
        made.kind.value,
        payload.entity,
        what or "",
        made.author,
        made.at,
        made.reason or "",
        undone,
    )
    write("\t".join(map(clean, cells)).rstrip())
