"""Long texts for lists and small things."""

from __future__ import annotations

from unicodedata import combining

LONGEST = 160
"""Characters of a name or a headline in a list; a page may have given it a million."""


def short(text: str | None, most: int = LONGEST) -> str:
    """A text for a list: what is longer than `most` characters is cut, and says so."""
    if not text or len(text) <= most:
        return text or ""
    # marks that stand on a letter go with it
    end = next((i for i in range(most - 1, 0, -1) if not combining(text[i])), most - 1)
    return f"{text[:end].rstrip()}…"
