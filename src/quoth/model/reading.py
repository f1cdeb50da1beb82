"""The traveller: an article with its marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from quoth.model.article import Article
from quoth.model.issue import Issue
from quoth.model.mark import Mark
from quoth.model.span import Span

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, what was marked in it, and what went wrong.  Marks keep text order."""

    article: Article
    marks: tuple[Mark[object], ...] = ()
    issues: tuple[Issue, ...] = ()

    def of(self, kind: type[V]) -> tuple[Mark[V], ...]:
        """The marks whose value is a `kind`, in text order."""
        return tuple(cast("Mark[V]", m) for m in self.marks if isinstance(m.value, kind))

    def within(self, span: Span) -> tuple[Mark[object], ...]:
        """The marks that lie inside `span`, in text order."""
        return tuple(m for m in self.marks if span.covers(m.span))

    def plus(self, marks: Iterable[Mark[object]]) -> Reading:
        """A reading with `marks` added, in text order; a mark that is there already stays one."""
        known = {m.id: m for m in self.marks}
        known.update({m.id: m for m in marks if m.id not in known})
        ordered = sorted(known.values(), key=lambda m: (m.span.start, -m.span.end, m.kind, m.id))
        return replace(self, marks=tuple(ordered))

    def failing(self, issues: Iterable[Issue]) -> Reading:
        """A reading with `issues` added."""
        return replace(self, issues=self.issues + tuple(issues))
