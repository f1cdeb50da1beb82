"""A statement as the reading room lists it: with who said it, where, and in which article."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import RowMapping, Select, and_, exists, select

from quoth.model import Form, SourceType, Span
from quoth.store import schema as t

_S, _A, _M, _E, _V = t.statement.c, t.article.c, t.membership.c, t.entity.c, t.version.c


@dataclass(frozen=True, slots=True)
class Line:
    """A statement as a page lists it.

    The texts are for people: a lone surrogate or a NUL stands as U+FFFD.

    Attributes:
        key: its place in the tables, for order only; no stable id.
        article: the id of its article; `headline`, `site`, `published` and `day` are of it.
        source: the words of the page that name the source.
        speaker: the name that its article has for the speaker, None where it is not resolved.
        entity, name: id and name of the entity that the speaker belongs to, if to any.
        kind: of its source; None where the page was read without speakers.
        said_first, said_last: when it was said, a day or a moment each, both included.
        place, country: where it was said, if the page says so; ISO 3166-1 alpha-2.
        outlet: who published it, as its chain has it.
    """

    key: int
    id: str
    article: str
    headline: str | None
    site: str | None
    published: str | None
    day: str | None
    form: Form
    language: str | None
    source: str | None
    implicit: bool
    cue: str | None
    content: str
    hedge: str | None
    span: Span
    score: float
    speaker: str | None
    entity: str | None
    name: str | None
    kind: SourceType | None
    said_first: str | None
    said_last: str | None
    venue: str | None
    place: str | None
    country: str | None
    outlet: str | None


JOINED = (
    t.statement.join(t.article, _A.id == _S.article_id)
    .outerjoin(t.membership, and_(_M.article == _A.key, _M.actor == _S.actor))
    .outerjoin(t.entity, _E.key == _M.entity)
)
"""Statements with their articles and the entities of their speakers."""

CURRENT = exists().where(_V.article_id == _S.article_id, _V.current).correlate_except(t.version)
"""Whether some page still says what the statement's article does."""


def lines() -> Select[tuple[object, ...]]:
    """The query for lines, to be narrowed and ordered; `line` takes its rows."""
    columns = (_A.headline, _A.site, _A.published, _E.id.label("entity"), _E.name)
    return select(t.statement, *columns).select_from(JOINED)


def line(row: RowMapping) -> Line:
    """One row of `lines`."""
    return Line(
        key=row["key"],
        id=row["id"],
        article=row["article_id"],
        headline=row["headline"],
        site=row["site"],
        published=row["published"],
        day=row["day"],
        form=Form(row["form"]),
        language=row["language"],
        source=row["source_text"],
        implicit=row["implicit"],
        cue=row["cue_text"],
        content=row["content_text"],
        hedge=row["hedge_text"],
        span=Span(row["start"], row["end"]),
        score=row["score"],
        speaker=row["speaker"],
        entity=row["entity"],
        name=row["name"],
        kind=SourceType(row["kind"]) if row["kind"] else None,
        said_first=row["said_first"],
        said_last=row["said_last"],
        venue=row["venue"],
        place=row["place"],
        country=row["country"],
        outlet=row["outlet"],
    )
