"""The keys of statements: their order is the order of days.

A key is the number of the day of publication (1 for 1 January of the year 1, 0 for none) times
`A_DAY`, and a number within the day.  Inside an article later statements have smaller keys, so
that the keys from the greatest down tell the newest day first and each article in the order of
its text.  A range of days is therefore a range of keys, in the table, in every index of it and
in the search; the room pages through all of them by a key alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from quoth.store import schema as t
from quoth.store.sqlite import Row

A_DAY = 1 << 24
"""Keys that a day has; more statements of one day than that would run into the next one."""
_C = t.statement.c
_LAST = select(func.max(_C.key)).where(_C.key.between(bindparam("first"), bindparam("last")))


def first_key(day: date | str | None) -> int:
    """The smallest key of a day; of the statements without a day, if it is None.

    Args:
        day: `YYYY-MM-DD` or a date.
    """
    if day is None:
        return 0
    return (date.fromisoformat(day) if isinstance(day, str) else day).toordinal() * A_DAY


def last_key(day: date | str | None) -> int:
    """The greatest key of a day."""
    return first_key(day) + A_DAY - 1


def day_of_key(key: int) -> date | None:
    """The day that a key is of."""
    number = key // A_DAY
    return date.fromordinal(number) if 0 < number <= date.max.toordinal() else None


def numbered(connection: Connection, day: str | None, rows: Sequence[Row]) -> list[Row]:
    """The rows of an article's statements with their keys, the smallest first.

    Args:
        rows: in the order of the text.
    """
    limits: dict[str, Any] = {"first": first_key(day), "last": last_key(day)}
    last = connection.execute(_LAST, limits).scalar()
    start = limits["first"] if last is None else last + 1
    return [{"key": start + i, **row} for i, row in enumerate(reversed(rows))]
