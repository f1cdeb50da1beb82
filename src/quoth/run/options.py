"""How a batch of pages is run."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from quoth.read.options import ReadOptions

KILL_FACTOR = 4.0
"""A worker that holds one page for so many times `max_seconds`, by the clock on the wall, is
killed.  The deadline itself counts processor time; the factor leaves room for a busy machine."""

KILL_GRACE = 10.0
"""Seconds on the wall that are added to it, so that a short deadline kills nobody
who is still loading a language."""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How a batch is run.

    Attributes:
        read: what the pages are taken for, and the limits of a page.
        reader: the statement reader.
        jobs: worker processes; 1 reads in this process; 0 means one a core if there are pages
            enough to be worth it.
        kinds: the kinds of marks that are wanted; None for all.  Annotators that these do not
            need are left out.
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    reader: str = "pack"
    jobs: int = 1
    kinds: frozenset[str] | None = None

    @property
    def kill_seconds(self) -> float:
        """Seconds on the wall after which a worker is killed."""
        return self.read.max_seconds * KILL_FACTOR + KILL_GRACE


def cores() -> int:
    """How many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
