"""Statements in lists: what is shown of one is written once while the ledger says the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup

from quoth.store.views.lines import Line
from quoth.web.finding import Piece
from quoth.web.pages import environment
from quoth.web.say import Say

KEPT = 4096
"""Cards that a process keeps: the newest statements stand in many lists."""
LONGEST = 2_000
"""Characters of a statement whose card is kept."""


def card(
    language: str, line: Line, heading: str = "h3", pieces: Sequence[Piece] | None = None
) -> Markup:
    """A statement as a list shows it, in a language of the interface.

    Args:
        heading: the element that tells who speaks.
        pieces: its words in pieces, where some were searched for.
    """
    told = None if pieces is None else tuple(pieces)
    write = _kept if len(line.content) <= LONGEST else _written
    return write(language, line, heading, told)


def _written(language: str, line: Line, heading: str, pieces: tuple[Piece, ...] | None) -> Markup:
    macros = environment(language).get_template("parts/statement.html").module
    made: Markup = macros.card(Say(language), line, heading, pieces)  # type: ignore[attr-defined]
    return made


_kept = lru_cache(maxsize=KEPT)(_written)
