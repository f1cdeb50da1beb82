"""The setting of each statement: when it was uttered, on what occasion, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quoth.annotate.setting.clause import clause
from quoth.annotate.setting.day import PageDay, because, located
from quoth.annotate.setting.occasion import occasion, written
from quoth.annotate.setting.scene import Scene
from quoth.annotate.setting.told import IN_CLAUSE, IN_VENUE, dated_in, place_of, time_of
from quoth.annotate.setting.words import Words, words
from quoth.annotate.times import Anchor, resolve, tag
from quoth.lang import available
from quoth.model import (
    Dated,
    Maker,
    Mark,
    Reading,
    Said,
    Setting,
    Span,
    Stands,
    Statement,
    Time,
    Venue,
    hull,
    mark,
)

_LONG = 5000  # characters of a piece of content whose times are counted anew
_SURE = 0.85
"""Score of a setting that the clause tells (a guess, not measured)."""
_ASSUMED = 0.5
"""Score of one that is taken from the page's own date (a guess, not measured)."""


@dataclass(frozen=True, slots=True)
class _Own:
    """What the words around a statement tell."""

    said: Said | None = None
    venue: Venue | None = None
    place: Stands | None = None

    @property
    def empty(self) -> bool:
        return self.said is None and self.venue is None and self.place is None


class SettingAnnotator:
    """Says for each statement when, where and on what occasion it was made."""

    name = "setting"
    needs = frozenset({"statement", "time", "place", "language", "sentence"})
    makes = frozenset({"setting"})

    def __call__(self, reading: Reading) -> Iterable[Mark[object]]:
        """One setting mark for each statement, on the statement's own span."""
        scene = Scene(reading)
        if not scene.statements:
            return
        page = PageDay(scene)
        own = [_own(scene, n) for n in range(len(scene.statements))]
        for n, setting in enumerate(_settings(scene, page, own)):
            statement = scene.statements[n]
            told = setting.said is not None and setting.said.span is not None
            score = _SURE if told else _ASSUMED
            yield mark(scene.article.id, statement.span, setting, _maker(scene, statement), score)


def _maker(scene: Scene, statement: Mark[Statement]) -> Maker:
    known = _words(scene, statement)
    return Maker("quoth.setting", "1", known.digest if known else "")


def _words(scene: Scene, statement: Mark[Statement]) -> Words | None:
    code = scene.lookup.language(hull(statement.value.cue or statement.value.content))
    return words(code) if code in _known() else None


def _known() -> frozenset[str]:
    return frozenset(available())


def _own(scene: Scene, number: int) -> _Own:
    """What the clause of a statement tells."""
    statement = scene.statements[number]
    known = _words(scene, statement)
    found = clause(scene, number, known) if known else None
    if known is None or found is None:
        return _Own()
    phrase = occasion(found)
    time, place = time_of(found, phrase), place_of(found, phrase)
    venue = phrase.venue if phrase else None
    if venue is None and not statement.value.implicit:
        venue = written(scene.text, statement.value.source, known)
        if venue is not None and time is None:
            dated = dated_in(m for _, m in scene.times.meeting(venue.span))
            time = (dated, IN_VENUE) if dated is not None else None
    return _Own(
        Said(because(time[0].value, time[1]), time[0].span) if time else None,
        venue,
        Stands(located(place[0].value, place[1]), place[0].span) if place else None,
    )


def _settings(scene: Scene, page: PageDay, own: list[_Own]) -> Iterator[Setting]:
    """The settings in text order, those without a word of their own with what others tell."""
    by_id = {m.id: n for n, m in enumerate(scene.statements)}
    last: dict[tuple[Span | None, ...], int] = {}
    made: list[Setting] = []
    for n, statement in enumerate(scene.statements):
        value = statement.value
        speaker = (value.inside, *value.source)
        if value.source and speaker in last:
            own[n] = _after(own[n], own[last[speaker]], "the clause of the same source before")
        outer = by_id.get(scene.lookup.outer(value) or "")
        if outer is not None:
            # it was made before, on another occasion: the time is the latest that it can be of
            around = _Own(own[outer].said)
            own[n] = _after(own[n], around, "the clause of the statement that this one is in")
            own[n] = _counted(own[n], made[outer] if outer < n else None)
        if value.source:
            last[speaker] = n
        said = own[n].said or page.said
        times = tuple(_times(scene, page, value, said))
        made.append(Setting(statement.id, said, own[n].venue, own[n].place or page.place, times))
        yield made[-1]


def _counted(own: _Own, outer: Setting | None) -> _Own:
    """`own` with its time counted from when the statement around it was made."""
    if own.said is None or own.said.span is None or outer is None:
        return own
    time = next((d.time for d in outer.times if d.span == own.said.span), None)
    if time is None:
        return own
    return replace(own, said=Said(because(time, IN_CLAUSE), own.said.span))


def _after(own: _Own, other: _Own, why: str) -> _Own:
    """`own` with what it lacks from another clause."""
    if not own.empty or other.empty:
        return own
    said, place = other.said, other.place
    return _Own(
        replace(said, time=because(said.time, why)) if said else None,
        other.venue,
        replace(place, place=located(place.place, why)) if place else None,
    )


def _times(scene: Scene, page: PageDay, value: Statement, said: Said | None) -> Iterator[Dated]:
    """The times inside a content, counted from when it was said."""
    anchor = _anchor(page, said)
    for span in value.content:
        marks = list(scene.times.meeting(span))
        if not marks:
            continue
        if said is not None and said.time is page.published:
            yield from (Dated(m.value, s) for s, m in marks if span.covers(s))
            continue
        language = scene.lookup.language(span) or ""
        found = tag(scene.text, span.start, min(span.end, span.start + _LONG), language)
        times = resolve(found, anchor, replace(page.page, language=language))
        yield from (Dated(t, e.span) for e, t in zip(found, times, strict=True))


def _anchor(page: PageDay, said: Said | None) -> Anchor | None:
    """The day or moment to count from; None where the day is not known."""
    if said is None or said.time.earliest is None:
        return None
    time: Time = said.time
    first, last = (time.earliest or "")[:10], (time.latest or "")[:10]
    return Anchor(time.earliest or "", "when it was said") if first == last else None
