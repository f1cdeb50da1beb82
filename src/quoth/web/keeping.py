"""Answers that take long to find are kept for a while, and found anew by one reader at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from time import monotonic, thread_time
from typing import Any, TypeVar, cast

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


@dataclass(frozen=True, slots=True)
class _Kept:
    value: object
    until: float


class Keeping:
    """Answers by their questions.  Safe to be asked by several threads.

    While one thread finds an old answer anew the others get the old one; where there is none
    they wait for the one that looks.

    Args:
        clock: gives seconds.
        effort: gives seconds of the processor, which a busy machine does not make more.
    """

    def __init__(
        self,
        clock: Callable[[], float] = monotonic,
        effort: Callable[[], float] = thread_time,
    ) -> None:
        self._clock, self._effort = clock, effort
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._busy: dict[Hashable, Lock] = {}

    def get(self, question: Hashable, find: Callable[[], T]) -> T:
        """The answer: the one that is kept, or what `find` gives."""
        with self._lock:
            kept = self._kept.get(question)
            if kept is not None and self._clock() < kept.until:
                self._kept.move_to_end(question)
                return cast(T, kept.value)
            turn = self._busy.setdefault(question, Lock())
        if kept is not None and not turn.acquire(blocking=False):
            return cast(T, kept.value)
        if kept is None:
            turn.acquire()
        try:
            return self._found(question, find, kept)
        finally:
            with self._lock:
                self._busy.pop(question, None)
            turn.release()

    def forget(self) -> None:
        """Find everything anew from now on: something was changed."""
        with self._lock:
            self._kept.clear()

    def _found(self, question: Hashable, find: Callable[[], T], old: _Kept | None) -> T:
        with self._lock:  # another thread may have found it while this one waited
            newer = self._kept.get(question)
        if newer is not None and newer is not old:
            return cast(T, newer.value)
        begun = self._effort()
        value: Any = find()
        took = self._effort() - begun
        with self._lock:
            self._kept.pop(question, None)
            if took >= SHORT:
                until = self._clock() + min(took / SHARE, LONGEST)
                self._kept[question] = _Kept(value, until)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return cast(T, value)


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
