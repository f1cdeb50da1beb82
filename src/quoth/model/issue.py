"""What went wrong with a page."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from quoth.model.source import Source
from quoth.model.span import Span


@dataclass(frozen=True, slots=True)
class Issue:
    """A fault of one page, kept beside what could be read.

    Attributes:
        code: stable and hyphenated, see docs/errors.md.
        level: `error` (nothing was read) or `warning` (something was read all the same).
        stage: `read`, `annotate`, `link` or `store`.
    """

    id: str
    code: str
    level: str
    stage: str
    source: Source
    message: str
    span: Span | None = None


def issue(code: str, level: str, stage: str, source: Source, message: str) -> Issue:
    """Make an issue with its deterministic id."""
    key = "\n".join((code, stage, source.page, source.sha256, message))
    digest = sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Issue(digest, code, level, stage, source, message)
