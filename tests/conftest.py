"""What every test may ask for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from working import Steps


def _steps(work: Callable[[], object]) -> int:
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.fixture
def steps() -> Steps:
    """Counts the lines of Python that a call runs: the same on every machine, however busy.

    What a library does in C, a regular expression too, counts nothing.
    """
    return _steps
