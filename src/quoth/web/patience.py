"""How often somebody may try something before having to wait."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_MOST = 20_000
"""Things that are remembered; those that were tried longest ago are forgotten first."""


@dataclass(frozen=True, slots=True)
class Limit:
    """One thing that may be tried so often in a time.

    Attributes:
        key: what is counted, with what it is counted for.
        times: how often.
        seconds: in how long a time.
    """

    key: tuple[str, ...]
    times: int
    seconds: float


class Patience:
    """Counts tries of one process, in little memory; for any number of threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._tries: OrderedDict[tuple[str, ...], deque[float]] = OrderedDict()

    def allows(self, limits: Sequence[Limit]) -> bool:
        """Count a try and say whether it is within all limits; one that is not counts for none."""
        now = self._clock()
        with self._lock:
            if any(self._full(limit, now) for limit in limits):
                return False
            for limit in limits:
                self._tries.setdefault(limit.key, deque()).append(now)
                self._tries.move_to_end(limit.key)
            while len(self._tries) > _MOST:
                self._tries.popitem(last=False)
        return True

    def forgive(self, limit: Limit) -> None:
        """Forget the tries of one limit, since one was right."""
        with self._lock:
            self._tries.pop(limit.key, None)

    def _full(self, limit: Limit, now: float) -> bool:
        tries = self._tries.get(limit.key)
        if tries is None:
            return False
        while tries and tries[0] <= now - limit.seconds:
            tries.popleft()
        return len(tries) >= limit.times
