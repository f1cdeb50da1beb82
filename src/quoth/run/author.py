"""Who decides something about a ledger."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Author:
    """Who decides, and why, in words."""

    name: str
    reason: str | None = None
