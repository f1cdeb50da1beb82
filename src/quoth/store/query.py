"""Which statements are wanted, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, RowMapping, Select, and_, exists, func, or_, select

from quoth.errors import UsageError
from quoth.model import Form, Span
from quoth.store import schema as t
from quoth.store.folding import clean
from quoth.store.fulltext import matches
from quoth.store.sqlite import contains


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """Which statements are wanted: those that fit every field that is set.

    Attributes:
        speaker: part of the source's words, implicit or not; case and accents do not count.
        since, until: the day of publication as the page states it, both included.  Articles
            without a day fit neither.
        form: how the words are rendered.
        language: BCP 47 code; `pt` fits `pt-BR` too.
        text: words that the statement holds, in its content or its source: see
            `quoth.store.sqlite.search_query`.
        article: the id of an article.
        limit: how many at most.
        superseded: also those of older versions of pages.
    """

    speaker: str | None = None
    since: date | None = None
    until: date | None = None
    form: Form | None = None
    language: str | None = None
    text: str | None = None
    article: str | None = None
    limit: int | None = None
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement as the ledger lists it.

    The texts are for people: a lone surrogate or a NUL stands as U+FFFD.  The exact ones are
    in the reading of `article`.

    Attributes:
        page: the page as it was named when it was added (one of them, if several are identical).
        span: of the mark, in `Article.text`.
        published: of the article, as the page states it.
        implicit: whether the source was taken over from an earlier statement.
    """

    id: str
    article: str
    page: str
    headline: str | None
    published: str | None
    form: Form
    language: str | None
    source: str | None
    implicit: bool
    cue: str | None
    content: str
    hedge: str | None
    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as the ledger lists it; `url`, `headline` and `published` as the page states."""

    id: str
    page: str
    url: str | None
    headline: str | None
    published: str | None
    statements: int


def statements(wanted: StatementFilter) -> Select[tuple[object, ...]]:
    """The query for the wanted statements: by day, article and place, those without day first.

    Raises:
        UsageError: if the limit is negative, or the text holds no word.
    """
    if wanted.limit is not None and wanted.limit < 0:
        raise UsageError(f"a limit of {wanted.limit} statements is none")
    c = t.statement.c
    query = _columns().where(*_conditions(wanted))
    return query.order_by(c.day, c.article_id, c.position).limit(wanted.limit)


def statements_like(prefix: str) -> Select[tuple[object, ...]]:
    """The query for at most two statements whose id begins with `prefix`, current ones first."""
    c = t.statement.c
    return _columns().where(begins(c.id, prefix)).order_by(c.id).limit(2)


def articles(text: str | None, limit: int | None) -> Select[tuple[object, ...]]:
    """The query for the current articles that hold the words of `text`."""
    a = t.article.c
    of = select(func.count()).where(t.statement.c.article_id == a.id).scalar_subquery()
    columns = (a.id, a.url, a.headline, a.published, _page(a.id), of.label("statements"))
    query = select(*columns).where(_is_current(a.id))
    if text is not None:
        query = query.where(matches("article", text))
    return query.order_by(a.day, a.id).limit(limit)


def begins(column: ColumnElement[str], prefix: str) -> ColumnElement[bool]:
    """Whether the id in `column` begins with `prefix`; a range, which an index can serve."""
    first = clean(prefix)
    return and_(column >= first, column < first + "\U0010ffff")


def statement_row(row: RowMapping) -> StatementRow:
    """One row of `statements`."""
    return StatementRow(
        id=row["id"],
        article=row["article_id"],
        page=row["page"],
        headline=row["headline"],
        published=row["published"],
        form=Form(row["form"]),
        language=row["language"],
        source=row["source_text"],
        implicit=row["implicit"],
        cue=row["cue_text"],
        content=row["content_text"],
        hedge=row["hedge_text"],
        span=Span(row["start"], row["end"]),
        score=row["score"],
    )


def _columns() -> Select[tuple[object, ...]]:
    a = t.article.c
    joined = t.statement.join(t.article, a.id == t.statement.c.article_id)
    return select(t.statement, a.headline, a.published, _page(a.id)).select_from(joined)


def _page(article: ColumnElement[str]) -> ColumnElement[str]:
    c = t.version.c
    query = select(c.name).where(c.article_id == article).correlate_except(t.version)
    return query.order_by(c.current.desc(), c.name).limit(1).scalar_subquery().label("page")


def _is_current(article: ColumnElement[str]) -> ColumnElement[bool]:
    c = t.version.c
    return exists().where(c.article_id == article, c.current).correlate_except(t.version)


def _conditions(wanted: StatementFilter) -> list[ColumnElement[bool]]:
    c = t.statement.c
    found: list[ColumnElement[bool]] = []
    if not wanted.superseded:
        found.append(_is_current(c.article_id))
    if wanted.speaker is not None:
        found.append(contains(c.source_key, wanted.speaker))
    if wanted.since is not None:
        found.append(c.day >= wanted.since.isoformat()[:10])
    if wanted.until is not None:
        found.append(c.day <= wanted.until.isoformat()[:10])
    if wanted.form is not None:
        found.append(c.form == wanted.form.value)
    if wanted.language is not None:
        code = clean(wanted.language)
        found.append(or_(c.language == code, begins(c.language, f"{code}-")))
    if wanted.text is not None:
        found.append(matches("statement", wanted.text))
    if wanted.article is not None:
        found.append(c.article_id == clean(wanted.article))
    return found
