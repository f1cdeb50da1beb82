"""What a reader finds in a text, in the text's own code points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from quoth.annotate import annotate
from quoth.model import Article, Capture, Entity, Mark, Reading, Source, Span, Statement
from quoth.read import As, ReadOptions, article

Fragments = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A statement; `why` and `score` as in docs/reader.md, `inside` whether it is nested."""

    source: Fragments
    cue: Fragments
    content: Fragments
    score: float
    why: str
    implicit: bool
    inside: bool

    def record(self) -> dict[str, list[list[int]] | None]:
        """What `score_attribution.py` takes."""
        parts = {"source": self.source, "cue": self.cue, "content": self.content}
        return {k: [list(f) for f in v] or None for k, v in parts.items()}


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its type (PER, ORG, LOC, MISC)."""

    start: int
    end: int
    type: str
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """All that a reader finds in a text."""

    told: tuple[Told, ...]
    names: tuple[Named, ...]


def page(text: str, language: str) -> Article:
    """A text as a bare article in a known language."""
    body = text.encode("utf-8", "surrogatepass")
    options = ReadOptions(taken_as=As.ARTICLE, language=language)
    return article(Capture(Source("text"), body), options)


@lru_cache(maxsize=4096)
def read(text: str, language: str, reader: str) -> Found:
    """What the reader of that name finds as it is shipped; read once in a run."""
    return found(annotate(page(text, language), reader))


def found(reading: Reading) -> Found:
    """The statements and names of a reading."""
    at = reading.article
    told = tuple(_told(at, m) for m in reading.of(Statement))
    names = tuple(_named(at, m) for m in reading.of(Entity))
    return Found(told, names)


def _told(at: Article, mark: Mark[Statement]) -> Told:
    value = mark.value
    parts = (
        tuple(_place(at, s) for s in spans) for spans in (value.source, value.cue, value.content)
    )
    inside = value.inside is not None
    return Told(*parts, mark.score, value.why, value.implicit, inside)


def _named(at: Article, mark: Mark[Entity]) -> Named:
    return Named(*_place(at, mark.span), mark.value.type.value, mark.score)


def _place(at: Article, span: Span) -> tuple[int, int]:
    places = at.origin.positions(span)
    return places[0].start, places[-1].end
