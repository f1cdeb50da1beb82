"""The marks that follow from a correction: who a mended source is, and when it was said."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from quoth.model import (
    Actor,
    ActorKind,
    Chain,
    Grain,
    Link,
    Maker,
    Mark,
    Mention,
    MentionType,
    Reading,
    Role,
    Said,
    Setting,
    SourceType,
    Spans,
    Speaker,
    Statement,
    Time,
    TimeType,
    mark,
)
from quoth.model.lookup import words
from quoth.model.time import CORRECTED
from quoth.store.decisions import Decision, When

_TYPES = {
    ActorKind.GROUP: SourceType.COLLECTIVE,
    ActorKind.DOCUMENT: SourceType.DOCUMENT,
    ActorKind.STATE: SourceType.NAMED,
}
_DAY = len("2031-05-04")


def respoken(reading: Reading, old: Mark[object], source: Spans, by: Maker) -> Mark[object] | None:
    """The speaker of a statement with another source; None of a mark that is no speaker."""
    if not isinstance(old.value, Speaker):
        return None
    if _same_source(reading, old.value.statement, source):
        return old
    actor = _actor(reading, source)
    told = old.value
    again = Speaker(
        statement=told.statement,
        type=_type(actor, source),
        actor=actor.id if actor is not None else None,
        name=actor.value.name if actor is not None else None,
        why=f"{CORRECTED}{by.version}",
    )
    return replace(old, value=again, by=by, score=1.0)


def chained(reading: Reading, old: Mark[object], source: Spans, by: Maker) -> Mark[object] | None:
    """The chain of a statement with another source; None of a mark that is no chain."""
    if not isinstance(old.value, Chain):
        return None
    links = old.value.links
    if _same_source(reading, old.value.statement, source) or not links:
        return old
    actor = _actor(reading, source)
    first = Link(
        Role.SPEAKER,
        actor.value.name if actor is not None else words(reading.article.text, source),
        source[0] if source else None,
        actor.id if actor is not None else None,
        1.0,
        f"{CORRECTED}{by.version}",
    )
    rest = links[1:] if links[0].role is Role.SPEAKER else links
    return replace(old, value=replace(old.value, links=(first, *rest)), by=by)


def retimed(old: Mark[object], decision: Decision) -> Mark[object] | None:
    """A setting or a time with another date; None of any other mark."""
    when, by = decision.payload.when, Maker("decision", str(decision.number))
    if when is None:
        return None
    if isinstance(old.value, Time):
        return replace(old, value=_time(when, decision), by=by, score=1.0)
    if not isinstance(old.value, Setting):
        return None
    before = old.value.said
    said = Said(_time(when, decision), before.span if before is not None else None)
    return replace(old, value=replace(old.value, said=said), by=by, score=1.0)


def redated(reading: Reading, of: Mark[Statement], decision: Decision) -> Mark[object]:
    """The setting of a statement that had none."""
    when = decision.payload.when or When("", "")
    setting = Setting(of.id, Said(_time(when, decision), None))
    by = Maker("decision", str(decision.number))
    return mark(reading.article.id, of.span, setting, by, 1.0)


def _same_source(reading: Reading, statement: str, source: Spans) -> bool:
    found = (m.value.source for m in reading.of(Statement) if m.id == statement)
    return next(found, None) == source


def _actor(reading: Reading, source: Spans) -> Mark[Actor] | None:
    """The actor that most of a source mentions; of several the one with the shortest mention."""
    best: tuple[int, int] = (0, 0)
    found: Mark[Actor] | None = None
    for actor in reading.of(Actor):
        for mention, shared in _shared(actor.value.mentions, source):
            if (shared, -len(mention.span)) > best and shared:
                best, found = (shared, -len(mention.span)), actor
    return found


def _shared(mentions: tuple[Mention, ...], source: Spans) -> Iterator[tuple[Mention, int]]:
    for mention in mentions:
        if mention.type is not MentionType.IMPLIED:
            ends = [
                (min(s.end, mention.span.end), max(s.start, mention.span.start)) for s in source
            ]
            yield mention, sum(max(0, end - start) for end, start in ends)


def _type(actor: Mark[Actor] | None, source: Spans) -> SourceType:
    if not source:
        return SourceType.NONE
    if actor is None:
        return SourceType.ANONYMOUS
    named = any(m.type is MentionType.NAME for m in actor.value.mentions)
    return _TYPES.get(actor.value.kind, SourceType.NAMED if named else SourceType.OFFICE)


# ---------------------------------------------------------------- days


def _time(when: When, decision: Decision) -> Time:
    exact = len(when.first) > _DAY
    timex, grain = (when.first, Grain.MINUTE) if exact else _unit(when)
    kind = TimeType.TIME if exact else TimeType.DATE
    why = f"{CORRECTED}{decision.number}"
    return Time(kind, timex, when.first, when.last, grain, None, why)


def _unit(when: When) -> tuple[str, Grain]:
    """The TIMEX3 value and the unit of days: the smallest one that holds them all."""
    first, last = date.fromisoformat(when.first), date.fromisoformat(when.last[:_DAY])
    if first == last:
        return when.first, Grain.DAY
    if (first.year, first.month) == (last.year, last.month):
        whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
        return (f"{when.first[:7]}", Grain.MONTH) if whole else (f"{when.first[:8]}XX", Grain.MONTH)
    if first.year == last.year:
        whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        return (when.first[:4], Grain.YEAR) if whole else (f"{when.first[:4]}-XX-XX", Grain.YEAR)
    return "XXXX-XX-XX", Grain.VAGUE
