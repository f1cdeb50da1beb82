"""What an element says of itself: by its tag, its role, its class and id words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import html

from quoth.read.html.names import (
    HEADINGS,
    ITEMPROP_ZONES,
    NAME_ZONES,
    ROLE_ZONES,
    TAG_ZONES,
    Zone,
)

FURNITURE_ZONES = frozenset({Zone.NAVIGATION, Zone.TEASER, Zone.APPEAL, Zone.COMMENTS})
"""Zones that belong to the page; the others are parts of an article."""

_MAX_NAME = 500
"""Characters of a class or id that are looked at; longer ones are generated, not written."""

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDING = re.compile(r"(?:display:none|visibility:hidden)", re.IGNORECASE)
_UNSEEN = frozenset({"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"})
_CARDS = frozenset({"li", "article", "section", "tr", "dd", "aside"})
_NAMED = "class id role itemprop rel style hidden open datetime aria-level"
_TELLING = frozenset(_NAMED.split())
_SHELLS = frozenset({"html", "body"})


@dataclass(frozen=True, slots=True)
class Marks:
    """What an element says of itself.

    Attributes:
        zone: the part of the page that it holds, if it is furniture.
        role: the part of the article that it holds.
        heading: `h1` to `h6`, or empty.
        card: whether it is a container that holds one story of a list.
        stamp: the date for machines that it carries, as it stands.
    """

    zone: Zone | None = None
    role: Zone | None = None
    hidden: bool = False
    heading: str = ""
    card: bool = False
    stamp: str = ""


NOTHING = Marks()
"""The marks of an element that says nothing; the same object each time."""


def marks_of(element: html.HtmlElement, tag: str) -> Marks:
    """Read the marks of an element."""
    telling = tuple(
        (str(name), str(value)[:_MAX_NAME]) for name, value in element.items() if name in _TELLING
    )
    return _read(tag, telling) if telling else _plain(tag)


@lru_cache(maxsize=16384)
def _read(tag: str, telling: tuple[tuple[str, str], ...]) -> Marks:
    attributes = dict(telling)
    found = None if tag in _SHELLS else _zone(attributes, tag)
    furniture = found in FURNITURE_ZONES
    marks = Marks(
        zone=found if furniture else None,
        role=found if not furniture else None,
        hidden=_hidden(attributes, tag),
        heading=_heading(attributes, tag),
        card=tag in _CARDS,
        stamp=attributes.get("datetime", ""),
    )
    return NOTHING if marks == NOTHING else marks


@lru_cache(maxsize=512)
def _plain(tag: str) -> Marks:
    found = Zone.TEASER if tag == "aside" else TAG_ZONES.get(tag)
    furniture = found in FURNITURE_ZONES
    marks = Marks(
        zone=found if furniture else None,
        role=None if furniture else found,
        hidden=tag == "dialog",
        heading=tag if tag in HEADINGS else "",
        card=tag in _CARDS,
    )
    return NOTHING if marks == NOTHING else marks


def _zone(attributes: Mapping[str, str], tag: str) -> Zone | None:
    by_role = ROLE_ZONES.get(attributes.get("role", "").lower())
    if by_role:
        return by_role
    by_property = ITEMPROP_ZONES.get(attributes.get("itemprop", "").lower())
    if by_property:
        return by_property
    if attributes.get("rel") == "author":
        return Zone.BYLINE
    plain = _plain(tag)
    names = f"{attributes.get('id', '')} {attributes.get('class', '')}"
    return plain.zone or zone_of_names(names) or plain.role


def zone_of_names(names: str) -> Zone | None:
    """The zone that class and id names speak of, if any."""
    words = [w.lower() for w in _WORD.findall(names)]
    known = frozenset(words)
    for word in words:
        for wanted, zone in NAME_ZONES.get(word, ()):
            if wanted <= known:
                return zone
    return None


def _hidden(attributes: Mapping[str, str], tag: str) -> bool:
    if _HIDING.search(attributes.get("style", "").replace(" ", "")):
        return True
    if attributes.get("hidden", "until-found") != "until-found":
        return True
    if tag == "dialog" and "open" not in attributes:
        return True
    return not _UNSEEN.isdisjoint(attributes.get("class", "").split())


def _heading(attributes: Mapping[str, str], tag: str) -> str:
    if tag in HEADINGS:
        return tag
    if attributes.get("role") == "heading":
        level = attributes.get("aria-level", "2")
        return f"h{level}" if level in "123456" and len(level) == 1 else "h2"
    return ""
