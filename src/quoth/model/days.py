"""What was said and what is dated, by day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from quoth.model.article import Article
from quoth.model.cover import Cover
from quoth.model.lookup import Lookup, words
from quoth.model.mark import Mark
from quoth.model.reading import Reading
from quoth.model.span import Span, hull
from quoth.model.time import Time, TimeType
from quoth.model.values import Sentence, Statement

SAID, DATED = "said", "dated"
Days = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that stands on a day, or on one of several.

    Attributes:
        kind: `said`, or `dated` of a sentence that names a day and is not what somebody said.
        first, last: the days (`YYYY-MM-DD`) that it may be of, both included; None where open.
        time: which says so; None of a statement of which it is not known when it was made.
        time_span, time_text: the words that it stands in; None where it is the page's own date.
        who: the words that name the source of a statement, None if there are none.
        text: the words of the content, or of the sentence.
        page, article: where it stands.
        id: of the statement, or of the mark of the time.
        span: the extent of the content, or the sentence.
    """

    kind: str
    first: str | None
    last: str | None
    time: Time | None
    time_span: Span | None
    time_text: str | None
    who: str | None
    text: str
    page: str
    article: str
    id: str
    span: Span

    @property
    def dated(self) -> bool:
        """Whether it has a place on the calendar."""
        return self.first is not None or self.last is not None

    @property
    def assumed(self) -> bool:
        """Whether its day is only that of the dateline or of publication."""
        told = self.time_span is not None or (self.time is not None and self.time.corrected)
        return self.kind == SAID and self.time is not None and not told

    @property
    def label(self) -> str:
        """The day; `2031-05-26..2031-06-01 ~` where it may be of more than one."""
        if self.first == self.last:
            return self.first or ""
        return f"{self.first or ''}..{self.last or ''} ~"

    def meets(self, since: str | None, until: str | None) -> bool:
        """Whether one of its days lies between two days, both included."""
        begins = since is None or self.last is None or self.last >= since
        return begins and (until is None or self.first is None or self.first <= until)

    def sort_key(self) -> tuple[str, str, bool, str, int]:
        """By day; of one day what may be of several comes last."""
        first, last = self.first or self.last or "", self.last or "~"
        return first, last, self.kind == DATED, self.article, self.span.start


def entries(reading: Reading, statements: Collection[str] | None = None) -> Iterator[Entry]:
    """What a reading tells by day, and what it cannot date, in text order.

    Args:
        statements: ids of those that are wanted, and nothing else then; None for all that the
            reading holds.
    """
    lookup = Lookup(reading)
    said = [m for m in reading.of(Statement) if statements is None or m.id in statements]
    for mark in said:
        yield _said(reading.article, mark, lookup)
    if statements is None:
        yield from dated(reading, lookup)


def _said(article: Article, mark: Mark[Statement], lookup: Lookup) -> Entry:
    value, setting = mark.value, lookup.setting(mark.id)
    said = setting.said if setting is not None else None
    span = said.span if said is not None else None
    first, last = _days(said.time) if said is not None else (None, None)
    return Entry(
        kind=SAID,
        first=first,
        last=last,
        time=said.time if said is not None else None,
        time_span=span,
        time_text=span.of(article.text) if span is not None else None,
        who=words(article.text, value.source),
        text=words(article.text, value.content) or "",
        page=article.source.page,
        article=article.id,
        id=mark.id,
        span=hull(value.content),
    )


def dated(reading: Reading, lookup: Lookup) -> Iterator[Entry]:
    """The sentences with a day outside of what was said, in text order, each day once."""
    article = reading.article
    contents = Cover(s for m in reading.of(Statement) for s in m.value.content)
    sentences = [m.span for m in reading.of(Sentence)]
    starts = [s.start for s in sentences]
    settings = (lookup.setting(m.id) for m in reading.of(Statement))
    used = {s.said.span for s in settings if s is not None and s.said is not None}
    seen: set[tuple[Span, Days]] = set()
    for mark in reading.of(Time):
        days = _days(mark.value)
        if not _calendar(mark.value) or mark.span in used or contents.holds(mark.span):
            continue
        at = bisect_right(starts, mark.span.start) - 1
        inside = at >= 0 and sentences[at].end > mark.span.start
        span = sentences[at] if inside else mark.span
        if (span, days) in seen:
            continue
        seen.add((span, days))
        yield Entry(
            kind=DATED,
            first=days[0],
            last=days[1],
            time=mark.value,
            time_span=mark.span,
            time_text=mark.span.of(article.text),
            who=None,
            text=span.of(article.text),
            page=article.source.page,
            article=article.id,
            id=mark.id,
            span=span,
        )


def _calendar(time: Time) -> bool:
    """Whether a time is of some day, and not how long, how often, or merely now and then."""
    return time.type in (TimeType.DATE, TimeType.TIME) and not time.timex.endswith("_REF")


def _days(time: Time) -> Days:
    """The first and the last day that a time may be of; those of its candidates if it has none."""
    if time.earliest is None and time.latest is None and time.candidates:
        first = [c.earliest[:10] for c in time.candidates if c.earliest]
        last = [c.latest[:10] for c in time.candidates if c.latest]
        return min(first, default=None), max(last, default=None)
    return _day(time.earliest), _day(time.latest)


def _day(moment: str | None) -> str | None:
    return moment[:10] if moment is not None else None
