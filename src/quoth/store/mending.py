"""Corrections on what was read: pure; the marks that are stored stay as they are.

A mark that is corrected keeps its id, so that an address, a setting or a chain still names it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from quoth.model import Article, Form, Maker, Mark, Reading, Span, Spans, Statement, hull
from quoth.model.lookup import words
from quoth.model.time import CORRECTED
from quoth.store.attributing import chained, moved, redated, republished, respoken, retimed
from quoth.store.decisions import Decision, DecisionKind, Roles, Spot

ARTICLE = "article"
"""The kind of a spot that is an article."""
_ALIKE = 0.5
"""From this share of common characters on, two contents of one place are one statement."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A reading with its corrections.

    Attributes:
        reading: without the statements that are wrong, the others as they were mended.
        by: the decisions that hold of a mark, by its id; of wrong statements too; those about
            the day of publication by the id of the article.
        wrong: the ids of the statements that are wrong.
        idle: the decisions whose words the page has no more.
    """

    reading: Reading
    by: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    wrong: frozenset[str] = frozenset()
    idle: tuple[Decision, ...] = ()


def spot(reading: Reading, mark: Mark[object]) -> Spot:
    """A mark of a reading that was not corrected, as a correction remembers it."""
    spans, text = _place(mark), reading.article.text
    said = words(text, spans) or ""
    return Spot(reading.article.id, mark.id, mark.kind, spans, said, _source(text, mark))


def article_spot(article: Article) -> Spot:
    """An article that was not corrected, as a correction of its day of publication remembers it."""
    return Spot(article.id, "", ARTICLE, (), article.meta.published or "")


def mended(reading: Reading, decisions: Sequence[Decision]) -> Mended:
    """A reading with corrections, which are given in the order in which they were made."""
    if not decisions:
        return Mended(reading)
    by: dict[str, list[Decision]] = defaultdict(list)
    changes: dict[str, _Change] = defaultdict(_Change)
    idle: list[Decision] = []
    for decision in decisions:
        found = _found(reading, decision)
        if found is None:
            idle.append(decision)
            continue
        mark, change = found
        by[mark].append(decision)
        changes[mark] = changes[mark].then(change)
    wrong = frozenset(mark for mark, change in changes.items() if change.wrong)
    marks, article = _marks(reading, changes), reading.article
    if (dater := changes[article.id].dater) is not None:
        now = republished(article, dater)
        marks = (moved(mark, article, now, dater) for mark in marks)
        reading = replace(reading, article=now)
    return Mended(
        replace(reading, marks=tuple(sorted(marks, key=_order))),
        {mark: tuple(found) for mark, found in by.items()},
        wrong,
        tuple(idle),
    )


@dataclass(frozen=True, slots=True)
class _Change:
    """What all corrections of one mark, or of one article, come to: of each kind the last one
    counts.
    """

    wrong: bool = False
    roles: Roles | None = None
    mender: Decision | None = None
    dater: Decision | None = None

    def then(self, later: _Change) -> _Change:
        return _Change(
            self.wrong or later.wrong,
            later.roles or self.roles,
            later.mender or self.mender,
            later.dater or self.dater,
        )


def _found(reading: Reading, decision: Decision) -> tuple[str, _Change] | None:
    """The mark, or the article, that a correction is about, and what it says of it."""
    at, article = decision.payload.spot, reading.article
    if at is not None and decision.kind is DecisionKind.PUBLISHED:
        # another version of the page may state the right day
        same = at.article == article.id or at.words == (article.meta.published or "")
        return (article.id, _Change(dater=decision)) if same else None
    # whoever is named now may well have said what the one named then had not
    same_source = decision.kind is DecisionKind.WRONG
    mark = _mark(reading, at, same_source) if at is not None else None
    if at is None or mark is None:
        return None
    if decision.kind is DecisionKind.WRONG:
        return mark.id, _Change(wrong=True)
    if decision.kind is DecisionKind.DATE:
        return mark.id, _Change(dater=decision)
    roles = _moved(reading, decision.payload.roles, _shift(reading, at, mark))
    return (mark.id, _Change(roles=roles, mender=decision)) if roles is not None else None


def _mark(reading: Reading, at: Spot, same_source: bool) -> Mark[object] | None:
    """The mark of a spot: with its id; else at its place; else with its words, the nearest one.

    Args:
        same_source: whether one with another source is another one.  In another article it is.
    """
    marks = [m for m in reading.marks if m.kind == at.kind]
    text, here = reading.article.text, reading.article.id == at.article
    if here and (same := next((m for m in marks if m.id == at.mark), None)) is not None:
        return same
    of_source = [m for m in marks if _source(text, m) == at.source]
    if here and words(text, at.spans) == at.words:
        for some in (of_source, () if same_source else marks):
            like = max(some, key=lambda m: _share(_place(m), at.spans), default=None)
            if like is not None and _share(_place(like), at.spans) >= _ALIKE:
                return like
    equal = (m for m in of_source if words(text, _place(m)) == at.words)
    begin = at.spans[0].start
    return min(equal, key=lambda m: abs(_place(m)[0].start - begin), default=None)


def _source(text: str, mark: Mark[object]) -> str:
    return words(text, mark.value.source) or "" if isinstance(mark.value, Statement) else ""


def _shift(reading: Reading, at: Spot, mark: Mark[object]) -> int:
    """How far the words of a spot have moved in the text."""
    if words(reading.article.text, at.spans) == at.words:
        return 0
    return _place(mark)[0].start - at.spans[0].start


def _moved(reading: Reading, roles: Roles | None, by: int) -> Roles | None:
    """Roles at their places in this text; None where it has other words there."""
    if roles is None:
        return None
    text, told = reading.article.text, iter(roles.words)
    made: list[Spans] = []
    for spans in (roles.content, roles.cue, roles.source):
        if any(s.start + by < 0 for s in spans):
            return None
        moved = tuple(Span(s.start + by, s.end + by) for s in spans)
        if any(s.of(text) != next(told, None) for s in moved):
            return None
        made.append(moved)
    content, cue, source = made
    return Roles(content, cue, source, roles.words, roles.speaker)


def _place(mark: Mark[object]) -> Spans:
    return mark.value.content if isinstance(mark.value, Statement) else (mark.span,)


def _share(left: Spans, right: Spans) -> float:
    """The share of the characters of both that are common to them."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)
    every = sum(map(len, left)) + sum(map(len, right)) - common
    return common / every if every else 0.0


def _order(mark: Mark[object]) -> tuple[int, int, str, str]:
    return mark.span.start, -mark.span.end, mark.kind, mark.id


# ---------------------------------------------------------------- the marks


def _marks(reading: Reading, changes: Mapping[str, _Change]) -> Iterator[Mark[object]]:
    extents = _extents(reading, changes)
    dated: set[str] = set()
    for mark in reading.marks:
        about = getattr(mark.value, "statement", mark.id)
        change = changes.get(about)
        if change is None:
            yield _inner(mark, extents)
        elif not change.wrong:
            dated.update([about] if mark.kind == "setting" else [])
            yield _inner(_changed(reading, mark, change), extents)
    for mark in reading.of(Statement):
        change = changes.get(mark.id)
        if change is not None and change.dater is not None and not change.wrong:
            yield from [] if mark.id in dated else [redated(reading, mark, change.dater)]


def _changed(reading: Reading, mark: Mark[object], change: _Change) -> Mark[object]:
    if change.dater is not None and (made := retimed(mark, change.dater)) is not None:
        return made
    if change.roles is None or change.mender is None:
        return mark
    by = Maker("decision", str(change.mender.number))
    if isinstance(mark.value, Statement):
        return _restated(cast("Mark[Statement]", mark), change.roles, by)
    roles = change.roles
    return respoken(reading, mark, roles, by) or chained(reading, mark, roles, by) or mark


def _restated(mark: Mark[Statement], roles: Roles, by: Maker) -> Mark[Statement]:
    value = mark.value
    again = replace(
        value,
        content=roles.content,
        cue=roles.cue,
        source=roles.source,
        form=_form(value.form, roles.source),
        implicit=value.implicit and roles.source == value.source,
        why=f"{CORRECTED}{by.version}",
    )
    own = () if again.implicit else roles.source
    span = hull((*roles.content, *roles.cue, *own))
    return replace(mark, span=span, value=again, by=by, score=1.0)


def _form(form: Form, source: Spans) -> Form:
    """Hearsay has no source, and what is told without one is hearsay."""
    if form is Form.HEARSAY and source:
        return Form.INDIRECT
    return form if source or form is Form.DIRECT else Form.HEARSAY


def _extents(reading: Reading, changes: Mapping[str, _Change]) -> dict[Span, Span]:
    """Where contents that other statements may be nested in have gone."""
    return {
        hull(mark.value.content): hull(change.roles.content)
        for mark in reading.of(Statement)
        if (change := changes.get(mark.id)) is not None and change.roles is not None
    }


def _inner(mark: Mark[object], extents: Mapping[Span, Span]) -> Mark[object]:
    value = mark.value
    if isinstance(value, Statement) and value.inside is not None and value.inside in extents:
        return replace(mark, value=replace(value, inside=extents[value.inside]))
    return mark
