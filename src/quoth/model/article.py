"""One page, read."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from quoth.model.block import Block, BlockKind
from quoth.model.origin import Origin
from quoth.model.source import Source


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says of itself.  Dates are ISO 8601, with the zone where the page gives one.

    `why` names for each field the place on the page that it was taken from
    (`json-ld`, `opengraph`, `meta`, `time`, `html`, `title`, `block`, `record`).
    """

    headline: str | None = None
    description: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    site: str | None = None
    language: str | None = None
    url: str | None = None
    why: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A page as text, blocks, metadata and a map back to the page.

    `text` holds the whole page, furniture included; `blocks` say what is what.
    """

    id: str
    source: Source
    text: str
    blocks: tuple[Block, ...]
    origin: Origin
    meta: Metadata = field(default_factory=Metadata)

    def of(self, *kinds: BlockKind) -> tuple[Block, ...]:
        """The blocks of the given kinds, in order."""
        return tuple(b for b in self.blocks if b.kind in kinds)


def article_id(digest: str, url: str | None = None, record: str | None = None) -> str:
    """The id of an article: 16 hexadecimal digits from its bytes, its address and its record id.

    Where a file lies does not count, so that a ledger may be made anywhere.
    """
    key = "\n".join((digest, url or "", record or ""))
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
