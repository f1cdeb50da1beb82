"""What the forms of corrections show: the words as they stand, the days as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quoth.model import Actor, Mark, Span, Statement, Time, hull
from quoth.model.lookup import Lookup
from quoth.run.correcting import Corrected, Published, speaker_of, time_of
from quoth.run.wording import LONGEST, lines
from quoth.web.marking import CONTENT, Label, Piece, cut

_AROUND, _LONG = 2000, 20_000
"""Code points on each side of a statement, and of all, that are shown of a very long block."""
_FAR = 2000
"""From this distance on a source is not shown with what it is said to have said."""
LONGEST_NAME, MOST_PEOPLE = 200, 300
"""Characters of a name, and names, that a form offers."""
_DAY = len("2031-05-04")
_MINUTE = len("2031-05-04T10:30")


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the page in pieces, and its language."""

    language: str | None
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form holds: as it is, or as somebody filled it in.

    Attributes:
        content, cue, source: words, a line for each stretch.
        speaker: the name of the actor who speaks; empty for the one whom the source mentions.
        first, last: days (`YYYY-MM-DD`); `clock` a time of day (`HH:MM`) or empty.
    """

    content: str = ""
    cue: str = ""
    source: str = ""
    speaker: str = ""
    first: str = ""
    last: str = ""
    clock: str = ""
    reason: str = ""

    @property
    def too_long(self) -> bool:
        """Whether the words are too many for a form."""
        return max(len(self.content), len(self.cue), len(self.source)) > LONGEST


def asked(told: Corrected) -> Asked:
    """A form filled with what is known of a statement, or of a time."""
    mark = told.now or told.read
    first, last, clock = _days(time_of(told.reading, mark))
    if not isinstance(mark.value, Statement):
        return Asked(first=first, last=last, clock=clock)
    text, value = told.reading.article.text, mark.value
    roles = (value.content, value.cue, value.source)
    content, cue, source = (lines(text, spans)[: LONGEST + 1] for spans in roles)
    return Asked(content, cue, source, speaker_of(told) or "", first, last, clock)


def asked_day(told: Published) -> Asked:
    """A form filled with the day on which an article was published."""
    published = told.now.meta.published or ""
    # a time of day that the page states has a zone, of which a form knows nothing
    clock = published[_DAY + 1 :] if told.decisions else ""
    return Asked(first=published[:_DAY], clock=clock)


def people(told: Corrected) -> list[str]:
    """The names of the actors of the article who may speak, in the order of the text."""
    names = (m.value.name for m in told.reading.of(Actor))
    return list(dict.fromkeys(n for n in names if len(n) <= LONGEST_NAME))[:MOST_PEOPLE]


def passages(told: Corrected) -> list[Passage]:
    """The blocks that a statement or a time stands in, with its words marked."""
    mark, article = told.now or told.read, told.reading.article
    labels = list(_labels(mark))
    near = [x.span for x in labels if abs(x.span.start - mark.span.start) < _FAR]
    whole = hull((mark.span, *near))
    blocks = [b.span for b in article.blocks if b.span.meets(whole)] or [Span(0, len(article.text))]
    first, last = max(0, whole.start - _AROUND), min(whole.end + _AROUND, whole.start + _LONG)
    clipped = [(max(b.start, first), min(b.end, last)) for b in blocks]
    stretches = [Span(start, end) for start, end in clipped if start < end]
    lookup = Lookup(told.reading)
    rows = cut(article.text, stretches, labels)
    return [Passage(lookup.language(span), row) for span, row in zip(stretches, rows, strict=False)]


def _labels(mark: Mark[object]) -> Iterator[Label]:
    value = mark.value
    if not isinstance(value, Statement):
        yield Label(mark.span, "time", "")
        return
    roles = ((CONTENT, value.content), ("cue", value.cue), ("source", value.source))
    for kind, spans in roles:
        yield from (Label(span, kind, "") for span in spans)


def _days(time: Time | None) -> tuple[str, str, str]:
    """The first and the last day of a time, and its time of day if it is one minute."""
    if time is None:
        return "", "", ""
    first, last = time.earliest or "", time.latest or ""
    clock = first[_DAY + 1 : _MINUTE] if first[:_MINUTE] == last[:_MINUTE] else ""
    return first[:_DAY], last[:_DAY], clock
