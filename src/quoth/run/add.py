"""Pages into a ledger."""

from __future__ import annotations

import json
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from quoth import __version__
from quoth.annotate import PACK, network, reader_name
from quoth.errors import LedgerError
from quoth.lang import available, data_digest
from quoth.model import Capture, Issue, Statement
from quoth.run.joining import Joiner
from quoth.run.options import RunOptions
from quoth.run.outcome import Outcome
from quoth.run.page import fault
from quoth.run.readings import readings
from quoth.store import Added, Ledger, page_key


class Status(StrEnum):
    """What became of a page that was to be added."""

    ADDED = "added"
    """It was not there."""
    VERSION = "new-version"
    """It was there with another content, which is kept as its older version."""
    REREAD = "reread"
    """It was there, read in another way; the new reading took the place of the old."""
    UNCHANGED = "unchanged"
    """It was there with the same content, read in the same way."""
    FAILED = "failed"
    """Nothing could be read; the ledger keeps why."""


_STATUS = {
    Added.NEW: Status.ADDED,
    Added.VERSION: Status.VERSION,
    Added.REPLACED: Status.REREAD,
    Added.SAME: Status.UNCHANGED,
}


@dataclass(frozen=True, slots=True)
class Stored:
    """One page that went into a ledger, or did not.

    Attributes:
        archive: the file that the page is a record of, if it is one.
        statements: how many it has; 0 where it was not read again.
    """

    page: str
    archive: str | None
    status: Status
    statements: int
    issues: tuple[Issue, ...]

    @property
    def faulty(self) -> bool:
        """Whether something went wrong that is an error and no mere warning."""
        return any(i.level == "error" for i in self.issues)


def add(
    targets: Sequence[str], ledger: Ledger, options: RunOptions
) -> Generator[Stored, None, None]:
    """Read pages into a ledger, one transaction each, in their order.

    Pages that are there already, read in the same way, are not read again: a call that was
    broken off is taken up by the same call.

    Raises:
        LedgerError: when the ledger cannot be written; pages that were given are safe in it.
    """
    stamp = stamp_of(options)

    def known(capture: Capture) -> bool:
        source = capture.source
        return ledger.known(page_key(source), source.sha256, stamp)

    with closing(readings(targets, options, known)) as outcomes:
        for outcome in outcomes:
            yield _stored(outcome, ledger, stamp)


def stamp_of(options: RunOptions) -> str:
    """A digest of all that a reading depends on besides the page: version, packs, choices."""
    read = options.read
    how = [
        __version__,
        *_reader(options),
        read.taken_as.value,
        read.language,
        read.fetched_at,
        [[code, data_digest(code)] for code in available()],
    ]
    return sha256(json.dumps(how).encode()).hexdigest()[:16]


def _reader(options: RunOptions) -> list[object]:
    name = reader_name(options.reader)
    return [name, options.threshold, network.digest(name) if name != PACK else ""]


def _stored(outcome: Outcome, ledger: Ledger, stamp: str) -> Stored:
    if outcome.known:
        return _told(outcome, Status.UNCHANGED)
    if outcome.reading is None:
        ledger.fail(outcome.page_key, outcome.issues)
        return _told(outcome, Status.FAILED)
    try:
        # a reading with faults is kept, but the next call reads the page again
        done = ledger.add(
            outcome.page_key, outcome.reading, "" if outcome.failed else stamp, Joiner()
        )
    except LedgerError:
        raise
    except Exception as err:
        problem = fault(err, "store", outcome.source)
        return Stored(outcome.page, outcome.source.archive, Status.FAILED, 0, (problem,))
    return _told(outcome, _STATUS[done])


def _told(outcome: Outcome, status: Status) -> Stored:
    count = len(outcome.reading.of(Statement)) if outcome.reading else 0
    return Stored(outcome.page, outcome.source.archive, status, count, outcome.issues)
