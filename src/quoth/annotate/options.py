"""How statements are read."""

from __future__ import annotations

from dataclasses import dataclass

THRESHOLD = 0.25
"""What is kept by default: on development data the F1 of attributions is within half a point of its
best from 0.2 to 0.3 (PolNeAR and the own corpus, both networks), and more direct speech is lost
above."""


@dataclass(frozen=True, slots=True)
class ReaderOptions:
    """How statements are read.

    Attributes:
        reader: one of `READERS`; empty for the best one whose weights are there.
        threshold: statements and names with a score below it are left out, 0 to 1.
        threads: of the trained reader, 1 or more; the marks do not depend on them.
    """

    reader: str = ""
    threshold: float = THRESHOLD
    threads: int = 1
