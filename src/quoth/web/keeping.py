"""Answers that take long to find are kept a while; readers have the old one till it is renewed."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock
from time import monotonic, thread_time
from typing import TypeVar, cast

from starlette.types import ASGIApp, Message, Receive, Scope, Send

T = TypeVar("T")

SHORT = 0.02
"""Seconds of the processor: an answer that took less is found anew each time."""
SHARE = 0.005
"""Of the time that may go into finding one answer again and again: what took a second is kept for
two hundred."""
LONGEST = 900.0
"""Seconds after which every answer is old."""
MOST = 256
"""Answers that are kept at once."""
_LOG = logging.getLogger(__name__)

Later = Callable[[Callable[[], None]], object]
"""Does something soon, in a thread of its own."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """An answer.

    Attributes:
        until: when it is old.
        gone: when it is too old to be given to anybody.
    """

    value: object
    until: float
    gone: float


class Keeping:
    """Answers by their questions.  Safe to be asked by several threads.

    An answer that is old is found anew behind the reader's back, who gets the old one; one that is
    twice as old, or is not there, is waited for by all who ask, while one of them looks.

    Args:
        clock: gives seconds.
        effort: gives seconds of the processor, which a busy machine does not make more.
        later: takes up what is found anew; a thread of its own if None.
    """

    def __init__(
        self,
        clock: Callable[[], float] = monotonic,
        effort: Callable[[], float] = thread_time,
        later: Later | None = None,
    ) -> None:
        self._clock, self._effort = clock, effort
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._busy: dict[Hashable, Lock] = {}
        self._anew: set[Hashable] = set()
        self._changes = 0
        self._thread = ThreadPoolExecutor(1, "keeping") if later is None else None
        self._later: Later = later or cast(ThreadPoolExecutor, self._thread).submit

    def get(self, question: Hashable, find: Callable[[], T]) -> T:
        """The answer: the one that is kept, or what `find` gives."""
        with self._lock:
            kept, now = self._kept.get(question), self._clock()
            if kept is not None and now < kept.gone:
                self._kept.move_to_end(question)
                if now >= kept.until and question not in self._anew:
                    self._anew.add(question)
                    self._later(lambda: self._again(question, find))
                return cast(T, kept.value)
            turn = self._busy.setdefault(question, Lock())
        with turn:
            try:
                return self._found(question, find, kept)
            finally:
                with self._lock:
                    self._busy.pop(question, None)

    def forget(self) -> None:
        """Find everything anew from now on: something was changed."""
        with self._lock:
            self._kept.clear()
            self._changes += 1

    def close(self) -> None:
        """Wait for what is being found anew; nothing is found behind anybody's back any more."""
        if self._thread is not None:
            self._thread.shutdown(cancel_futures=True)

    def _again(self, question: Hashable, find: Callable[[], object]) -> None:
        try:
            self._kept_of(question, find)
        except Exception:  # who asks when the old one is gone finds it anew, and is told
            _LOG.exception("an answer was not found anew")
        finally:
            with self._lock:
                self._anew.discard(question)

    def _found(self, question: Hashable, find: Callable[[], T], old: _Kept | None) -> T:
        with self._lock:  # another thread may have found it while this one waited
            newer = self._kept.get(question)
        if newer is not None and newer is not old:
            return cast(T, newer.value)
        return self._kept_of(question, find)

    def _kept_of(self, question: Hashable, find: Callable[[], T]) -> T:
        changes, begun = self._changes, self._effort()
        value = find()
        took = self._effort() - begun
        with self._lock:
            if changes != self._changes:  # it may be of the time before
                return value
            self._kept.pop(question, None)
            if took >= SHORT:
                now, long = self._clock(), min(took / SHARE, LONGEST)
                self._kept[question] = _Kept(value, now + long, now + 2 * long)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return value


class Forgetting:
    """Middleware: whoever changes something sees it at once, whatever was kept."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer; after what may have changed something, forget the answers that are kept."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return

        async def around(message: Message) -> None:
            if message["type"] == "http.response.start":
                scope["app"].state.keeping.forget()
            await send(message)

        await self._app(scope, receive, around)
