"""What Quoth marks in a bare text: times, quantities, places.

Each text is read as `quoth marks` reads a record of JSON lines, so that offsets and blocks are
those of the command; only the annotator that is measured runs, after that of the language.
"""

from __future__ import annotations

import importlib.util
import json
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar, cast

from quoth.annotate import PACK, Annotator, ReaderOptions, annotators
from quoth.annotate.language import LanguageAnnotator
from quoth.annotate.times import TimeAnnotator
from quoth.model import Article, Capture, Mark, Reading, Source, Time
from quoth.read import ReadOptions, article
from quoth.read.sniff import RECORDS

V = TypeVar("V")
LANGUAGE = LanguageAnnotator()
PLURALS = {"time": "times", "quantity": "quantities", "place": "places"}


def page(text: str, language: str, published: str | None = None) -> Article:
    """A text as the article of a record.

    Args:
        published: the day or the moment of publication, ISO 8601.
    """
    record = {"id": "text", "text": text, "language": language, "published": published}
    source = Source("text", media_type=RECORDS)
    return article(Capture(source, json.dumps(record).encode()), ReadOptions())


@lru_cache(maxsize=8)
def annotator(kind: str) -> Annotator:
    """The annotator that makes marks of that kind, from the table or a module of that name."""
    found = next((a for a in annotators(ReaderOptions(PACK)) if kind in a.makes), None)
    if found is not None:
        return found
    for name in (f"quoth.annotate.{kind}", f"quoth.annotate.{PLURALS[kind]}"):
        if importlib.util.find_spec(name) is not None:
            things = vars(importlib.import_module(name)).values()
            made = [t for t in things if kind in getattr(t, "makes", ())]
            if made:
                return cast("Annotator", made[0]() if isinstance(made[0], type) else made[0])
    raise SystemExit(f"no annotator makes marks of the kind {kind}")


def marks(at: Article, kind: type[V], by: Annotator | None = None) -> tuple[Mark[V], ...]:
    """The marks of one kind in an article, by the annotator of the table if none is given."""
    reading = Reading(at)
    reading = reading.plus(LANGUAGE(reading))
    by = by or annotator(kind.__name__.lower())
    return reading.plus(by(reading)).of(kind)


def placed(at: Article, mark: Mark[Any]) -> tuple[int, int]:
    """Where a mark stands in the text that was given, in its code points."""
    positions = at.origin.positions(mark.span)
    return positions[0].start, positions[-1].end


class Seen(NamedTuple):
    """A time that was read: [start, end) in the text, and the fields of `quoth.model.Time`."""

    start: int
    end: int
    type: str
    timex: str
    earliest: str | None = None
    latest: str | None = None


def times(text: str, language: str, published: str | None, ranges: bool = True) -> list[Seen]:
    """The times of a text, in order; a range as one of them or as its two ends."""
    at = page(text, language, published)
    return [
        Seen(*placed(at, m), v.type.value, v.timex, v.earliest, v.latest)
        for m in marks(at, Time, TimeAnnotator(ranges))
        for v in [m.value]
    ]
