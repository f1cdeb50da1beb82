"""How statements are read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReaderOptions:
    """How statements are read.

    Attributes:
        reader: one of `READERS`; empty for the best one whose weights are there.
        threshold: statements and names with a score below it are left out, 0 to 1.
        threads: of the trained reader, 1 or more; the marks do not depend on them.
    """

    reader: str = ""
    threshold: float = 0.0
    threads: int = 1
