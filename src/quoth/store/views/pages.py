"""Where an article stands in the ledger: of which page it is, and what that said otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from quoth.store import schema as t

_A, _S, _V = t.article.c, t.statement.c, t.version.c
_PAGES = 20
"""Pages of one article, and versions of one page, that are told."""


@dataclass(frozen=True, slots=True)
class Version:
    """What a page said from some time on.

    Attributes:
        added: when the ledger took it in; ISO 8601, in UTC.
        current: whether the page says it still, as far as the ledger knows.
    """

    article: str
    number: int
    added: str
    current: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an article stands.

    Attributes:
        day: of publication, `YYYY-MM-DD`.
        read: when it was read last; ISO 8601, in UTC.
        current: whether some page says it still.
        versions: of the first of its pages, the newest first; one alone where it never changed.
    """

    article: str
    headline: str | None
    day: str | None
    site: str | None
    language: str | None
    read: str
    current: bool
    versions: tuple[Version, ...]


_ARTICLE = select(_A.id, _A.headline, _A.day, _A.site, _A.language, _A.read_at).where(
    _A.id == bindparam("article")
)
_OWN = (
    select(_V.page_id, _V.current)
    .where(_V.article_id == bindparam("article"))
    .order_by(_V.current.desc(), _V.page_id)
    .limit(_PAGES)
)
_VERSIONS = (
    select(_V.article_id, _V.number, _V.added_at, _V.current)
    .where(_V.page_id == bindparam("page"))
    .order_by(_V.number.desc())
    .limit(_PAGES)
)
_STATEMENT = select(_S.article_id).where(_S.id == bindparam("statement"))
_POSITION = select(_S.position).where(_S.id == bindparam("statement"))
_OF_ARTICLE = select(_S.id).where(_S.article_id == bindparam("article")).limit(1)
_BEFORE = _OF_ARTICLE.where(_S.position < bindparam("at")).order_by(_S.position.desc())
_BEHIND = _OF_ARTICLE.where(_S.position > bindparam("at")).order_by(_S.position)


def standing(connection: Connection, article: str) -> Standing | None:
    """Where the article with this whole id stands; None where there is none."""
    row = connection.execute(_ARTICLE, {"article": article}).first()
    if row is None:
        return None
    pages = connection.execute(_OWN, {"article": article}).all()
    versions: tuple[Version, ...] = ()
    if pages:
        found = connection.execute(_VERSIONS, {"page": pages[0].page_id})
        versions = tuple(Version(*version) for version in found)
    return Standing(
        article=row.id,
        headline=row.headline,
        day=row.day,
        site=row.site,
        language=row.language,
        read=row.read_at,
        current=any(page.current for page in pages),
        versions=versions,
    )


def article_of(connection: Connection, statement: str) -> str | None:
    """The id of the article of the statement with this whole id; None where there is none."""
    found: str | None = connection.execute(_STATEMENT, {"statement": statement}).scalar()
    return found


def neighbours(
    connection: Connection, article: str, statement: str
) -> tuple[str | None, str | None]:
    """The ids of the statements before and behind one in the text of its article."""
    at = connection.execute(_POSITION, {"statement": statement}).scalar()
    if at is None:
        return None, None
    where = {"article": article, "at": at}
    before: str | None = connection.execute(_BEFORE, where).scalar()
    behind: str | None = connection.execute(_BEHIND, where).scalar()
    return before, behind
