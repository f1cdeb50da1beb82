"""What of an article is searched."""

from __future__ import annotations

from quoth.model import Block


def searched(text: str, blocks: tuple[Block, ...]) -> str:
    """The article's own blocks, without the furniture of its page."""
    return "\n".join(b.span.of(text) for b in blocks if not b.furniture)
