"""Plain-text dumps of pages: every line becomes a block, article or furniture."""

from __future__ import annotations

from quoth.model import Block, Metadata
from quoth.read.dump.about import metadata
from quoth.read.dump.build import Builder
from quoth.read.dump.core import core
from quoth.read.dump.shape import Unit, look, mark_repeated
from quoth.read.dump.units import lines

__all__ = ["read_dump"]


def read_dump(text: str, language: str | None = None) -> tuple[tuple[Block, ...], Metadata]:
    """The blocks of a dump and what they say of the page.

    Args:
        language: BCP 47 code of the page, if it is known; decides the order of day and month.
    """
    units = mark_repeated(text, [look(text, line, language) for line in lines(text)])
    blocks = Builder(text, units, core(units)).build()
    return blocks, metadata(text, blocks, language, _english(units))


def _english(units: list[Unit]) -> bool:
    """Whether the date lines have English labels, which decides the order of day and month."""
    return any(u.labelled and u.month_first for u in units)
