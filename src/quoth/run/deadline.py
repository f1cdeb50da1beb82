"""A limit on the processor time of one page."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from typing import TypeVar

from quoth.errors import LimitExceeded

T = TypeVar("T")

_AGAIN = 1.0
"""Seconds after which the alarm rings again, in case library code swallowed the first."""


class _Alarm(BaseException):
    """Not an Exception: the `except Exception` of a library must not swallow it."""


def limited(call: Callable[[], T], seconds: float) -> T:
    """Call `call`, and break it off after `seconds` of processor time.

    The limit holds in the main thread of a process, where Python delivers signals; elsewhere
    (and on Windows) the call runs without it.  Code in C is broken off when it returns.

    Raises:
        LimitExceeded: code `too-slow`.
    """
    if not _can_limit():
        return call()
    before = signal.signal(signal.SIGPROF, _ring)
    try:
        try:
            signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
            return call()
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    except _Alarm:
        # once more: the alarm may have rung inside the `finally` above
        signal.setitimer(signal.ITIMER_PROF, 0)
        message = f"the page took more than {seconds:g} s (see --max-seconds)"
        raise LimitExceeded(message, "too-slow") from None
    finally:
        signal.signal(signal.SIGPROF, before)


def _ring(_number: int, _frame: object) -> None:
    raise _Alarm


def _can_limit() -> bool:
    in_main = threading.current_thread() is threading.main_thread()
    return in_main and hasattr(signal, "setitimer")
