"""Cursors: where a list goes on, as text that nobody has to understand."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

from quoth.errors import UsageError

_LONGEST = 200


def written(*parts: int | str) -> str:
    """The cursor of a place in a list.

    Args:
        parts: what the list is ordered by, of its last row; texts without a line feed.
    """
    told = "\n".join(str(part) for part in parts)
    return urlsafe_b64encode(told.encode()).decode().rstrip("=")


def parts_of(cursor: str, number: int) -> tuple[str, ...]:
    """The parts of a cursor that `written` made of so many.

    Raises:
        UsageError: if it is none (`bad-cursor`).
    """
    try:
        if len(cursor) > _LONGEST:
            raise ValueError
        told = urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)).decode()
    except (ValueError, Error) as error:
        raise UsageError("this is no place in a list", "bad-cursor") from error
    found = tuple(told.split("\n"))
    if len(found) != number:
        raise UsageError("this is no place in this list", "bad-cursor")
    return found


def read(cursor: str | None) -> int | None:
    """The key of a cursor that was written of one key; None for no cursor.

    Raises:
        UsageError: if it is none (`bad-cursor`).
    """
    if not cursor:
        return None
    (told,) = parts_of(cursor, 1)
    return number(told)


def number(told: str) -> int:
    """A part of a cursor that is a number.

    Raises:
        UsageError: if it is none (`bad-cursor`).
    """
    if not (told.isascii() and told.isdigit() and len(told) < 19):
        raise UsageError("this is no place in this list", "bad-cursor")
    return int(told)
