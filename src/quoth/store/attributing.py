"""What follows from a correction: who a mended source is, when it was said, the day of a page."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from quoth.model import (
    Actor,
    ActorKind,
    Article,
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
from quoth.model.time import CORRECTED, published
from quoth.store.decisions import Decision, Roles, When

_TYPES = {
    ActorKind.GROUP: SourceType.COLLECTIVE,
    ActorKind.DOCUMENT: SourceType.DOCUMENT,
    ActorKind.STATE: SourceType.NAMED,
}
_DAY = len("2031-05-04")


def respoken(reading: Reading, old: Mark[object], roles: Roles, by: Maker) -> Mark[object] | None:
    """The speaker of a statement with another source; None of a mark that is no speaker."""
    if not isinstance(old.value, Speaker):
        return None
    if _stays(reading, old.value.statement, roles):
        return old
    actor = _actor(reading, roles)
    told = old.value
    again = Speaker(
        statement=told.statement,
        type=_type(actor, roles.source),
        actor=actor.id if actor is not None else None,
        name=actor.value.name if actor is not None else None,
        why=f"{CORRECTED}{by.version}",
    )
    return replace(old, value=again, by=by, score=1.0)


def chained(reading: Reading, old: Mark[object], roles: Roles, by: Maker) -> Mark[object] | None:
    """The chain of a statement with another source; None of a mark that is no chain."""
    if not isinstance(old.value, Chain):
        return None
    links, source = old.value.links, roles.source
    if _stays(reading, old.value.statement, roles) or not links:
        return old
    actor = _actor(reading, roles)
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


def republished(article: Article, decision: Decision) -> Article:
    """An article that was published on the day of a decision."""
    when, meta = decision.payload.when or When("", ""), article.meta
    why = {**dict(meta.why), "published": f"{CORRECTED}{decision.number}"}
    return replace(article, meta=replace(meta, published=when.first, why=tuple(why.items())))


def moved(old: Mark[object], before: Article, now: Article, decision: Decision) -> Mark[object]:
    """A mark of an article whose day of publication was corrected.

    What is known to have been said only because the page appeared then moves with it; what was
    counted from that day does not.

    Args:
        before, now: the article with its earlier and with its corrected day.
    """
    setting = old.value
    if not isinstance(setting, Setting):
        return old
    if setting.said is None:
        # the reader would have taken the day of publication, if there had been one
        follows = published(before.meta.published) is None
    else:
        follows = setting.said.span is None and setting.said.time.assumed
    time = published(now.meta.published, dict(now.meta.why)["published"])
    if not follows or time is None:
        return old
    by = Maker("decision", str(decision.number))
    return replace(old, value=replace(setting, said=Said(time, None)), by=by)


def named_actor(reading: Reading, name: str) -> Mark[Actor] | None:
    """The actor of an article that has a name; the one that is called so before others."""
    actors = reading.of(Actor)
    called = (m for m in actors if m.value.name == name)
    return next(called, None) or next((m for m in actors if name in m.value.names), None)


def _stays(reading: Reading, statement: str, roles: Roles) -> bool:
    """Whether the source is as it was read, so that whoever was found by it stays."""
    found = (m.value.source for m in reading.of(Statement) if m.id == statement)
    return roles.speaker is None and next(found, None) == roles.source


def _actor(reading: Reading, roles: Roles) -> Mark[Actor] | None:
    """The actor that was named; else the one that most of the source mentions, and of several
    the one with the shortest mention.
    """
    if roles.speaker is not None and (named := named_actor(reading, roles.speaker)) is not None:
        return named
    best: tuple[int, int] = (0, 0)
    found: Mark[Actor] | None = None
    for actor in reading.of(Actor):
        for mention, shared in _shared(actor.value.mentions, roles.source):
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
    if actor is None:
        return SourceType.ANONYMOUS if source else SourceType.NONE
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
