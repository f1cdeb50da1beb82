"""Decisions as verbs take and print them."""

from __future__ import annotations

from getpass import getuser

from quoth.cli.console import clean, write, write_json
from quoth.errors import UsageError
from quoth.run.author import Author
from quoth.run.decided import decision_record
from quoth.store.decisions import Decision, Payload


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


def show(made: Decision, as_json: bool) -> None:
    """Print a decision."""
    if as_json:
        write_json(decision_record(made))
        return
    payload = made.payload
    undone = f"undone {made.undone_at} by {made.undone_by}" if made.undone_at else ""
    cells = (
        str(made.number),
        made.kind.value,
        _subject(payload),
        _what(made),
        made.author,
        made.at,
        made.reason or "",
        undone,
        made.undone_reason or "",
    )
    write("\t".join(map(clean, cells)).rstrip())


def _subject(of: Payload) -> str:
    """The id of the mark, the article or the actor that a decision is about."""
    return of.entity if of.spot is None else of.spot.mark or of.spot.article


def _what(made: Decision) -> str:
    """What was decided: the new name, the other actor, the new words, the new day."""
    payload = made.payload
    if payload.roles is not None:
        return " … ".join(payload.roles.words[: len(payload.roles.content)])
    if payload.when is not None:
        first, last = payload.when.first, payload.when.last
        return first if first == last else f"{first}..{last}"
    if payload.spot is not None:
        return payload.spot.words
    return payload.name if payload.name is not None else payload.other or ""
