"""Atom feeds (RFC 4287) of statements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from lxml import etree
from lxml.etree import _Element as Element

from quoth.store.views.lines import Line

MEDIA = "application/atom+xml; charset=utf-8"
_ATOM, _XHTML = "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"
_IN_ATOM: dict[Any, str] = {None: _ATOM}
_IN_XHTML: dict[Any, str] = {None: _XHTML}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SPACE = UUID("8a3e0f6c-5d7b-4c19-9a52-6f1d2b7e40c3")
"""The name space of our ids, drawn once: with it an id is the same on whatever host it is read."""
_LONG = 120
"""Characters of a title."""
_NAME, _WORDS = 500, 5_000
"""Characters of a name or a headline, and of what was said: a page may hold any."""
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without entries was changed."""
_TAG = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
# what XML 1.0 cannot hold, not even escaped
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement in a feed.

    Attributes:
        stored: when the ledger read its page, ISO 8601 with a zone.
        corrected: when somebody last changed what it tells, likewise; empty if nobody did.
    """

    line: Line
    stored: str
    corrected: str = ""

    @property
    def changed(self) -> datetime:
        """When it became what it is."""
        known = [_moment(value) for value in (self.stored, self.corrected)]
        return max((at for at in known if at is not None), default=_NEVER)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed.

    Attributes:
        name: what it is of, whatever host it is read from; its id is made of it.
        room: the address of the reading room, without a slash at its end.
        here: the path of the feed, with its query; `page`: that of the page it belongs to.
        after: the path of the feed's next part, if it has one.
    """

    name: str
    title: str
    room: str
    here: str
    page: str
    entries: Sequence[Entry]
    after: str | None


def written(feed: Feed) -> str:
    """The feed as XML, with its declaration."""
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap=_IN_ATOM)
    _add(root, "id", _id(feed.name))
    _add(root, "title", feed.title)
    changed = max((entry.changed for entry in feed.entries), default=_NEVER)
    _add(root, "updated", _told(changed))
    _add(_add(root, "author"), "name", "Quoth")
    _add(root, "generator", "Quoth")
    _link(root, "self", feed.room + feed.here, "application/atom+xml")
    _link(root, "alternate", feed.room + feed.page, "text/html")
    if feed.after is not None:
        _link(root, "next", feed.room + feed.after, "application/atom+xml")
    for entry in feed.entries:
        _entry(root, entry, feed)
    told: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return told.decode()


def _entry(root: Element, entry: Entry, feed: Feed) -> None:
    line = entry.line
    made = _add(root, "entry")
    if line.language and _TAG.fullmatch(line.language):
        made.set(_LANG, line.language)
    who = _who(line)
    _add(made, "id", _id(f"statements/{line.id}"))
    _add(made, "title", _short(f"{who}: {line.content}" if who else line.content))
    _add(made, "updated", _told(entry.changed))
    published = _moment(line.published)
    if published is not None:
        _add(made, "published", _told(published))
    _add(_add(made, "author"), "name", who or "?")
    _link(made, "alternate", f"{feed.room}/statements/{line.id}", "text/html")
    _add(made, "category").set("term", line.form.value)
    content = _add(made, "content")
    content.set("type", "xhtml")
    _content(content, line, who)


def _content(content: Element, line: Line, who: str | None) -> None:
    """The words, and below them who said them and where they stand."""
    made = etree.SubElement(content, f"{{{_XHTML}}}div", nsmap=_IN_XHTML)
    words = etree.SubElement(made, f"{{{_XHTML}}}blockquote", {"dir": "auto"})
    words.text = _clean(_cut(line.content, _WORDS))
    for told in (who, line.headline, line.site):
        if told:
            below = etree.SubElement(made, f"{{{_XHTML}}}p", {"dir": "auto"})
            below.text = _clean(_cut(told, _NAME))


def _who(line: Line) -> str | None:
    name = line.name or line.speaker or line.source
    return _cut(name, _NAME) if name else None


def _add(parent: Element, name: str, text: str | None = None) -> Element:
    made = etree.SubElement(parent, f"{{{_ATOM}}}{name}")
    if text is not None:
        made.text = _clean(text)
    return made


def _link(parent: Element, rel: str, href: str, media: str) -> None:
    made = _add(parent, "link")
    for name, value in (("rel", rel), ("type", media), ("href", href)):
        made.set(name, value)


def _id(name: str) -> str:
    return uuid5(_SPACE, name).urn


def _short(text: str) -> str:
    return _cut(" ".join(text[: 4 * _WORDS].split()), _LONG)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)


def _moment(told: str | None) -> datetime | None:
    """A moment with its zone; None of a day, or of a time of which no zone is told."""
    try:
        found = datetime.fromisoformat(told or "")
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def _told(moment: datetime) -> str:
    """A date as RFC 3339 has it."""
    whole = moment.utcoffset()
    if whole is not None and whole.total_seconds() % 60:  # RFC 3339 knows minutes alone
        moment = moment.astimezone(UTC)
    return moment.isoformat(timespec="seconds")
