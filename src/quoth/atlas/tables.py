"""Tables of our own: a row a line, its cells parted by tabs; remarks begin with `#`."""

from __future__ import annotations

from importlib.resources.abc import Traversable

from quoth.errors import AtlasError


def rows(path: Traversable, what: str) -> list[tuple[int, list[str]]]:
    """The rows of a table, each with the number of its line.

    Args:
        what: what the table is of, for the error.

    Raises:
        AtlasError: if it is missing or is no text.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as err:
        raise AtlasError(
            f"the table of {what} cannot be read ({err}): install Quoth again"
        ) from err
    return [
        (number, line.split("\t"))
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
