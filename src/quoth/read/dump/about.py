"""What the blocks of a dump say of the page."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.model import Block, BlockKind, Metadata
from quoth.read.dates import FoundDate, find_date

_MARKS = frozenset("-–—|•·:")


def metadata(
    text: str, blocks: Sequence[Block], language: str | None, month_first: bool
) -> Metadata:
    """Headline, dates, authors and section, each from the first block that has it."""
    said: dict[str, str] = {}
    why: dict[str, str] = {}
    names: list[str] = []
    order = language or ("en" if month_first else None)
    for block in blocks:
        if block.kind is BlockKind.DATE:
            _dates(text, block, order, said, why)
        elif block.kind is BlockKind.BYLINE:
            names += [p.span.of(text) for p in block.parts if p.name == "author"]
        elif block.kind in (BlockKind.HEADLINE, BlockKind.SECTION):
            name = block.kind.value
            said.setdefault(name, " ".join(block.span.of(text).split()))
            why.setdefault(name, "block")
    if names:
        why["authors"] = "block"
    site = _site(text, blocks, said.get("headline"))
    if site is not None:
        why["site"] = "block"
    return Metadata(
        headline=said.get("headline"),
        published=said.get("published"),
        modified=said.get("modified"),
        authors=tuple(dict.fromkeys(names)),
        section=said.get("section"),
        site=site,
        language=language,
        why=tuple(why.items()),
    )


def _site(text: str, blocks: Sequence[Block], headline: str | None) -> str | None:
    """The name behind the headline in the title of the page: `Headline - The Courier`."""
    if headline is None:
        return None
    for block in blocks:
        line = block.span.of(text)
        if block.kind is BlockKind.NAVIGATION and line.startswith(headline):
            mark, _, name = line[len(headline) :].lstrip().partition(" ")
            if mark in _MARKS and name:
                return name.strip()
    return None


def _dates(
    text: str, block: Block, order: str | None, said: dict[str, str], why: dict[str, str]
) -> None:
    for part in block.parts:
        found: FoundDate | None = find_date(part.span.of(text), order)
        if found is not None and part.name not in said:
            said[part.name] = found.value
            why[part.name] = f"block, {found.note}" if found.note else "block"
