"""How a batch of pages is run."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from quoth.annotate import PACK, THRESHOLD, ReaderOptions, reader_name
from quoth.read.options import ReadOptions

KILL_FACTOR = 4.0
"""A worker that holds one page for so many times `max_seconds`, by the clock on the wall, is
killed.  The deadline itself counts processor time; the factor leaves room for a busy machine."""

KILL_GRACE = 10.0
"""Seconds on the wall that are added to it, so that a short deadline kills nobody
who is still loading a language."""

PACE = 3_000.0
"""Characters for which a trained reader is given a second more: the slower one reads about five
times as many on a processor of 2023, and the time that it takes grows with the text alone."""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How a batch is run.

    Attributes:
        read: what the pages are taken for, and the limits of a page.
        reader: the statement reader; empty for the best one whose weights are there.
        jobs: worker processes; 1 reads in this process; 0 means one a core if there are pages
            enough to be worth it.
        kinds: the kinds of marks that are wanted; None for all.  Annotators that these do not
            need are left out.
        threshold: statements and names with a score below it are left out, 0 to 1.
        threads: of the trained reader in each process; 0 means one a core where one process
            reads, and else 1.
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    reader: str = ""
    jobs: int = 1
    kinds: frozenset[str] | None = None
    threshold: float = THRESHOLD
    threads: int = 0

    @property
    def how(self) -> ReaderOptions:
        """How statements are read.

        Raises:
            UsageError: if there is no reader of that name.
        """
        threads = self.threads or (1 if self.jobs > 1 else cores())
        return ReaderOptions(reader_name(self.reader), self.threshold, threads)

    def extra_seconds(self, size: int) -> float:
        """What is added to the deadline of a page for so many characters (or bytes) of text."""
        return 0.0 if self.how.reader == PACK else size / PACE

    def kill_seconds(self, size: int) -> float:
        """Seconds on the wall after which a worker is killed that holds a page of `size` bytes."""
        seconds = self.read.max_seconds + self.extra_seconds(size)
        return seconds * KILL_FACTOR + KILL_GRACE


def cores() -> int:
    """How many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
