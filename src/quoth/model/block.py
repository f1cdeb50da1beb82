"""The blocks of a page: what belongs to the article and what is furniture."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quoth.model.span import Span


class BlockKind(StrEnum):
    """What a block of a page is."""

    HEADLINE = "headline"
    LEAD = "lead"
    BYLINE = "byline"
    DATELINE = "dateline"
    DATE = "date"
    SECTION = "section"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    TEASER = "teaser"
    APPEAL = "appeal"
    COMMENT_RULES = "comment-rules"
    NAVIGATION = "navigation"


FURNITURE = frozenset(
    {BlockKind.TEASER, BlockKind.APPEAL, BlockKind.COMMENT_RULES, BlockKind.NAVIGATION}
)
"""Kinds that belong to the page and not to the article."""

SPOKEN = frozenset(
    {
        BlockKind.HEADLINE,
        BlockKind.LEAD,
        BlockKind.SUBHEADING,
        BlockKind.PARAGRAPH,
        BlockKind.CAPTION,
    }
)
"""Kinds whose running text is read for statements."""


@dataclass(frozen=True, slots=True)
class Part:
    """A named stretch inside a block.

    Names in use: of a teaser `headline`, `place`, `text`; of a dateline `place`, `date`,
    `agency`; of a byline `author`; of a date line `published`, `modified`.
    """

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page; blocks follow each other in the text and never overlap."""

    kind: BlockKind
    span: Span
    parts: tuple[Part, ...] = ()

    @property
    def furniture(self) -> bool:
        """Whether the block belongs to the page and not to the article."""
        return self.kind in FURNITURE

    def part(self, name: str) -> Span | None:
        """The span of the first part called `name`, if the block has one."""
        return next((p.span for p in self.parts if p.name == name), None)
