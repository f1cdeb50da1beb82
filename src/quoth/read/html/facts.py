"""What the head of a page says of the page: JSON-LD, OpenGraph, meta, link, `<html lang>`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from lxml import html

from quoth.read.html.jsonld import Node, article_node, text_of, texts_of
from quoth.read.html.stamps import iso

_LONGEST = 2000
"""Characters of a value that are kept at most; longer ones are no metadata but mistakes."""

_NAMES: dict[str, tuple[str, ...]] = {
    "headline": ("twitter:title", "dc.title", "dcterms.title", "title"),
    "description": ("description", "dc.description", "twitter:description"),
    "published": (
        *("datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date"),
        *("dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued"),
        *("parsely-pub-date", "sailthru.date", "publication_date", "article.published"),
    ),
    "modified": (
        *("datemodified", "last-modified", "lastmod", "dcterms.modified", "dc.date.modified"),
        *("article.updated", "revised"),
    ),
    "authors": ("author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author"),
    "section": ("section", "parsely-section", "articlesection", "article.section"),
    "site": ("application-name", "publisher", "dc.publisher"),
    "language": ("content-language", "language", "dc.language"),
}
_GRAPH: dict[str, tuple[str, ...]] = {
    "headline": ("og:title",),
    "description": ("og:description",),
    "published": ("article:published_time", "og:published_time", "article:published"),
    "modified": ("article:modified_time", "og:updated_time", "article:modified"),
    "authors": ("article:author", "og:article:author"),
    "section": ("article:section", "og:article:section"),
    "site": ("og:site_name",),
    "language": ("og:locale",),
    "url": ("og:url",),
}
_LINKED_DATA: dict[str, tuple[str, ...]] = {
    "headline": ("headline", "name"),
    "description": ("description",),
    "published": ("datePublished", "dateCreated"),
    "modified": ("dateModified",),
    "authors": ("author", "creator"),
    "section": ("articleSection",),
    "site": ("publisher",),
    "language": ("inLanguage",),
    "url": ("url", "mainEntityOfPage"),
}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")


@dataclass(slots=True)
class Facts:
    """Values by field, each with the place it was taken from; the first place to speak wins."""

    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)

    def give(self, name: str, values: Iterable[str | None], why: str) -> None:
        """Fill a field that is still empty."""
        kept = tuple(dict.fromkeys(v.strip() for v in values if v and v.strip()))
        if kept and name not in self.values:
            self.values[name], self.why[name] = kept, why

    def one(self, name: str) -> str | None:
        """The first value of a field."""
        return next(iter(self.values.get(name, ())), None)


def page_facts(root: html.HtmlElement, address: str | None, language: str | None) -> Facts:
    """Read the head of a page.

    Args:
        address: where the page was found, for relative links; fills the URL if nothing else does.
        language: fills the language if the page gives none.
    """
    facts = Facts()
    metas = _metas(root)
    facts.give("language", [tag(root.get("lang") or root.get("xml:lang"))], "html")
    facts.give("url", [_link(root, address)], "html")
    linked = article_node(root)
    for name, keys in _LINKED_DATA.items():
        values = [v for key in keys for v in _linked_values(name, linked, key)]
        facts.give(name, _clean(name, values, address), "json-ld")
    for table, why in ((_GRAPH, "opengraph"), (_NAMES, "meta")):
        for name, keys in table.items():
            values = [v for key in keys for v in metas.get(key, ())]
            facts.give(name, _clean(name, values, address), why)
    facts.give("url", [_web(address, None)], "source")
    facts.give("language", [tag(language)], "option")
    return facts


def tag(value: str | None) -> str | None:
    """A BCP 47 tag from what pages write (`en_US`), or None."""
    found = _LANGUAGE.fullmatch(value.strip()) if value else None
    if not found:
        return None
    first, *rest = found.group().replace("_", "-").split("-")
    return "-".join([first.lower(), *(p.upper() if len(p) == 2 else p for p in rest)])


def page_title(root: html.HtmlElement) -> str | None:
    """The text of `<title>`."""
    found = next((t for t in root.iter("title") if t.text), None)
    return " ".join((found.text or "").split())[:_LONGEST] or None if found is not None else None


def _clean(name: str, values: Iterable[str], address: str | None) -> list[str | None]:
    how: dict[str, Callable[[str], str | None]] = {
        "published": iso,
        "modified": iso,
        "language": tag,
        "url": lambda v: _web(v, address),
        "authors": lambda v: None if "://" in v or v.startswith("@") else _folded(v),
    }
    cleaned = [how.get(name, _folded)(v) for v in values]
    return cleaned if name == "authors" else [next((c for c in cleaned if c), None)]


def _folded(value: str) -> str | None:
    return " ".join(value[:_LONGEST].split()) or None


def _linked_values(name: str, node: Node, key: str) -> tuple[str, ...]:
    value = node.get(key)
    if name == "authors":
        return texts_of(value)
    if name == "url" and isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    text = text_of(value)
    return (text,) if text else ()


def _metas(root: html.HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        name = name or meta.get("http-equiv")
        value = meta.get("content")
        if name and value and value.strip():
            found.setdefault(name.strip().lower(), []).append(value)
    return found


def _link(root: html.HtmlElement, address: str | None) -> str | None:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            return _web(link.get("href"), address)
    return None


def _web(value: str | None, base: str | None) -> str | None:
    """An absolute web address, or None."""
    if not value or len(value) > _LONGEST:
        return None
    try:
        whole = urljoin(base or "", value.strip())
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in {"http", "https"} and parts.netloc else None
