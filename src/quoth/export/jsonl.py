"""JSON lines: one statement a line, the record that `quoth read --json` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoth.export.record import exported, line
from quoth.model import Mark, Reading, Statement


def export(statements: Iterable[tuple[Reading, Mark[Statement]]]) -> Iterator[str]:
    """One line per statement, without its end."""
    return map(line, exported(statements))
