"""How much work a call is."""

from __future__ import annotations

from collections.abc import Callable

Steps = Callable[[Callable[[], object]], int]
"""Counts the lines of Python that a call runs; the fixture `steps` is one."""
