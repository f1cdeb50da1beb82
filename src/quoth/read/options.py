"""How to read: what the input is taken for, and the limits of a page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quoth.read.guard import Guard


class As(StrEnum):
    """What an input is taken for."""

    AUTO = "auto"
    """Decided by name and content."""
    HTML = "html"
    DUMP = "dump"
    """Plain text of a whole page, with its furniture."""
    ARTICLE = "article"
    """Bare article text with no furniture: every block is kept as article."""
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Limits and choices of one reading.

    Attributes:
        taken_as: what the input is taken for.
        max_bytes: of one page.
        max_depth: of nested elements.
        max_seconds: of processor time for one page, from bytes to marks.
        language: BCP 47 code of the pages, if the user knows it.
        fetched_at: ISO 8601, when the pages were fetched, if the user knows it.
        guard: what fetching a URL is confined to; None where the owner of the machine names it.
    """

    taken_as: As = As.AUTO
    max_bytes: int = 20_000_000
    max_depth: int = 500
    max_seconds: float = 10.0
    language: str | None = None
    fetched_at: str | None = None
    guard: Guard | None = None
