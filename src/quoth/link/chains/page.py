"""What a page as a whole tells of the way that its statements came: the agency of its dateline or
byline, who published it, and from which language it was translated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from quoth.link.chains.media import media, same
from quoth.link.chains.origin import original
from quoth.model import Article, BlockKind, Link, Role, Span
from quoth.model.row import Row
from quoth.text import tokenise

_DATELINE = 0.9
_BYLINE = 0.85
_SITE = 0.95
_HOST = 0.7
_FOREIGN = 0.4
"""Scores of links by where they were found (guesses, not measured)."""


@dataclass(frozen=True, slots=True)
class PageLinks:
    """The end of every chain of a page.

    Attributes:
        relays: the agencies of dateline and byline, and the paper of the original.
        outlet: who published the page; None where nothing tells.
        translation: its original, if the page says that it is a translation.
    """

    relays: tuple[Link, ...]
    outlet: Link | None
    translation: Link | None

    def end(self) -> tuple[Link, ...]:
        """Outlet and translation, those that are known."""
        return tuple(link for link in (self.outlet, self.translation) if link is not None)


def page_links(article: Article, language: str, names: Row[None], said: Row[None]) -> PageLinks:
    """What the page tells.

    Args:
        language: the code of most of its text.
        names: where it names organisations and other things.
        said: where somebody says something.
    """
    outlet, found = _outlet(article), original(article, language, names, said)
    relays: list[Link] = []
    paper = found.paper if found is not None else None
    for link in (*_datelines(article), *_bylines(article), *([paper] if paper else ())):
        known = [outlet, *relays] if outlet else relays
        if not any(k is not None and same(link.name, k.name) for k in known):
            relays.append(link)
    translation = found.translation if found is not None else _foreign(relays, language)
    return PageLinks(tuple(relays), outlet, translation)


def _datelines(article: Article) -> Iterator[Link]:
    for block in article.of(BlockKind.DATELINE):
        span = block.part("agency")
        if span is not None:
            name = _bare(article.text, span)
            yield Link(Role.RELAY, name.of(article.text), name, None, _DATELINE, "dateline")


def _bylines(article: Article) -> Iterator[Link]:
    """Media that a byline names: “Reuters”, “Mit Material von dpa”."""
    for block in article.of(BlockKind.BYLINE):
        tokens = tokenise(article.text, block.span.start, block.span.end)
        i = 0
        while i < len(tokens):
            found = media().at(article.text, tokens, i)
            if found is not None:
                span = Span(tokens[i].start, tokens[i + found[1] - 1].end)
                yield Link(Role.RELAY, span.of(article.text), span, None, _BYLINE, "byline")
            i += found[1] if found else 1
    if article.of(BlockKind.BYLINE):
        return
    for author in article.meta.authors:
        if media().named(author):
            yield Link(Role.RELAY, author, None, None, _BYLINE, "the page's author")


def _bare(text: str, span: Span) -> Span:
    """A name without the brackets around it."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end) if start < end else span


def _outlet(article: Article) -> Link | None:
    if article.meta.site:
        return Link(Role.OUTLET, article.meta.site, None, None, _SITE, "the page's site name")
    url = article.meta.url or article.source.url
    host = _host(url) if url else None
    if host:
        return Link(Role.OUTLET, host, None, None, _HOST, "the host of the page's address")
    return None


def _host(url: str) -> str | None:
    try:
        name = urlsplit(url).hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def _foreign(relays: list[Link], language: str) -> Link | None:
    """A translation that nobody names: of an agency that does not write in the page's language."""
    for link in relays:
        medium = media().named(link.name or "")
        if medium is not None and language and not medium.writes(language):
            why = f"{medium.name} does not write in the page's language"
            code = sorted(medium.languages)[0] if len(medium.languages) == 1 else None
            return Link(Role.TRANSLATION, code, link.span, None, _FOREIGN, why)
    return None
