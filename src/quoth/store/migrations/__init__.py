"""Steps from one version of the schema to the next: one file each, never changed afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, inspect, text

from quoth.store.migrations import (
    m0001_tables,
    m0002_search,
    m0003_entities,
    m0004_room,
    m0005_reasons,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One change of the schema."""

    number: int
    name: str
    apply: Callable[[Connection], None]


STEPS: tuple[Step, ...] = (
    Step(1, "tables", m0001_tables.apply),
    Step(2, "search", m0002_search.apply),
    Step(3, "entities", m0003_entities.apply),
    Step(4, "room", m0004_room.apply),
    Step(5, "reasons", m0005_reasons.apply),
)
"""Every step, in order, without gaps."""

LATEST = STEPS[-1].number
"""The version of the schema that this Quoth writes."""


def migrate(connection: Connection, to: int = LATEST) -> int:
    """Bring the schema up to version `to`, in the transaction of `connection`.

    Returns:
        The version that was found, 0 for an empty file.
    """
    found = current(connection)
    for step in STEPS[found:to]:
        step.apply(connection)
        connection.execute(
            text("INSERT INTO schema_version (number, name, applied_at) VALUES (:n, :name, :at)"),
            {
                "n": step.number,
                "name": step.name,
                "at": datetime.now(UTC).isoformat(timespec="seconds"),
            },
        )
    return found


def current(connection: Connection) -> int:
    """The version of the schema, 0 for an empty file."""
    if not inspect(connection).has_table("schema_version"):
        return 0
    return int(connection.execute(text("SELECT max(number) FROM schema_version")).scalar() or 0)
