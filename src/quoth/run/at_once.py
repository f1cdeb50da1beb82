"""One page read at once for somebody who waits for it, in a process that can be ended."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from dataclasses import dataclass, replace
from hashlib import sha256

from quoth.errors import FetchFailed, LimitExceeded, QuothError
from quoth.model import Capture, Issue, Source
from quoth.read import captures
from quoth.read.fetch import is_url
from quoth.read.guard import Guard
from quoth.read.options import As, ReadOptions
from quoth.read.sniff import media_type
from quoth.run.add import stamp_of
from quoth.run.options import RunOptions
from quoth.run.outcome import Outcome, failed
from quoth.run.page import fault, outcome
from quoth.run.pool import Pool

LONGEST = 100_000
"""Characters of a text."""
_PAGE = 4_000_000  # bytes of a page
_SECONDS = 20.0  # of processor time
_WAITING = 4  # pages of one process, the one that is being read too
_IDLE = 900.0  # seconds after which a process that nobody needs gives its memory back


@dataclass(frozen=True, slots=True)
class Pasted(Capture):
    """A text that somebody pasted.

    Attributes:
        taken_as: whether it is an article's own text, or that of a whole page.
    """

    taken_as: As = As.ARTICLE


class Busy(QuothError):
    """Too many wait already."""

    code = "busy"


class Desk:
    """Reads pages one at a time, in a process of its own that starts with the first of them.

    Args:
        reader: the statement reader; empty for the best one whose weights are there.
        guard: what fetching is confined to.
    """

    def __init__(self, reader: str = "", guard: Guard | None = None) -> None:
        read = ReadOptions(max_bytes=_PAGE, max_seconds=_SECONDS, guard=guard or Guard())
        # one thread: whoever reads pages meanwhile needs the other cores
        self.options = RunOptions(read, reader, jobs=1, threads=1)
        self._pool: Pool | None = None
        self._places = threading.BoundedSemaphore(_WAITING)
        self._making = threading.Lock()
        self._made: list[Future[Outcome]] = []
        self._rest: threading.Timer | None = None

    def url(self, url: str) -> Outcome:
        """Fetch a page and read it; what goes wrong comes as an issue.

        Raises:
            Busy: if too many wait already.
        """
        return self._read(Capture(Source(url), b""))

    def text(self, text: str, taken_as: As = As.ARTICLE) -> Outcome:
        """Read a text; what goes wrong comes as an issue.

        Raises:
            Busy: if too many wait already.
            LimitExceeded: if it is too long.
        """
        if len(text) > LONGEST:
            raise LimitExceeded(f"a text has at most {LONGEST:,} characters", "too-large")
        body = text.encode(errors="replace")
        kind = media_type("-", body, ReadOptions())
        digest = sha256(body).hexdigest()
        return self._read(Pasted(Source("-", media_type=kind, sha256=digest), body, taken_as))

    def warm(self) -> None:
        """Start the process, if it is not there, while somebody still writes the text."""
        if self._pool is None:
            self._submit(Pasted(Source("-"), b"-"))

    def stamp(self, read: Outcome) -> str:
        """What tells `quoth add` that it would read the page in the same way."""
        return "" if read.failed or read.source.url is None else stamp_of(self.options)

    def close(self) -> None:
        """End the process, also in the middle of a page."""
        with self._making:
            self._close()

    def _close(self) -> None:
        if self._rest is not None:
            self._rest.cancel()
        if self._pool is not None:
            self._pool.close()
            self._pool = None

    def _read(self, capture: Capture) -> Outcome:
        if not self._places.acquire(blocking=False):
            raise Busy("too many pages are being read; try again in a minute")
        try:
            return self._submit(capture).result()
        finally:
            self._places.release()

    def _submit(self, capture: Capture) -> Future[Outcome]:
        with self._making:
            if self._pool is None:
                self._pool = Pool(work, self.options)
            if self._rest is not None:
                self._rest.cancel()
            self._rest = threading.Timer(_IDLE, self._tired)
            self._rest.daemon = True
            self._rest.start()
            made = self._pool.submit(capture)
            self._made = [m for m in self._made if not m.done()] + [made]
        return made

    def _tired(self) -> None:
        with self._making:
            if all(m.done() for m in self._made):
                self._close()


def work(capture: Capture, options: RunOptions) -> Outcome:
    """What the process does with a page: it is fetched there too, since that may hang as well."""
    if isinstance(capture, Pasted):
        return outcome(
            capture, replace(options, read=replace(options.read, taken_as=capture.taken_as))
        )
    if not is_url(capture.source.page):  # what else it names is a file of this machine
        error = FetchFailed("no address of a page", "address-refused")
        return failed(fault(error, "read", capture.source))
    for found in captures(capture.source.page, options.read):
        return failed(found) if isinstance(found, Issue) else outcome(found, options)
    return Outcome(capture.source, None)
