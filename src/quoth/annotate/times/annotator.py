"""Times of an article, counted from its day of publication or from that of its dateline."""

from __future__ import annotations

from collections.abc import Iterable

from quoth.annotate.blocks import paragraphs, running
from quoth.annotate.times.apart import apart
from quoth.annotate.times.dateline import page_anchor
from quoth.annotate.times.expression import Expression, Page
from quoth.annotate.times.resolve import resolve
from quoth.annotate.times.tagging import tag
from quoth.lang.numbers import number_words
from quoth.lang.times import time_words
from quoth.model import BlockKind, Maker, Mark, Reading, Span, Time, mark

VERSION = "4"
"""Changes with the engine; the maker's digest changes with the packs."""
SURE, LIKELY, OPEN = 0.95, 0.8, 0.5
"""Scores: one meaning, one chosen of several, none chosen."""


class TimeAnnotator:
    """Marks the time expressions of the running text and the dates of datelines.

    Relative ones count from `article.meta.published`; where the page has no such date, from the
    day of its dateline or of its date line; without any they keep X in their value.

    Args:
        ranges: whether “from 4 to 22 April” is one mark, or its two ends are, as in TIMEX3.
    """

    name = "times"
    needs = frozenset({"language"})
    makes = frozenset({"time"})

    def __init__(self, ranges: bool = True) -> None:
        self._ranges = ranges

    def __call__(self, reading: Reading) -> Iterable[Mark[object]]:
        """The time marks of a reading, in text order."""
        article = reading.article
        found: list[tuple[Expression, str]] = []
        for span, code in _read(reading):
            new = tag(article.text, span.start, span.end, code)
            found += [(e, code) for e in (new if self._ranges else apart(new))]
        by = time_maker(language for _, language in found)
        page = Page(fetched=article.source.fetched_at, dates=_dates(article.meta.modified))
        hints = [e for e, _ in found]
        language = found[0][1] if found else ""
        times = resolve(hints, page_anchor(article, hints, language, page), page)
        for (e, _), time in zip(found, times, strict=True):
            yield mark(article.id, e.span, time, by, _score(time))


def _read(reading: Reading) -> list[tuple[Span, str]]:
    """The dates of datelines and the paragraphs, in text order, with their languages."""
    article = reading.article
    out = [(p.span, p.language) for p in paragraphs(article.text, running(reading))]
    dates = (b.part("date") for b in article.of(BlockKind.DATELINE)) if out else ()
    first = out[0][1] if out else ""
    return sorted([*out, *((d, first) for d in dates if d is not None)])


def time_maker(languages: Iterable[str]) -> Maker:
    """The time tagger with the words of these languages."""
    codes = sorted(set(languages))
    digests = (time_words(c).digest + number_words(c).digest for c in codes)
    return Maker("quoth.times", VERSION, "-".join(d for d in digests if d))


def _dates(*values: str | None) -> tuple[str, ...]:
    return tuple(v for v in values if v)


def _score(time: Time) -> float:
    if not time.candidates:
        return SURE
    return OPEN if "X" in time.timex else LIKELY
