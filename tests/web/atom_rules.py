"""The rules of RFC 4287 for feeds, as far as a program can see them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from lxml import etree

ATOM = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"
_DATE = re.compile(
    r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?"
    r"(Z|[+-]([01]\d|2[0-3]):[0-5]\d)"
)
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TAG = re.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_OF_FEED = {
    *("author", "category", "contributor", "generator", "icon", "id", "link", "logo", "rights"),
    *("subtitle", "title", "updated", "entry"),
}
_OF_ENTRY = {
    *("author", "category", "content", "contributor", "id", "link", "published", "rights"),
    *("source", "summary", "title", "updated"),
}


def broken(text: str) -> list[str]:
    """What a feed breaks of the rules; the numbers are sections of the RFC."""
    root = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False))
    if root.tag != _name("feed"):
        return ["4.1.1: the root is no feed"]
    found = [*_common(root, _OF_FEED), *_links(root)]
    entries = root.findall(_name("entry"))
    if not root.findall(_name("author")):
        found += ["4.1.1: no author" for e in entries if not e.findall(_name("author"))]
    if not [x for x in root.findall(_name("link")) if x.get("rel") == "self"]:
        found.append("4.1.1: no link to itself")
    ids = [e.findtext(_name("id")) for e in entries]
    if len(set(ids)) != len(ids):
        found.append("4.1.1: two entries with one id")
    for entry in entries:
        found += [*_common(entry, _OF_ENTRY), *_links(entry), *_content(entry)]
    return found


def _name(of: str) -> str:
    return f"{{{ATOM}}}{of}"


def _common(of: etree._Element, allowed: set[str]) -> list[str]:
    """What holds of a feed and of an entry."""
    found = [f"4.1: {e.tag} is not known" for e in of if e.tag not in {_name(n) for n in allowed}]
    once = ("id", "title", "updated")
    found += [f"4.1: {n} has to be there once" for n in once if len(of.findall(_name(n))) != 1]
    ident = of.findtext(_name("id")) or ""
    if not re.fullmatch("[a-z][a-z0-9+.-]*:[!-~]+", ident):
        found.append(f"4.2.6: {ident!r} is no IRI")
    dates = [e for n in ("updated", "published") for e in of.findall(_name(n))]
    found += [f"3.3: {e.text!r} is no date" for e in dates if not _DATE.fullmatch(e.text or "")]
    if len(of.findall(_name("published"))) > 1:
        found.append("4.1.2: published twice")
    for author in of.findall(_name("author")):
        if [e.tag for e in author].count(_name("name")) != 1:
            found.append("3.2.1: an author without a name")
    if (tag := of.get(_LANG)) is not None and not _TAG.fullmatch(tag):
        found.append(f"2: {tag!r} is no language tag")
    return found


def _links(of: etree._Element) -> list[str]:
    found, seen = [], set()
    for link in of.findall(_name("link")):
        href, rel = link.get("href"), link.get("rel", "alternate")
        if not href or urlsplit(href).scheme not in ("http", "https"):
            found.append(f"4.2.7.1: {href!r} is no address")
        if rel == "alternate":
            kind = (link.get("type"), link.get("hreflang"))
            if kind in seen:
                found.append("4.1.1: two alternates of one type")
            seen.add(kind)
    return found


def _content(entry: etree._Element) -> list[str]:
    contents = entry.findall(_name("content"))
    if len(contents) > 1:
        return ["4.1.2: two contents"]
    if not contents:
        links = [x.get("rel", "alternate") for x in entry.findall(_name("link"))]
        return [] if "alternate" in links else ["4.1.2: neither content nor a page"]
    (content,) = contents
    inside = [child.tag for child in content]
    if content.get("type") == "xhtml" and inside != [f"{{{XHTML}}}div"]:
        return ["3.1.1.3: not one div"]
    if content.get("type", "text") in ("text", "html") and inside:
        return ["4.1.3.3: elements in text"]
    return []
