"""The values that marks carry.  One frozen class per kind of mark; `VALUES` lists them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quoth.model.span import Span, Spans


@dataclass(frozen=True, slots=True)
class Language:
    """The language of a stretch of text, as a BCP 47 code; `und` where it cannot be told."""

    code: str
    why: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `index` counts from 0 in its block."""

    index: int


class Form(StrEnum):
    """How the words of a statement are rendered."""

    DIRECT = "direct"
    """Verbatim, between quotation marks or after a dash of speech."""
    INDIRECT = "indirect"
    """In the reporter's words, with a source."""
    MIXED = "mixed"
    """In the reporter's words with quoted pieces."""
    HEARSAY = "hearsay"
    """Marked as somebody's word, without a source."""


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution: who said what.

    The terms follow PolNeAR (Newell, Margolin and Ruths, LREC 2018): a source, a cue and a
    content, each of them possibly discontinuous.

    Attributes:
        content: what was said; never empty.
        cue: the words that attribute it (a verb, a noun, a preposition, a colon); empty where
            the source is implicit.
        source: the words that name the source; empty where the page names none.
        form: direct, indirect, mixed or hearsay.
        hedge: the page's own word of doubt (reportedly, angeblich, …), as spans; empty if none.
        implicit: the source's words of the earlier statement that this one runs on from, when the
            statement has no source of its own.
        inside: the span of the content of the statement that this one is nested in, if any.
        why: the construction that was recognised.
    """

    content: Spans
    cue: Spans
    source: Spans
    form: Form
    hedge: Spans = ()
    implicit: Spans = ()
    inside: Span | None = None
    why: str = ""


VALUES: dict[str, type] = {"language": Language, "sentence": Sentence, "statement": Statement}
"""Every kind of mark by its name."""
